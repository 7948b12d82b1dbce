package check

import (
	"strings"

	"trustpress/generator/program"
)

// untold says what everybody is to read of a report that everybody reads of.
func untold(r *program.Report) []impossible {
	if !isTold(r) {
		return nil
	}
	var lacking []string
	for _, field := range needed(r) {
		if r.Fields.Get(field) == nil || !program.Publishes(r, field) {
			lacking = append(lacking, `"`+field+`"`)
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	at := []string{"public"}
	if r.Fields.Get("public").Get("fields") != nil {
		at = append(at, "fields")
	}
	list := strings.Join(lacking, ", ")
	return []impossible{{at: at, message: "everybody reads of this report, and not its " + list, hint: "write " + list + ", and name it in public.fields"}}
}

// needed returns the fields without which a reader cannot place a report.
func needed(r *program.Report) []string {
	days := "period"
	if r.Type == 1 {
		days = "as_of"
	}
	switch {
	case r.Kind == "soc1":
		return []string{"kind", "type", days}
	case r.Kind == "soc2":
		return []string{"kind", "type", days, "categories"}
	case r.Kind == "soc3":
		return []string{"kind", "period", "categories"}
	case r.Certified():
		return []string{"kind", "certificate", "auditor", "valid_until"}
	}
	return nil
}
