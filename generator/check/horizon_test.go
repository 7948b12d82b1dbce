package check_test

import (
	"fmt"
	"strings"
	"testing"

	"trustpress/generator"
	"trustpress/generator/node"
)

// ahead returns what the horizon of a site holds within a time of 30 September 2026: the day, and what it is about.
func ahead(t *testing.T, files string, within node.Duration) []string {
	t.Helper()
	asOf, err := node.ParseDay("2026-09-30")
	if err != nil {
		t.Fatal(err)
	}
	report, err := generator.Check(lay(files), generator.Options{AsOf: asOf, Horizon: within})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range report.Horizon.Dates {
		out = append(out, fmt.Sprintf("%s %d:%d %s", d.Day, d.Line, d.Column, d.Says()))
	}
	return out
}

const horizonSite = `-- site.toml --
[organization]
name = "Nordan Ledger AB"
security_contact = "mailto:security@example.com"
[trust.security_txt]
expires = 2026-10-20
-- content/people.toml --
[[person]]
id = "PER-anna"
name = "Anna Exempel"
`

// Each day is there once, at the place where it is written, the soonest first.
func TestHorizon(t *testing.T) {
	const (
		iso      = "kind = \"iso27001\"\ncertificate = \"4711\"\nauditor = { name = \"B\" }\nvalid_until = 2026-10-15\npublic = { fields = [\"kind\", \"certificate\", \"auditor\", \"valid_until\"] }\n"
		soc      = "kind = \"soc2\"\ntype = 2\ncategories = [\"security\"]\npublic = { fields = [\"kind\", \"type\", \"period\", \"categories\"] }\n"
		security = "2026-10-20 5:11 security.txt expires"
	)
	for _, test := range []struct {
		name, files string
		want        []string
	}{
		{"nothing else", "", []string{security}},
		{"a certificate", reports(iso), []string{"2026-10-15 7:15 R1: the certificate expires", security}},
		{"a certificate that nobody reads of", reports(strings.ReplaceAll(iso, "public", "former_ids = []\n#")), []string{security}},
		{"a report and the next", reports(soc + "period = { from = 2024-11-01, to = 2025-10-31 }\nnext_expected = 2026-10-30\n"),
			[]string{security, "2026-10-30 9:17 R1: the next report is expected"}},
		{"a report that was expected", reports(soc + "period = { from = 2025-04-01, to = 2026-03-31 }\nnext_expected = 2026-09-01\n"),
			[]string{"2026-09-01 9:17 R1: the next report is expected", security}},
		{"a document", row("trust/documents", "document", "access = \"listed\"\nexpires = 2026-10-01"), []string{"2026-10-01 5:11 X1: the document expires", security}},
		{"a notice", row("trust/updates", "update", "published = 2026-09-01\nexpires = 2026-10-01\nbody = \"X\""), []string{"2026-10-01 5:11 X1: the notice expires", security}},
		{"a subprocessor", row("vendors", "vendor", "[vendor.subprocessor]\nannounced = 2026-08-01\nobjection_until = 2026-10-01\neffective = 2026-10-21"),
			[]string{"2026-10-01 6:19 X1: the last day to object to the subprocessor", security, "2026-10-21 7:13 X1: the subprocessor begins"}},
		{"a subprocessor of old", row("vendors", "vendor", "[vendor.subprocessor]\nannounced = 2020-08-01\neffective = 2020-10-21"), []string{security}},
		{"a fact", row("trust/claims", "claim", "text = \"X\"\nas_of = 2026-01-01\nvalid_until = 2026-10-05"), []string{"2026-10-05 6:15 X1: the public statement holds until then", security}},
		{"a fact for a year", row("trust/claims", "claim", "text = \"X\"\nas_of = 2025-10-05"), []string{"2026-10-05 5:9 X1: the public statement holds until then", security}},
		{"a fact of the past", row("trust/claims", "claim", "text = \"X\"\nas_of = 2024-10-05"), []string{"2025-10-05 5:9 X1: the public statement holds until then", security}},
		{"a question", row("trust/questions", "question", "body = \"X\"\nreviewed_on = 2025-10-05\nreview_every = \"1 year\""), []string{"2026-10-05 5:15 X1: the review is due", security}},
		{"a review that is overdue", row("trust/questions", "question", "body = \"X\"\nreviewed_on = 2024-10-05\nreview_every = \"1 year\""), []string{security}},
		{"a retired policy", row("policies", "policy", "status = \"retired\"\nnext_review = 2026-10-05"), []string{security}},
		{"a disclosure", row("disclosures", "disclosure", "expires = 2026-10-05"), []string{"2026-10-05 4:11 X1: the disclosure ends", security}},
		{"a waiver", "-- content/waivers.toml --\n[[waiver]]\nid = \"W\"\nrule = \"review-overdue\"\ntarget = \"X\"\nreason = \"X\"\nowner = \"PER-anna\"\nexpires = 2026-10-05\n",
			[]string{"2026-10-05 7:11 W: the waiver expires", security}},
		{"a policy on the last day of the horizon", row("policies", "policy", "next_review = 2026-10-30"), []string{security, "2026-10-30 4:15 X1: the review is due"}},
		{"a policy after it", row("policies", "policy", "next_review = 2026-10-31"), []string{security}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ahead(t, horizonSite+test.files, node.Duration{N: 30, Unit: "days"})
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}
