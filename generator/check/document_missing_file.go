package check

import (
	"fmt"

	"trustpress/generator/diag"
)

var documentMissingFile = &Rule{
	Rule: diag.Rule{Code: "TP515", Name: "document-missing-file", Severity: diag.Error, Blocks: []string{"trust"}, Waivable: false,
		Says: "an open or sealed document whose file is not there"},
	Why: `An open document can be downloaded by everybody, and a sealed one too, though only its recipients can open it: the trust center
carries the file. Put it below the content and name it there. A document that is sent to those who ask is listed, and its file need not be
at hand. A Git LFS pointer is not the file: fetch it first.`,
	Bad: `-- content/trust/documents.toml --
[[document]]
id = "DOC-NDA"
title = "Non-disclosure agreement"
access = "open"
file = "trust/documents/nda.txt"
`,
	Good: `-- content/trust/documents.toml --
[[document]]
id = "DOC-NDA"
title = "Non-disclosure agreement"
access = "open"
file = "trust/documents/nda.txt"
[[document]]
id = "DOC-PENTEST"
title = "Penetration test of 2026"
access = "listed"
how = "Write to security@example.com."
-- content/trust/documents/nda.txt --
The parties keep what they learn to themselves for three years.
`,
	Run: runDocumentMissingFile,
}

func runDocumentMissingFile(p *Pass) {
	for _, d := range p.Program.Documents {
		if !d.Hosted() || d.Broken {
			continue
		}
		f, named := p.Files[d]
		switch {
		case d.Source == "":
			p.Report(d, d.At("access"), fmt.Sprintf("%s is %s, and names no file", d.ID, d.Access), "name it under \"file\", or write access = \"listed\"")
		case !named: // its path leaves the content, which has a finding
		case f.Pointer:
			p.Report(d, d.At("file"), fmt.Sprintf("a Git LFS pointer stands in the place of %q", d.Source), "run git lfs pull")
		case !f.Present:
			p.Report(d, d.At("file"), fmt.Sprintf("there is no file %q under %s", d.Source, p.Site.Content.Root), "put it there, or correct the name")
		}
	}
}
