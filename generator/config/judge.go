package config

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"trustpress/generator/brand"
	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// checker judges what the types of the fields cannot say.
type checker struct {
	site     *Site
	findings []diag.Finding
}

func (c *checker) fail(at diag.Span, message, hint string) {
	c.findings = append(c.findings, diag.Finding{Rule: rule, Span: at, Message: message, Hint: hint})
}

var language = regexp.MustCompile(`^[a-z]{2,3}$`)

func (c *checker) check() {
	s, t := c.site, c.site.Tree
	if t.Get("organization") == nil && !misspelt(t, "organization") {
		c.fail(t.Span, "there is no [organization] table", "write [organization] with a name")
	}
	for _, l := range s.Site.Languages {
		if !language.MatchString(l) {
			c.fail(t.At("site", "languages"), fmt.Sprintf("%q is not a language", l), "write a code of two letters, as in \"sv\"")
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(s.Service.Translations)) {
		if !slices.Contains(s.Site.Languages, lang) {
			c.fail(t.At("service", "translations", lang), fmt.Sprintf("the site does not speak %q", lang), "name it under [site] languages")
		}
	}
	s.Broken = !c.inside(t.At("content", "root"), s.Content.Root)
	if s.Content.Root == "." {
		s.Broken = true
		c.fail(t.At("content", "root"), "the content cannot be the whole site", "give it a folder of its own, such as content")
	}
	if !s.Broken && !c.inside(t.At("evidence", "root"), s.Evidence.Root) {
		s.Evidence.Root = path.Join(s.Content.Root, evidenceFolder)
	}
	for _, glob := range s.Content.Ignore {
		if !doublestar.ValidatePattern(glob) {
			c.fail(t.At("content", "ignore"), fmt.Sprintf("%q is not a pattern", glob), "use * for a name and ** for any folders")
		}
	}
	c.addresses()
	c.brand()
	c.literal(t)
	c.params()
	c.versions()
	c.sectionsOnce()
	c.audit()
}

// brand judges how the company shows itself.
func (c *checker) brand() {
	s, t := c.site.Site, c.site.Tree
	if ext := path.Ext(s.Logo); s.Logo != "" && c.inside(t.At("site", "logo"), s.Logo) && ext != ".svg" && ext != ".png" {
		c.fail(t.At("site", "logo"), fmt.Sprintf("%q cannot be a logo", s.Logo), "a logo is a drawing (.svg) or a picture (.png)")
	}
	for _, color := range []struct{ key, text string }{{"accent", s.Colors.Accent}, {"accent_dark", s.Colors.AccentDark}} {
		if _, err := brand.ParseColor(color.text); color.text != "" && err != nil {
			c.fail(t.At("site", "colors", color.key), err.Error(), `write it as "#1f4e5f"`)
		}
	}
}

// literal reports template syntax in the values of the site file, where nothing is filled in and which other texts repeat.
func (c *checker) literal(n *node.Node) {
	if n.Kind == node.String {
		if i := strings.Index(n.Text, "{{"); i >= 0 {
			t, ok := TokenAt(n.Text[i:])
			if !ok {
				t.Len = 2
			}
			c.fail(n.Place(i, i+t.Len), "template syntax is not read in "+c.site.File, "write the text itself")
		}
	}
	for _, item := range n.Items {
		c.literal(item)
	}
	for _, p := range n.Pairs {
		c.literal(p.Value)
	}
}

// misspelt reports whether a key is there under a wrong spelling, which has its own finding.
func misspelt(table *node.Node, key string) bool {
	return slices.ContainsFunc(table.Pairs, func(p node.Pair) bool {
		_, near := node.Misspelt(p.Key, []string{key})
		return near
	})
}

// inside reports a path that leaves the site.
func (c *checker) inside(at diag.Span, p string) bool {
	safe := fs.ValidPath(p) && !strings.Contains(p, "\\")
	if !safe {
		c.findings = append(c.findings, diag.Finding{Rule: "unsafe-path", Span: at, Message: fmt.Sprintf("the path %q leaves the site", p),
			Hint: "name a folder below the one that holds site.toml, with slashes and without \"..\""})
	}
	return safe
}

func (c *checker) params() {
	t := c.site.Tree
	if table := t.Get("public_params"); table != nil {
		for _, p := range table.Pairs {
			if _, ok := c.site.Params[p.Key]; !ok {
				c.fail(p.Span, fmt.Sprintf("[params] has no %q", p.Key), "")
			}
		}
	}
	if table := t.Get("rules"); table != nil {
		for _, p := range table.Pairs {
			if !slices.Contains([]string{"off", "warning", "error"}, p.Value.Text) {
				if p.Value.Kind != node.List && p.Value.Kind != node.Map { // which has its finding
					c.fail(p.Value.Span, fmt.Sprintf("a rule cannot be %q", p.Value.Text), "one of off, warning, error")
				}
				delete(c.site.Rules, p.Key) // a slip may not silence a rule
			}
		}
	}
}

func (c *checker) audit() {
	a, t := c.site.Audit, c.site.Tree
	if a == nil {
		return
	}
	at := t.At("audit")
	switch {
	case a.Type == 2 && (a.PeriodFrom.IsZero() || a.PeriodTo.IsZero()):
		c.period(at, "period_from", "period_to")
	case a.Type == 2 && a.PeriodTo.Before(a.PeriodFrom):
		c.unperiod("the period ends before it begins", "")
	case a.Type == 2 && a.PeriodFrom.AddMonths(12*longestPeriod).Before(a.PeriodTo):
		c.unperiod("the period is longer than five years", "look at the years of both dates")
	case a.Type == 1 && a.AsOf.IsZero():
		c.period(at, "as_of")
	case a.Type != 1 && a.Type != 2 && t.Get("audit").Get("type") != nil:
		c.fail(t.At("audit", "type"), "an audit is of type 1 or 2", "")
	}
	c.roles(a.Roles)
}

// roles asks of each role in the audit for one who has it. Of one that says not even what it is, that is the finding.
func (c *checker) roles(all []AuditRole) {
	for _, r := range all {
		person, name := strings.TrimSpace(r.Person.Text) != "", strings.TrimSpace(r.Name) != ""
		switch {
		case r.Does.Text == "":
		case person && name:
			c.fail(r.Does.Span, fmt.Sprintf("the role %q has a person and a name", r.Does.Text), "a person is of the company, by id; a name is of somebody of the firm")
		case !person && !name:
			c.fail(r.Does.Span, fmt.Sprintf("nobody has the role %q", r.Does.Text), "give it a person of the company, by id, or the name of somebody of the firm")
		}
	}
}

// longestPeriod is how many years an audit period can last. A longer one is a slip of the pen, and costs as many windows as it has.
const longestPeriod = 5

// unperiod reports a period that is none, and takes it away: nothing is to be concluded from it.
func (c *checker) unperiod(message, hint string) {
	c.fail(c.site.Tree.At("audit", "period_to"), message, hint)
	c.site.Audit.PeriodFrom, c.site.Audit.PeriodTo = node.Day{}, node.Day{}
}

// period reports dates that the type of audit needs and that are not written. One written wrong has its own finding.
func (c *checker) period(at diag.Span, keys ...string) {
	for _, key := range keys {
		if table := c.site.Tree.Get("audit"); table.Get(key) == nil && !misspelt(table, key) {
			c.fail(at, fmt.Sprintf("%q is missing", key), fmt.Sprintf("an audit of type %d needs it", c.site.Audit.Type))
		}
	}
}
