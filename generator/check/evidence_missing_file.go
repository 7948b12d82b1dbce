package check

import (
	"fmt"

	"trustpress/generator/diag"
)

var evidenceMissingFile = &Rule{
	Rule: diag.Rule{Code: "TP408", Name: "evidence-missing-file", Severity: diag.Error, Blocks: []string{"auditor"}, Waivable: true,
		Says: "a file of evidence that is not there, though the evidence root is"},
	Why: `A record without its file shows an auditor nothing. Put the file under the evidence root byte for byte as it was exported. If the whole root
is not there, as on a machine that does not mount it, the evidence is held elsewhere and nothing is reported. A Git LFS pointer is not the
file: fetch it first.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/README.txt --
Raw exports stand here.
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
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
	Run: runEvidenceMissingFile,
}

func runEvidenceMissingFile(p *Pass) {
	for _, e := range p.Program.Evidence {
		switch {
		case e.Companion == "" || !p.EvidenceDir:
		case !p.Holds(e.Companion):
			p.Report(e, e.At("companion"), fmt.Sprintf("there is no file %q under %s", e.Companion, p.Site.Evidence.Root), "put it there, or correct the name")
		case p.Pointer(e.Companion):
			p.Report(e, e.At("companion"), fmt.Sprintf("a Git LFS pointer stands in the place of %q", e.Companion), "run git lfs pull")
		}
		f, named := p.Files[e]
		switch {
		case !named:
		case f.Pointer:
			p.Report(e, e.Source.Span, fmt.Sprintf("a Git LFS pointer stands in the place of %q", e.Source.Text), "run git lfs pull")
		case !f.Present && p.EvidenceDir:
			p.Report(e, e.Source.Span, fmt.Sprintf("there is no file %q under %s", e.Source.Text, p.Site.Evidence.Root), "put it there, or correct the name")
		}
	}
}
