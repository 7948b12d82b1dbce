package check

import "cmp"

// plainSite is what an example without a Base lies over: a company, one person and one policy, and no audit, so that an
// example shows nothing but its own rule.
const plainSite = `-- site.toml --
[organization]
name = "Nordan Ledger AB"

[service]
name = "Nordan Ledger"
-- content/people.toml --
[[person]]
id = "PER-anna"
name = "Anna Sjö"
role = "Head of security"
-- content/policies/access.md --
---
id: POL-AC
title: Access
owner: PER-anna
---
## Joiners

A new colleague gets the access of their role on the first day.

## Leavers

A person who leaves loses all access within a day.
`

// Beneath returns the txtar archive that the rule's examples lie over; a file of an example replaces one of the same name.
func (r *Rule) Beneath() string { return cmp.Or(r.Base, plainSite) }
