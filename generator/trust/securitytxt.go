package trust

import (
	"io"
	"net/url"
	"strings"

	"trustpress/generator/audience"
)

// securityTxtPath is where a reader of security.txt looks for it (RFC 9116 §3).
const securityTxtPath = ".well-known/security.txt"

// hasSecurityTxt reports whether there is what the file cannot do without: whom to tell, and a day on which it expires (RFC 9116
// §2.5.3, §2.5.5). A person writes that day, because nothing else that is public says when the file was last looked at.
func hasSecurityTxt(p *audience.Public) bool {
	return p.Organization.SecurityContact != "" && p.Site.SecurityTxt.Expires != ""
}

// securityTxt writes the file (RFC 9116 §2).
func securityTxt(all []audience.Public, policy string) func(io.Writer) error {
	return func(w io.Writer) error {
		p := &all[0]
		txt := p.Site.SecurityTxt
		contact, _ := reach(p.Organization.SecurityContact)
		languages := make([]string, len(all))
		for i := range all {
			languages[i] = all[i].Language
		}
		var b strings.Builder
		for _, line := range [][2]string{
			{"Contact", contact}, {"Expires", txt.Expires + "T00:00:00Z"}, {"Encryption", txt.Encryption}, {"Acknowledgments", txt.Acknowledgments},
			{"Preferred-Languages", strings.Join(languages, ", ")}, {"Canonical", address(p, securityTxtPath)}, {"Policy", policy}, {"Hiring", txt.Hiring},
		} {
			if line[1] != "" {
				b.WriteString(line[0] + ": " + line[1] + "\n")
			}
		}
		_, err := io.WriteString(w, b.String())
		return err
	}
}

// securityWays returns where machines find the contact, on the page about reporting a vulnerability.
func (s *sheet) securityWays() []way {
	if !hasSecurityTxt(s.Public) {
		return nil
	}
	href := (&url.URL{Path: s.root + securityTxtPath}).String()
	return []way{{s.say("security-txt"), href, "security.txt"}}
}
