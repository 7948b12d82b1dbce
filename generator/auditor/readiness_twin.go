package auditor

import (
	"trustpress/generator/bundle"
	"trustpress/generator/program"
	"trustpress/generator/readiness"
)

// readinessTwin has a row for each thing that is lacking, one for each question that lacks nothing, and one for each criterion.
func (w *writer) readinessTwin() twin {
	return twin{bundle.TableOf(readinessPage), func(v view) [][]string {
		out := [][]string{{"part", "area", "question", "asked_of", "in_place", "record", "criterion", "window", "rule", "finding", "reason", "lacking", "bundle.page"}}
		list := w.checklist()
		for _, a := range list.Areas {
			for _, i := range a.Items {
				out = append(out, v.itemRows(a.Name, i)...)
			}
		}
		for _, c := range list.Criteria {
			out = append(out, v.criterionRows(c)...)
		}
		return out
	}}
}

func (v view) itemRows(area string, i readiness.Item) [][]string {
	head := []string{"question", area, i.Name, itoa(i.Of), itoa(i.InPlace())}
	if len(i.Lacking) == 0 {
		return [][]string{append(head, "", "", "", "", "", "", "", "")}
	}
	var out [][]string
	for _, l := range i.Lacking {
		record, criterion, page := "", "", ""
		if l.Record != nil {
			record, page = l.Record.Base().ID, v.pageOf(l.Record)
		} else if l.Criterion != nil {
			criterion, page = l.Criterion.String(), "data/"+v.criteria[l.Criterion]
		}
		out = append(out, append(head[:len(head):len(head)], record, criterion, daysOf(l.Window).plain(), l.Rule, l.Message, l.Reason, i.Name, page))
	}
	return out
}

func (v view) criterionRows(c readiness.Criterion) [][]string {
	head := []string{"criterion", "", "", itoa(len(c.Coverage.Controls)), itoa(len(c.Coverage.Controls) - len(c.Controls))}
	row := func(rec program.Any, lacking string) []string {
		record, page := "", "data/"+v.criteria[c.Criterion]
		if rec != nil {
			record, page = rec.Base().ID, v.pageOf(rec)
		}
		return append(head[:len(head):len(head)], record, c.Criterion.String(), "", "", "", "", lacking, page)
	}
	var out [][]string
	if !c.Met() {
		out = append(out, row(nil, "control"))
	}
	for _, one := range c.Controls {
		lacks := one.Lacks
		if one.Windows > 0 {
			lacks = append(lacks[:len(lacks):len(lacks)], "windows: "+itoa(one.Windows))
		}
		if one.Populations > 0 {
			lacks = append(lacks[:len(lacks):len(lacks)], "populations: "+itoa(one.Populations))
		}
		out = append(out, row(one.Control, joined(lacks)))
	}
	if out == nil {
		out = append(out, row(nil, ""))
	}
	return out
}
