package check

import (
	"fmt"
	"path"
	"strings"

	"trustpress/generator/diag"
)

var archiveWithoutRelease = &Rule{
	Rule: diag.Rule{Code: "TP607", Name: "archive-without-release", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "an archive among the releases that no row names"},
	Why: `A version is in the handbook if the register has its row; an archive alone is in no output, and nobody knows whether it ever was released. It
is what is left when a row was deleted, or when a merge lost it. Bring the row back, or delete the archive.`,
	Bad: `-- content/releases/2026.1.zip --
The sources of the handbook.
`,
	Good: `-- content/releases.toml --
# 2026.1 was withdrawn, its row and its archive.
`,
	Run: runArchiveWithoutRelease,
}

func runArchiveWithoutRelease(p *Pass) {
	if p.Program.Doubtful("release") {
		return
	}
	named := map[string]bool{}
	for _, r := range p.Program.Releases {
		named[strings.ToLower(path.Join(p.Site.Content.Root, r.Archive()))] = true
	}
	for _, name := range p.Archives() {
		if !named[strings.ToLower(name)] {
			p.Report(nil, diag.Start(name), fmt.Sprintf("no release has the archive %s", path.Base(name)), "delete it, or bring back its row in releases.toml")
		}
	}
}
