package brand_test

import (
	"fmt"
	"testing"

	"trustpress/generator/brand"
)

func parsed(t *testing.T, text string) brand.Color {
	t.Helper()
	c, err := brand.ParseColor(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestParseColor(t *testing.T) {
	for text, want := range map[string]string{"#1f4e5f": "#1f4e5f", "#1F4E5F": "#1f4e5f", "#abc": "#aabbcc"} {
		if got := parsed(t, text).String(); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
	for _, text := range []string{"", "#", "1f4e5f", "#1f4e5", "#1f4e5f00", "#12345g", "#+12345", "#åäö", "teal", "rgb(0,0,0)"} {
		if c, err := brand.ParseColor(text); err == nil {
			t.Errorf("%q is read as %s", text, c)
		}
	}
}

// The ratios are those that other tools print for these pairs.
func TestContrast(t *testing.T) {
	for pair, want := range map[[2]string]string{
		{"#000", "#fff"}:       "21.00",
		{"#fff", "#000"}:       "21.00",
		{"#777777", "#ffffff"}: "4.48",
		{"#767676", "#ffffff"}: "4.54",
		{"#ff0000", "#ffffff"}: "4.00",
		{"#0000ff", "#ffffff"}: "8.59",
		{"#123456", "#123456"}: "1.00",
	} {
		if got := fmt.Sprintf("%.2f", brand.Contrast(parsed(t, pair[0]), parsed(t, pair[1]))); got != want {
			t.Errorf("%v: %s, want %s", pair, got, want)
		}
	}
}

// A shade that can be read is offered: the colour itself if it can, a darker one on light ground, a lighter one on dark.
func TestShade(t *testing.T) {
	for _, c := range []struct {
		color, want string
		grounds     []string
	}{
		{"#1f4e5f", "#1f4e5f", []string{"#fcfcfa", "#f3f3ee"}},
		{"#ff8800", "#a95a00", []string{"#fcfcfa", "#f3f3ee"}},
		{"#1f4e5f", "#3b95b5", []string{"#15191c", "#1f2529"}},
		{"#808080", "", []string{"#000", "#777", "#fff"}},
	} {
		var grounds []brand.Color
		for _, ground := range c.grounds {
			grounds = append(grounds, parsed(t, ground))
		}
		got := ""
		if shade, ok := brand.Shade(parsed(t, c.color), grounds); ok {
			got = shade.String()
			if ground, ratio := brand.Reads(shade, grounds); ratio < brand.Readable {
				t.Errorf("%s has a contrast of %.2f on %s", got, ratio, ground)
			}
		}
		if got != c.want {
			t.Errorf("%s on %v: %q, want %q", c.color, c.grounds, got, c.want)
		}
	}
}

// A shade of every hue is of that hue: red, green and blue keep their order.
func TestShadesKeepTheirHue(t *testing.T) {
	white := []brand.Color{parsed(t, "#ffffff")}
	for text, order := range map[string]func(brand.Color) bool{
		"#ff9999": func(c brand.Color) bool { return c.R > c.G && c.G == c.B },
		"#99ff99": func(c brand.Color) bool { return c.G > c.R && c.R == c.B },
		"#9999ff": func(c brand.Color) bool { return c.B > c.R && c.R == c.G },
		"#ffff99": func(c brand.Color) bool { return c.R == c.G && c.G > c.B },
		"#cccccc": func(c brand.Color) bool { return c.R == c.G && c.G == c.B },
	} {
		if shade, ok := brand.Shade(parsed(t, text), white); !ok || !order(shade) {
			t.Errorf("%s becomes %s", text, shade)
		}
	}
}
