package check

import (
	"fmt"
	"regexp"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var testString = &Rule{
	Rule: diag.Rule{Code: "TP414", Name: "test-string", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "lorem, asdf, TODO, test in evidence or in a statement"},
	Why: `Words that somebody typed to fill a field have no place in what an auditor reads. They are found where they stand alone, as a whole cell,
a whole value or a whole statement, so that "a restore test" in a sentence is not meant.`,
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
	filler = regexp.MustCompile(`(?i)^(test|tests|testing|testar|asdf\w*|qwerty\w*|foo|bar|foobar|xxx+|todo|tbd|lorem|dummy|sdf)[.!]?$`)
	stray  = regexp.MustCompile(`(?i)\blorem ipsum\b|\basdf\b|\bTODO\b`)
	cell   = regexp.MustCompile(`[^",;\t\r\n{}\[\]:]+`)
	tag    = regexp.MustCompile(`<[^>]*>`)
)

func runTestString(p *Pass) {
	for _, e := range p.Program.Evidence {
		if word := fillerIn(e.Statement); word != "" {
			p.Report(e, e.At("statement"), fmt.Sprintf("%q is no statement", word), "say what was done, or that nothing occurred")
		}
		if word := fillerCell(p.Sample(e)); word != "" {
			p.Report(e, e.Source.Span, fmt.Sprintf("%q holds %q", e.Source.Text, word), "collect it from the real system, or waive this with the reason")
		}
	}
	for _, d := range p.Program.Descriptions {
		if word := fillerIn(d.Statement); word != "" {
			p.Report(d, d.At("statement"), fmt.Sprintf("%q is no statement", word), "say what is so")
		}
	}
}

func fillerIn(statement program.Prose) string {
	if statement.Empty() {
		return ""
	}
	text := strings.TrimSpace(tag.ReplaceAllString(statement.HTML, ""))
	if filler.MatchString(text) {
		return text
	}
	return stray.FindString(text)
}

func fillerCell(sample string) string {
	for _, word := range cell.FindAllString(sample, -1) {
		if word = strings.TrimSpace(word); len(word) < 12 && filler.MatchString(word) {
			return word
		}
	}
	return stray.FindString(sample)
}
