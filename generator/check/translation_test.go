package check_test

import (
	"fmt"
	"strings"
	"testing"
)

// What the companies below a subprocessor do is translated; their names are not.
func TestTranslationOfChains(t *testing.T) {
	const site = `-- site.toml --
[organization]
name = "Nordan Ledger AB"
[site]
languages = ["en", "sv"]
-- content/vendors.toml --
[[vendor]]
id = "VEN-hall"
title = "Hall AB"
public = { title = "Hall AB", text = "Runs the halls." }
[vendor.subprocessor]
public = true
chain = [%s]
-- content/vendors.sv.toml --
[[vendor]]
id = "VEN-hall"
public = { text = "Driver hallarna." }
%s
`
	const purpose, named = `{ name = "Kraft AB", purpose = "Power" }`, `"Kyla AB"`
	for _, test := range []struct{ name, chain, translated, want string }{
		{"names alone", named, "", ""},
		{"a purpose that nobody translated", named + ", " + purpose, "", `"subprocessor.chain" is not there in "sv"`},
		{"a purpose", named + ", " + purpose, "[vendor.subprocessor]\nchain = [\"Kraft\"]", ""},
		{"more words than purposes", purpose, "[vendor.subprocessor]\nchain = [\"Kraft\", \"Kyla\"]", `"subprocessor.chain" is not there in "sv"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			var said strings.Builder
			for _, f := range run(t, lay(fmt.Sprintf(site, test.chain, test.translated))) {
				if f.Rule == "missing-translation" {
					said.WriteString(f.Message)
				}
			}
			if said.String() != test.want {
				t.Errorf("said %q, want %q", said.String(), test.want)
			}
		})
	}
}
