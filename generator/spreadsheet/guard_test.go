package spreadsheet

import (
	"strings"
	"testing"
	"unicode"
)

func TestGuard(t *testing.T) {
	tests := []struct{ cell, want string }{
		{"", ""},
		{"Access is reviewed", "Access is reviewed"},
		{"=1+1", "'=1+1"},
		{"+46 70 123 45 67", "'+46 70 123 45 67"},
		{"-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"},
		{"@SUM(1,2)", "'@SUM(1,2)"},
		{"\t=1", "'\t=1"},
		{"\r=1", "'\r=1"},
		{"\n=1", "'\n=1"},
		{"  =1+1", "  '=1+1"},
		{"\u00a0=1", "\u00a0'=1"},
		{"\ufeff=1", "\ufeff'=1"},
		{"\u200b\x00=1", "\u200b\x00'=1"},
		{"＝1+1", "'＝1+1"},
		{"＠SUM(1)", "'＠SUM(1)"},
		{"a;=1", "a;'=1"},
		{"a; b; =HYPERLINK(\"x\")", "a; b; '=HYPERLINK(\"x\")"},
		{";;-x", ";;'-x"},
		{`x;"=1+1;"`, `x;"'=1+1;"`},
		{`"" =1`, `"" '=1`},
		{`"quoted" = b`, `"quoted" = b`},
		{"a, =b", "a, =b"},
		{"a = b", "a = b"},
		{"2025-10-01", "2025-10-01"},
		{"mail@example.com", "mail@example.com"},
		{"-1", "-1"},
		{"-1.5", "-1.5"},
		{"-1,5", "-1,5"},
		{"1; -2; 3", "1; -2; 3"},
		{"-1e5", "'-1e5"},
		{"-1-1", "'-1-1"},
		{"--1", "'--1"},
		{"- a list", "'- a list"},
	}
	for _, test := range tests {
		if got := guard(test.cell); got != test.want {
			t.Errorf("guard(%q): got %q, want %q", test.cell, got, test.want)
		}
	}
}

// Whatever a cell holds, no part of it that a spreadsheet may take for a cell begins a formula, nothing but apostrophes is added, and
// what is guarded stays as it is.
func FuzzGuard(f *testing.F) {
	for _, s := range []string{"=1", " ;\t-1;=", "a;+;'@", "\u2028=x", "-1;-2;--3", "＋;；=", "\xff=1", "'=1", `x;"=1+1;"`, `" -1`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		got := guard(cell)
		for part := range strings.SplitSeq(got, ";") {
			if runs(part) || runs(strings.ReplaceAll(part, `"`, "")) {
				t.Errorf("guard(%q) is %q, of which %q runs", cell, got, part)
			}
		}
		if !onlyApostrophes(cell, got) {
			t.Errorf("guard(%q) is %q", cell, got)
		}
		if again := guard(got); again != got {
			t.Errorf("guard(%q) is %q, and of that %q", cell, got, again)
		}
	})
}

// runs reports whether a spreadsheet may take a cell for a formula.
func runs(cell string) bool {
	seen := strings.TrimLeftFunc(cell, func(r rune) bool {
		return r != '\t' && r != '\r' && r != '\n' && (unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
	})
	if strings.HasPrefix(seen, "-") && len(strings.Trim(seen, "-0123456789., ")) == 0 && strings.Count(seen, "-") == 1 {
		return false // a number
	}
	return strings.HasPrefix(seen, "\t") || strings.HasPrefix(seen, "\r") || strings.HasPrefix(seen, "\n") ||
		strings.ContainsAny(firstRune(seen), "=+-@＝＋－＠")
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// onlyApostrophes reports whether got is cell with apostrophes added.
func onlyApostrophes(cell, got string) bool {
	i := 0
	for j := range len(got) {
		switch {
		case i < len(cell) && cell[i] == got[j]:
			i++
		case got[j] != '\'':
			return false
		}
	}
	return i == len(cell)
}
