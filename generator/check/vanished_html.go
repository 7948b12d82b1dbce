package check

import "trustpress/generator/diag"

var vanishedHTML = &Rule{
	Rule: diag.Rule{Code: "TP012", Name: "vanished-html", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "text in angle brackets, or an image from another host or a footnote nobody refers to, that a reader would not see"},
	Why: `Raw HTML is not shown, so that a page can neither load anything from elsewhere nor run anything. Text in angle brackets looks
like HTML and vanishes with it, here together with the number that the sentence is about. Write what belongs there, or put it in
backquotes to show the brackets.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
An account is locked after <number> failed attempts.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
An account is locked after ten failed attempts.
`,
}
