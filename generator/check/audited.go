package check

// auditedSite is a complete audited site, as small as one can be: two control objectives of its own instead of a catalogue, one
// policy and its approval, one control, one piece of evidence, nine sections of a description. The examples of the rules about an audit lie over
// it, each replacing the files that it names.
const auditedSite = `-- site.toml --
as_of = 2026-09-30
[organization]
name = "Nordan Ledger AB"
[audit]
type = 2
period_from = 2025-10-01
period_to = 2026-09-30
[frameworks]
in_scope = ["goals"]
-- content/frameworks/goals.toml --
id = "goals"
name = "Control objectives"
[identifier]
near = ['GO\d+']
[[criterion]]
id = "GO1"
title = "Only the right people have access"
[[criterion]]
id = "GO2"
title = "Leavers lose their access"
-- content/people.toml --
[[person]]
id = "PER-anna"
name = "Anna Exempel"
role = "Security lead"
[[person]]
id = "PER-karin"
name = "Karin Exempel"
role = "Managing director"
-- content/policies/access.md --
---
id: POL-AC
title: Access control
owner: PER-anna
version: "1.0"
---
Access follows the role. It is reviewed every year.
-- content/approvals.toml --
[[approval]]
policy = "POL-AC"
version = "1.0"
sha256 = "d8f396b30f1079a357604f705d4ccfefd94fc4b9237017de95328e20c742cd21"
by = "PER-karin"
on = 2025-09-18
-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every year
owner: PER-anna
criteria: [GO1, GO2]
policies: [POL-AC]
frequency: [annual]
---
The owner of each system compares its users with the staff list.
-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
-- content/description.toml --
[[description]]
section = "DC1"
body = "The service keeps the books of housing cooperatives."
[[description]]
section = "DC2"
body = "Customers are promised that only the right people have access."
[[description]]
section = "DC3"
body = "The service runs on rented servers."
[[description]]
section = "DC4"
statement = "No incident in the period met the description criterion."
[[description]]
section = "DC5"
body = "Two control objectives apply."
[[description]]
section = "DC6"
body = "Customers say who may sign in."
[[description]]
section = "DC7"
body = "No subservice organization is used."
[[description]]
section = "DC8"
body = "Every objective applies."
[[description]]
section = "DC9"
statement = "The service did not change significantly in the period."
`
