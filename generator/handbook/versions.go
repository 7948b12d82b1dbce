package handbook

import (
	"strings"

	"trustpress/generator/theme"
)

// shelve says of a page which version it belongs to, where it stands in the others, and on what terms it may be read.
func (s *sheet) shelve(page *theme.Page) {
	if s.about.moved != "" {
		page.Moved = s.href(s.about.moved, "")
	}
	if len(s.library.shelf.volumes) < 2 {
		return
	}
	page.Version, page.Shelf = s.versionName(s.volume), s.across(s.library.shelf.volumes[0], versionsPath)
	for _, v := range s.library.shelf.volumes {
		out := theme.Version{Name: s.versionName(v), Date: s.versionDate(v), Current: v == s.volume}
		if path := s.pageIn(v); path != "" {
			out.Href = s.across(v, path)
		}
		page.Versions = append(page.Versions, out)
	}
	if !s.today() {
		page.Banner, page.Above = s.banner(), "../"
		page.Sheets = append(page.Sheets, headSheet(s.volume.released))
	}
}

func (s *sheet) versionName(v *volume) string {
	if v.released == nil {
		return s.say("version-today")
	}
	return s.say("version-name", v.released.Version)
}

// versionIn names a version within a sentence.
func (s *sheet) versionIn(v *volume) string {
	if v.released == nil {
		return s.say("version-in-today")
	}
	return s.say("version-in", v.released.Version)
}

func (s *sheet) versionDate(v *volume) string {
	if v.released == nil {
		return "" // a page of old is not to change because a day has passed
	}
	return v.released.Date.String()
}

// pageIn returns the path of this page in another version: the page of the same record, of the same list, or the first page. It is ""
// where the version has no such record.
func (s *sheet) pageIn(v *volume) string {
	switch {
	case v == s.volume:
		return s.path
	case s.about.record != nil:
		if there := s.library.shelf.in(v, s.about.record); there != nil {
			return pathOf(there)
		}
		return ""
	case s.about.kind != nil && v.kinds[s.about.kind.Name]:
		return s.about.kind.Folder + "/index.html"
	}
	return "index.html"
}

// across returns the way from this page to a page of another version.
func (s *sheet) across(v *volume, path string) string {
	if v == s.volume {
		return s.href(path, "")
	}
	up := strings.Count(s.volume.folder(), "/")
	return strings.Repeat("../", up) + s.root + v.folder() + path
}

// banner says of a page of an older version that it is one, and leads to the page of today.
func (s *sheet) banner() *theme.Banner {
	today := s.library.shelf.volumes[0]
	out := &theme.Banner{Text: s.say("version-old", s.volume.released.Version, s.volume.released.Date.String())}
	path := s.pageIn(today)
	if path == "" {
		out.Text += " " + s.say("version-gone")
		return out
	}
	out.Link, out.Href = s.say("version-new"), s.across(today, path)
	if s.unchanged(today) {
		out.Text += " " + s.say("version-unchanged")
	}
	return out
}

// unchanged reports whether a policy or procedure has the same words in another version.
func (s *sheet) unchanged(v *volume) bool {
	o := s.about.record
	if o == nil || o.SHA256 == "" {
		return false
	}
	there := s.library.shelf.in(v, o)
	return there != nil && there.SHA256 == o.SHA256
}

// versionsData is the list of the versions.
type versionsData struct{ Versions []versionRow }

// versionRow is one version, in the list of all.
type versionRow struct {
	Name, Date, SHA256 string
	Href, Changes      string
	Since              string // the version that the changes are told from
	Archive            string
	Documents          int
}

// versionsPage lists the versions, the newest first.
func versionsPage(s *sheet) face {
	var out versionsData
	for i, v := range s.library.shelf.volumes {
		row := versionRow{Name: s.versionName(v), Date: s.staff.AsOf(), Href: s.across(v, "index.html"), Documents: len(v.documents())}
		if v.released != nil {
			row.Date, row.SHA256, row.Archive = s.versionDate(v), v.released.SHA256, v.released.Archive()
		}
		if i+1 < len(s.library.shelf.volumes) {
			row.Changes, row.Since = s.across(v, changesPath), s.versionIn(s.library.shelf.volumes[i+1])
		}
		out.Versions = append(out.Versions, row)
	}
	return face{"versions", s.say("versions"), versionsPath, out}
}
