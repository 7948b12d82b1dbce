package trust_test

import (
	"encoding/json"
	"testing"
	"testing/fstest"
)

// registered is a site with facts for a register.
func registered() fstest.MapFS {
	site := partners("[trust]\nnotice_days = 30\n")
	site["site.toml"].Data = append([]byte("as_of = 2026-06-30\n[service]\nname = \"Tjänsten\"\n[organization]\nlegal_name = \"Exempel AB\"\nlei = \"999900EXEMPEL0000080\"\norg_number = \"556000-0000\"\ncountry = \"SE\"\n"),
		site["site.toml"].Data[len("as_of = 2026-06-30\n[organization]\n"):]...)
	site["content/trust/claims.toml"] = &fstest.MapFile{Data: []byte(`[[claim]]
id = "CLM-RTO"
title = "Recovery time"
text = "**8 hours**"
section = "eu"
level = "commitment"
as_of = 2026-05-01
scope = "The service"
refs = ["DORA Art. 28(8)"]
[[claim]]
id = "CLM-OTHER"
title = "Of another page"
text = "x"
section = "ai"
`)}
	return site
}

// The page, the table and the file for programs tell the same facts: those that are stated, and those that other public records hold.
func TestFactsForRegisters(t *testing.T) {
	got := files(t, registered())
	holds(t, got, "eu/index.html", `<tr id="tp.id.clm-rto">`, "8 hours", "DORA Art. 28(8)", "Commitment", "999900EXEMPEL0000080", "556000-0000", "30 days",
		`<tr><th scope="row">Nya AB</th><td data-column="Rank">2</td><td data-column="Engaged by">Exempel AB</td><td data-column="Country">Sweden</td>`,
		`<tr><th scope="row">Hall AB</th><td data-column="Rank">3</td><td data-column="Engaged by">Nya AB</td><td data-column="Country">Norway</td>`)
	var file struct {
		Facts []struct {
			Key, Fact, Value, Level, Under, Country string
			Refs                                    []string
			Rank                                    int
			AsOf                                    string `json:"as_of"`
			Until                                   string `json:"holds_until"`
		}
	}
	if err := json.Unmarshal([]byte(got["eu/facts.json"]), &file); err != nil {
		t.Fatal(err)
	}
	rows := readCSV(t, got["eu/facts.csv"])
	if len(rows) != len(file.Facts)+1 {
		t.Errorf("%d rows and %d facts", len(rows), len(file.Facts))
	}
	want := map[string]string{"claim.clm-rto": "8 hours", "organization.legal_name": "Exempel AB", "organization.lei": "999900EXEMPEL0000080", "organization.country": "Sweden",
		"contact.privacy": "privacy@example.com", "subprocessors.notice": "30 days", "subprocessor.ven-new": "Nya AB", "subprocessor.ven-new.2": "Hall AB"}
	for i, f := range file.Facts {
		if cellOf(t, rows, i+1, "key") != f.Key || cellOf(t, rows, i+1, "value") != f.Value || cellOf(t, rows, i+1, "holds_until") != f.Until {
			t.Errorf("row %q is not %+v", rows[i+1], f)
		}
		if value, ok := want[f.Key]; ok && value != f.Value {
			t.Errorf("%s: %q", f.Key, f.Value)
		}
		delete(want, f.Key)
		if f.Value == "Gamla AB" {
			t.Error("a former subprocessor stands in the chain")
		}
	}
	if len(want) > 0 {
		t.Errorf("there is no %v", want)
	}
	if first := file.Facts[0]; first.Key != "claim.clm-rto" || first.Level != "commitment" || first.AsOf != "2026-05-01" || first.Until != "2027-05-01" {
		t.Errorf("the first fact is %+v", first)
	}
	holds(t, got, "sv/eu/facts.json", `"value": "Sverige"`)
}
