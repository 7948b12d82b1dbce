package check

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

var testString = &Rule{
	Rule: diag.Rule{Code: "TP414", Name: "test-string", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "lorem, asdf, TODO, test in evidence or in a statement"},
	Why: `Words that somebody typed to fill a field have no place in what an auditor reads. They are found where they stand alone: as a whole
statement, as a whole line of a raw file, or as the whole of a name, a title or a comment in it. "A restore test" in a sentence is not meant, and neither is
"test" or "todo" as a status, a stage or an environment.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
statement = "asdf"
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
statement = "All 212 accounts were reviewed; three were closed."
`,
	Run: runTestString,
}

// filler matches text that somebody typed to fill a field; stray matches what is filler wherever it stands.
var (
	filler = regexp.MustCompile(`(?i)^(` + soft + `|` + hard + `|bar|xxx+|testar)[.!]?$`)
	stray  = regexp.MustCompile(`(?i)\blorem ipsum\b|\basdf(?:asdf|gh\w*)?\b|\bqwerty(?:uiop)?\b|(?-i:\bTODO: ?\pL)`)
	tag    = regexp.MustCompile(`<[^>]*>`)
)

const (
	hard = `asdf\w*|qwerty\w*|foobar|lorem|sdf`
	soft = `tests?|testing|testtest|test ?\d|dummy|foo|todo|tbd`
)

// In raw files a status, a stage or a sort of environment may well be "test" or "todo"; the name of somebody or something is not, nor what
// somebody was asked to write. So these words count under such a name alone, or as a whole line.
var (
	hardCell = regexp.MustCompile(`(?i)^(?:` + hard + `)$`)
	softCell = regexp.MustCompile(`(?i)^(?:` + soft + `)[.!]?$`)
	telling  = regexp.MustCompile(`(?i)^(?:(?:full|first|last|display|user|employee|customer|vendor)[ _-]?)?(?:name|namn|förnamn|efternamn|title|titel|subject|ämne|summary|sammanfattning|description|beskrivning|comments?|kommentar|reason|orsak|skäl|justification|motivering|notes?|anteckning|user|användare|customer|kund|employee|anställd)$`)
)

func runTestString(p *Pass) {
	for _, e := range p.Program.Evidence {
		if word := fillerStatement(e.Statement); word != "" {
			p.Report(e, e.At("statement"), fmt.Sprintf("%q is no statement", word), "say what was done, or that nothing occurred")
		}
		if f := p.raw()[e].filler; f != nil {
			p.Report(e, e.Source.Span, fmt.Sprintf("%q holds %q", e.Source.Text, f.says), "collect it from the real system, or waive this with the reason",
				diag.Related{Span: f.Span, Message: "it stands here"})
		}
	}
	for _, d := range p.Program.Descriptions {
		if word := fillerStatement(d.Statement); word != "" {
			p.Report(d, d.At("statement"), fmt.Sprintf("%q is no statement", word), "say what is so")
		}
	}
	for _, s := range p.Program.Statements {
		if word := fillerStatement(s.Statement); word != "" {
			p.Report(s, s.At("statement"), fmt.Sprintf("%q is no statement", word), "say what is so")
		}
	}
}

func fillerStatement(statement program.Prose) string {
	if statement.Empty() {
		return ""
	}
	text := strings.TrimSpace(tag.ReplaceAllString(statement.HTML, ""))
	if filler.MatchString(text) {
		return text
	}
	return stray.FindString(text)
}

// fillerIn returns the first filler of a piece of a raw file, or nil.
func fillerIn(p *source.Piece) *leak {
	at := strayIn(p.Text)
	switch {
	case at != nil:
	case p.IsTable():
		at = fillerCell(p)
	default:
		at = fillerLine(p)
	}
	if at == nil || !p.Owns(at[0]) {
		return nil
	}
	return &leak{Span: p.Span(at[0], at[1]), says: string(p.Text[at[0]:at[1]]), times: 1}
}

// strayIn returns where a text has what is filler wherever it stands. The pattern is slow, so that its words are looked for first.
func strayIn(text []byte) []int {
	small := bytes.ToLower(text)
	for _, word := range []string{"lorem", "asdf", "qwerty", "todo:"} {
		if bytes.Contains(small, []byte(word)) {
			return stray.FindIndex(text)
		}
	}
	return nil
}

// fillerLine returns where filler stands as a whole line, or as the whole value of a name.
func fillerLine(p *source.Piece) []int {
	for start, end := range p.Lines() {
		if at := typed(p.Text, start, end); at != nil {
			return at
		}
		for from := start; from < end; {
			to := from
			for to < end && !bytes.ContainsRune([]byte(",{}[]"), rune(p.Text[to])) {
				to++
			}
			if at := fillerValue(p.Text, from, to); at != nil {
				return at
			}
			from = to + 1
		}
	}
	return nil
}

// fillerValue returns where the value stands of a name with one, if it is filler.
func fillerValue(text []byte, start, end int) []int {
	sign := bytes.IndexAny(text[start:end], ":=")
	if sign < 0 {
		return nil
	}
	at := typed(text, start+sign+1, end)
	if at == nil || hardCell.Match(text[at[0]:at[1]]) || telling.Match(bytes.Trim(text[start:start+sign], blank)) {
		return at
	}
	return nil
}

// typed returns where filler stands, if there is nothing else from start to end.
func typed(text []byte, start, end int) []int {
	word := bytes.Trim(text[start:end], blank)
	if len(word) < 3 || len(word) >= longestFiller || !softCell.Match(word) && !hardCell.Match(word) {
		return nil
	}
	at := start + bytes.Index(text[start:end], word)
	return []int{at, at + len(word)}
}

const (
	blank         = " \t\r\"'"
	longestFiller = 12
)

// fillerCell returns where the first cell of a table stands that is filler.
func fillerCell(p *source.Piece) []int {
	var out []int
	p.Cells(func(column, cell string, at int) {
		if cell = strings.TrimSpace(cell); out == nil && len(cell) < longestFiller && (hardCell.MatchString(cell) || softCell.MatchString(cell) && telling.MatchString(strings.TrimSpace(column))) {
			out = []int{at, at + len(cell)}
		}
	})
	return out
}
