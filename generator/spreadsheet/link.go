package spreadsheet

import (
	"net/url"
	"slices"
	"strings"
)

// The limits of Excel for links; beyond them it calls the file damaged.
const (
	linkLimit    = 65530 // in a sheet
	addressLimit = 2079  // characters
)

// schemes are those of addresses that a cell may lead to. "" is a file beside the workbook.
var schemes = []string{"", "http", "https", "mailto"}

// target returns where a cell leads, and how the library calls that sort of link; "" if a workbook cannot have the link.
func (b *book) target(href string) (to, sort string) {
	if place, ok := strings.CutPrefix(href, "#"); ok {
		return b.place(place), "Location"
	}
	u, err := url.Parse(href)
	if err != nil || !slices.Contains(schemes, u.Scheme) || strings.Contains(href, `\`) {
		return "", ""
	}
	if u.Scheme == "" && (u.Host != "" || strings.HasPrefix(u.Path, "/")) {
		return "", ""
	}
	if to = u.String(); len(to) > addressLimit {
		return "", ""
	}
	return to, "External"
}

// place returns a cell of a sheet by the name that the sheet was given in the workbook.
func (b *book) place(of string) string {
	at := strings.LastIndex(of, "!")
	if at < 0 || b.at[of[:at]] == "" {
		return ""
	}
	return "'" + b.at[of[:at]] + "'" + of[at:]
}
