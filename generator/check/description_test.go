package check_test

import (
	"strings"
	"testing"

	"trustpress/generator/check"
)

// TestDescription leaves sections of the description out, in the ways that the example does not show.
func TestDescription(t *testing.T) {
	const reasons = "[audit]\ntype = 2\nperiod_from = 2025-10-01\nperiod_to = 2026-09-30\n[[audit.not_applicable]]\ncriterion = \"GO2\"\nreason = \"Nobody leaves.\"\n"
	whole := check.Find("missing-description").Beneath()
	site, rest, _ := strings.Cut(whole, "-- content/")
	rest = "-- content/" + rest
	without := func(section string) string {
		before, after, _ := strings.Cut(rest, "[[description]]\nsection = \""+section+"\"\n")
		_, after, found := strings.Cut(after, "[[description]]\n")
		if found {
			after = "[[description]]\n" + after
		}
		return before + after
	}
	other := strings.Replace(site, "[audit]\ntype = 2\nperiod_from = 2025-10-01\nperiod_to = 2026-09-30\n", reasons, 1)
	typeOne := strings.Replace(site, "type = 2\nperiod_from = 2025-10-01\nperiod_to = 2026-09-30\n", "type = 1\nas_of = 2026-09-30\n", 1)
	for _, test := range []struct{ name, files, want string }{
		{"all nine", site + rest, ""},
		{"no DC 8, and every criterion applies", site + without("DC8"), "the system description has no section DC8"},
		{"no DC 8, and a reason in the site file", other + without("DC8"), ""},
		{"no DC 9", site + without("DC9"), "the system description has no section DC9"},
		{"no DC 9 for a type 1", typeOne + without("DC9"), ""},
		{"a section without words", site + without("DC5") + "[[description]]\nsection = \"DC5\"\ntitle = \"Controls\"\n", "section DC5 of the system description holds no words"},
		{"a section in two parts, one of them empty", site + rest + "[[description]]\nsection = \"DC5\"\ntitle = \"Controls\"\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range run(t, lay(test.files)) {
				if f.Rule == "missing-description" {
					got = append(got, f.Message)
				}
			}
			if strings.Join(got, "; ") != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
