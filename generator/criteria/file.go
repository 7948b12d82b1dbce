package criteria

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// The names of the rules that a framework's file can break.
const (
	ruleSyntax    = "invalid-front-matter"
	ruleUnknown   = "unknown-field"
	ruleMisspelt  = "misspelt-field"
	ruleMissing   = "missing-field"
	ruleValue     = "invalid-value"
	ruleDuplicate = "duplicate-id"
)

// sheet is a framework's file as it is written. The least that will do:
//
//	id = "soc1"
//	name = "Control objectives"
//
//	[[criterion]]
//	id = "CO-1"
//	title = { en = "Payments are authorised", sv = "Utbetalningar är godkända" }
type sheet struct {
	ID         node.Text       `field:"id,required"`
	Name       Text            `field:"name,required"`
	Label      Text            `field:"label"`
	Edition    string          `field:"edition"`
	Note       Text            `field:"note"`
	Identifier sheetIdentifier `field:"identifier"`
	Unlisted   sheetUnlisted   `field:"unlisted"`
	Categories []sheetCategory `field:"category"`
	Groups     []sheetGroup    `field:"group"`
	Criteria   []sheetItem     `field:"criterion,required"`
}

// sheetIdentifier says how identifiers are written; see grammar.
type sheetIdentifier struct {
	Example     string         `field:"example"`
	OSCALPrefix string         `field:"oscal_prefix"`
	Near        []expression   `field:"near"`
	Suffix      expression     `field:"suffix"`
	Aliases     []sheetAlias   `field:"alias"`
	Mistakes    []sheetMistake `field:"mistake"`
}

type sheetAlias struct {
	Match expression `field:"match,required"`
	To    string     `field:"to,required"`
}

type sheetMistake struct {
	Match expression `field:"match,required"`
	To    string     `field:"to"`
	Hint  string     `field:"hint"`
}

// sheetUnlisted says which plain numbers are criteria without being listed, and what they are called.
type sheetUnlisted struct {
	Title  Text         `field:"title,required"`
	Ranges []sheetRange `field:"ranges,required"`
}

type sheetRange struct {
	Group node.Text `field:"group"`
	First int       `field:"first,required"`
	Last  int       `field:"last,required"`
	at    diag.Span
}

type sheetCategory struct {
	ID      node.Text `field:"id,required"`
	Name    Text      `field:"name,required"`
	Aliases []string  `field:"aliases"`
	Always  bool      `field:"always"`
}

type sheetGroup struct {
	ID       node.Text `field:"id,required"`
	Title    Text      `field:"title,required"`
	Category node.Text `field:"category"`
	Kind     string    `field:"kind"`
	Headings []string  `field:"headings"`
}

type sheetItem struct {
	ID        node.Text `field:"id,required"`
	Group     node.Text `field:"group"`
	Category  node.Text `field:"category"`
	Title     Text      `field:"title,required"`
	Summary   Text      `field:"summary"`
	Relevance string    `field:"relevance" of:"conditional|context"`
}

// DecodeNode reads a range with its place.
func (r *sheetRange) DecodeNode(n *node.Node, d *node.Decoder) {
	if n.Kind != node.Map {
		d.Fail(n.Span, fmt.Sprintf("a range is a table, not %s", n.Kind), "write { first = 1, last = 99 }")
		return
	}
	type plain sheetRange
	d.Struct(n, (*plain)(r))
	r.at = n.Span
}

// DecodeNode reads one text for all languages, or a table with en and sv.
func (t *Text) DecodeNode(n *node.Node, d *node.Decoder) {
	switch n.Kind {
	case node.String:
		t.EN = n.Text
	case node.Map:
		var both struct {
			EN string `field:"en"`
			SV string `field:"sv"`
		}
		d.Struct(n, &both)
		*t = Text{both.EN, both.SV}
		if *t == (Text{}) && len(n.Pairs) == 0 {
			d.Fail(n.Span, "a text is missing here", `write { en = "…", sv = "…" }`)
		}
	default:
		d.Fail(n.Span, fmt.Sprintf("a text is expected here, not %s", n.Kind), `write "…", or { en = "…", sv = "…" }`)
	}
}

// decode reads a file. What does not parse is its only finding: nothing is said of what could not be read.
func decode(file *diag.File) (sheet, []diag.Finding) {
	var out sheet
	tree, broken := node.TOML(file, 0, len(file.Text), ruleSyntax)
	d := node.Decoder{Rules: node.Rules{Unknown: ruleUnknown, Misspelt: ruleMisspelt, Missing: ruleMissing, Value: ruleValue}}
	d.Struct(tree, &out)
	if len(broken) > 0 {
		return out, broken
	}
	return out, d.Findings
}
