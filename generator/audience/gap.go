package audience

import (
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// Accepted reports whether a waiver accepts that a control was not carried out in the window that begins on a day.
func (s *Staff) Accepted(c *program.Control, from node.Day) bool {
	return slices.ContainsFunc(s.edition.Report.Waived, func(w diag.Waived) bool {
		return w.Rule == "missing-occurrence" && strings.EqualFold(w.Record, c.ID) && w.At == from.String()
	})
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
// id and the coverage state are told.
func (s *Staff) Gaps() []Gap {
	var out []Gap
	for _, f := range s.edition.Report.Findings {
		out = append(out, s.gap(f))
	}
	for _, w := range s.edition.Report.Waived {
		g := s.gap(w.Finding)
		g.Waived = true
		out = append(out, g)
	}
	return out
}

func (s *Staff) gap(f diag.Finding) Gap {
	g := Gap{Rule: f.Rule, Record: f.Record, At: f.At}
	rec := s.edition.Record(f.Record)
	if f.Record == "" && f.File == s.edition.Site.File || rec != nil && s.Sees(rec) {
		g.Message = f.Message
	} else if c, ok := rec.(*program.Control); ok {
		g.State = s.State(c)
	}
	return g
}
