package trust_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A list stands in the order of the alphabet of its language, whatever the order of the files.
func TestListsStandInTheOrderOfTheLanguage(t *testing.T) {
	site := spoken("")
	var register strings.Builder
	for i, name := range []string{"Östlund", "Ågren", "Zeta", "Äng", "Berg"} {
		register.WriteString("[[vendor]]\nid = \"VEN-" + string(rune('a'+i)) + "\"\ntitle = \"x\"\npublic = { title = \"" + name + " AB\", text = \"Prints.\" }\n" +
			"[vendor.subprocessor]\npublic = true\nannounced = 2026-01-01\neffective = 2026-02-01\n")
	}
	site["content/vendors.toml"] = &fstest.MapFile{Data: []byte(register.String())}
	got := files(t, site)
	for page, want := range map[string][]string{
		"subprocessors/index.html":    {"Ågren", "Äng", "Berg", "Östlund", "Zeta"},
		"sv/subprocessors/index.html": {"Berg", "Zeta", "Ågren", "Äng", "Östlund"},
	} {
		order := slices.Clone(want)
		slices.SortFunc(order, func(a, b string) int { return strings.Index(got[page], a) - strings.Index(got[page], b) })
		if !slices.Equal(order, want) {
			t.Errorf("%s: %q, want %q", page, order, want)
		}
	}
}
