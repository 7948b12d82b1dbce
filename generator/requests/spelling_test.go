package requests

import (
	"slices"
	"testing"

	"trustpress/generator/audience"
	"trustpress/generator/config"
	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

func TestCommon(t *testing.T) {
	for _, same := range [][]string{{"AC-02", "ac 2", "Ac.02", "AC2", "AC_002"}, {"A.5.15", "a 5 15"}} {
		for _, spelt := range same {
			if common(spelt) != common(same[0]) {
				t.Errorf("%q and %q have nothing in common", spelt, same[0])
			}
		}
	}
	if common("AC-02") == common("AC-20") || common("AC-0") == common("AC") {
		t.Error("two ids are one")
	}
}

func TestControlsOfACell(t *testing.T) {
	e := &audience.Edition{Trace: &trace.Trace{Site: &config.Site{}, Program: &program.Program{}, Catalogues: criteria.Builtin()}}
	for _, id := range []string{"AC-02", "AC-03", "CM-01", "X-1", "X-01"} {
		c := &program.Control{}
		c.ID = id
		e.Program.Controls = append(e.Program.Controls, c)
	}
	n := newNames(e)
	tests := []struct {
		cell       string
		want, lost []string
	}{
		{"", nil, nil},
		{"ac 2, AC-3; cm1", []string{"AC-02", "AC-03", "CM-01"}, nil},
		{"AC-02 CM-01\nAC-02", []string{"AC-02", "CM-01"}, nil},
		{"AC-02 Access is reviewed in 2026", []string{"AC-02"}, nil},
		{"AC-02 and ZZ-9", []string{"AC-02"}, []string{"ZZ-9"}},
		{"AC-02 ZZ-9", []string{"AC-02"}, []string{"ZZ-9"}},
		{"AC-02 – AC-04", []string{"AC-02"}, []string{"AC-02 – AC-04"}},
		{"access", nil, []string{"access"}},
		{"X1", nil, []string{"X1"}}, // two controls are spelt so
	}
	for _, test := range tests {
		got, lost := n.controls(test.cell)
		if !slices.Equal(got, test.want) || !slices.Equal(lost, test.lost) {
			t.Errorf("%q: got %q and %q, want %q and %q", test.cell, got, lost, test.want, test.lost)
		}
	}
}

func TestIDOfANumber(t *testing.T) {
	for number, want := range map[string]string{"1": "REQ-1", "01": "REQ-01", "1.2": "REQ-1.2", "PBC-014": "REQ-PBC-014", "REQ-03": "REQ-03", "Req 3": "REQ-3", "Request #7": "REQ-7", "A/1 (b)": "REQ-A-1-b",
		"Å 1": "REQ-A-1", "--": "", "": "", "1..2": "REQ-1-2", "#3": "REQ-3", "№": ""} {
		if got := idOf(number); got != want {
			t.Errorf("idOf(%q): got %q, want %q", number, got, want)
		}
	}
}
