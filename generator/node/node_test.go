package node_test

import (
	"fmt"
	"strings"
	"testing"

	"trustpress/generator/diag"
	"trustpress/generator/node"
)

const rule = "invalid-front-matter"

func parse(format, text string) (*node.Node, []diag.Finding) {
	file := diag.NewFile("x", []byte(text))
	if format == "toml" {
		return node.TOML(file, 0, len(text), rule)
	}
	return node.YAML(file, 0, len(text), rule)
}

// outline writes a tree as "path kind text @line:column".
func outline(n *node.Node, path string, out *[]string) {
	switch n.Kind {
	case node.Map:
		for _, p := range n.Pairs {
			outline(p.Value, path+"."+p.Key, out)
		}
	case node.List:
		for i, item := range n.Items {
			outline(item, fmt.Sprintf("%s[%d]", path, i), out)
		}
	default:
		*out = append(*out, fmt.Sprintf("%s %s %q @%d:%d-%d:%d", strings.TrimPrefix(path, "."), n.Kind, n.Text, n.Span.Line, n.Span.Column, n.Span.EndLine, n.Span.EndColumn))
	}
}

func TestEveryValueHasItsTextAndPlace(t *testing.T) {
	for _, c := range []struct{ name, format, text, want string }{
		{"plain", "yaml", "id: AC-02\nversion: 3.10\ngo: no\n", `id text "AC-02" @1:5-1:10
version a number "3.10" @2:10-2:14
go text "no" @3:5-3:7`},
		{"quoted", "yaml", "a: 'it''s'\nb: \"x y\"\n", `a text "it's" @1:4-1:11
b text "x y" @2:4-2:9`},
		{"columns in bytes", "yaml", "åä: [ö, b]\n", `åä[0] text "ö" @1:8-1:10
åä[1] text "b" @1:12-1:13`},
		{"dates", "yaml", "on: 2026-09-30\nat: 2026-03-31T15:04:00+02:00\n", `on a date "2026-09-30" @1:5-1:15
at a date "2026-03-31T15:04:00+02:00" @2:5-2:30`},
		{"crlf", "yaml", "a: 1\r\nb: x\r\n", `a a number "1" @1:4-1:5
b text "x" @2:4-2:5`},
		{"nothing", "yaml", "a:\nb: ~\n", `a nothing "" @1:3-1:3
b nothing "" @2:4-2:5`},
		{"json", "yaml", "{\"a\": \"x\", \"b\": [1, true]}\n", `a text "x" @1:7-1:10
b[0] a number "1" @1:18-1:19
b[1] true or false "true" @1:21-1:25`},
		{"toml", "toml", "a = \"x\"\nb = [1, true]\nc = 2026-09-30\n[t]\nd.e = 'y'\n[[r]]\nf = 1.50\n[[r]]\nf = 2\n", `a text "x" @1:5-1:8
b[0] a number "1" @2:6-2:7
b[1] true or false "true" @2:9-2:13
c a date "2026-09-30" @3:5-3:15
t.d.e text "y" @5:7-5:10
r[0].f a number "1.50" @7:5-7:9
r[1].f a number "2" @9:5-9:6`},
		{"toml of many lines", "toml", "a = \"\"\"\nåä\nb\"\"\"\nc = { d = 1 }\n", `a text "åä\nb" @1:5-3:5
c.d a number "1" @4:11-4:12`},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, findings := parse(c.format, c.text)
			if len(findings) > 0 {
				t.Fatal(findings)
			}
			var got []string
			outline(n, "", &got)
			if s := strings.Join(got, "\n"); s != c.want {
				t.Errorf("got\n%s\nwant\n%s", s, c.want)
			}
		})
	}
}

