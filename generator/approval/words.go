package approval

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
)

// Value is a parameter and what the site says it is.
type Value struct{ Name, Value string }

// Words returns what an approval is over: the words of a text, one a line. How the text is wrapped, set in columns or commented
// says nothing to who reads it, and is not in them; each letter is.
//
// The title and the description are as they are written, with their parameters not filled in. The body is what follows the front
// matter. params are the parameters that Parameters finds, whose values a reader sees in their place.
//
// The manual gives the same in awk and tr. A change here makes every approval there is one of another text.
func Words(title, description, body string, params []Value) string {
	var out strings.Builder
	for _, word := range words(title, description, body) {
		out.WriteString(word + "\n")
	}
	byName := func(x, y Value) int { return cmp.Compare(x.Name, y.Name) }
	for _, p := range slices.SortedFunc(slices.Values(params), byName) {
		for _, word := range split(p.Name + " = " + p.Value) {
			out.WriteString(word + "\n")
		}
	}
	return out.String()
}

// Digest returns the SHA-256 of words in lower-case hexadecimal digits.
func Digest(words string) string {
	sum := sha256.Sum256([]byte(words))
	return hex.EncodeToString(sum[:])
}

var parameter = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$`)

// Parameters returns the names that stand alone between double braces in a text, each once and in order. One in code, which is not
// filled in, is among them: that its value is in the words does no harm.
func Parameters(title, description, body string) []string {
	if !strings.Contains(title+description+body, "{{") {
		return nil
	}
	var out []string
	all := words(title, description, body)
	for i := 2; i < len(all); i++ {
		if all[i-2] == "{{" && all[i] == "}}" && parameter.MatchString(all[i-1]) {
			out = append(out, all[i-1])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func words(title, description, body string) []string {
	return slices.Concat(split(title), split(description), split(uncommented(body)))
}

var (
	apart   = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "|", " | ", "{{", " {{ ", "}}", " }} ")
	hyphens = regexp.MustCompile("-{3,}")
)

// split returns the words of a text.
func split(text string) []string {
	return strings.FieldsFunc(hyphens.ReplaceAllLiteralString(apart.Replace(text), "---"), func(r rune) bool {
		return r == ' ' || '\t' <= r && r <= '\r'
	})
}
