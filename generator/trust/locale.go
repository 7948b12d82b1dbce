package trust

import (
	"cmp"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"trustpress/generator/audience"
)

// nameOf returns the name of a language in that language: "English", "Svenska".
func nameOf(lang string) string {
	tag, err := language.Parse(lang)
	name := display.Self.Name(tag)
	if err != nil || name == "" {
		return lang
	}
	return begun(name)
}

// begun returns words as they stand at the beginning of a line.
func begun(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// languageName returns the name of a language in that of the page: "engelska" on a Swedish one. Not every language has names for others
// here.
func (s *sheet) languageName(lang string) string {
	tag, err := language.Parse(lang)
	names := display.Languages(language.Make(s.Language))
	if err != nil || names == nil {
		return lang
	}
	return cmp.Or(names.Name(tag), lang)
}

// country returns the name of a country in the language of the page.
func (s *sheet) country(text string) string { return audience.Country(text, s.Language) }
