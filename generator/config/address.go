package config

import (
	"fmt"
	"net/mail"
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"
)

var bundleID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)

// addresses judges what becomes part of an address or of a file's name.
func (c *checker) addresses() {
	s, t := c.site, c.site.Tree
	if base := s.Site.BaseURL; base != "" && !root(base) {
		c.fail(t.At("site", "base_url"), fmt.Sprintf("%q is not an address", base), "write it whole and plain, as in https://trust.example.com/")
	}
	o, txt := s.Organization, s.Trust.SecurityTxt
	c.reachable(o.Website, "organization", "website")
	c.reachable(o.SecurityContact, "organization", "security_contact")
	c.reachable(o.PrivacyContact, "organization", "privacy_contact")
	c.reachable(o.DPOContact, "organization", "dpo_contact")
	if t.Get("trust").Get("requests") != nil {
		c.reachable(s.Trust.Requests, "trust", "requests")
	}
	c.reachable(s.Trust.StatusPage, "trust", "status_page")
	c.reachable(txt.Encryption, "trust", "security_txt", "encryption")
	c.reachable(txt.Acknowledgments, "trust", "security_txt", "acknowledgments")
	c.reachable(txt.Hiring, "trust", "security_txt", "hiring")
	if id := s.Auditor.BundleID; id != "" && !bundleID.MatchString(id) {
		c.fail(t.At("auditor", "bundle_id"), fmt.Sprintf("%q cannot be the id of a bundle", id), "write letters, digits, dots, hyphens and underscores")
	}
}

// reachable judges an address that readers are sent to, and the keys that lead to it.
func (c *checker) reachable(text string, keys ...string) {
	if text != "" && !Reachable(text) {
		c.fail(c.site.Tree.At(keys...), Unreachable(text), WriteWhole)
	}
}

// Unreachable says what is wrong with an address that Reachable refuses, and WriteWhole what to do.
func Unreachable(text string) string {
	return fmt.Sprintf("%q is no address that a reader could use", text)
}

// WriteWhole is the hint at an address that leads nowhere.
const WriteWhole = "write it whole, as in https://example.com/ or mailto:security@example.com"

// Reachable reports whether a text is the address of a page or of a mailbox, and nothing besides, for it becomes a line of a mail or of
// security.txt, and a link: no password, no break, no mark that hides where it leads.
func Reachable(text string) bool { return Page(text) || mailbox(text) }

// Page reports whether a text is the address of a page.
func Page(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil && visible(text)
}

// mailbox reports whether a text is an address of mail, to which nothing but a subject and a text may be added.
func mailbox(text string) bool {
	box, query, _ := strings.Cut(strings.TrimPrefix(text, "mailto:"), "?")
	added, err := url.ParseQuery(query)
	if err != nil || !visible(text) {
		return false
	}
	for key, values := range added {
		breaks := strings.ContainsFunc(strings.Join(values, ""), unicode.IsControl)
		if key != "body" && (key != "subject" || breaks) {
			return false
		}
	}
	a, err := mail.ParseAddress(box)
	return err == nil && a.Address == box
}

// visible reports whether every character of an address is seen.
func visible(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) })
}

// root reports whether a text is the address of a folder on a host: every other address is made by adding to it.
func root(text string) bool {
	u, err := url.Parse(text)
	if err != nil || !Page(text) || strings.ContainsAny(text, "?#") {
		return false
	}
	below := strings.TrimSuffix(u.Path, "/")
	return u.EscapedPath() == u.Path && (below == "" || path.Clean(below) == below && path.IsAbs(below))
}
