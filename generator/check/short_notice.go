package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var shortNotice = &Rule{
	Rule: diag.Rule{Code: "TP510", Name: "short-notice", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a subprocessor change announced later than the notice allows"},
	Why: `A processor tells its customers of a new subprocessor early enough for them to object (GDPR Article 28(2)). How early is in the
agreement with them, and in [trust] notice_days; the Regulation sets no number. A change that begins sooner after its announcement, or
before the last day on which one can object, breaks that promise. Let it begin later, or record with a waiver why it could not.`,
	Bad: `-- content/vendors.toml --
[[vendor]]
id = "VEN-print"
title = "Example Print AB"
public = { title = "Example Print AB", text = "Prints letters." }
[vendor.subprocessor]
public = true
transfer = "none"
announced = 2026-09-01
effective = 2026-09-15
`,
	Good: `-- content/vendors.toml --
[[vendor]]
id = "VEN-print"
title = "Example Print AB"
public = { title = "Example Print AB", text = "Prints letters." }
[vendor.subprocessor]
public = true
transfer = "none"
announced = 2026-09-01
effective = 2026-10-15
objection_until = 2026-10-01
`,
	Run: runShortNotice,
}

func runShortNotice(p *Pass) {
	for _, v := range p.Program.Vendors {
		s := v.Subprocessor
		if s == nil || v.Broken || !s.Ended.IsZero() || s.Effective.IsZero() {
			continue
		}
		if days := s.Announced.Until(s.Effective); !s.Announced.IsZero() && days < p.Site.Trust.NoticeDays {
			p.tooSoon(v, "effective", fmt.Sprintf("it is announced on %s and begins on %s: %s, and the notice is %d", s.Announced, s.Effective, dayCount(days), p.Site.Trust.NoticeDays),
				fmt.Sprintf("let it begin on %s or later", s.Announced.AddDays(p.Site.Trust.NoticeDays)))
		} else if !s.ObjectionUntil.IsZero() && !s.ObjectionUntil.Before(s.Effective) {
			p.tooSoon(v, "objection_until", fmt.Sprintf("one can object until %s, and it begins on %s", s.ObjectionUntil, s.Effective), "let the time to object end before it begins")
		}
	}
}

func (p *Pass) tooSoon(v *program.Vendor, field, message, hint string) {
	p.Report(v, v.At("subprocessor", field), v.ID+": "+message, hint)
}

func dayCount(n int) string {
	if n == 1 || n == -1 {
		return fmt.Sprintf("%d day", n)
	}
	return fmt.Sprintf("%d days", n)
}
