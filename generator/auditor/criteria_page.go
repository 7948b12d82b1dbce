package auditor

import (
	"strconv"

	"trustpress/generator/bundle"
	"trustpress/generator/criteria"
)

// criteriaIndex lists every criterion with what meets it.
type criteriaIndex struct {
	Twin       link
	Frameworks []frameworkRows
}

// frameworkRows is the criteria of one framework.
type frameworkRows struct {
	Anchor, Name, Note string
	Families           []familyRows
}

type familyRows struct {
	Anchor, Title string
	Rows          []criterionRow
}

func (w *writer) criteriaIndex(v view) any {
	return criteriaIndex{Twin: v.twin(criteriaPage), Frameworks: v.frameworkRows(v.Cited())}
}

func (v view) frameworkRows(list []*criteria.Criterion) []frameworkRows {
	var out []frameworkRows
	for _, k := range catalogues(list) {
		f := frameworkRows{Anchor: k.anchor(), Name: v.frameworkName(k.framework), Note: k.framework.Note.In(v.lang)}
		for _, family := range k.families {
			rows := familyRows{Anchor: family.anchor, Title: v.familyTitle(family)}
			for _, c := range family.criteria {
				rows.Rows = append(rows.Rows, v.criterionRow(c))
			}
			f.Families = append(f.Families, rows)
		}
		out = append(out, f)
	}
	return out
}

// criteriaTwin is the twin of the list of criteria.
func (w *writer) criteriaTwin() twin {
	return twin{bundle.TableOf(criteriaPage), func(v view) [][]string {
		out := [][]string{{"framework", "id", "title", "summary", "category", "family", "part_of", "state", "controls", "missing_occurrences", "carved_out_to",
			"monitored_by", "cuecs", "reason", "bundle.page"}}
		for _, c := range v.Cited() {
			out = append(out, v.criterionCells(c))
		}
		return out
	}}
}

func (v view) criterionCells(c *criteria.Criterion) []string {
	row := v.criterionRow(c)
	var controls, vendors, monitors, cuecs []string
	for _, one := range row.Controls {
		controls = append(controls, one.Control.ID)
	}
	for _, carve := range row.CarveOuts {
		vendors, monitors = append(vendors, carve.Vendor.label()), append(monitors, labels(carve.Monitored)...)
	}
	for _, one := range v.cuecs(c) {
		cuecs = append(cuecs, one.ID)
	}
	group, part := "", ""
	if c.Group != nil {
		group = c.Group.ID + " " + c.Group.Title.In(v.lang)
	}
	if c.Parent != nil {
		part = c.Parent.Label(v.lang)
	}
	return []string{c.Framework.ID, c.Label(v.lang), c.Title.In(v.lang), c.Summary.In(v.lang), v.Catalogues.CategoryName(c.Category, v.lang), group, part, row.State.code(), joined(controls),
		strconv.Itoa(v.missingOf(c)), joined(vendors), joined(monitors), joined(cuecs), row.Reason, "data/" + v.criteria[c]}
}

// missingOf counts the occurrences that are missing of the controls that a criterion is mapped to.
func (v view) missingOf(c *criteria.Criterion) int {
	n := 0
	if cov := v.Coverage[c]; cov != nil {
		for _, control := range cov.Controls {
			n += len(v.missedOf(control))
		}
	}
	return n
}

// labels returns what a cell calls the ends of links.
func labels(links []link) []string {
	out := make([]string, len(links))
	for i, l := range links {
		out[i] = l.label()
	}
	return out
}
