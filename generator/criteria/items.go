package criteria

import (
	"fmt"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/nearest"
	"trustpress/generator/node"
)

// category returns the id of a category and complains if the framework has none of that id.
func (b *builder) category(name node.Text) string {
	known := make([]string, len(b.f.Categories))
	for i, c := range b.f.Categories {
		known[i] = c.ID
	}
	b.known("category", name, known)
	return name.Text
}

func (b *builder) group(name node.Text) *Group {
	known := make([]string, len(b.f.Groups))
	for i, g := range b.f.Groups {
		known[i] = g.ID
	}
	b.known("group", name, known)
	if i := slices.Index(known, name.Text); i >= 0 {
		return b.f.Groups[i]
	}
	return nil
}

func (b *builder) known(what string, name node.Text, known []string) {
	if name.Text == "" || slices.Contains(known, name.Text) {
		return
	}
	hint := fmt.Sprintf("list it as [[%s]]", what)
	if meant, ok := nearest.Within(name.Text, known, 2); ok {
		hint = didYouMean(meant)
	}
	b.fail(ruleValue, name.Span, fmt.Sprintf("there is no %s %q in this framework", what, name.Text), hint)
}

// criteria makes the list. Two identifiers that differ in case or punctuation alone would be one to every reader, and are
// refused.
func (b *builder) criteria() {
	f := b.f
	f.ids, f.keys = map[string]*Criterion{}, map[string]*Criterion{}
	first := map[string]diag.Span{}
	for _, in := range b.sheet.Criteria {
		id := in.ID.Text
		if id == "" || !b.word("criterion", id, in.ID.Span, criterionID) {
			continue
		}
		c := b.item(in)
		if earlier := f.keys[c.key]; earlier != nil {
			b.repeated(c, earlier, in.ID.Span, first[c.key])
			continue
		}
		first[c.key] = in.ID.Span
		f.ids[strings.ToLower(id)], f.keys[c.key] = c, c
		f.Criteria = append(f.Criteria, c)
		if c.Group != nil {
			c.Group.Criteria = append(c.Group.Criteria, c)
		}
	}
}

func (b *builder) repeated(c, earlier *Criterion, at, first diag.Span) {
	what := fmt.Sprintf("the criterion %q", c.ID)
	if c.ID != earlier.ID {
		what = fmt.Sprintf("the criterion %q, there written %q,", c.ID, earlier.ID)
	}
	b.twice(what, at, first)
}

func (b *builder) item(in sheetItem) *Criterion {
	c := &Criterion{Framework: b.f, ID: in.ID.Text, Title: in.Title, Summary: in.Summary, Relevance: Relevance(in.Relevance),
		Group: b.group(in.Group), Category: b.category(in.Category), order: len(b.f.Criteria), key: key(in.ID.Text)}
	if c.Group != nil {
		c.Kind = c.Group.Kind
		if c.Category == "" {
			c.Category = c.Group.Category
		}
	}
	if len(b.f.Categories) > 0 && c.Category == "" && (in.Group.Text == "" || c.Group != nil) {
		b.fail(ruleMissing, in.ID.Span, fmt.Sprintf("the criterion %q is in no category", c.ID),
			"give it a category, or a group with one")
	}
	c.OSCAL = oscal(b.sheet.Identifier.OSCALPrefix, c.ID)
	return c
}

// oscal makes a token of OSCAL, which begins with a letter and knows no parentheses.
func oscal(prefix, id string) string {
	id = strings.ToLower(withoutParentheses.Replace(id))
	if id[0] >= 'a' {
		return id
	}
	if prefix == "" {
		prefix = "c-"
	}
	return prefix + id
}

var withoutParentheses = strings.NewReplacer(")(", ".", "(", ".", ")", "")

func (b *builder) ranges() {
	u := &b.f.unlisted
	u.title = b.sheet.Unlisted.Title
	for _, r := range b.sheet.Unlisted.Ranges {
		if g := b.group(r.Group); 0 < r.First && r.First <= r.Last {
			u.ranges = append(u.ranges, span{r.First, r.Last, g})
		} else if r.First > r.Last && r.Last > 0 {
			b.fail(ruleValue, r.at, fmt.Sprintf("the range ends at %d, before its first number %d", r.Last, r.First), "")
		}
	}
}

// writing compiles how identifiers are written. Whatever is accepted as an alias is read as an identifier too.
func (b *builder) writing() {
	in, g := b.sheet.Identifier, &b.f.grammar
	g.example, g.oscal = in.Example, in.OSCALPrefix
	if g.example == "" && len(b.f.Criteria) > 0 {
		g.example = b.f.Criteria[0].ID
	}
	g.listed = len(in.Near) == 0
	near := slices.Clone(in.Near)
	for _, a := range in.Aliases {
		if a.Match.text != "" {
			g.aliases = append(g.aliases, rewrite{match: a.Match.lazy(), to: a.To})
			near = append(near, a.Match)
		}
	}
	for _, m := range in.Mistakes {
		if m.Match.text != "" {
			g.mistakes = append(g.mistakes, rewrite{m.Match.lazy(), m.To, m.Hint})
		}
	}
	g.near = b.near(near)
	if in.Suffix.text != "" {
		g.suffix = expression{text: "(.+?)(?:" + in.Suffix.text + ")"}.lazy()
	}
	b.f.headings = headings(b.f)
}

// near joins the expressions, without those that would read every word in brackets as an identifier.
func (b *builder) near(all []expression) *matcher {
	m := newMatcher(all)
	if m == nil || !greedy(m.whole) {
		return m
	}
	return newMatcher(slices.DeleteFunc(all, func(e expression) bool {
		refused := e.text != "" && greedy(e.compile())
		if refused {
			b.fail(ruleValue, e.at, "this regular expression matches ordinary words", "let it match identifiers alone")
		}
		return refused
	}))
}
