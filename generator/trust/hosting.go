package trust

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"trustpress/generator/output"
)

// Policy is the content security policy that every page keeps without an exception: nothing inline, nothing from elsewhere.
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Head is what a host is to say before some of the files. A field of a later head takes the place of the same one of an earlier.
type Head struct {
	Of     string // "": every file; "sealed/": those below a folder; "*.csv": those that end so
	Fields []Field
}

// Field is one header field.
type Field struct{ Name, Value string }

// Heads is everything that a host is to say: here for hosts that read a file of it, and in the manual for those that do not.
var Heads = []Head{
	{"", []Field{
		{"Content-Security-Policy", Policy},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "no-referrer"},
		{"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Strict-Transport-Security", "max-age=31536000"},
		{"Cache-Control", "public, max-age=300"},
	}},
	{"assets/fonts/", []Field{{"Cache-Control", "public, max-age=2592000"}}},
	{"*.csv", []Field{{"Content-Type", "text/csv; charset=utf-8"}, {"Access-Control-Allow-Origin", "*"}}},
	{"*.json", []Field{{"Content-Type", "application/json"}, {"Access-Control-Allow-Origin", "*"}}},
	{sealedFolder + "/", []Field{{"X-Robots-Tag", "noindex"}}},
}

// headersPath is where Netlify and Cloudflare Pages look for what they are to say.
const headersPath = "_headers"

// headersFile writes the heads for the files of a tree, which stand below root. A host that reads it sends a field as often as a
// rule names it. One that is not the same for all files is therefore left out of the rule for all, and the host does there as it is
// used to: both ask again for every page.
func headersFile(tree *output.Tree, root string) func(io.Writer) error {
	var out strings.Builder
	for _, head := range Heads {
		for _, pattern := range patterns(tree, head.Of) {
			fmt.Fprintf(&out, "%s%s\n", root, pattern)
			for _, f := range head.Fields {
				if head.Of != "" || !replaced(f.Name) {
					fmt.Fprintf(&out, "  %s: %s\n", f.Name, f.Value)
				}
			}
		}
	}
	return func(w io.Writer) error {
		_, err := io.WriteString(w, out.String())
		return err
	}
}

// replaced reports whether a field is not the same for all files.
func replaced(name string) bool {
	return slices.ContainsFunc(Heads[1:], func(h Head) bool {
		return slices.ContainsFunc(h.Fields, func(f Field) bool { return f.Name == name })
	})
}

// patterns returns the files of a head as such hosts name them. An ending is no pattern for all of them, so that each file is named.
func patterns(tree *output.Tree, of string) []string {
	ext, ending := strings.CutPrefix(of, "*")
	if !ending {
		return []string{of + "*"}
	}
	var out []string
	for _, f := range tree.Files() {
		if path.Ext(f.Path) == ext {
			out = append(out, f.Path)
		}
	}
	return out
}
