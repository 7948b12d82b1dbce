package requests

import (
	"cmp"

	"trustpress/generator/audience"
	"trustpress/generator/edit"
)

// row is the row of the register that a row of the list becomes.
func (a *asked) row(id, list string, e *audience.Edition) edit.Row {
	var row edit.Row
	row.Put("id", edit.Quoted(id))
	row.Put("number", edit.Quoted(a.number))
	row.Put("title", edit.Quoted(a.title))
	row.Put("owner", edit.Quoted(a.owner))
	row.Put("request", edit.Long(a.request))
	row.Put("type", edit.Quoted(a.typ))
	row.Put("controls", edit.List(a.controls))
	row.Put("criteria", edit.List(a.criteria))
	row.Put("period", edit.Period(a.period))
	row.Put("received", e.AsOf.String())
	row.Put("due", a.due)
	row.Put("status", edit.Quoted(cmp.Or(a.status, "open")))
	row.Put("comment", edit.Long(a.comment))
	row.Put("list", edit.Quoted(list))
	return row
}
