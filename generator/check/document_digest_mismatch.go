package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
)

var documentDigestMismatch = &Rule{
	Rule: diag.Rule{Code: "TP514", Name: "document-digest-mismatch", Severity: diag.Error, Blocks: []string{"trust"}, Waivable: false,
		Says: "the bytes of a document are not the ones that its record promises"},
	Why: `Who downloads a document, or is sent one, compares it with the digest in the trust center; where the two differ, an honest file
looks forged. Restore the file. If it was changed on purpose, write a record of the new version, which supersedes this one.`,
	Bad: `-- content/trust/documents.toml --
[[document]]
id = "DOC-NDA"
title = "Non-disclosure agreement"
access = "open"
file = "trust/documents/nda.txt"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
-- content/trust/documents/nda.txt --
The parties keep what they learn to themselves for three years.
`,
	Good: `-- content/trust/documents.toml --
[[document]]
id = "DOC-NDA"
title = "Non-disclosure agreement"
access = "open"
file = "trust/documents/nda.txt"
sha256 = "851384adaefb811f5a83f18ddb063da29898526e6fceff1c0bf224dd615f23ae"
-- content/trust/documents/nda.txt --
The parties keep what they learn to themselves for three years.
`,
	Run: runDocumentDigestMismatch,
}

func runDocumentDigestMismatch(p *Pass) {
	for _, d := range p.Program.Documents {
		f := p.Files[d]
		switch {
		case !f.Present || f.Pointer:
		case d.SHA256 != "" && !strings.EqualFold(d.SHA256, f.SHA256):
			p.Report(d, d.At("sha256"), fmt.Sprintf("the bytes of %q are not the ones recorded", d.Source), "they have the digest "+f.SHA256)
		case d.Size != nil && *d.Size != f.Size:
			p.Report(d, d.At("size"), fmt.Sprintf("%q has %d bytes, and the record says %d", d.Source, f.Size, *d.Size), "correct the record, or restore the file")
		}
	}
}
