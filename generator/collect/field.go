package collect

import (
	"slices"
	"strings"
)

// field is one thing that a person says of a piece of evidence.
type field struct {
	key    string // of its flag
	needed bool   // there is no record without it
	named  bool   // it is a name, which may be made up; nothing else may
	set    func(*Draft, string) error
	asks   func(*Draft) string // the question; nil: it is not asked
	says   func(*Draft) string // of what is needed: what to write
	open   func(*Draft) bool   // whether there is something to say
	offers func(*Draft) string // what is proposed; nil: nothing
}

func (f *field) proposes(d *Draft) string {
	if f.offers == nil {
		return ""
	}
	return f.offers(d)
}

func fieldNamed(key string) *field {
	return &fields[slices.IndexFunc(fields, func(f field) bool { return f.key == key })]
}

// fields stand in the order in which they are asked for: what is proposed depends on what was said before.
var fields []field

func init() { // the table and the functions in it refer to each other
	fields = []field{
		{key: "url", set: (*Draft).setURL, open: never},
		{key: "control", needed: true, set: (*Draft).setControls, asks: words("control that it is evidence of"),
			says: words("--control takes the id of a control"), open: func(d *Draft) bool { return len(d.row.Controls) == 0 }, offers: (*Draft).offerControl},
		{key: "kind", needed: true, set: (*Draft).setKind, asks: words("kind: " + strings.Join(kindsOfFiles(), "/")),
			says: (*Draft).sayKind, open: func(d *Draft) bool { return d.row.Kind == "" }, offers: (*Draft).offerKind},
		{key: "covers", set: (*Draft).setCovers, open: never},
		{key: "occurred-on", set: (*Draft).setOccurred, open: never},
		{key: "when", set: (*Draft).setWhen, asks: words("period (2026Q1, 2026-03, FROM..TO) or day"),
			open: func(d *Draft) bool { return !d.done["covers"] && !d.done["occurred-on"] }, offers: (*Draft).offerWhen},
		{key: "title", needed: true, named: true, set: text(func(d *Draft) *string { return &d.row.Title }), asks: words("title"), open: always, offers: (*Draft).offerTitle},
		{key: "id", needed: true, named: true, set: (*Draft).setID, asks: words("id"), open: always, offers: (*Draft).offerID},
		{key: "statement", needed: true, set: (*Draft).setStatement, asks: words("statement, in a sentence"), says: (*Draft).sayStatement, open: (*Draft).isWord},
		{key: "system", set: text(func(d *Draft) *string { return &d.row.System }), asks: words("system that it comes from"), open: (*Draft).fromSystem},
		{key: "environment", set: text(func(d *Draft) *string { return &d.row.Environment }), asks: words("environment, as production or test"), open: (*Draft).isList},
		{key: "query", set: text(func(d *Draft) *string { return &d.row.Query }), asks: words("query, filter or page that gave it"), open: (*Draft).fromSystem},
		{key: "filters", set: text(func(d *Draft) *string { return &d.row.Filters }), asks: words("what was left out"), open: (*Draft).isList},
		{key: "method", set: text(func(d *Draft) *string { return &d.row.Method }), asks: words("how it was taken out, as by hand, by a script"), open: (*Draft).fromSystem},
		{key: "collected-at", set: (*Draft).setCollectedAt, asks: collecting("at, as 2026-03-31T15:04:00+02:00"), open: always},
		{key: "collected-by", set: (*Draft).setCollectedBy, asks: collecting("by"), open: always, offers: (*Draft).offerCollector},
		{key: "row-count", set: (*Draft).setRows, asks: (*Draft).askRows, open: func(d *Draft) bool { return d.file != nil && d.file.Rows >= 0 }},
		{key: "control-total", set: text(func(d *Draft) *string { return &d.row.ControlTotal }), asks: words("total that the system shows, as it shows it"), open: (*Draft).isList},
		{key: "completeness", set: text(func(d *Draft) *string { return &d.row.Completeness }), asks: words("how is it known that nothing is missing"), open: (*Draft).isList},
		{key: "personal-data", set: (*Draft).setPersonal, asks: words("does it hold personal data: yes or no"), open: func(d *Draft) bool { return d.file != nil }, offers: (*Draft).offerPersonal},
		{key: "companion", set: (*Draft).setCompanion, asks: words("file of an export of the same screen"), open: func(d *Draft) bool { return d.row.Kind == "screenshot" }},
	}
}

func always(*Draft) bool { return true }
func never(*Draft) bool  { return false }

func words(says string) func(*Draft) string { return func(*Draft) string { return says } }

// collecting asks when or by whom: a person's word is said, anything else is collected.
func collecting(rest string) func(*Draft) string {
	return func(d *Draft) string {
		if d.isWord() {
			return "said " + rest
		}
		return "collected " + rest
	}
}

// Keys returns the keys of what can be said, those of flags alone aside from the others.
func Keys() []string {
	var out []string
	for _, f := range fields {
		if f.key != "when" {
			out = append(out, f.key)
		}
	}
	return out
}
