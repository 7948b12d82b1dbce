package diag

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestWriteJSON(t *testing.T) {
	tests := []struct {
		name   string
		report Report
		want   string
	}{
		{"empty", Report{}, `{"findings":[],"waived":[],"errors":0,"warnings":0}`},
		{"hint and related", findings(plain), `{"findings":[{"code":"TP201","rule":"unknown-criterion","severity":"error",` +
			`"file":"content/controls/AC-02.md","line":6,"column":5,"end_line":6,"end_column":11,` +
			`"message":"unknown criterion \"CC6.11\"","hint":"did you mean \"CC6.1\"?",` +
			`"related":[{"file":"content/x.md","line":1,"column":1,"message":"the category is chosen here"}]}],` +
			`"waived":[],"errors":1,"warnings":0}`},
		{"horizon", Report{Horizon: ahead}, `{"findings":[],"waived":[],"errors":0,"warnings":0,"horizon":[` +
			`{"day":"2026-10-21","days":21,"what":"the last day to object","record":"VEN-1","file":"content/vendors.toml","line":9,"column":19},` +
			`{"day":"2026-10-22","days":22,"what":"security.txt expires","record":"","file":"","line":0,"column":0}]}`},
		{"empty horizon", Report{Horizon: &Horizon{}}, `{"findings":[],"waived":[],"errors":0,"warnings":0,"horizon":[]}`},
		{"hostile", findings(broken), `{"findings":[{"code":"TP206","rule":"broken-link","severity":"error",` +
			`"file":"a,b:100%.md","line":1,"column":1,"end_line":1,"end_column":1,` +
			`"message":"no file\n\"x\r.md\" \u001b[31m\u202e","hint":"a & <b>","related":[]}],"waived":[],"errors":1,"warnings":0}`},
		{"waived", Report{Waived: []Waived{waived}}, `{"findings":[],"waived":[{"code":"TP401","rule":"review-overdue",` +
			`"severity":"warning","file":"content/policies/på plats.md","line":3,"column":1,"end_line":4,"end_column":2,` +
			`"message":"was to be reviewed by 2026-01-31","hint":"","related":[],"waiver":{"place":"content/waivers.toml:3",` +
			`"reason":"owner on leave","owner":"ada","expires":"2026-12-31"}}],"errors":0,"warnings":0}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			if err := WriteJSON(&b, tt.report); err != nil {
				t.Fatal(err)
			}
			if got := b.String(); got != tt.want+"\n" {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// The escapes that keep a terminal safe cost a program nothing.
func TestJSONKeepsText(t *testing.T) {
	want := "\u202e \u009b \x7f \U000e0041 🙂 å"
	var b strings.Builder
	if err := encode(&b, []string{want}); err != nil {
		t.Fatal(err)
	}
	var got []string
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil || got[0] != want {
		t.Errorf("got %q %v, want %q", got, err, want)
	}
}
