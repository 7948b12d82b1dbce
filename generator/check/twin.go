package check

import (
	"fmt"
	"strings"

	"trustpress/generator/program"
	"trustpress/generator/wording"
)

// part names one text of a record in one language.
type part struct {
	rec       program.Any
	key, lang string
}

// partOf names a text, whose key does not depend on its language: a list of texts translates one of tables.
func partOf(rec program.Any, told program.Told) part {
	return part{rec, strings.TrimSuffix(told.Key, ".text"), told.Lang}
}

// twins reports translations that do not say what their source says: another number or month, or a promise that the source does not
// make (L24).
func twins(p *Pass) {
	promised := map[part]claim{}
	for _, c := range p.heard() {
		if c.Class == wording.Unmeasurable && c.rec != nil {
			promised[partOf(c.rec, c.told)] = c
		}
	}
	for _, rec := range p.Program.Records() {
		if len(rec.Base().Translations) == 0 {
			continue
		}
		source := map[part][]program.Told{}
		for _, told := range program.Tell(rec) {
			key := partOf(rec, told)
			source[key] = append(source[key], told)
			if key.lang = ""; told.Lang == "" || len(source[key]) == 0 {
				continue
			}
			if i := len(source[partOf(rec, told)]) - 1; i < len(source[key]) {
				differs(p, rec, source[key][i], told)
			}
		}
		for key := range source {
			stronger(p, promised, key, source)
		}
	}
}

// stronger reports a promise in a translation whose source makes none.
func stronger(p *Pass, promised map[part]claim, key part, source map[part][]program.Told) {
	c, there := promised[key]
	if own := (part{key.rec, key.key, ""}); key.lang != "" && there && len(source[own]) > 0 {
		if _, both := promised[own]; !both {
			p.wrong(key.rec, c.at, "L24", fmt.Sprintf("the translation says %q, and its source does not promise that", c.words))
		}
	}
}

// differs reports a figure of a translation where the source has another.
func differs(p *Pass, rec program.Any, source, translation program.Told) {
	from, to := wordsOf(source), wordsOf(translation)
	written, translated, differ := wording.Differ(from, to)
	if !differ {
		return
	}
	at := translation.At(rec.Base())
	passages := p.Passages(translation)
	for i := range passages {
		if _, f, same := wording.Differ(from, passages[i].Text); same && passages[i].Text[f.Start:f.End] == to[translated.Start:translated.End] {
			at = passages[i].Span(f.Start, f.End)
			break
		}
	}
	p.wrong(rec, at, "L24", fmt.Sprintf("the translation says %q where its source says %q", to[translated.Start:translated.End], from[written.Start:written.End]))
}

// wordsOf returns the words of a text.
func wordsOf(told program.Told) string {
	var out []string
	for _, b := range blocks(told) {
		out = append(out, b.Text)
	}
	return strings.Join(out, "\n")
}
