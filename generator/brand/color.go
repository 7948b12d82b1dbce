package brand

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Color is a colour in sRGB.
type Color struct{ R, G, B uint8 }

// ParseColor reads a colour as "#1f4e5f" or "#abc".
func ParseColor(text string) (Color, error) {
	digits, hash := strings.CutPrefix(text, "#")
	if len(digits) == 3 {
		d := digits
		digits = string([]byte{d[0], d[0], d[1], d[1], d[2], d[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if !hash || len(digits) != 6 || err != nil {
		return Color{}, fmt.Errorf("%q is not a colour", text)
	}
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}, nil
}

func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// hsl returns hue, saturation and lightness, each from 0 to 1.
func (c Color) hsl() (h, s, l float64) {
	r, g, b := float64(c.R)/255, float64(c.G)/255, float64(c.B)/255
	most, least := max(r, g, b), min(r, g, b)
	l, chroma := (most+least)/2, most-least
	if chroma == 0 {
		return 0, 0, l
	}
	switch most {
	case r:
		h = math.Mod((g-b)/chroma+6, 6)
	case g:
		h = (b-r)/chroma + 2
	default:
		h = (r-g)/chroma + 4
	}
	return h / 6, chroma / (1 - math.Abs(2*l-1)), l
}

func fromHSL(h, s, l float64) Color {
	reach := s * min(l, 1-l)
	part := func(n float64) uint8 {
		k := math.Mod(n+h*12, 12)
		return uint8(math.Round(255 * (l - reach*max(-1, min(k-3, 9-k, 1)))))
	}
	return Color{part(0), part(8), part(4)}
}
