package check

import (
	"slices"
	"strings"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
	"trustpress/generator/wording"
)

// grounds is what claims stand on: the reports and certificates that everybody can read of.
type grounds struct {
	*trace.Trace
	arabic bool // the types of reports are written with Arabic numbers somewhere
}

// wrong reports whether a claim has no ground.
func (g grounds) wrong(c claim) bool {
	report, _ := c.rec.(*program.Report)
	switch c.If {
	case wording.Unrecorded:
		_, vendor := c.rec.(*program.Vendor) // what is told there is told of it
		return !vendor && !g.Program.Doubtful("report") && !g.recorded(c)
	case wording.Outdated:
		return g.outdated(c.Report)
	case wording.Unexamined:
		return report == nil || report.Auditor.Name == "" || !report.Examination() && !report.Certified()
	case wording.NoPrivacy:
		return !g.privacy()
	case wording.Bridging:
		return report != nil && (report.Kind == "bridge-letter" || report.Kind == "pentest" && c.Rule == "L11")
	case wording.Roman:
		return g.arabic || slices.ContainsFunc(g.Program.Reports, func(r *program.Report) bool { return program.Publishes(r, "type") && r.Type > 0 })
	case wording.Arabic:
		return false
	case wording.Ours:
		return !ofVendor(c.rec)
	case wording.Unasserted:
		s, _ := c.rec.(*program.Statement)
		return !ofVendor(c.rec) && (s == nil || s.About != "assertion")
	}
	return true
}

// ofVendor reports whether a record tells of a vendor, whose report is a fact to us.
func ofVendor(rec program.Any) bool {
	switch rec.(type) {
	case *program.Vendor, *program.VendorCUEC:
		return true
	}
	return false
}

// recorded reports whether a public record tells of the report or certificate that a claim names.
func (g grounds) recorded(c claim) bool {
	return slices.ContainsFunc(g.Program.Reports, func(r *program.Report) bool {
		switch {
		case !isTold(r):
			return false
		case c.Report == "":
			return certificate(r)
		case strings.HasPrefix(c.Report, "iso"):
			return (r.Kind == c.Report || r.Kind == "other" && strings.Contains(r.Title, strings.TrimPrefix(c.Report, "iso"))) && certificate(r)
		case c.Report == "other":
			return r.Kind == "other" && strings.Contains(strings.ToLower(r.Title), strings.ToLower(strings.Fields(c.words)[0]))
		case c.Report == "soc3":
			return r.Kind == "soc3" && r.Auditor.Name != "" && r.Opinion != "" && !r.Period.From.IsZero()
		}
		return r.Kind == c.Report && (c.Type == 0 || r.Type == c.Type)
	})
}

// certificate reports whether everybody can read what a certificate is worth: by whom its body is accredited, and for what it was
// given. For its number, body and last day the rule impossible-report asks.
func certificate(r *program.Report) bool {
	return (r.Certified() || r.Certificate != "") && r.Accreditation != "" && program.Publishes(r, "accreditation") && r.Scope != "" && program.Publishes(r, "scope")
}

// newest returns the public report of a sort whose time ended last, or nil.
func newest(t *trace.Trace, sort func(*program.Report) bool) *program.Report {
	var out *program.Report
	for _, r := range t.Program.Reports {
		if sort(r) && isTold(r) && (out == nil || lasts(out).Before(lasts(r))) {
			out = r
		}
	}
	return out
}

// outdated reports whether the newest report of a kind has run out, or speaks of a time that is over for more than a year.
func (g grounds) outdated(kind string) bool {
	r := newest(g.Trace, func(r *program.Report) bool { return r.Kind == kind })
	return r != nil && !lasts(r).IsZero() && lasts(r).Before(g.AsOf) // that it is not there is said elsewhere
}

// lasts returns the day until which a report or a certificate is taken for the present.
func lasts(r *program.Report) node.Day {
	switch {
	case !r.ValidUntil.IsZero():
		return r.ValidUntil
	case !r.Period.To.IsZero():
		return r.Period.To.AddMonths(program.ReportMonths)
	case !r.AsOf.IsZero():
		return r.AsOf.AddMonths(program.ReportMonths)
	}
	return node.Day{}
}

// privacy reports whether privacy is among the categories that are examined, or nobody says which are.
func (g grounds) privacy() bool {
	var categories []string
	for _, r := range g.Program.Reports {
		if isTold(r) {
			categories = append(categories, r.Categories...)
		}
	}
	if g.Site.Audit != nil {
		for _, c := range g.Site.Audit.Categories {
			categories = append(categories, c.Text)
		}
	}
	return len(categories) == 0 || slices.Contains(categories, "privacy")
}
