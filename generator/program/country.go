package program

import (
	"regexp"

	"golang.org/x/text/language"
)

var twoCapitals = regexp.MustCompile(`^[A-Z]{2}$`)

// IsCountry reports whether a text is the code of a country (ISO 3166-1 alpha-2).
func IsCountry(text string) bool {
	if !twoCapitals.MatchString(text) {
		return false
	}
	_, err := language.ParseRegion(text)
	return err == nil
}
