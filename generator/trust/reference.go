package trust

import (
	"html"
	"regexp"
	"strings"

	"trustpress/generator/audience"
)

var references = regexp.MustCompile(`(?s)<a href="ref:(id|criterion):([^"#]*)#?([^"]*)">(.*?)</a>`)

// lead makes the references of a text lead to where their records stand in the trust center. One to what has no place there is its
// words alone.
func (s *sheet) lead(text string) string {
	if !strings.Contains(text, `"ref:`) {
		return text
	}
	return references.ReplaceAllStringFunc(text, func(link string) string {
		m := references.FindStringSubmatch(link)
		href := s.place(m[1], html.UnescapeString(m[2]), html.UnescapeString(m[3]))
		if href == "" {
			return m[4]
		}
		return "<a" + whole(m[2], m[4]) + ` href="` + html.EscapeString(href) + `">` + m[4] + "</a>"
	})
}

// whole keeps a link in one line that shows no more than the id of what it leads to.
func whole(id, shown string) string {
	if !strings.EqualFold(id, shown) {
		return ""
	}
	return ` class="whole"`
}

// place returns the way to a criterion, or to a record by its public id and a heading of it, or "".
func (s *sheet) place(what, id, slug string) string {
	if what == "criterion" {
		return s.criterionHref(id)
	}
	path, known := s.places[strings.ToLower(id)]
	if !known {
		return ""
	}
	anchor := idAnchor(id)
	if slug != "" {
		anchor += ":" + slug
	}
	return s.href(path, anchor)
}

// idAnchor names the part of a page that is about a record: stable, because an id is.
func idAnchor(id string) string { return "tp.id." + strings.ToLower(id) }

// places returns the page on which each record stands that has a public id.
func places(p *audience.Public) map[string]string {
	out := map[string]string{}
	add := func(path string, texts ...audience.PublicText) {
		for _, t := range texts {
			if t.ID != "" {
				out[strings.ToLower(t.ID)] = path
			}
		}
	}
	for _, c := range p.Controls {
		add(controlsPath, c.PublicText)
	}
	for _, x := range p.Policies {
		if x.Whole {
			add(recordPath("policies", x.ID), x.PublicText)
		} else {
			add(policiesPath, x.PublicText)
		}
	}
	for _, r := range p.Reports {
		add(recordPath("reports", r.ID), r.PublicText)
	}
	for _, v := range p.Subprocessors {
		add(subprocessorsPath, v.PublicText)
	}
	for _, v := range p.Subservices { // where a vendor is both, more is told of it here
		add(systemPath, v.PublicText)
	}
	for _, d := range p.Description {
		add(systemPath, d.PublicText)
	}
	add(systemPath, p.Commitments...)
	add(systemPath, p.Requirements...)
	add(customersPath, p.CUECs...)
	add(customersPath, p.Responsibilities...)
	add(morePath, p.Vendors...)
	for _, d := range p.Documents {
		add(documentsPath, d.PublicText)
	}
	for i := range p.Updates {
		add(updatePath(&p.Updates[i]), p.Updates[i].PublicText)
	}
	for _, q := range p.Questions {
		add(questionsPath, q.PublicText)
	}
	for _, one := range p.Pages {
		add(sectionPath(one.Section), one.PublicText)
	}
	for _, one := range p.Claims {
		add(sectionPath(one.Section), one.PublicText)
	}
	add(morePath, p.Texts...)
	return out
}

// sectionPath returns the page on which a section of the trust center stands.
func sectionPath(section string) string {
	for _, p := range pages {
		if p.section && p.name == section {
			return p.path
		}
	}
	return morePath
}
