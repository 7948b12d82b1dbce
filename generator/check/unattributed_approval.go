package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/history"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var unattributedApproval = &Rule{
	Rule: diag.Rule{Code: "TP405", Name: "unattributed-approval", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "an approval that neither commit nor signature ties to its person"},
	Why: `Anybody can write into a register that the managing director approved a policy. It is the director's approval when the director
signed it with a key that their record names (trustpress approve --sign), or committed the record themselves, with an address among their
emails. A commit shows who recorded it as far as the repository is kept; a signature shows it to everybody. Where there is no
history to ask, or it is cut off, only signatures are looked at.`,
	Bad: `-- content/people.toml --
` + signer + `-- content/approvals.toml --
[[approval]]
policy = "POL-AC"
version = "1.0"
sha256 = "cd082faeb91812d336e3745f98f62852180d57afd4e5035ffc56f2a00bd5a9be"
by = "PER-anna"
on = 2026-01-15
signature = """
` + otherSignature + `"""
`,
	Good: `-- content/people.toml --
` + signer + `-- content/approvals.toml --
[[approval]]
policy = "POL-AC"
version = "1.0"
sha256 = "cd082faeb91812d336e3745f98f62852180d57afd4e5035ffc56f2a00bd5a9be"
by = "PER-anna"
on = 2026-01-15
signature = """
` + signature + `"""
`,
	Run: runUnattributedApproval,
}

func runUnattributedApproval(p *Pass) {
	for _, rec := range p.approvable() {
		for _, held := range p.mattering(rec) {
			if a := unattributed(held.Approvals); a != nil {
				unattributedOf(p, rec, a)
			}
		}
	}
}

// unattributed returns the newest approval of a text that nothing ties to its person, or nil if another of them is somebody's, or it
// is not known.
func unattributed(all []*trace.Approval) *trace.Approval {
	for _, a := range all {
		if a.Attributed() || a.How == trace.Unknown || a.By.To == nil {
			return nil
		}
	}
	return all[len(all)-1]
}

func unattributedOf(p *Pass, rec *program.Policy, a *trace.Approval) {
	at, why, hint := a.At("by"), "", fmt.Sprintf("let %s commit the record, or put a signed one in its place (trustpress approve --sign)", a.By.To.ID)
	switch a.How {
	case trace.WrongSignature:
		at, why, hint = a.At("signature"), a.Fault, fmt.Sprintf("sign it again with a key that %s's record names", a.By.To.ID)
		if a.By.To.IsConfidential() { // the handbook shows the message, and not the hint
			why, hint = "the signature does not hold", a.Fault+"; "+hint
		}
	case trace.Uncommitted:
		why = "it is not signed, and nobody has committed it yet"
	case trace.Recorded:
		why = fmt.Sprintf("it is not signed, and %s committed it (%.7s)", p.author(a.Commit), a.Commit.Hash)
		if len(a.By.To.Emails) == 0 {
			hint += fmt.Sprintf("; the emails of %s are not known", a.By.To.ID)
		}
	}
	p.Report(rec, at, fmt.Sprintf("%s: nothing ties this approval to %s: %s", versioned(rec, a.Version), a.By.To.ID, why), hint)
	p.at(a.Version)
}

// author names who wrote a commit: by the id of the person of whom the commit has an address, or the name, and else by that name.
func (p *Pass) author(c *history.Commit) string {
	for _, person := range p.Program.People {
		if trace.Wrote(&history.Commit{Author: c.Author}, person) || strings.EqualFold(person.Name, c.Author.Name) {
			return person.ID
		}
	}
	return c.Author.Name
}

// signer is a person with a public key, and two signatures that were made with it: one under the text of the plain site, and one
// under another text. Nobody has the private key.
const (
	signer = `[[person]]
id = "PER-anna"
name = "Anna Sjö"
role = "Head of security"
signing_keys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIB6434nuw2g8qBJ7riHQOoyHIj65Z/U+aU7rt+XodjW"]
`
	signature = `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAggHrjfie7DaDyoEnuuIdA
6jIciPrln9T5pTuu35eh2NYAAAATdHJ1c3RwcmVzcy1hcHByb3ZhbAAAAAAAAAAG
c2hhNTEyAAAAUwAAAAtzc2gtZWQyNTUxOQAAAEDCEzzrucRIqR5BwhDNUl+Vud7H
XfQWgg8/MGAJwhOi4EuZeE5tRwRLhFBE7zCL4CAn2+u7NQgawlGFeEEcGXoL
-----END SSH SIGNATURE-----
`
	otherSignature = `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAggHrjfie7DaDyoEnuuIdA
6jIciPrln9T5pTuu35eh2NYAAAATdHJ1c3RwcmVzcy1hcHByb3ZhbAAAAAAAAAAG
c2hhNTEyAAAAUwAAAAtzc2gtZWQyNTUxOQAAAEB7HSzSYMkWOQY+LkXuvChmpE9i
xKDWKADcx+YCMXBE/TwhRjLFjm5QRIdMROg5TwKRVI+1jVkYN7SEyLjNerQB
-----END SSH SIGNATURE-----
`
)
