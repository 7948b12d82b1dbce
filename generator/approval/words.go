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
	out := make([]byte, 0, len(title)+len(description)+len(body)+len(body)/8)
	line := func(text string) { out = written(out, text, []part{{0, len(text)}}) }
	line(title)
	line(description)
	out = written(out, body, uncommented(body))
	byName := func(x, y Value) int { return cmp.Compare(x.Name, y.Name) }
	for _, p := range slices.SortedFunc(slices.Values(params), byName) {
		line(p.line())
	}
	return string(out)
}

// Words returns the words that stand for a parameter.
func (v Value) Words() []Word { return Line(v.line()) }

func (v Value) line() string { return v.Name + " = " + v.Value }

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
		if all[i-2].Text == "{{" && all[i].Text == "}}" && parameter.MatchString(all[i-1].Text) {
			out = append(out, all[i-1].Text)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func words(title, description, body string) []Word {
	return slices.Concat(Line(title), Line(description), Body(body))
}
