package criteria

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"trustpress/generator/diag"
)

// Load returns a set with the frameworks of builtin and those of a site's own files, in the order of their names. A file's name
// without ".toml" is its framework's id. A file with findings still gives what could be read of it, unless its id is taken.
func Load(builtin *Set, files []*diag.File) (*Set, []diag.Finding) {
	s := &Set{frameworks: slices.Clone(builtin.frameworks), pairs: builtin.pairs}
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b *diag.File) int { return strings.Compare(a.Name, b.Name) })
	var findings []diag.Finding
	for _, file := range files {
		f, found := read(file)
		findings = append(findings, found...)
		if taken := s.Framework(f.ID); taken != nil {
			findings = append(findings, taken.isTaken(f.Span))
			continue
		}
		s.add(f)
	}
	s.index()
	slices.SortFunc(findings, diag.Compare)
	return s, findings
}

func (f *Framework) isTaken(at diag.Span) diag.Finding {
	out := diag.Finding{Rule: ruleDuplicate, Span: at, Message: fmt.Sprintf("there is a framework %q already", f.ID)}
	if f.Span.File == "" {
		out.Hint = "it is built in; give yours another name"
	} else {
		out.Related = []diag.Related{{Span: f.Span, Message: "it stands here first"}}
	}
	return out
}

// read turns one file into a framework.
func read(file *diag.File) (*Framework, []diag.Finding) {
	in, findings := decode(file)
	broken := slices.ContainsFunc(findings, func(f diag.Finding) bool { return f.Rule == ruleSyntax })
	b := &builder{sheet: in, mute: broken, f: &Framework{Span: in.ID.Span}}
	if in.ID.Text == "" {
		b.f.Span = diag.Start(file.Name)
	}
	b.name(strings.TrimSuffix(path.Base(file.Name), ".toml"))
	b.categories()
	b.groups()
	b.criteria()
	b.ranges()
	b.writing()
	return b.f, append(findings, b.findings...)
}

// builder checks a sheet and makes its framework.
type builder struct {
	sheet    sheet
	f        *Framework
	findings []diag.Finding
	mute     bool // the file does not parse: what is missing or unknown may stand in what could not be read
}

func (b *builder) fail(rule string, at diag.Span, message, hint string, related ...diag.Related) {
	if !b.mute {
		b.findings = append(b.findings, diag.Finding{Rule: rule, Span: at, Message: message, Hint: hint, Related: related})
	}
}

func (b *builder) twice(what string, at, first diag.Span) {
	b.fail(ruleDuplicate, at, what+" stands twice", "keep one of them", diag.Related{Span: first, Message: "it stands here first"})
}

var (
	frameworkID = regexp.MustCompile(`^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$`)
	criterionID = regexp.MustCompile(`^[A-Za-z0-9](?:[A-Za-z0-9()]|[._-][A-Za-z0-9(])*$`)
	plainWord   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)
)

// name settles the id. It is the file's name, so that a reference tells where to look.
func (b *builder) name(file string) {
	in, f := b.sheet, b.f
	f.Name, f.Edition, f.Note, f.label = in.Name, in.Edition, in.Note, in.Label
	f.ID = in.ID.Text
	switch {
	case f.ID == "":
		f.ID = file
	case !frameworkID.MatchString(f.ID):
		b.fail(ruleValue, in.ID.Span, fmt.Sprintf("%q cannot be the id of a framework", f.ID),
			"use small letters, digits and hyphens, a letter first")
		f.ID = file
	case f.ID != file:
		b.fail(ruleValue, in.ID.Span, fmt.Sprintf("the framework %q stands in a file named %q", f.ID, file+".toml"),
			fmt.Sprintf("name the file %q", f.ID+".toml"))
	}
}

func (b *builder) categories() {
	first := map[string]diag.Span{}
	for _, c := range b.sheet.Categories {
		if at, dup := first[c.ID.Text]; dup {
			b.twice(fmt.Sprintf("the category %q", c.ID.Text), c.ID.Span, at)
			continue
		}
		if c.ID.Text == "" || !b.word("category", c.ID.Text, c.ID.Span, frameworkID) {
			continue
		}
		first[c.ID.Text] = c.ID.Span
		b.f.Categories = append(b.f.Categories, Category{c.ID.Text, c.Name, c.Aliases, c.Always})
	}
}

func (b *builder) word(what, id string, at diag.Span, grammar *regexp.Regexp) bool {
	ok := grammar.MatchString(id) && len(id) <= maxID
	if !ok {
		b.fail(ruleValue, at, fmt.Sprintf("%q cannot be the id of a %s", id, what), "")
	}
	return ok
}

func (b *builder) groups() {
	first := map[string]diag.Span{}
	for _, g := range b.sheet.Groups {
		if at, dup := first[g.ID.Text]; dup {
			b.twice(fmt.Sprintf("the group %q", g.ID.Text), g.ID.Span, at)
			continue
		}
		if g.ID.Text == "" || !b.word("group", g.ID.Text, g.ID.Span, plainWord) {
			continue
		}
		first[g.ID.Text] = g.ID.Span
		b.f.Groups = append(b.f.Groups, &Group{ID: g.ID.Text, Title: g.Title, Category: b.category(g.Category), Kind: g.Kind,
			headings: append([]string{g.ID.Text}, g.Headings...)})
	}
}
