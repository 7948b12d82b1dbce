package auditor

import (
	"trustpress/generator/program"
)

// registerRow is a register in the index.
type registerRow struct {
	Register, Twin link
	Count          int
}

func (v view) registerRows() []registerRow {
	out := make([]registerRow, len(v.registers))
	for i, r := range v.registers {
		out[i] = registerRow{link{Title: v.registerName(r.kind), Href: v.root + r.page}, v.twin(r.page), len(r.records)}
	}
	return out
}

// registerName returns what a reader calls all the records of a kind.
func (w *writer) registerName(k *program.Kind) string {
	return w.text("kinds-" + k.Name)
}

// registerPage is every record of a kind.
type registerPage struct {
	Twin    link
	Short   *table // the records at a glance
	Records []entryPart
}

// atAGlance are the fields by which the records of a kind are looked over. The others are told by their names alone.
var atAGlance = map[string][]string{
	"approval": {"policy", "version", "by", "on"}, "change": {"on", "affects"}, "commitment": {"kind", "category", "controls"},
	"cuec": {"criteria", "commitments"}, "deficiency": {"nature", "found_on", "due", "closed_on", "controls"},
	"incident": {"occurred_on", "resolved_on", "severity", "dc4", "controls"}, "person": {"role"},
	"report": {"kind", "type", "period", "opinion", "issued"},
	"risk":   {"likelihood", "impact", "treatment", "controls"}, "vendor": {"owner", "reviewed_on", "review_every"},
	"vendor_cuec": {"vendor", "controls"}, "waiver": {"rule", "target", "owner", "expires"},
}

// entryPart is one record on a page that it shares.
type entryPart struct {
	heading
	Part     string
	Facts    []fact
	Text     []text
	Mentions []link
}

func (w *writer) register(r *register) func(view) any {
	return func(v view) any {
		out := registerPage{Twin: v.twin(r.page), Short: v.short(r)}
		for _, rec := range r.records {
			out.Records = append(out.Records, v.part(rec))
		}
		return out
	}
}

// short is a register at a glance: a row for each record, with the way to its entry below.
func (v view) short(r *register) *table {
	keys := atAGlance[r.kind.Name]
	t := v.blank("kind-" + r.kind.Name)
	for _, key := range keys {
		t.Head = append(t.Head, v.label(key))
	}
	for _, rec := range r.records {
		to := v.record(rec)
		row := []value{{Link: &to}}
		for _, f := range v.recorded(rec, keys...) {
			row = append(row, f.Value.ids())
		}
		t.row(row...)
	}
	return t
}

func (v view) part(rec program.Any, but ...string) entryPart {
	part := v.records[rec].part
	facts := v.facts(rec, part, but...)
	if vendor, ok := rec.(*program.Vendor); ok {
		facts = append(facts, v.silent(vendor)...)
	}
	return entryPart{heading: v.heading(rec), Part: part, Facts: facts, Text: v.body(rec, part), Mentions: v.mentions(v.Uses[rec])}
}
