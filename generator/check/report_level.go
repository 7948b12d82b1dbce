package check

import (
	"slices"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

// certifiable are the kinds of report that a body can certify by: other ones are beside them, as a certificate of quality is.
var certifiable = []string{"iso27001", "iso27701", "iso42001", "csa-star", "other"}

// impossibleLevel says that a report is told to go further than one of its kind does.
func impossibleLevel(r *program.Report) []impossible {
	at := []string{"public", "level"}
	switch {
	case r.Kind == "":
	case r.Public.Level == "examined" && !r.Examination():
		return []impossible{{at: at, message: kindOf(r) + " is not examined by a CPA firm", hint: "take \"level\" away: it follows from the kind"}}
	case r.Public.Level == "certified" && !slices.Contains(certifiable, r.Kind):
		return []impossible{{at: at, message: kindOf(r) + " certifies nothing", hint: "take \"level\" away: it follows from the kind"}}
	}
	return nil
}

// groundlessLevels reports what is told to be examined or certified while no report is listed that would show it.
func groundlessLevels(p *Pass) {
	listed := map[string]bool{}
	for _, r := range p.Program.Reports {
		if isTold(r) {
			listed[program.StandingOf(r, p.Site.Trust.Holds).Level] = true
		}
	}
	for _, rec := range p.Program.Records() {
		if _, report := rec.(*program.Report); report || rec.Base().Broken || !isTold(rec) {
			continue
		}
		level := program.StandingOf(rec, p.Site.Trust.Holds).Level
		switch {
		case listed[level]:
		case level == "examined":
			p.Report(rec, levelAt(rec), rec.Base().ID+": it is told to be independently examined, and no report of an examination is listed in public",
				"list the report, or write level = \"self-assessed\"")
		case level == "certified":
			p.Report(rec, levelAt(rec), rec.Base().ID+": it is told to be certified, and no certificate is listed in public", "list the certificate, or write level = \"self-assessed\"")
		}
	}
}

// levelAt returns where the level of a record is written.
func levelAt(rec program.Any) diag.Span {
	r := rec.Base()
	if r.Public.Level != "" {
		return r.At("public", "level")
	}
	return r.At("level")
}
