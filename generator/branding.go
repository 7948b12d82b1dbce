package generator

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"trustpress/generator/audience"
	"trustpress/generator/brand"
	"trustpress/generator/config"
	"trustpress/generator/diag"
)

// logoHeight is how high a logo is shown at most, in CSS pixels of a page whose text is of the usual size: 2.25rem.
const logoHeight = 36

// branded takes in how the company shows itself. The error is for a disk that fails.
func branded(fsys fs.FS, site *config.Site, earlier []diag.Finding) (audience.Brand, []diag.Finding, error) {
	colors, logo := site.Site.Colors, site.Site.Logo
	out := audience.Brand{Accent: colors.Accent, AccentDark: colors.AccentDark}
	file, at := path.Join(site.Content.Root, logo), site.Tree.At("site", "logo")
	known := slices.ContainsFunc(earlier, func(f diag.Finding) bool { return f.File == file || f.Span == at })
	if logo == "" || known {
		return out, nil, nil
	}
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return out, nil, err
	}
	picture, hint, err := redrawn(path.Ext(logo), text)
	if err != nil {
		return out, []diag.Finding{{Rule: "invalid-config", Span: at, Message: fmt.Sprintf("%s cannot be the logo: %v", file, err), Hint: hint}}, nil
	}
	out.Logo, out.Picture, out.Height = "logo"+path.Ext(logo), string(picture), logoHeight
	out.Width, err = brand.Proportion(picture, logoHeight)
	return out, nil, err
}

// redrawn returns a logo with nothing in it but the picture, or else what to do.
func redrawn(ext string, text []byte) (picture []byte, hint string, err error) {
	if ext == ".svg" {
		picture, err = brand.Drawing(text)
		return picture, "export it as plain shapes, with letters as outlines", err
	}
	picture, err = brand.Picture(text)
	return picture, "export it anew as PNG, some hundred pixels wide", err
}
