package handbook

import (
	"fmt"
	"strings"

	"trustpress/generator/trace"
)

// heads adds the style sheets that print, at the head of every sheet of paper, which older version a page is of.
func (b *book) heads(older []Older) {
	for _, o := range older {
		said, err := b.theme.Word(b.lang, "version-old", o.Released.Version, o.Released.Date.String())
		if err != nil {
			continue // the banner of its pages says so
		}
		b.tree.AddBytes("assets/"+headSheet(o.Released)+".css", o.Released.At("version"), []byte(head(said)))
	}
}

// headSheet returns the name of the style sheet of a version.
func headSheet(v *trace.Version) string { return "version-" + v.Version }

func head(said string) string {
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(said)
	return fmt.Sprintf("@media print { @page { @top-left { content: \"%s\"; font: 8pt sans-serif; color: #333; } } }\n", quoted)
}
