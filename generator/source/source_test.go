package source_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/source"
)

// siteFile is the site of every test here.
const siteFile = `[organization]
name = "Åsö & Co"
website = "https://example.com"
[params]
days = 14
`

// ids are the records that the labels of the tests may name.
var ids = []string{"AC-02", "AC-03", "POL-AC", "PER-anna", "Scope", "NET-A-1", "2026"}

// looks stands in for the catalogues: criteria of one, as an author writes them.
var looks = regexp.MustCompile(`^(?i:(?:tsc:)?CC\d+\.\d+|iso27001:\d+\.\d+|Art\. ?\d+)$`)

func site(t testing.TB) *config.Site {
	t.Helper()
	s, findings := config.Parse("site.toml", []byte(siteFile))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return s
}

func parser(t testing.TB) *source.Parser {
	return source.NewParser(site(t), source.NewLabels(ids, looks.MatchString))
}

// read reads the content of a site.
func read(t testing.TB, files map[string]string) (*source.Tree, []diag.Finding) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, findings, err := source.Read(fsys, site(t), func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	return tree, findings
}

// document reads one Markdown file and its prose.
func document(t testing.TB, text string) (*source.Document, *source.Prose, []diag.Finding) {
	t.Helper()
	tree, findings := read(t, map[string]string{"content/a.md": text})
	doc := tree.Documents[0]
	prose, more := parser(t).Body(doc)
	return doc, prose, append(findings, more...)
}

// place prints a span as "2:5-2:9".
func place(s diag.Span) string {
	return fmt.Sprintf("%d:%d-%d:%d", s.Line, s.Column, s.EndLine, s.EndColumn)
}

// told prints findings as "rule place".
func told(findings []diag.Finding) []string {
	out := []string{}
	for _, f := range findings {
		out = append(out, f.Rule+" "+place(f.Span))
	}
	slices.Sort(out)
	return out
}

// found prints references as "target#anchor place", with the kind and the text where they are not the plain ones.
func found(prose *source.Prose) []string {
	out := []string{}
	for _, r := range prose.Refs {
		s := [...]string{"", "link ", "image "}[r.Kind] + r.Target
		if r.Anchor != "" {
			s += "#" + r.Anchor
		}
		if !r.Bare {
			s += fmt.Sprintf(" %q", r.Text)
		}
		out = append(out, s+" "+place(r.Span))
	}
	return out
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s\n got %s\nwant %s", what, strings.Join(got, "; "), strings.Join(want, "; "))
	}
}

func list(s string) []string {
	if s == "" {
		return []string{}
	}
	return strings.Split(s, "; ")
}
