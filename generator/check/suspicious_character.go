package check

import "trustpress/generator/diag"

var suspiciousCharacter = &Rule{
	Rule: diag.Rule{Code: "TP013", Name: "suspicious-character", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a character that turns the direction of writing, commands a terminal, takes no room, or looks like a letter of another script"},
	Why: `Text pasted from a PDF or a word processor brings characters that nobody sees. In a heading they end up in its anchor, so that
no link finds it; in an identifier they make two of one; and a character that turns the direction of writing can make a sentence
read otherwise than it is stored. Delete the word and type it anew.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
## Sco` + "\u200b" + `pe

Everybody with an account.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
## Scope

Everybody with an account.
`,
}
