package check

import "trustpress/generator/diag"

var vanishedHTML = &Rule{
	Rule: diag.Rule{Code: "TP012", Name: "vanished-html", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "text in angle brackets, an image from another host, a footnote nobody refers to, or what else a reader would not see"},
	Why: `Raw HTML is not shown, so that a page can neither load anything from elsewhere nor run anything. Text in angle brackets looks
like HTML and vanishes with it, here together with the number that the sentence is about. Write what belongs there, or put it in
backquotes to show the brackets. So does what stands in a row beyond the last column of a table, behind the language in the line that opens a
block of code, and in a definition that no text leads to: the words are there, and an approval of them holds, but nobody reads them.`,
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
