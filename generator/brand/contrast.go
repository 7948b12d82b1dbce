package brand

import "math"

// Readable is the contrast that text needs with what lies behind it (WCAG 2.2, success criterion 1.4.3).
const Readable = 4.5

// Contrast returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.2).
func Contrast(a, b Color) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance returns the relative luminance of a colour, from 0 to 1 (WCAG 2.2).
func (c Color) luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(part uint8) float64 {
	c := float64(part) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// Reads returns the ground on which a colour reads worst, and its contrast there.
func Reads(c Color, grounds []Color) (worst Color, contrast float64) {
	contrast = math.Inf(1)
	for _, ground := range grounds {
		if ratio := Contrast(c, ground); ratio < contrast {
			worst, contrast = ground, ratio
		}
	}
	return worst, contrast
}

// Shade returns the shade of a colour's hue nearest to it that can be read on every ground, if there is one.
func Shade(c Color, grounds []Color) (Color, bool) {
	const steps = 255
	h, s, l := c.hsl()
	for i := range steps + 1 {
		for _, lightness := range []float64{l - float64(i)/steps, l + float64(i)/steps} {
			shade := fromHSL(h, s, min(max(lightness, 0), 1))
			if _, ratio := Reads(shade, grounds); ratio >= Readable {
				return shade, true
			}
		}
	}
	return Color{}, false
}
