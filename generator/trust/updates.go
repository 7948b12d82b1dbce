package trust

import (
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/plain"
)

// updatesData is the notices to customers, the newest first.
type updatesData struct {
	Claims []claim // about the matter of their class
	Years  []yearOfUpdates
	Others []part // the lists of other classes
}

// yearOfUpdates is the notices of one year.
type yearOfUpdates struct {
	Anchor, Year string
	Updates      []update
}

// update is a notice as a page shows it.
type update struct {
	statement
	audience.PublicUpdate
	Class     string // in words
	Opening   string // its first sentence
	Href      string // of the page that holds all of it
	Lapsed    string // what is said once it no longer holds
	Corrects  *mention
	Corrected []correction
}

// correction is a notice that says what was wrong in another.
type correction struct {
	mention
	Published string
}

// matterOf names the topic of the facts that stand above the notices of a class, so that the page is of their day too.
var matterOf = map[string]string{"incident": "incidents", "advisory": "vulnerabilities"}

// updates composes the list of the notices of a class, or of all.
func updates(class string) func(*sheet) any {
	return func(s *sheet) any {
		out := updatesData{Others: s.otherUpdates(), Claims: s.claims(func(c *audience.PublicClaim) bool { return class != "" && c.Topic == matterOf[class] })}
		for i := range s.Updates {
			u := &s.Updates[i]
			if class != "" && u.Class != class {
				continue
			}
			year, _, _ := strings.Cut(u.Published, "-")
			if n := len(out.Years); n == 0 || out.Years[n-1].Year != year {
				out.Years = append(out.Years, yearOfUpdates{Anchor: "tp.year." + year, Year: year})
			}
			last := &out.Years[len(out.Years)-1]
			one := s.notified(u, s.head(u.PublicText, "update", i))
			one.Opening = opening(plain.Text(u.HTML))
			last.Updates = append(last.Updates, one)
		}
		return out
	}
}

// otherUpdates returns the other lists of notices.
func (s *sheet) otherUpdates() []part {
	var out []part
	for _, p := range s.pages {
		if list := p.path == updatesPath || p.template == "updates"; list && p.path != s.page.path {
			out = append(out, part{Title: s.say("trust-" + p.name), Href: s.href(p.path, "")})
		}
	}
	return out
}

// ofClass returns how many notices there are of a class, or of all.
func ofClass(class string) func(*audience.Public) int {
	return func(p *audience.Public) int {
		n := 0
		for i := range p.Updates {
			if class == "" || p.Updates[i].Class == class {
				n++
			}
		}
		return n
	}
}

// update is the page of one notice.
func (s *sheet) update(u *audience.PublicUpdate, n int) any {
	return s.notified(u, s.statementBelow(1, u.PublicText, "update", n))
}

// notified adds what is told of a notice. One that was corrected stays as it was: what was wrong stands in another.
func (s *sheet) notified(u *audience.PublicUpdate, words statement) update {
	s.dated(u.Published)
	out := update{statement: words, PublicUpdate: *u, Class: s.chosen(u.Class), Href: s.href(updatePath(u), "")}
	if u.Expires != "" {
		out.Lapsed = s.say("expired-on", u.Expires)
	}
	if wrong := s.updates.first(u.Corrects); wrong != nil {
		out.Corrects = s.updateNamed(wrong)
	}
	for _, right := range s.corrections.all(u.ID) {
		s.dated(right.Published)
		out.Corrected = append(out.Corrected, correction{*s.updateNamed(right), right.Published})
	}
	return out
}

// updateNamed returns a notice by its name.
func (s *sheet) updateNamed(u *audience.PublicUpdate) *mention {
	return &mention{Name: u.Title, Href: s.href(updatePath(u), "")}
}

func updatePath(u *audience.PublicUpdate) string { return recordPath("updates", u.ID) }
