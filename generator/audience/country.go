package audience

import (
	"cmp"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"trustpress/generator/program"
)

// country returns the name of a country that is given by its code, else what is written. Not every language has names for countries here.
func (s speaker) country(text string) string {
	names := display.Regions(language.Make(s.lang))
	if !program.IsCountry(text) || names == nil {
		return text
	}
	return cmp.Or(names.Name(language.MustParseRegion(text)), text)
}
