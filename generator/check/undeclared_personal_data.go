package check

import (
	"fmt"
	"regexp"

	"trustpress/generator/diag"
)

var undeclaredPersonalData = &Rule{
	Rule: diag.Rule{Code: "TP415", Name: "undeclared-personal-data", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "looks like personal data and does not say so"},
	Why: `Evidence in git cannot be erased. A file that holds Swedish personal identity numbers, or the e-mail addresses of several people, is to
say personal_data = true, so that whoever packs or sends it knows; or better, export it without them.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.csv --
name,e-mail
A,anna@example.com
B,bo@example.com
C,cilla@example.com
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
personal_data = true
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.csv --
name,e-mail
A,anna@example.com
B,bo@example.com
C,cilla@example.com
`,
	Run: runUndeclaredPersonalData,
}

var (
	address  = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)
	identity = regexp.MustCompile(`\b(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]\d{4}\b`)
)

// people is how many addresses make a list of people; one or two may be those of functions.
const people = 3

func runUndeclaredPersonalData(p *Pass) {
	for _, e := range p.Program.Evidence {
		if e.PersonalData != nil {
			continue
		}
		if what := PersonalData(p.Sample(e)); what != "" {
			p.Report(e, e.Source.Span, fmt.Sprintf("%q looks as if it held %s", e.Source.Text, what), "say personal_data = true or false")
		}
	}
}

// PersonalData says what a text looks as if it held of people, or "".
func PersonalData(sample string) string {
	for _, number := range identity.FindAllString(sample, -1) {
		if luhn(number) {
			return "personal identity numbers"
		}
	}
	seen := map[string]bool{}
	for _, a := range address.FindAllString(sample, -1) {
		if seen[a] = true; len(seen) >= people {
			return "the e-mail addresses of people"
		}
	}
	return ""
}

// luhn checks the last digit of a Swedish personal identity number, which is made over its last ten digits.
func luhn(number string) bool {
	var digits []int
	for _, c := range number {
		if c >= '0' && c <= '9' {
			digits = append(digits, int(c-'0'))
		}
	}
	sum := 0
	for i, d := range digits[len(digits)-10:] {
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
