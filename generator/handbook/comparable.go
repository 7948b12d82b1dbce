package handbook

import (
	"strings"

	"trustpress/generator/audience"
)

// resolve returns a redline with its references as links of this page, where they lead to something that this version has.
func (s *sheet) resolve(text string) string { return audience.Resolve(text, s.meaningOf) }

// meaningOf returns the way to what a reference means, or "".
func (s *sheet) meaningOf(id, slug string) string {
	if rec := s.byID[strings.ToLower(id)]; rec != nil {
		return s.href(rec.Base().Path()+"/index.html", slug)
	}
	if c := s.staff.Catalogues().Find(id).Criterion; c != nil && s.known[c] {
		return s.href(criterionPath(c), "")
	}
	return ""
}
