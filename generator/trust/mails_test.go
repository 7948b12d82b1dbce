package trust_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/mail"
	"trustpress/generator/trust"
)

// mails drafts what customers of a site are told; own is the site's folder of templates.
func mails(t *testing.T, site fstest.MapFS, own fstest.MapFS, c trust.Choice) []mail.Message {
	t.Helper()
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	out, err := trust.Mails(audience.ForEverybody(edition), ledger(t, own), c)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Customers are told of every subprocessor that is still to begin, in each language, from what is public alone.
func TestMailsTellOfWhatIsToCome(t *testing.T) {
	site := partners("")
	got := mails(t, site, nil, trust.Choice{Day: "2026-06-30"})
	if len(got) != 2 || got[0].Language != "en" || got[1].Language != "sv" {
		t.Fatalf("the drafts are %+v", got)
	}
	if got[0].Subject != "New subprocessor: Nya AB, from 2026-12-01" || got[0].From != "privacy@example.com" || got[0].Name != "Exempel & Co" {
		t.Errorf("the draft is %+v", got[0])
	}
	for _, want := range []string{"Exempel & Co intends to engage Nya i Borås AB as a subprocessor from 2026-12-01.", "Registration number: 559900-3031\n", "Data: Names; Images; of invoices\n",
		"Processed in: Sweden; Denmark\n", "Transfer outside the EEA: standard contractual clauses\n", "Announced: 2026-06-01\n", "object until 2026-07-01", "https://example.com/trust/subprocessors/\n"} {
		if !strings.Contains(got[0].Text, want) {
			t.Errorf("%q is not there, in\n%s", want, got[0].Text)
		}
	}
	if strings.Contains(got[0].Text+got[1].Text, "Hidden") || !strings.Contains(got[1].Text, "https://example.com/trust/sv/subprocessors/\n") {
		t.Errorf("the draft is\n%s", got[1].Text)
	}
	if got := mails(t, site, nil, trust.Choice{Day: "2026-12-01"}); len(got) != 0 {
		t.Errorf("on the day itself: %+v", got)
	}
}

// What is named is told of, whatever its day.
func TestMailsTellOfWhatIsNamed(t *testing.T) {
	for name, want := range map[string]string{"ven-NEW": "intends to engage", "Halls AB": "engages Halls AB", "Gamla AB": "no longer engages"} {
		got := mails(t, partners(""), nil, trust.Choice{Of: name, Day: "2026-06-30"})
		if len(got) != 2 || !strings.Contains(got[0].Text, want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	got := mails(t, noticed(), nil, trust.Choice{Of: "UPD-1", Day: "2026-06-30"})
	if len(got) != 2 || got[0].Subject != "Files waited" || !strings.Contains(got[0].Text, "\n\nAn alert came at nine.\n\n") || !strings.Contains(got[0].Text, "Corrected on 2026-01-05: The alert came earlier\n") {
		t.Errorf("the draft is %+v", got)
	}
	for _, hidden := range []string{"UPD-4", "VEN-4", "VEN-1"} {
		if got := mails(t, noticed(), nil, trust.Choice{Of: hidden, Day: "2026-06-30"}); len(got) > 0 {
			t.Errorf("%s: %+v", hidden, got)
		}
	}
}

// A site writes its mails as it writes its pages: with templates of its own.
func TestMailsAreWrittenByTheSite(t *testing.T) {
	own := fstest.MapFS{"trust/notice-subprocessor.txt": {Data: []byte("Dear customer, <{{.Name}}> {{word \"mail-regards\"}}\n")}}
	got := mails(t, partners(""), own, trust.Choice{Day: "2026-06-30"})
	if got[0].Text != "Dear customer, <Nya i Borås AB> Kind regards,\n" {
		t.Errorf("the draft is %q", got[0].Text)
	}
}
