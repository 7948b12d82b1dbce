package check

import (
	"fmt"

	"trustpress/generator/diag"
)

var duplicateRelease = &Rule{
	Rule: diag.Rule{Code: "TP606", Name: "duplicate-release", Severity: diag.Error, Blocks: []string{"handbook"}, Waivable: false,
		Says: "two releases of one version"},
	Why: `A version is one text. Two rows of it leave open which one was in force. The case of letters, a v at the front, zeros before a number
and the signs between the parts do not make another version: 2026.1, v2026.01 and 2026-1 are one. Delete the row that is wrong; a
later text is released under a later version.`,
	Bad: `-- content/releases.toml --
[[release]]
version = "2026.1"
date = 2026-03-31
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
[[release]]
version = "2026.1"
date = 2026-03-31
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
`,
	Good: `-- content/releases.toml --
# 2026.1 is withdrawn: nobody has its archive any more. The next version is 2026.2.
`,
	Run: runDuplicateRelease,
}

func runDuplicateRelease(p *Pass) {
	for _, r := range p.Program.Releases {
		if same := p.Program.Released(r.Version); len(same) > 1 && same[0] != r {
			p.Report(r, r.At("version"), fmt.Sprintf("%s is released twice", r.Version), "one row is enough",
				diag.Related{Span: same[0].At("version"), Message: "here first, as " + same[0].Version})
		}
	}
}
