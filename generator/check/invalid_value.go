package check

import (
	"fmt"
	"path"
	"strings"

	"trustpress/generator/diag"
)

var invalidValue = &Rule{
	Rule: diag.Rule{Code: "TP006", Name: "invalid-value", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a date, a duration, a number, a list or one of a few words, written as none"},
	Why: `A date in free form cannot be compared with the audit period, and a word that is not one of those a field takes would be
guessed at. Nothing is guessed here. Dates are written as 2026-09-30, durations as "12 months", and the hint names the words that
a field takes.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
effective_on: 2026-09-01
review_every: yearly
---
Passwords have at least 14 characters.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
effective_on: 2026-09-01
review_every: 12 months
---
Passwords have at least 14 characters.
`,
	Run: runInvalidValue,
}

// running are the endings of files that a browser runs instead of showing or storing them. Drawings are looked at on their own.
var running = map[string]bool{".html": true, ".htm": true, ".xhtml": true, ".xht": true, ".shtml": true, ".mht": true, ".mhtml": true, ".svgz": true,
	".js": true, ".mjs": true}

// runInvalidValue holds what a record says of a document against the document. A value that is none by itself is found where it is
// read.
func runInvalidValue(p *Pass) {
	for _, d := range p.Program.Documents {
		f := p.Files[d]
		switch {
		case !f.Present || f.Pointer:
		case d.Access == "sealed" && !f.Sealed:
			p.Report(d, d.At("file"), fmt.Sprintf("%q is not sealed, and everybody could read it", d.Source), "name the file that trustpress seal wrote")
		case d.Access == "open" && f.Sealed:
			p.Report(d, d.At("access"), fmt.Sprintf("%q is sealed, and not open", d.Source), "write access = \"sealed\", or name the plain file")
		case d.Access == "open" && running[strings.ToLower(path.Ext(d.Source))]:
			p.Report(d, d.At("file"), fmt.Sprintf("%q is run by a browser, in the name of the trust center", d.Source), "hand out a PDF or plain text, or an archive of it")
		}
		if nda := d.NDA.To; nda != nil && !nda.Broken && nda.Access != "open" {
			p.Report(d, d.NDA.Span, fmt.Sprintf("%s is not open, and nobody could read it before agreeing to it", nda.ID), "name the open document that holds the text of the agreement",
				diag.Related{Span: nda.At("access"), Message: "its access is said here"})
		}
	}
}
