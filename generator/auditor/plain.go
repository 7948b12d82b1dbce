package auditor

import (
	"fmt"
	"strings"

	"trustpress/generator/plain"
	"trustpress/generator/program"
)

// plain returns a value as one text in the words of the record: what a cell of a CSV file can bear of it. A sign sets apart what it is
// made of; in a part that is itself made of several, a comma does that.
func (v view) plain(x program.Value, sign string) string {
	var parts []string
	for _, leaf := range x.Leaves() {
		parts = append(parts, v.written(leaf))
	}
	for _, f := range x.Fields {
		if !f.Empty() {
			parts = append(parts, f.Key+": "+v.plain(f.Value, ", "))
		}
	}
	for _, row := range x.Rows {
		parts = append(parts, v.plain(program.Value{Fields: row}, ", "))
	}
	return strings.Join(parts, sign)
}

// written returns a leaf as one text.
func (v view) written(leaf any) string {
	switch x := leaf.(type) {
	case program.Pointer:
		return v.named(x)
	case program.CriterionRef:
		return v.criteriaOf([]program.CriterionRef{x})[0].label()
	case program.Prose:
		return plain.Text(string(v.prose(x, "")))
	case program.Period:
		return daysOf(x).plain()
	}
	return fmt.Sprint(leaf)
}

// named returns what a reference names, with the heading that is meant.
func (v view) named(p program.Pointer) string {
	switch {
	case p.To == nil:
		return p.ID
	case p.Anchor != "":
		return v.record(p.To).label() + "#" + p.Anchor
	}
	return v.record(p.To).label()
}

// plain returns days as ISO 8601 has them: one day, or an interval.
func (d days) plain() string {
	if d.To == "" {
		return d.From
	}
	return d.From + "/" + d.To
}
