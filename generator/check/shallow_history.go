package check

import (
	"trustpress/generator/diag"
)

var shallowHistory = &Rule{
	Rule: diag.Rule{Code: "TP422", Name: "shallow-history", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "git history is cut off: revision history is not whole"},
	Why: `Who changed a policy when, and who committed an approval, is read from git. A shallow clone, which many build servers make unless
told otherwise, holds the last commits alone: the pages then say that the history is not whole, and an approval that nobody
signed cannot be tied to its person. Fetch the rest.`,
	Beyond: "A site has all its history, or a part of it, outside of its files.",
	Bad: `$ git clone --depth 1 https://git.example.com/handbook
$ trustpress check
`,
	Good: `$ git clone https://git.example.com/handbook
$ trustpress check
`,
	Run: runShallowHistory,
}

func runShallowHistory(p *Pass) {
	if p.Past.History != nil && p.Past.History.Shallow {
		p.Report(nil, diag.Start(p.Site.File), "the history of this repository is cut off: older revisions, and who recorded what, are not known",
			"git fetch --unshallow")
	}
}
