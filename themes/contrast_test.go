package themes_test

import (
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"testing"

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
				if c := contrast(colors[text][scheme], colors[behind][scheme]); c < 4.5 {
					t.Errorf("%s: --%s on --%s has a contrast of %.2f", name, text, behind, c)
				}
			}
		}
	}
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(color string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
