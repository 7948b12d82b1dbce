package audience

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// isCountry reports whether a text is the code of a country (ISO 3166-1 alpha-2).
func isCountry(text string) bool {
	_, err := language.ParseRegion(text)
	return err == nil && len(text) == 2 && strings.ToUpper(text) == text
}

// country returns the name of a country that is given by its code, else what is written.
func (s speaker) country(text string) string {
	if !isCountry(text) {
		return text
	}
	return cmp.Or(display.Regions(language.Make(s.lang)).Name(language.MustParseRegion(text)), text)
}
