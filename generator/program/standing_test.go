package program_test

import (
	"testing"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// A statement holds until the day that a person wrote for everybody; else until it is known to be looked at again; else for a time
// after its day.
func TestUntilWhenAStatementHolds(t *testing.T) {
	const policy = "id = \"POL-A\"\ntitle = \"A\"\napproved_on = 2026-01-10\nnext_review = 2026-09-01\n"
	const question = "id = \"Q\"\ntitle = \"Q?\"\nbody = \"Yes.\"\nreviewed_on = 2026-03-01\nreview_every = \"6 months\"\n"
	for text, want := range map[string]string{
		"[[question]]\n" + question: "2026-09-01",
		"[[question]]\n" + question + "public = { valid_until = 2026-05-01 }\n":                                       "2026-05-01",
		"[[question]]\n" + question + "public = { valid_until = 2027-05-01 }\n":                                       "2027-05-01",
		"[[question]]\nid = \"Q\"\ntitle = \"Q?\"\nbody = \"Yes.\"\nreviewed_on = 2026-03-01\n":                       "2027-03-01",
		"[[policy]]\n" + policy + "classification = \"public\"\nbody = \"All.\"\n":                                    "2026-09-01",
		"[[policy]]\n" + policy + "public = { text = \"T\", reviewed_on = 2026-03-01 }\n":                             "2027-03-01",
		"[[policy]]\n" + policy + "public = { text = \"T\", reviewed_on = 2026-03-01, fields = [\"next_review\"] }\n": "2026-09-01",
		"[[policy]]\n" + policy + "public = { text = \"T\", valid_until = 2026-12-01, fields = [\"next_review\"] }\n": "2026-12-01",
	} {
		file := "policies.toml"
		if text[2] == 'q' {
			file = "trust/questions.toml"
		}
		p, findings := build(t, map[string]string{file: text})
		if len(findings) > 0 || len(p.Records()) != 1 {
			t.Fatalf("%q: %d records, %q", text, len(p.Records()), findings)
		}
		if got := program.StandingOf(p.Records()[0], node.Duration{N: 12, Unit: "months"}).Until.String(); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}
