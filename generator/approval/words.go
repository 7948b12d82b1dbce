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
	out := words(title, description, body)
	byName := func(x, y Value) int { return cmp.Compare(x.Name, y.Name) }
	for _, p := range slices.SortedFunc(slices.Values(params), byName) {
		out = appendWords(out, p.Name+" = "+p.Value)
	}
	return string(out)
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
	all := strings.Split(string(words(title, description, body)), "\n")
	for i := 2; i < len(all); i++ {
		if all[i-2] == "{{" && all[i] == "}}" && parameter.MatchString(all[i-1]) {
			out = append(out, all[i-1])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func words(title, description, body string) []byte {
	body = uncommented(body)
	out := make([]byte, 0, len(title)+len(description)+len(body)+len(body)/8)
	return appendWords(appendWords(appendWords(out, title), description), body)
}

// appendWords appends the words of a text, a line each. A policy of a thousand words is cut at every build, so its bytes are looked at
// once.
func appendWords(out []byte, text string) []byte {
	begin := len(out) // of the word
	end := func() {
		if len(out) > begin {
			out = append(out, '\n')
		}
		begin = len(out)
	}
	for at := 0; at < len(text); {
		plain := at
		for plain < len(text) && !special[text[plain]] {
			plain++
		}
		out = append(out, text[at:plain]...)
		if at = plain; at == len(text) {
			break
		}
		length, mark := lookAt(text[at:])
		switch {
		case length == 0:
			out = append(out, text[at])
			length = 1
		case mark == "---":
			out = append(out, mark...)
		default:
			end()
			if mark != "" {
				out = append(out, mark...)
				end()
			}
		}
		at += length
	}
	end()
	return out
}

// special are the bytes that lookAt knows.
var special = func() (out [256]bool) {
	for _, c := range []byte(" \t\n\v\f\r|-{}\xc2\xe2") {
		out[c] = true
	}
	return out
}()

// lookAt returns how many bytes at the beginning of a text are no part of a word as they stand, and what stands for them: nothing for
// white space, a mark that is a word of its own, or three hyphens for more of them.
func lookAt(text string) (length int, mark string) {
	switch c := text[0]; {
	case c == ' ' || '\t' <= c && c <= '\r':
		return 1, ""
	case c == '|':
		return 1, "|"
	case c == '-' && strings.HasPrefix(text, "---"):
		return len(text) - len(strings.TrimLeft(text, "-")), "---"
	case c == '{' && strings.HasPrefix(text, "{{"), c == '}' && strings.HasPrefix(text, "}}"):
		return 2, text[:2]
	case c == 0xc2 && strings.HasPrefix(text, "\u00a0"):
		return len("\u00a0"), ""
	case c == 0xe2 && strings.HasPrefix(text, "\u202f"):
		return len("\u202f"), ""
	}
	return 0, ""
}
