package trace

import (
	"strconv"
	"strings"
	"testing"
)

func TestPopulation(t *testing.T) {
	tests := []struct {
		name, text, item string
		want             string // the rows that hold the item
	}{
		{"a.csv", "case,role\nAR-1,agent\nAR-2,agent\n", "ar-1 ", "2 AR-1|agent"},
		{"a.csv", "case,role\nAR-1,agent\nAR-2,agent\n", "agent", "2 AR-1|agent; 3 AR-2|agent"},
		{"a.csv", "case,role\nAR-1,agent\n", "case", ""}, // the head is no item
		{"a.csv", "case,role\nAR-1,agent\n", "", ""},
		{"a.csv", "case;note\n\nx;x\n", "x", "3 x|x"},
		{"a.json", `{"on": "2026-09-30", "systems": [{"name": "vpn", "port": 443}, {"name": "mail", "of": ["a", "b"]}]}`, "443", "2 vpn|443"},
		{"a.JSON", `["a", "b"]`, "b", "2 b"},
	}
	for _, test := range tests {
		p, err := population(test.name, []byte(test.text))
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		var got []string
		for _, row := range p.Holding(test.item) {
			got = append(got, strconv.Itoa(row.Number)+" "+strings.Join(row.Cells, "|"))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%q in %s: got %q, want %q", test.item, test.text, got, test.want)
		}
	}
	for name, text := range map[string]string{"a.json": "{", "a.xlsx": "%PDF"} {
		if _, err := population(name, []byte(text)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}
