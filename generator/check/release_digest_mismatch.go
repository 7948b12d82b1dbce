package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
)

var releaseDigestMismatch = &Rule{
	Rule: diag.Rule{Code: "TP604", Name: "release-digest-mismatch", Severity: diag.Error, Blocks: []string{"handbook"}, Waivable: false,
		Says: "the archive of a released version is not the one recorded"},
	Why: `A version says what was in force on a day in the past. If its archive was changed afterwards, the handbook would show another text under
the same name, and no approval of it would hold; if its date was, another text would have been in force. Restore the archive out of the history; what is to change goes into the next version.`,
	Bad: `-- content/releases.toml --
[[release]]
version = "2026.1"
date = 2026-03-31
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
-- content/releases/2026.1.zip --
Another archive.
`,
	Good: `-- content/releases.toml --
# 2026.1 is withdrawn: nobody has its archive any more. The next version is 2026.2.
`,
	Run: runReleaseDigestMismatch,
}

func runReleaseDigestMismatch(p *Pass) {
	for _, r := range p.Program.Releases {
		f := p.Files[r]
		if !f.Present || f.Pointer || r.Broken {
			continue
		}
		hint := "it has the digest " + f.SHA256
		switch {
		case r.SHA256 == "":
			p.Report(r, r.Span, fmt.Sprintf("nothing says which bytes %s is to have", f.Path), hint)
		case !strings.EqualFold(r.SHA256, f.SHA256):
			p.Report(r, r.At("sha256"), fmt.Sprintf("the bytes of %s are not the ones recorded", f.Path), hint)
		}
	}
}
