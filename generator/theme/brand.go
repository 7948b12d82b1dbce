package theme

import "fmt"

// Brand is how a company shows itself on the pages of a theme.
type Brand struct {
	Accent, AccentDark string // the colour of links, on light paper and on dark; "": the theme's own
	Logo               string // the name of its file: "logo.svg"; "": there is none
	Picture            string // what that file holds
	Width, Height      int    // of the logo, in CSS pixels
}

// brandSheet is the style sheet of a brand, below the root of the output. A frame links it after its own.
const brandSheet = "assets/brand.css"

// Sheet returns the path of the style sheet of the brand, or "" if the theme's colours hold.
func (b Brand) Sheet() string {
	if b.Accent == "" && b.AccentDark == "" {
		return ""
	}
	return brandSheet
}

// Assets returns the files that an output carries for the brand.
func (b Brand) Assets() []Asset {
	var out []Asset
	if b.Sheet() != "" {
		out = append(out, Asset{brandSheet, []byte(b.css())})
	}
	if b.Logo != "" {
		out = append(out, Asset{"assets/" + b.Logo, []byte(b.Picture)})
	}
	return out
}

// css colours links on a screen. On paper a theme prints them as it does without a brand.
func (b Brand) css() string { return link("light", b.Accent) + link("dark", b.AccentDark) }

func link(scheme, color string) string {
	if color == "" {
		return ""
	}
	return fmt.Sprintf("@media screen and (prefers-color-scheme: %s) { :root { --link: %s; } }\n", scheme, color)
}
