package generator_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"trustpress/generator/check"
)

var namesARule = regexp.MustCompile(`(?:\bRule: |\bfail\(|\brule\w* += |[^.]\b(?:Unknown|Misspelt|Missing): )"([a-z0-9-]+)"`)

// A finding of a rule that nobody lists would have neither code nor severity.
func TestEveryFindingNamesARule(t *testing.T) {
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range namesARule.FindAllStringSubmatch(string(text), -1) {
			seen[m[1]] = true
			if !slices.Contains(check.Names(), m[1]) {
				t.Errorf("%s names the rule %q, which is not in the list", file, m[1])
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("%d rules named: the pattern finds too little", len(seen))
	}
}
