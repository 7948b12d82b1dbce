package check

import (
	"fmt"
	"strings"

	"trustpress/generator/program"
	"trustpress/generator/wording"
)

// part names one text of a record in one language. Its key does not depend on the language: a list of texts translates one of tables.
type part struct{ key, lang string }

func partOf(told program.Told) part { return part{strings.TrimSuffix(told.Key, ".text"), told.Lang} }

// source is the same text in the language of the record.
func (p part) source() part { return part{p.key, ""} }

// stronger makes a promise of a translation a claim that the two languages differ (L24), where the source is there and makes none.
func stronger(all []program.Told, claims []claim) {
	there, promised := map[part]bool{}, map[part]bool{}
	for _, told := range all {
		there[partOf(told)] = true
	}
	for _, c := range claims {
		promised[partOf(c.told)] = promised[partOf(c.told)] || c.Class == wording.Unmeasurable
	}
	for i := range claims {
		c := &claims[i]
		if own := partOf(c.told).source(); c.Class == wording.Unmeasurable && c.told.Lang != "" && there[own] && !promised[own] {
			c.Rule, c.Class = "L24", wording.Forbidden
		}
	}
}

// twins reports translations that name another number or month than their source (L24).
func twins(p *Pass) {
	for _, rec := range p.Program.Records() {
		if len(rec.Base().Translations) == 0 {
			continue
		}
		said := map[part][]program.Told{}
		for _, told := range program.Tell(rec) {
			own := partOf(told)
			said[own] = append(said[own], told)
			if i := len(said[own]) - 1; told.Lang != "" && i < len(said[own.source()]) {
				differs(p, rec, said[own.source()][i], told)
			}
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
	p.wrong(rec, at, "L24", fmt.Sprintf("the translation says %q where its source says %q", to[translated.Start:translated.End], from[written.Start:written.End]),
		"write the same numbers and days in both languages")
}

// wordsOf returns the words of a text.
func wordsOf(told program.Told) string {
	var out []string
	for _, b := range blocks(told) {
		out = append(out, b.Text)
	}
	return strings.Join(out, "\n")
}
