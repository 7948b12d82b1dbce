package audience

import (
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// Accepted returns the waiver that accepts that a control was not carried out in the window that begins on a day, if there is one.
func (e *Edition) Accepted(c *program.Control, from node.Day) (diag.Waived, bool) {
	e.index.Do(func() {
		e.accepted = map[string]diag.Waived{}
		for _, w := range e.Report.Waived {
			if w.Rule == "missing-occurrence" {
				e.accepted[window(w.Record, w.At)] = w
			}
		}
	})
	w, ok := e.accepted[window(c.ID, from.String())]
	return w, ok
}

func window(control, first string) string { return strings.ToLower(control) + "@" + first }

// Accepted reports whether a waiver accepts that a control was not carried out in the window that begins on a day.
func (s *Staff) Accepted(c *program.Control, from node.Day) bool {
	_, accepted := s.edition.Accepted(c, from)
	return accepted
}

// Gap is a finding as a reader of an output sees it.
type Gap struct {
	Rule    string
	Record  string // id, or ""
	At      string // the window, version or criterion that is meant, or ""
	Message string // "" where the reader may not see the record
	State   string // of a control that the reader may not see: evidenced, missing, did not occur
	Waived  bool   // a waiver record accepts it
}

// Gaps returns what was found, waived findings last. Of a confidential record, and of one that is not known, only the rule, the
// id and the coverage state are told, and once, because how often a rule found something would tell how often a control is due.
func (s *Staff) Gaps() []Gap {
	var out []Gap
	told, secret := map[Gap]bool{}, s.secretFiles()
	add := func(f diag.Finding, waived bool) {
		g := s.gap(f, secret)
		g.Waived = waived
		if g.Message == "" && told[g] {
			return
		}
		told[g] = true
		out = append(out, g)
	}
	for _, f := range s.edition.Report.Findings {
		add(f, false)
	}
	for _, w := range s.edition.Report.Waived {
		add(w.Finding, true)
	}
	return out
}

func (s *Staff) gap(f diag.Finding, secret map[string]bool) Gap {
	rec := s.edition.Record(f.Record)
	about := f.Record == "" && f.File == s.edition.Site.File || rec != nil && s.Sees(rec)
	own := rec != nil && slices.Contains(filesOf(rec.Base()), f.File)
	if about && (own || !secret[f.File]) && !slices.ContainsFunc(f.Related, func(r diag.Related) bool { return secret[r.File] }) {
		return Gap{Rule: f.Rule, Record: f.Record, At: f.At, Message: f.Message}
	}
	g := Gap{Rule: f.Rule, Record: f.Record}
	if c, ok := rec.(*program.Control); ok {
		g.State = s.State(c)
	}
	return g
}

// secretFiles returns the files that hold confidential records: a finding that points there may speak of one, unless it stands in the file of
// its own record.
func (s *Staff) secretFiles() map[string]bool {
	out := map[string]bool{}
	for _, rec := range s.edition.Program.Records() {
		if !s.Sees(rec) {
			for _, file := range filesOf(rec.Base()) {
				out[file] = true
			}
		}
	}
	return out
}
