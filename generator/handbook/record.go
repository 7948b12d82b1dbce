package handbook

import (
	"cmp"
	"html"
	"html/template"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/theme"
)

// common is what the page of every record shows.
type common struct {
	ID          string
	Kind        string
	Title       string
	Description template.HTML
	Gaps        []audience.Gap
	Facts       []fact
	Body        template.HTML
	Public      template.HTML // what is said about the record to everybody
	Used        []template.HTML
}

func (s *sheet) common(rec program.Any) common {
	r := rec.Base()
	return common{ID: r.ID, Kind: s.say("kind-" + r.Kind.Name), Title: program.Name(rec), Description: s.readable(r.Description),
		Gaps: s.gapsOf()[strings.ToLower(r.ID)], Body: s.readable(r.Body), Public: s.readable(r.Public.Text), Used: s.uses(s.staff.Uses(rec), rec, nil)}
}

// record puts together the page of a record that has no layout of its own.
func (s *sheet) record(rec program.Any) face {
	c := s.common(rec)
	c.Facts = s.shown(program.Written(rec), elsewhere...)
	if !reviewDue(rec).IsZero() {
		f := fact{Label: s.say("field-next_review")}
		f.show(s.nextReview(rec))
		c.Facts = append(c.Facts, f)
	}
	slices.SortStableFunc(c.Facts, func(a, b fact) int { return cmp.Compare(a.size(), b.size()) })
	return face{"record", c.Title, rec.Base().Kind.Folder + "/index.html", c}
}

// document is a policy or a procedure.
type document struct {
	Common    common
	Notice    string    // a key, or ""
	Standing  *standing // of a policy
	Approvals []approval
	Held      []held
	Links     []fact // the fields that lead elsewhere
	Contents  []entry
	Revisions revisions
}

// entry is one line of a table of contents.
type entry struct {
	Link template.HTML
	Sub  bool // it stands below the one before
}

// notices say of a document, by its status, that it is not in force.
var notices = map[string]string{"draft": "document-draft", "retired": "document-retired"}

// contentsFrom is the number of headings from which a document has a table of contents.
const contentsFrom = 3

func (s *sheet) document(rec program.Any, g *program.Governed) face {
	d := document{Common: s.common(rec), Notice: notices[g.Status], Revisions: s.revisions(rec, g)}
	if p, ok := rec.(*program.Policy); ok {
		standing := s.standing(p)
		d.Standing, d.Approvals, d.Held = &standing, s.approvals(p), s.held(p)
	}
	keys := []string{"id", "version", "status", "owner", "approved_by", "approved_on", "effective_on", "review_every", "next_review", "classification"}
	d.Common.Facts, d.Links = append(s.due(s.facts(rec, keys...), rec), s.wrote(rec, "retired_on", "former_ids")...), s.wrote(rec, "criteria", "policies")
	for _, h := range headings(rec) {
		if h.Slug != "" && h.Level <= 3 {
			d.Contents = append(d.Contents, entry{Link: template.HTML(anchor(s.href(s.path, h.Slug), "", html.EscapeString(h.Text))), Sub: h.Level > 2})
		}
	}
	if len(d.Contents) < contentsFrom {
		d.Contents = nil
	}
	return face{"document", d.Common.Title, rec.Base().Kind.Folder + "/index.html", d}
}

// wrote returns the fields under the keys given, but for those that the author left out.
func (s *sheet) wrote(rec program.Any, keys ...string) []fact {
	var out []fact
	for _, f := range s.facts(rec, keys...) {
		if !f.absent {
			out = append(out, f)
		}
	}
	return out
}

// due puts the day of the next review in its place, which follows from how often a document is reviewed.
func (s *sheet) due(facts []fact, rec program.Any) []fact {
	for i := range facts {
		if facts[i].key == "next_review" {
			facts[i].show(s.nextReview(rec))
		}
	}
	return facts
}

func headings(rec program.Any) []source.Heading {
	if body := rec.Base().Body; body.Prose != nil {
		return body.Headings
	}
	return nil
}

// control is the page of a control.
type control struct {
	Common      common
	Audited     bool
	State       template.HTML // "" if nothing is known of occurrences
	Retired     bool
	Period      string
	Occurrences []occurrence
}

type occurrence struct {
	Window    string
	Frequency string
	State     template.HTML
}

func (s *sheet) control(c *program.Control) face {
	out := control{Common: s.common(c), Audited: s.staff.Audited(), State: s.state(stateWord(s.staff.State(c))), Retired: c.Retired()}
	out.Common.Facts = append(s.facts(c, "owner", "criteria", "policies", "frequency", "type", "mode", "systems"),
		s.wrote(c, "commitments", "risks", "classification", "former_ids")...)
	if p := s.staff.Period(); !p.IsZero() {
		out.Period = s.period(p)
	}
	for _, o := range s.staff.Occurrences(c) {
		row := occurrence{Window: s.period(o.Window), State: s.state(stateWord(o.State.String()))}
		if o.Frequency != "" {
			row.Frequency = s.say(theme.ValueKey(o.Frequency))
		}
		out.Occurrences = append(out.Occurrences, row)
	}
	return face{"control", out.Common.Title, c.Base().Kind.Folder + "/index.html", out}
}

// stateWord returns the key of the words for a state of occurrences.
func stateWord(state string) string {
	if state == "" {
		return ""
	}
	return theme.StateKey(state)
}
