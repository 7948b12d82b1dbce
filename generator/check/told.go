package check

import "trustpress/generator/program"

// isTold reports whether everybody reads something of a record.
func isTold(rec program.Any) bool {
	r := rec.Base()
	_, whole := program.Whole(rec)
	return !r.Public.Text.Empty() || len(r.Public.Fields) > 0 || whole && r.IsPublic()
}
