package themes_test

import (
	"errors"
	"io/fs"
	"regexp"
	"testing"

	"trustpress/generator/brand"
	"trustpress/themes"
)

var variable = regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`)

// Text has a contrast of at least 4.5 to 1 on everything that lies behind it (WCAG 2.2, 1.4.3), in light and in dark.
func TestTextHasContrast(t *testing.T) {
	css, err := fs.ReadFile(themes.Files, "ledger/assets/ledger.css")
	if err != nil {
		t.Fatal(err)
	}
	colors := map[string][]string{} // light, dark
	for _, m := range variable.FindAllStringSubmatch(string(css), -1) {
		colors[m[1]] = append(colors[m[1]], m[2])
	}
	for scheme, name := range []string{"light", "dark"} {
		for _, text := range []string{"ink", "soft", "link", "alert", "code-key", "code-text", "code-number"} {
			for _, behind := range []string{"paper", "panel", "alert-panel"} {
				if len(colors[text]) <= scheme || len(colors[behind]) <= scheme {
					t.Fatalf("%s: there is no --%s or --%s", name, text, behind)
				}
				if c := contrast(t, colors[text][scheme], colors[behind][scheme]); c < brand.Readable {
					t.Errorf("%s: --%s on --%s has a contrast of %.2f", name, text, behind, c)
				}
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	x, err1 := brand.ParseColor(a)
	y, err2 := brand.ParseColor(b)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	return brand.Contrast(x, y)
}
