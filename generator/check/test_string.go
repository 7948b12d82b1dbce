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
	keyed    = regexp.MustCompile(`(?im)^[ \t{,]*["']?([\pL _-]{2,30})["']?[ \t]*[:=][ \t]*["']?(` + soft + `)["']?[ \t]*[,}]?[ \t]*\r?$`)
	line     = regexp.MustCompile(`(?im)^[ \t]*(?:` + soft + `|` + hard + `)[.!]?[ \t]*\r?$`)
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
	at := stray.FindIndex(p.Text)
	if at == nil {
		at = line.FindIndex(p.Text)
	}
	if at == nil {
		for _, m := range keyed.FindAllSubmatchIndex(p.Text, -1) {
			if telling.Match(bytes.TrimSpace(p.Text[m[2]:m[3]])) {
				at = m[4:6]
				break
			}
		}
	}
	if at == nil {
		at = fillerCell(p)
	}
	if at == nil {
		return nil
	}
	word := bytes.TrimSpace(p.Text[at[0]:at[1]])
	start := at[0] + bytes.Index(p.Text[at[0]:at[1]], word)
	return &leak{Span: p.Span(start, start+len(word)), says: string(word), times: 1}
}

// fillerCell returns where the first cell of a table stands that is filler.
func fillerCell(p *source.Piece) []int {
	var out []int
	p.Cells(func(column, cell string, at int) {
		if cell = strings.TrimSpace(cell); out == nil && len(cell) < 12 && (hardCell.MatchString(cell) || softCell.MatchString(cell) && telling.MatchString(strings.TrimSpace(column))) {
			out = []int{at, at + len(cell)}
		}
	})
	return out
}
