package node_test

import (
	"fmt"
	"strings"
	"testing"

	"trustpress/generator/node"
)

// sheet is a record of these tests.
type sheet struct {
	Names []string      `field:"names,required"`
	Rows  *int64        `field:"rows"`
	Every node.Duration `field:"every"`
	Deep  struct {
		Word string `field:"word"`
	} `field:"deep"`
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ name, text, want, findings string }{
		{"a list", "names: [a, b, a]", "[a b] nil ", ""},
		{"a scalar is a list of one", "names: a\nrows: 15\nevery: 12 months", "[a] 15 12 months", ""},
		{"one year", "names: a\nevery: 1 years", "[a] nil 1 year", ""},
		{"an empty item", "names: [a, \"\"]", "[a] nil ", `1:12 "names" holds an empty item`},
		{"a blank item", "names: [\" \"]", "[] nil ", `1:9 "names" holds an empty item`},
		{"an item that is nothing", "names: [~]", "[] nil ", `1:9 "names" holds an empty item`},
		{"no item", "names: []", "[] nil ", `1:1 "names" is empty`},
		{"nothing", "names: \"\"", "[] nil ", `1:1 "names" is empty`},
		{"a number that is none", "names: a\nrows: -15", "[a] nil ", `2:7 "rows" takes a whole number, not "-15"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, findings := parse("yaml", c.text+"\n")
			d := node.Decoder{}
			var s sheet
			d.Struct(n, &s)
			rows := "nil"
			if s.Rows != nil {
				rows = fmt.Sprint(*s.Rows)
			}
			if got := fmt.Sprintf("%v %s %s", s.Names, rows, s.Every); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			var told []string
			for _, f := range append(findings, d.Findings...) {
				told = append(told, fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.Message))
			}
			if got := strings.Join(told, "; "); got != c.findings {
				t.Errorf("findings\n got %s\nwant %s", got, c.findings)
			}
		})
	}
}

func TestTheDecoderKnowsTheKey(t *testing.T) {
	n, _ := parse("yaml", "names: [a]\ndeep:\n  word: b\nevery: 1 year\n")
	var keys []string
	d := &node.Decoder{}
	d.Expand = func(n *node.Node) string {
		keys = append(keys, d.Key())
		return n.Text
	}
	d.Struct(n, &sheet{})
	if got := strings.Join(keys, " "); got != "names deep.word" {
		t.Errorf("got %s", got)
	}
}
