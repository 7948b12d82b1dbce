package program_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"trustpress/generator/program"
)

func TestCompareVersions(t *testing.T) {
	ordered := []string{"0.9", "1", "1.0", "1.0.1", "1.0a", "1.0b", "1.2", "1.2-draft", "1.2-draft2", "1.2-draft10", "v1.10", "2", "2026.2",
		"2026.10", "2026.10.1", "V2026-11", "2027", "99999999999999999999", "100000000000000000000"}
	for i, a := range ordered {
		for j, b := range ordered {
			if got, want := program.CompareVersions(a, b), sign(i-j); got != want {
				t.Errorf("%s and %s: got %d, want %d", a, b, got, want)
			}
		}
	}
	shuffled := slices.Clone(ordered)
	slices.Sort(shuffled)
	slices.SortFunc(shuffled, program.CompareVersions)
	if !slices.Equal(shuffled, ordered) {
		t.Errorf("sorted: %v", shuffled)
	}
	for _, same := range [][2]string{{"2026.2", "v2026.2"}, {"2026.2", "2026.02"}, {"2026.2", "2026-2"}, {"2026.2-RC", "2026.2_rc"}, {"", ""}} {
		if got := program.CompareVersions(same[0], same[1]); got != 0 {
			t.Errorf("%s and %s: got %d, want 0", same[0], same[1], got)
		}
	}
}

func sign(n int) int { return max(-1, min(n, 1)) }

func TestIsVersion(t *testing.T) {
	for _, name := range []string{"1", "2026.2", "v1.0", "2026-03-31", "1.0_b", "2026.2a", strings.Repeat("1", 64)} {
		if !program.IsVersion(name) {
			t.Errorf("%q is refused", name)
		}
	}
	for _, name := range []string{"", "v", "va", "V1", "draft", ".1", "1.", "1..2", "1/2", "../1", "1 2", "1.lock", "1\n", "1å", "-1", strings.Repeat("1", 65)} {
		if program.IsVersion(name) {
			t.Errorf("%q is accepted", name)
		}
	}
}

func TestReleaseOfNoVersion(t *testing.T) {
	for version, want := range map[string]string{
		`"2026.2"`: "",
		`"../x"`:   `invalid-value releases.toml:2:11 "../x" cannot be the name of a version`,
		`"draft"`:  `invalid-value releases.toml:2:11 "draft" cannot be the name of a version`,
		`2026.2`:   "",
	} {
		_, findings := build(t, map[string]string{"releases.toml": fmt.Sprintf("[[release]]\nversion = %s\ndate = 2026-03-31\n", version)})
		if got := strings.Join(findings, "; "); got != want {
			t.Errorf("%s:\n got %s\nwant %s", version, got, want)
		}
	}
}
