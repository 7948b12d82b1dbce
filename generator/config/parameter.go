package config

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/nearest"
	"trustpress/generator/node"
)

// TokenKind says what a piece of template syntax is.
type TokenKind uint8

const (
	Parameter TokenKind = iota // {{ org.name }}
	Prompt                     // {{ fill: who approves? }}
	Foreign                    // the template syntax of another tool
)

// Token is one piece of template syntax in a text.
type Token struct {
	Kind TokenKind
	Name string // of a parameter; the question of a prompt
	Len  int    // bytes from its first to its last
}

var (
	parameter = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$`)
	variable  = regexp.MustCompile(`^\$\{[A-Za-z_][A-Za-z0-9_.]*\}`)
)

// Longest is how many bytes a piece of template syntax may take. No more is looked at, so that a text in which much opens and
// nothing closes takes no longer than any other.
const Longest = 2000

// TokenAt reads the template syntax that text begins with, on one line.
func TokenAt(text string) (Token, bool) {
	text = text[:min(len(text), Longest)]
	switch {
	case strings.HasPrefix(text, "{{"):
		n := closing(text, "}}")
		if n == 0 {
			return Token{}, false
		}
		return mustache(strings.TrimSpace(text[2:n-2]), n), true
	case strings.HasPrefix(text, "{%"):
		n := closing(text, "%}")
		return Token{Kind: Foreign, Len: n}, n > 0
	case strings.HasPrefix(text, "<%"):
		n := closing(text, "%>")
		return Token{Kind: Foreign, Len: n}, n > 0
	case strings.HasPrefix(text, "${"):
		m := variable.FindString(text)
		return Token{Kind: Foreign, Len: len(m)}, m != ""
	}
	return Token{}, false
}

// Next returns the first piece of template syntax in a text, and where it begins.
func Next(text string) (t Token, start int, ok bool) {
	for at := 0; ; at++ {
		i := strings.IndexAny(text[at:], "{$<")
		if i < 0 {
			return Token{}, 0, false
		}
		at += i
		if t, ok = TokenAt(text[at:]); !ok {
			t, ok = Unclosed(text[at:])
		}
		if ok {
			return t, at, true
		}
	}
}

// Unclosed reads the two braces that text begins with where nothing closes them: a prompt all the same, if they ask something.
func Unclosed(text string) (Token, bool) {
	inside, ok := strings.CutPrefix(text[:min(len(text), Longest)], "{{")
	if !ok {
		return Token{}, false
	}
	question, prompt := strings.CutPrefix(strings.TrimSpace(inside), "fill:")
	if !prompt {
		return Token{Kind: Foreign, Len: 2}, true
	}
	question, _, _ = strings.Cut(question, "{{")
	return Token{Prompt, strings.TrimSpace(question), 2}, true
}

func closing(text, mark string) int {
	line, _, _ := strings.Cut(text, "\n")
	if i := strings.Index(line[2:], mark); i >= 0 {
		return 2 + i + len(mark)
	}
	return 0
}

func mustache(inside string, n int) Token {
	if question, ok := strings.CutPrefix(inside, "fill:"); ok {
		return Token{Prompt, strings.TrimSpace(question), n}
	}
	if parameter.MatchString(inside) {
		return Token{Parameter, inside, n}
	}
	return Token{Kind: Foreign, Len: n}
}

// Value returns the text of a parameter, and whether public text may hold it.
func (s *Site) Value(name string) (value string, public, ok bool) {
	table, key, _ := strings.Cut(name, ".")
	switch table {
	case "org":
		value, ok = s.organization()[key]
		return value, true, ok
	case "service":
		value, ok = map[string]string{"name": s.Service.Name, "summary": s.Service.Summary}[key]
		return value, true, ok
	case "params":
		p, ok := s.Params[key]
		return p.Text, s.PublicParams[key], ok
	}
	return "", false, false
}

// SameValues reports whether every parameter has the same value on another site.
func (s *Site) SameValues(o *Site) bool {
	text := func(a, b node.Text) bool { return a.Text == b.Text }
	return s.Organization == o.Organization && s.Service.Name == o.Service.Name && s.Service.Summary == o.Service.Summary &&
		maps.EqualFunc(s.Params, o.Params, text)
}

// Place returns where the value of a parameter stands, or as near to it as there is anything.
func (s *Site) Place(name string) diag.Span {
	table, key, _ := strings.Cut(name, ".")
	if table == "org" {
		table = "organization"
	}
	return s.Tree.At(table, key)
}

func (s *Site) organization() map[string]string {
	o := s.Organization
	return map[string]string{"name": o.Name, "legal_name": o.LegalName, "country": o.Country, "website": o.Website,
		"security_contact": o.SecurityContact, "privacy_contact": o.PrivacyContact}
}

// Suggest returns a hint that names the parameter most like an unknown one.
func (s *Site) Suggest(name string) string {
	var names []string
	for key := range s.organization() {
		names = append(names, "org."+key)
	}
	for key := range s.Params {
		names = append(names, "params."+key)
	}
	names = append(names, "service.name", "service.summary")
	slices.Sort(names)
	if meant, ok := nearest.Within(name, names, 3); ok {
		return fmt.Sprintf("did you mean {{ %s }}?", meant)
	}
	return "define it under [params] in " + s.File
}
