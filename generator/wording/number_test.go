package wording_test

import (
	"testing"

	"trustpress/generator/wording"
)

func TestDiffer(t *testing.T) {
	for _, test := range []struct{ source, translation, want string }{
		{"within 30 days", "inom 30 dagar", ""},
		{"within 30 days", "inom 14 dagar", "14"},
		{"99.5 percent", "99,5 procent", ""},
		{"99.5 percent", "99,9 procent", "99,9"},
		{"on 2025-09-30", "den 30 september 2025", ""},
		{"on 30 September 2025", "den 30 september 2026", "2026"},
		{"on 4 May 2026", "den 4 mars 2026", "mars"},
		{"13 to 22 April 2026", "13–22 april 2026", ""},
		{"two firms, 3 days", "2 företag, tre dagar", ""},
		{"2 weeks", "14 dagar", ""},
		{"24 hours", "1 dygn", ""},
		{"1 year", "12 månader", ""},
		{"50,000 users", "50 000 användare", ""},
		{"Article 28(3)", "artikel 28.3", ""},
		{"every month, 12 times", "varje månad", ""},
		{"[CC6.1] and AC-02, 8 hours", "[CC6.2] och AC-03, 8 timmar", ""},
		{"they may wait 5 days", "de kan vänta i 5 dagar", ""},
		{"at 10:30 and 08:02", "kl. 10.30 och 08.02", ""},
		{"at 10:30", "kl. 10.45", "10.45"},
		{"Article 21(2)", "artikel 21.3", "21.3"},
	} {
		_, f, differ := wording.Differ(test.source, test.translation)
		got := ""
		if differ {
			got = test.translation[f.Start:f.End]
		}
		if got != test.want {
			t.Errorf("%q, %q: got %q, want %q", test.source, test.translation, got, test.want)
		}
	}
}
