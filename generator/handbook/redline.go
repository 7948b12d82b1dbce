package handbook

import (
	"html/template"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/program"
	"trustpress/generator/redline"
	"trustpress/generator/theme"
)

// redlineData is a document compared with what it was.
type redlineData struct {
	Kind, ID, Title string
	From, To        side
	Others          []comparison
	Counts          redline.Counts
	Changes         []redline.Change
	Text            template.HTML
}

// side is one of the two texts that are compared.
type side struct {
	In       string // its version of the handbook, within a sentence
	Text     comparison
	Date     string // of that version
	Version  string // of the document
	Policy   bool   // it may be approved
	Approved []template.HTML
}

// comparison is the way to a text, or to a page that compares.
type comparison struct{ Name, Href string }

func redlinePage(o *program.Outline, old *volume) func(*sheet) face {
	return func(s *sheet) face {
		was := s.library.shelf.in(old, o)
		r, err := s.library.compared.take(pair{shelved{old, was}, shelved{s.volume, o}})
		if err != nil {
			s.err = err
			return face{}
		}
		out := redlineData{Kind: s.say("kind-" + o.Kind), ID: o.ID, Title: o.Title, From: s.side(old, was), To: s.side(s.volume, o), Counts: r.Counts,
			Changes: audience.Changes(r), Text: theme.Readable(s.resolve(r.HTML(audience.RedlineWords(func(key string) string { return s.say(key) }), "")), s.say("table-scroll"))}
		for _, other := range s.library.shelf.differing(s.volume, o) {
			if other != old {
				out.Others = append(out.Others, comparison{s.versionName(other), s.href(redlinePath(o, other), "")})
			}
		}
		return face{"redline", s.say("changes-of", o.Title), program.KindNamed(o.Kind).Folder + "/index.html", out}
	}
}

// side tells of one of two texts, with who approved it as far as this version of the handbook knows.
func (s *sheet) side(v *volume, o *program.Outline) side {
	out := side{In: s.versionIn(v), Text: comparison{s.versionName(v), s.across(v, pathOf(o))}, Date: s.versionDate(v), Version: o.Version}
	now := s.library.shelf.in(s.volume, o)
	p, isPolicy := s.byID[strings.ToLower(now.ID)].(*program.Policy)
	if !isPolicy {
		return out
	}
	out.Policy = true
	for _, a := range s.staff.Approved(p).Approvals {
		if a.SHA256 == o.SHA256 && s.staff.Sees(a.Approval) {
			out.Approved = append(out.Approved, s.approver(a)+", <time>"+text(a.On.String()).HTML+"</time>")
		}
	}
	return out
}
