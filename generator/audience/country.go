package audience

import (
	"cmp"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"trustpress/generator/program"
)

// Country returns the name in a language of a country that is given by its code (ISO 3166-1 alpha-2), else what is written. Not every
// language has names for countries here.
func Country(text, lang string) string {
	names := display.Regions(language.Make(lang))
	if !program.IsCountry(text) || names == nil {
		return text
	}
	return cmp.Or(names.Name(language.MustParseRegion(text)), text)
}
