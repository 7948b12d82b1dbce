package check

import (
	"fmt"
	"math"

	"trustpress/generator/brand"
	"trustpress/generator/diag"
	"trustpress/generator/theme"
)

var lowContrast = &Rule{
	Rule: diag.Rule{Code: "TP512", Name: "low-contrast", Severity: diag.Error, Blocks: []string{"trust"}, Waivable: true,
		Says: "brand colours below WCAG AA"},
	Why: `The accent colours links, which are text. Text needs a contrast of 4.5 to 1 with what lies behind it, or many cannot read it (WCAG 2.2,
success criterion 1.4.3, level AA; in Europe EN 301 549 asks for the same). Take the shade that the hint names, or another that is darker,
and for accent_dark lighter.`,
	Bad: `-- site.toml --
[organization]
name = "Nordan Ledger AB"

[site]
colors = { accent = "#4ba3c3", accent_dark = "#9fcbe0" }
`,
	Good: `-- site.toml --
[organization]
name = "Nordan Ledger AB"

[site]
colors = { accent = "#1f4e5f", accent_dark = "#9fcbe0" }
`,
	Run: runLowContrast,
}

func runLowContrast(p *Pass) {
	colors := p.Site.Site.Colors
	readable(p, "accent", colors.Accent, p.Look.Light)
	readable(p, "accent_dark", colors.AccentDark, p.Look.Dark)
}

// readable reports a colour that cannot be read on the ground of the theme. One that is no colour has its finding.
func readable(p *Pass, key, text string, on theme.Ground) {
	c, err := brand.ParseColor(text)
	grounds := known(on.Paper, on.Panel)
	worst, ratio := brand.Reads(c, grounds)
	if err != nil || ratio >= brand.Readable {
		return
	}
	hint := "choose another colour"
	if shade, ok := brand.Shade(c, grounds); ok {
		hint = fmt.Sprintf("the nearest shade of it that can be read is %q", shade)
	}
	p.Report(nil, p.Site.Tree.At("site", "colors", key), fmt.Sprintf("%s has a contrast of %.2f on %s, and a link needs %.1f",
		text, math.Floor(ratio*100)/100, worst, brand.Readable), hint)
}

// known returns the colours of a theme that are written as such. One that is reckoned from others cannot be told here.
func known(written ...string) []brand.Color {
	var out []brand.Color
	for _, text := range written {
		if c, err := brand.ParseColor(text); err == nil {
			out = append(out, c)
		}
	}
	return out
}