func TestWhatHasNoSingleMeaningIsRefusedAtItsPlace(t *testing.T) {
	for _, c := range []struct {
		name, format, text, message string
		line, column                int
	}{
		{"a key twice", "yaml", "a: 1\nb: 2\na: 3\n", `the key "a" stands twice`, 3, 1},
		{"a key twice, deeper", "yaml", "x:\n  a: 1\n  a: 2\n", `the key "a" stands twice`, 3, 3},
		{"an alias", "yaml", "a: &x [1]\nb: *x\n", "the YAML alias *x is not read", 2, 4},
		{"aliases, told once", "yaml", "a: &x [1]\nb: [*x, *x, *x]\n", "the YAML alias *x is not read", 2, 5},
		{"lists of tables over a table, told once", "toml", "[a]\n[[a]]\n[[a]]\n", `"a" is a table already and cannot be a list of tables`, 2, 3},
		{"a key that is a list", "yaml", "? [a, b]\n: 1\n", "a key must be a word", 1, 3},
		{"a list at the top", "yaml", "- a\n- b\n", "front matter is a list and not a table of keys", 1, 1},
		{"a tab", "yaml", "a:\n\tb: 1\n", "this YAML does not parse: found character that cannot start any token", 2, 1},
		{"json with a key twice", "yaml", "{\"a\": 1, \"a\": 2}", `the key "a" stands twice`, 1, 10},
		{"toml with a key twice", "toml", "a = 1\na = 2\n", `the key "a" stands twice`, 2, 1},
		{"a table twice", "toml", "[a]\nb = 1\n[a]\nc = 2\n", `the key "a" stands twice`, 3, 2},
		{"a dotted key into a value", "toml", "a = 1\na.b = 2\n", `the key "a" stands twice`, 2, 1},
		{"a list of tables over a table", "toml", "[a]\n[[a]]\n", `"a" is a table already and cannot be a list of tables`, 2, 3},
		{"a table into a closed one", "toml", "a = { b = 1 }\n[a.c]\n", `the key "a" stands twice`, 2, 2},
		{"no value", "toml", "a = \n", "", 1, 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := parse(c.format, c.text)
			if len(findings) != 1 {
				t.Fatalf("got %v, want one finding", findings)
			}
			f := findings[0]
			if f.Rule != rule || c.message != "" && f.Message != c.message || f.Line != c.line || f.Column != c.column {
				t.Errorf("got %d:%d %q, want %d:%d %q", f.Line, f.Column, f.Message, c.line, c.column, c.message)
			}
		})
	}
}

func TestProseInsideAValueKnowsItsPlace(t *testing.T) {
	for _, c := range []struct {
		name, format, text string
		line, column       int
	}{
		{"plain", "yaml", "p: see [X] here\n", 1, 8},
		{"quoted", "yaml", "p: \"see [X] here\"\n", 1, 9},
		{"literal block", "yaml", "p: |\n  åä\n  see [X]\n", 3, 7},
		{"folded block: the value's own place", "yaml", "p: >\n  a\n  see [X]\n", 1, 4},
		{"escapes: the value's own place", "yaml", "p: \"a\\tsee [X]\"\n", 1, 4},
		{"toml", "toml", "p = 'see [X]'\n", 1, 10},
		{"toml of many lines", "toml", "p = \"\"\"\nå\nsee [X]\"\"\"\n", 3, 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, findings := parse(c.format, c.text)
			if len(findings) > 0 {
				t.Fatal(findings)
			}
			v := n.Get("p")
			at := strings.Index(v.Text, "[X]")
			if got := v.Place(at, at+3); got.Line != c.line || got.Column != c.column {
				t.Errorf("got %d:%d, want %d:%d", got.Line, got.Column, c.line, c.column)
			}
		})
	}
}

// FuzzPlaces: whatever the bytes, no reader panics, and every place lies in the file.
func FuzzPlaces(f *testing.F) {
	for _, seed := range []string{"a: 1\nb: [x, y]\n", "a = 1\n[b]\nc = [{ d = 1 }]\n", "{\"a\": {\"b\": [1]}}", "p: |\n  x\n", "a: &x\nb: *x\n", "[[a]]\n[a.b]\n", "\xe2\x80\xa8a: 1", "a: \"\\u00e5\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Split(text, "\n")
		inside := func(s diag.Span) {
			if s.Line < 1 || s.Line > len(lines) || s.Column < 1 || s.Column > len(lines[s.Line-1])+1 {
				t.Fatalf("%d:%d is no place of %q", s.Line, s.Column, text)
			}
		}
		for _, format := range []string{"yaml", "toml"} {
			n, findings := parse(format, text)
			for _, finding := range findings {
				inside(finding.Span)
			}
			places(n, inside)
		}
	})
}

func places(n *node.Node, inside func(diag.Span)) {
	inside(n.Span)
	for _, item := range n.Items {
		places(item, inside)
	}
	for _, p := range n.Pairs {
		inside(p.Span)
		places(p.Value, inside)
	}
}
