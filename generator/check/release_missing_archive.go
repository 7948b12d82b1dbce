package check

import (
	"fmt"

	"trustpress/generator/diag"
)

var releaseMissingArchive = &Rule{
	Rule: diag.Rule{Code: "TP603", Name: "release-missing-archive", Severity: diag.Error, Blocks: []string{"handbook"}, Waivable: false,
		Says: "a released version whose archive is not there"},
	Why: `A version of the handbook is built from its archive and from nothing else, so without it the page that an auditor asks for cannot be
made. Take the file out of the history again (git log -- content/releases), or out of a backup. A version that is lost for good is
withdrawn: delete its row.`,
	Bad: `-- content/releases.toml --
[[release]]
version = "2026.1"
date = 2026-03-31
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
`,
	Good: `-- content/releases.toml --
# 2026.1 is withdrawn: nobody has its archive any more. The next version is 2026.2.
`,
	Run: runReleaseMissingArchive,
}

func runReleaseMissingArchive(p *Pass) {
	for _, r := range p.Program.Releases {
		f, named := p.Files[r]
		switch {
		case !named || r.Broken: // it cannot be found, which has a finding
		case f.Pointer:
			p.Report(r, r.At("version"), fmt.Sprintf("a Git LFS pointer stands in the place of %s", f.Path), "run git lfs pull")
		case !f.Present:
			p.Report(r, r.At("version"), fmt.Sprintf("there is no %s", f.Path), "bring it back, or delete the row if the version is withdrawn")
		}
	}
}
