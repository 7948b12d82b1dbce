package auditor

import (
	"encoding/hex"
	"strings"

	"trustpress/generator/bag"
	"trustpress/generator/spreadsheet"
)

// fillManifest is every file of the payload that is sealed, evidence with its record.
func fillManifest(b *book, s *spreadsheet.Sheet) {
	evidence := map[string]spreadsheet.Cell{}
	for _, f := range b.files {
		evidence["data/"+f.Path] = b.nameCell(f.evidence)
	}
	fillIn(b, s, b.payload, []column[bag.Sealed]{
		{"path", "auditor-path", func(b *book, f bag.Sealed) spreadsheet.Cell {
			return spreadsheet.Cell{Text: f.Path, Href: b.root + strings.TrimPrefix(f.Path, "data/")}
		}},
		{"bytes", "field-size", func(_ *book, f bag.Sealed) spreadsheet.Cell { return numberCell(f.Size) }},
		{"sha256", "field-sha256", func(_ *book, f bag.Sealed) spreadsheet.Cell { return textCell(hex.EncodeToString(f.SHA256[:])) }},
		{"evidence", "kind-evidence", func(_ *book, f bag.Sealed) spreadsheet.Cell { return evidence[f.Path] }},
	})
}
