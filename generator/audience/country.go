package audience

import (
	"cmp"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"trustpress/generator/program"
)

// country returns the name of a country that is given by its code, else what is written.
func (s speaker) country(text string) string {
	if !program.IsCountry(text) {
		return text
	}
	return cmp.Or(display.Regions(language.Make(s.lang)).Name(language.MustParseRegion(text)), text)
}
