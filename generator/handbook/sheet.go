package handbook

import (
	"html/template"
	"net/url"
	"strings"

	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/theme"
)

const (
	coveragePath = "coverage/index.html"
	calendarPath = "calendar/index.html"
	gapsPath     = "gaps/index.html"
	versionsPath = "versions/index.html"
	changesPath  = "changes/index.html"

	approvalsPath = "approvals/index.html"
	inForcePath   = "in-force/index.html"
)

// sheet is one page while it is put together. A word that the interface does not have is remembered as its error.
type sheet struct {
	*book
	path  string
	root  string
	about subject
	err   error
}

// subject is what a page is about, as far as other versions may have the same page.
type subject struct {
	record *program.Outline
	kind   *program.Kind // of a list
	moved  string        // of a page that is left behind: where it stands now
}

// say returns the words of the interface for a key.
func (s *sheet) say(key string, args ...any) string {
	word, err := s.theme.Word(s.lang, key, args...)
	if err != nil && s.err == nil {
		s.err = err
	}
	return word
}

// href returns the way from this page to another, or to a heading of it.
func (s *sheet) href(path, slug string) string {
	if path == s.path && slug != "" {
		return (&url.URL{Fragment: slug}).String()
	}
	return (&url.URL{Path: s.root + path, Fragment: slug}).String()
}

// nav returns the links to the parts of the handbook, which are few however many records there are.
func (s *sheet) nav(current string) []theme.Link {
	out := []theme.Link{s.navLink("contents", "index.html", current)}
	for _, p := range s.parts {
		for _, name := range first {
			if p.Kind.Name == name {
				out = append(out, s.navLink("kinds-"+name, p.Kind.Folder+"/index.html", current))
			}
		}
	}
	if len(s.criteria) > 0 {
		out = append(out, s.navLink(s.coverageWord(), coveragePath, current))
	}
	if s.dated() {
		out = append(out, s.navLink("calendar", calendarPath, current))
	}
	if s.governs() {
		out = append(out, s.navLink("approvals", approvalsPath, current))
	}
	if !s.today() {
		return out
	}
	return append(out, s.navLink("gaps", gapsPath, current))
}

func (s *sheet) navLink(key, path, current string) theme.Link {
	return theme.Link{Text: s.say(key), Href: s.href(path, ""), Current: path == current}
}

// coverageWord returns the name of the table of criteria: without an audit nothing is said of coverage.
func (s *sheet) coverageWord() string {
	if s.staff.Audited() {
		return "coverage"
	}
	return "criteria"
}

// foot returns the lines below every page.
func (s *sheet) foot() []string {
	out := []string{s.say("for-staff", s.staff.Site().Organization.Name), s.say("as-of-line", s.staff.AsOf())}
	if commit := s.staff.Commit(); commit != "" {
		out = append(out, s.say("commit-line", commit))
	}
	return out
}

// named is a record or a criterion as another page names it. Without Href it has no page, or none that staff may read.
type named struct {
	ID      string
	Title   string
	Section string // the heading that is meant
	Href    string
	Hint    string // the title, where the identifier stands alone
	Former  string // the word for a record that holds no longer
}

// HTML returns the name as a link, or as text if it leads nowhere.
func (n named) HTML() template.HTML {
	var b strings.Builder
	if n.ID != "" {
		b.WriteString(`<span class="id">` + template.HTMLEscapeString(n.ID) + `</span>`)
	}
	if n.ID != "" && n.Title != "" {
		b.WriteByte(' ')
	}
	b.WriteString(template.HTMLEscapeString(n.Title))
	if n.Section != "" {
		b.WriteString(", " + template.HTMLEscapeString(n.Section))
	}
	if n.Former != "" {
		b.WriteString(" (" + template.HTMLEscapeString(n.Former) + ")")
	}
	if n.Href == "" {
		return template.HTML(b.String())
	}
	return template.HTML(anchor(n.Href, n.Hint, b.String()))
}

// name names a record; anchor is the heading that is meant, or "".
func (s *sheet) name(rec program.Any, anchor string) named {
	switch {
	case !s.staff.Sees(rec):
		return named{Title: s.say("restricted")}
	case !s.has(rec):
		return named{Title: program.Name(rec)}
	}
	h, _ := rec.Base().Body.Heading(anchor)
	out := named{ID: rec.Base().ID, Title: program.Name(rec), Section: h.Text, Href: s.href(rec.Base().Path()+"/index.html", h.Slug)}
	if rec.Base().Kind.Name == "person" || out.ID == out.Title {
		out.ID = ""
	}
	if retired(rec) {
		out.Former = s.say("value-retired")
	}
	return out
}

// criterion names a criterion.
func (s *sheet) criterion(c *criteria.Criterion) named {
	out := named{ID: c.Label(s.lang), Title: c.Title.In(s.lang)}
	if s.known[c] {
		out.Href = s.href(criterionPath(c), "")
	}
	return out
}

// criterionPath returns where a criterion's page stands.
func criterionPath(c *criteria.Criterion) string {
	return strings.ToLower("criteria/"+c.Framework.ID+"/"+c.ID) + "/index.html"
}

// readable returns the HTML of a text for a page.
func (s *sheet) readable(p program.Prose) template.HTML {
	return theme.Readable(s.fill(p), s.say("table-scroll"))
}
