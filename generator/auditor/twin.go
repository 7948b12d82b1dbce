package auditor

import (
	"slices"
	"strings"

	"trustpress/generator/spreadsheet"
)

// twin is what a page shows, as a CSV file beside it.
type twin struct {
	path string                // below data/
	rows func(view) [][]string // the first is the head
}

func (t twin) bytes(v view) ([]byte, error) { return spreadsheet.CSV(t.rows(v)) }

// joined puts the items of a list into one cell, each once.
func joined(items []string) string {
	var out []string
	for _, item := range items {
		if !slices.Contains(out, item) {
			out = append(out, item)
		}
	}
	return strings.Join(out, "; ")
}
