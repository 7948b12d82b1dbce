package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var privateFile = &Rule{
	Rule: diag.Rule{Code: "TP517", Name: "private-file", Severity: diag.Error, Blocks: []string{"trust"}, Waivable: false,
		Says: "an open or sealed document whose file is not for everybody"},
	Why: `The file of an open or sealed document is copied into the trust center as it is. One that holds records, that is raw evidence, that
lies among records which are not public, or that is hidden there by a dot, an ignored name or a link, would be handed out with all that
stands in it. Put a copy of what everybody may have below trust/documents, and name that. The file of a report is handed out only if the
report's own access is open.`,
	Bad: `-- content/trust/documents.toml --
[[document]]
id = "DOC-ACCESS"
title = "How access is given"
access = "open"
file = "policies/access.md"
`,
	Good: `-- content/trust/documents.toml --
[[document]]
id = "DOC-ACCESS"
title = "How access is given"
access = "open"
file = "trust/documents/access.txt"
-- content/trust/documents/access.txt --
A new colleague gets the access of their role on the first day.
`,
	Run: runPrivateFile,
}

func runPrivateFile(p *Pass) {
	private := privateFiles(p)
	for _, d := range p.Program.Documents {
		if !d.Hosted() || !d.IsPublic() || !p.Files[d].Present {
			continue
		}
		why, related := ofWhom(p, d, private)
		if why != "" {
			p.Report(d, d.At("file"), fmt.Sprintf("%s would hand out %q, %s", d.ID, d.Source, why), "put a copy of what everybody may have below "+p.Site.Content.Root+"/trust/documents", related...)
		}
	}
}

// ofWhom says why the file of a document is not for everybody, or "".
func ofWhom(p *Pass, d *program.Document, private map[string]program.Any) (why string, related []diag.Related) {
	file := p.Files[d].Path
	below := strings.TrimPrefix(file, p.Site.Content.Root+"/")
	of, named := private[strings.ToLower(d.Source)]
	switch {
	case !p.Asset(file):
		return "which holds records, is raw evidence, or is no part of the content", nil
	case of != nil:
		return "which is not handed out by " + of.Base().ID, []diag.Related{{Span: of.Base().At("file"), Message: "it is named here"}}
	case named: // a report hands it out
		return "", nil
	}
	for _, k := range program.Kinds {
		if k.Class != "public" && len(below) > len(k.Folder) && strings.EqualFold(below[:len(k.Folder)+1], k.Folder+"/") {
			return "which lies among the records of kind " + k.Name, nil
		}
	}
	return "", nil
}

// privateFiles returns the records that keep a file to those who ask, by its path below the content in lower case. A file that an
// open report names is kept by none.
func privateFiles(p *Pass) map[string]program.Any {
	out := map[string]program.Any{}
	for _, r := range p.Program.Reports {
		switch {
		case r.Source == "":
		case r.Access == "open":
			out[strings.ToLower(r.Source)] = nil
		default:
			out[strings.ToLower(r.Source)] = r
		}
	}
	for _, d := range p.Program.Documents {
		if d.Source != "" && (!d.Hosted() || !d.IsPublic()) {
			out[strings.ToLower(d.Source)] = d
		}
	}
	return out
}
