package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var versionNotRaised = &Rule{
	Rule: diag.Rule{Code: "TP407", Name: "version-not-raised", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a new approval under the old version"},
	Why: `Two approved texts of one version cannot be told apart by those who were told to follow "version 1.0", nor by an auditor. Raise the
version with each text that is approved, and write in the changelog what changed.`,
	Bad: `-- content/approvals.toml --
[[approval]]
policy = "POL-AC"
version = "1.0"
sha256 = "39a14ae46beaee36897bd7aa1da50628cf634907aa257d38740cba93e546ae56"
by = "PER-anna"
on = 2025-01-15

[[approval]]
policy = "POL-AC"
version = "1.0"
sha256 = "cd082faeb91812d336e3745f98f62852180d57afd4e5035ffc56f2a00bd5a9be"
by = "PER-anna"
on = 2026-01-15
`,
	Good: `-- content/approvals.toml --
[[approval]]
policy = "POL-AC"
version = "1.0"
sha256 = "39a14ae46beaee36897bd7aa1da50628cf634907aa257d38740cba93e546ae56"
by = "PER-anna"
on = 2025-01-15

[[approval]]
policy = "POL-AC"
version = "1.1"
sha256 = "cd082faeb91812d336e3745f98f62852180d57afd4e5035ffc56f2a00bd5a9be"
by = "PER-anna"
on = 2026-01-15
`,
	Run: runVersionNotRaised,
}

func runVersionNotRaised(p *Pass) {
	for _, rec := range p.approvable() {
		all := p.Approved[rec].Approvals
		for _, held := range p.mattering(rec) {
			for _, a := range held.Approvals {
				if before := lastOfVersion(all, a); before != nil && before.SHA256 != a.SHA256 {
					p.Report(rec, a.At("version"), fmt.Sprintf("%s: another text was approved as this version on %s", versioned(rec, a.Version), before.On),
						"give each text that is approved a version of its own", diag.Related{Span: before.At("version"), Message: "the earlier approval"})
					p.at(a.Version)
				}
			}
		}
	}
}

// lastOfVersion returns the last approval before another that was of the same version, or nil.
func lastOfVersion(newest []*trace.Approval, of *trace.Approval) *trace.Approval {
	later := true
	for _, a := range newest {
		if !later && a.Version != "" && program.CompareVersions(a.Version, of.Version) == 0 {
			return a
		}
		later = later && a != of
	}
	return nil
}
