package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var disclosureDigestMismatch = &Rule{
	Rule: diag.Rule{Code: "TP425", Name: "disclosure-digest-mismatch", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a file given to somebody that is neither the document named nor one that it supersedes"},
	Why: `The digest in the register says which file was given. If it is of no version of the document, another file was sent than the one that was
meant, or the wrong record is named. Name the right document, or write a record of the version that was sent.`,
	Bad: `-- content/trust/documents.toml --
[[document]]
id = "DOC-PENTEST"
title = "Penetration test of 2026"
access = "listed"
sha256 = "1ec7e9a50747ec30a3c1cb4dc43d5632b78aa3f73960dcf672896401919bdd2e"
-- content/disclosures.toml --
[[disclosure]]
id = "DIS-1"
title = "Penetration test to a customer"
who = "Rolf Hageblad, treasurer"
document = "DOC-PENTEST"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
granted = 2026-03-05
`,
	Good: `-- content/trust/documents.toml --
[[document]]
id = "DOC-PENTEST"
title = "Penetration test of 2026"
access = "listed"
sha256 = "1ec7e9a50747ec30a3c1cb4dc43d5632b78aa3f73960dcf672896401919bdd2e"
-- content/disclosures.toml --
[[disclosure]]
id = "DIS-1"
title = "Penetration test to a customer"
who = "Rolf Hageblad, treasurer"
document = "DOC-PENTEST"
sha256 = "1ec7e9a50747ec30a3c1cb4dc43d5632b78aa3f73960dcf672896401919bdd2e"
granted = 2026-03-05
`,
	Run: runDisclosureDigestMismatch,
}

func runDisclosureDigestMismatch(p *Pass) {
	for _, d := range p.Program.Disclosures {
		if d.SHA256 != "" && d.Document.To != nil && !p.mayBe(d.SHA256, d.Document.To) {
			p.Report(d, d.At("sha256"), fmt.Sprintf("the file of %s is no version of %s", d.ID, d.Document.ID), "compare the digest with that of the file that was sent",
				diag.Related{Span: d.Document.To.Span, Message: "the document stands here"})
		}
	}
}

// mayBe reports whether a digest is that of a document or of one that it supersedes, as far as their digests are known.
func (p *Pass) mayBe(digest string, d *program.Document) bool {
	for seen := map[*program.Document]bool{}; d != nil && !seen[d]; d = d.Supersedes.To {
		seen[d] = true
		recorded, measured := d.SHA256, p.Files[d].SHA256
		if recorded == "" && measured == "" || strings.EqualFold(digest, recorded) || strings.EqualFold(digest, measured) {
			return true
		}
	}
	return false
}
