package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var evidenceDigestMismatch = &Rule{
	Rule: diag.Rule{Code: "TP409", Name: "evidence-digest-mismatch", Severity: diag.Error, Blocks: []string{"auditor"}, Waivable: false,
		Says: "a file whose bytes are not the ones recorded"},
	Why: `The digest is what ties the record to the export. If the bytes differ, the file was changed after it was recorded, or line endings were
rewritten on the way through git, which the hint then says (content/evidence/files/** -text in .gitattributes prevents that). Restore the
file; if it was collected anew, write a new record.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.csv --
employee,role,decision
1001,developer,kept
1002,support,kept
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
sha256 = "0da4d9d44299a4343a540db8bf3508c14894352b248d4441e275c3963704bbb2"
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.csv --
employee,role,decision
1001,developer,kept
1002,support,kept
`,
	Run: runEvidenceDigestMismatch,
}

func runEvidenceDigestMismatch(p *Pass) {
	for _, e := range p.Program.Evidence {
		f := p.Files[e]
		if !f.Present || f.Pointer {
			continue
		}
		switch {
		case e.SHA256 != "" && !strings.EqualFold(e.SHA256, f.SHA256):
			p.Report(e, e.At("sha256"), fmt.Sprintf("the bytes of %q are not the ones recorded", e.Source.Text), mismatchHint(p, e))
		case e.Size != nil && *e.Size != f.Size:
			p.Report(e, e.At("size"), fmt.Sprintf("%q has %d bytes, and the record says %d", e.Source.Text, f.Size, *e.Size), "correct the record, or restore the file")
		}
	}
}

// mismatchHint says what became of the file, where that can be told.
func mismatchHint(p *Pass, e *program.Evidence) string {
	digest := fmt.Sprintf("they have the digest %s", p.Files[e].SHA256)
	if !p.Rewritten(e) {
		return digest
	}
	return fmt.Sprintf("only the line ends differ: git rewrote them; write \"%s/** -text\" into .gitattributes and check the file out again; %s", p.Site.Evidence.Root, digest)
}
