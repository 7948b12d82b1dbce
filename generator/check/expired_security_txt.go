package check

import (
	"fmt"

	"trustpress/generator/diag"
)

var expiredSecurityTxt = &Rule{
	Rule: diag.Rule{Code: "TP511", Name: "expired-security-txt", Severity: diag.Error, Blocks: []string{"trust"}, Waivable: false,
		Says: "security.txt would expire within a week, or has, or in more than a year"},
	Why: `Who reports a weakness is told not to use a security.txt that has expired, and to expect one that is looked at every year
(RFC 9116 §2.5.5). One that expires next week is gone before the next build. Check that what the file says still holds, and set the day anew, less
than a year ahead.`,
	Bad: `-- site.toml --
[organization]
name = "Nordan Ledger AB"
security_contact = "mailto:security@example.com"
[trust.security_txt]
expires = 2026-10-02
`,
	Good: `-- site.toml --
[organization]
name = "Nordan Ledger AB"
security_contact = "mailto:security@example.com"
[trust.security_txt]
expires = 2027-03-31
`,
	Run: runExpiredSecurityTxt,
}

func runExpiredSecurityTxt(p *Pass) {
	expires, at := p.Site.Trust.SecurityTxt.Expires, p.Site.Tree.At("trust", "security_txt", "expires")
	switch {
	case expires.IsZero() || p.AsOf.IsZero():
	case expires.Before(p.AsOf):
		p.Report(nil, at, fmt.Sprintf("security.txt has expired, on %s", expires), "check what it says, and set the day anew")
	case !p.AsOf.AddDays(7).Before(expires):
		p.Report(nil, at, fmt.Sprintf("security.txt expires within a week, on %s", expires), "check what it says, and set the day anew")
	case p.AsOf.AddMonths(12).Before(expires):
		p.Report(nil, at, fmt.Sprintf("security.txt would not expire before %s, in more than a year", expires), "set a day less than a year ahead")
	}
}
