package trust

import (
	"net/url"
	"strings"
)

// letter returns a link that begins a mail to an address with its subject and its text (RFC 6068), or where the address itself leads
// if it is none of mail.
func letter(to, subject, text string) string {
	address := box(to)
	if address == "" {
		href, _ := reach(to)
		return href
	}
	return "mailto:" + address + "?subject=" + quoted(subject) + "&body=" + quoted(strings.ReplaceAll(text, "\n", "\r\n"))
}

// quoted fits a text into the query of a mail link, in which "+" is a plus sign and no space.
func quoted(text string) string { return strings.ReplaceAll(url.QueryEscape(text), "+", "%20") }

// asked returns the address of a form with what is asked for, or "" if the address is no page.
func asked(form string, about url.Values) string {
	u, err := url.Parse(form)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	query := u.Query()
	for key, values := range about {
		query[key] = values
	}
	u.RawQuery = query.Encode()
	return u.String()
}

// box returns the address of mail that a contact is, or "".
func box(contact string) string {
	href, _ := reach(contact)
	address, isMail := strings.CutPrefix(href, "mailto:")
	if !isMail {
		return ""
	}
	address, _, _ = strings.Cut(address, "?")
	return address
}
