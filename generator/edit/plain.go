package edit

import (
	"strings"

	"trustpress/generator/config"
	"trustpress/generator/source"
)

// Plainly returns a text for a field that is no Markdown: without what is not seen, and with no parameter or blank in it.
func Plainly(text string) string {
	var b strings.Builder
	rest := strings.TrimSpace(source.Seen(text))
	for _, at, ok := config.Next(rest); ok; _, at, ok = config.Next(rest) {
		b.WriteString(rest[:at+1] + " ")
		rest = rest[at+1:]
	}
	b.WriteString(rest)
	out := []byte(b.String())
	for _, at := range source.Blanks(b.String()) {
		out[at[0]], out[at[1]-1] = '(', ')'
	}
	return string(out)
}
