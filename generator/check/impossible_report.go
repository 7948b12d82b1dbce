package check

import (
	"slices"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var impossibleReport = &Rule{
	Rule: diag.Rule{Code: "TP505", Name: "impossible-report", Severity: diag.Error, Blocks: []string{"trust"}, Waivable: false,
		Says: "a report that cannot be as it is told"},
	Why: `A reader who knows reports sees at once what cannot be: a SOC 3 report of a type, a SOC 2 report for general use, an opinion in a
certificate, a report issued before the end of its period, a bridge letter that an auditor signs or that bridges more than three months, the
level "examined" where no examination is listed. After that nothing else on the page is believed. Correct the record by the report itself. Of a
report that is told in public, tell what a reader needs in order to place it: its kind, type, period and categories; of a certificate its number, the
body that issued it and until when it is valid.`,
	Bad: `-- content/reports.toml --
[[report]]
id = "RPT-2025"
title = "SOC 2 report of 2025"
kind = "soc2"
type = 2
period = { from = 2024-10-01, to = 2025-09-30 }
issued = 2025-11-28
categories = ["security"]
use = "general"
public = { title = "SOC 2 report of 2025", fields = ["kind", "type", "period", "issued", "categories", "use"] }
`,
	Good: `-- content/reports.toml --
[[report]]
id = "RPT-2025"
title = "SOC 2 report of 2025"
kind = "soc2"
type = 2
period = { from = 2024-10-01, to = 2025-09-30 }
issued = 2025-11-28
categories = ["security"]
use = "restricted"
public = { title = "SOC 2 report of 2025", fields = ["kind", "type", "period", "issued", "categories", "use"] }
`,
	Run: runImpossibleReport,
}

// impossible is what a report cannot be: where it is written, what is wrong, and how to mend it.
type impossible struct {
	at            []string
	message, hint string
	related       []diag.Related
}

func runImpossibleReport(p *Pass) {
	for _, r := range p.Program.Reports {
		if r.Broken {
			continue
		}
		for _, what := range slices.Concat(impossibleKind(r), impossibleDays(r), impossibleLetter(p, r), untold(r), impossibleLevel(r)) {
			p.Report(r, r.At(what.at...), r.ID+": "+what.message, what.hint, what.related...)
		}
	}
	if !p.Program.Doubtful("report") {
		groundlessLevels(p)
	}
}

// kinds names the kinds of report in sentences.
var kinds = map[string]string{"soc1": "a SOC 1 report", "soc2": "a SOC 2 report", "soc3": "a SOC 3 report", "iso27001": "a certificate", "iso27701": "a certificate",
	"iso42001": "a certificate", "pentest": "a penetration test", "bridge-letter": "a bridge letter"}

// kindOf names the kind of a report in a sentence.
func kindOf(r *program.Report) string {
	if name, ok := kinds[r.Kind]; ok {
		return name
	}
	return "a report of this kind"
}

// restricted reports whether a report is for those who know the system, and nobody else: SOC 1 and SOC 2.
func restricted(r *program.Report) bool { return r.Examination() && r.Kind != "soc3" }

// impossibleKind says what a report of its kind does not have.
func impossibleKind(r *program.Report) []impossible {
	var out []impossible
	refuse := func(wrong bool, field, message, hint string) {
		if wrong {
			out = append(out, impossible{at: []string{field}, message: message, hint: hint})
		}
	}
	refuse(restricted(r) && (r.Type < 0 || r.Type > 2), "type", kindOf(r)+" is of type 1 or 2", "")
	refuse(r.Kind != "" && !restricted(r) && r.Type != 0, "type", kindOf(r)+" is of no type", "take \"type\" away")
	refuse(r.Kind != "" && !r.Examination() && r.Opinion != "", "opinion", kindOf(r)+" gives no opinion", "take \"opinion\" away: an opinion stands in a SOC report")
	refuse(r.Examination() && r.Certificate != "", "certificate", kindOf(r)+" is no certificate", "take \"certificate\" away")
	refuse(r.Examination() && r.Accreditation != "", "accreditation", kindOf(r)+" comes from a licensed CPA firm, which is not accredited for it", "take \"accreditation\" away, and name the firm's licence under \"auditor\"")
	refuse(restricted(r) && r.Access == "open", "access", kindOf(r)+" is not for everybody to have", "write access = \"listed\"")
	refuse(restricted(r) && r.Use == "general", "use", kindOf(r)+" is for restricted use", "write use = \"restricted\"; a SOC 3 report is for general use")
	return out
}

// impossibleDays says what is wrong with the days of a report.
func impossibleDays(r *program.Report) []impossible {
	var out []impossible
	oneDay := restricted(r) && r.Type == 1
	period := restricted(r) && r.Type == 2 || r.Kind == "soc3"
	if oneDay && !r.Period.IsZero() {
		out = append(out, impossible{at: []string{"period"}, message: kindOf(r) + " of type 1 speaks of one day", hint: "write that day as \"as_of\""})
	}
	if period && !r.AsOf.IsZero() {
		out = append(out, impossible{at: []string{"as_of"}, message: kindOf(r) + " speaks of a period here, and of no single day", hint: "take \"as_of\" away"})
	}
	end := r.Period.To
	if end.Before(r.AsOf) {
		end = r.AsOf
	}
	if !r.Issued.IsZero() && r.Issued.Before(end) {
		out = append(out, impossible{at: []string{"issued"}, message: "it is issued on " + r.Issued.String() + ", and speaks of the days to " + end.String(), hint: "correct one of the days"})
	}
	if !r.ValidUntil.IsZero() && r.ValidUntil.Before(r.Issued) {
		out = append(out, impossible{at: []string{"valid_until"}, message: "it is valid until a day before it is issued", hint: "correct one of the days"})
	}
	return out
}
