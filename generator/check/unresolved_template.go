package check

import "trustpress/generator/diag"

var unresolvedTemplate = &Rule{
	Rule: diag.Rule{Code: "TP009", Name: "unresolved-template", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "template syntax of another tool, left in the text"},
	Why: `Text that comes from another tool often brings its placeholders along. They mean nothing here and are printed as they
stand, which tells every reader that nobody has read the page. Write the text itself, or a parameter of site.toml. To show the
syntax on purpose, put it in backquotes.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
This policy binds everybody at {{.Organization.Name}}.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
This policy binds everybody at {{ org.name }}.
`,
}
