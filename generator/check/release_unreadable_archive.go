package check

import "trustpress/generator/diag"

var releaseUnreadableArchive = &Rule{
	Rule: diag.Rule{Code: "TP605", Name: "release-unreadable-archive", Severity: diag.Error, Blocks: []string{"handbook"}, Waivable: false,
		Says: "the archive of a released version is none that trustpress wrote"},
	Why: `trustpress release writes an archive whose bytes follow from its files alone, and reads no other: one that was packed anew could hold a
file twice, a link, or what no tool shows. Restore the archive that was released. If it is lost, withdraw the version.`,
	Bad: `-- content/releases.toml --
[[release]]
version = "2026.1"
date = 2026-03-31
sha256 = "4d2d88adcb99736025d58d60589d8dfa49dbb52588194089768587ac9fc5c1a2"
-- content/releases/2026.1.zip --
The sources of the handbook, zipped by hand.
`,
	Good: `-- content/releases.toml --
# 2026.1 is withdrawn: nobody has its archive any more. The next version is 2026.2.
`,
}
