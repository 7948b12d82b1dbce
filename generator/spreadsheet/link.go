package spreadsheet

import (
	"net/url"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The limits of Excel for links; beyond them it calls the file damaged.
const (
	linkLimit    = 65530 // in a sheet
	addressLimit = 2079  // characters
)

// schemes are those of addresses that a cell may lead to. "" is a file beside the workbook.
var schemes = []string{"", "http", "https", "mailto"}

// link is the way from one cell: to a place in the workbook, or to an address.
type link struct{ from, place, address string }

// link returns the links of the sheet, as many as it has room for, and counts the others.
func (t *tab) link() []link {
	var out []link
	for i, row := range t.Rows {
		for j, c := range row {
			if c.Href == "" {
				continue
			}
			l, ok := t.target(c.Href)
			if !ok || len(out) == linkLimit {
				t.unlinked++
				continue
			}
			l.from, _ = excelize.CoordinatesToCellName(j+1, i+2) // fails beyond the limits of a sheet alone
			out = append(out, l)
		}
	}
	return out
}

// target returns where an address leads, if that is where a workbook may lead.
func (b *book) target(href string) (link, bool) {
	if place, ok := strings.CutPrefix(href, "#"); ok {
		to := b.place(place)
		return link{place: to}, to != ""
	}
	u, err := url.Parse(href)
	if err != nil || !slices.Contains(schemes, u.Scheme) || strings.Contains(href, `\`) {
		return link{}, false
	}
	if u.Scheme == "" && (u.Host != "" || strings.HasPrefix(u.Path, "/")) {
		return link{}, false
	}
	to := u.String()
	return link{address: to}, to != "" && len(to) <= addressLimit
}

// place returns a cell of a sheet by the name that the sheet was given in the workbook.
func (b *book) place(of string) string {
	at := strings.LastIndex(of, "!")
	if at < 0 || b.at[of[:at]] == "" {
		return ""
	}
	if _, _, err := excelize.CellNameToCoordinates(of[at+1:]); err != nil {
		return ""
	}
	return "'" + b.at[of[:at]] + "'" + of[at:]
}
