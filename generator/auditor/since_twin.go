package auditor

import "trustpress/generator/bundle"

// filesTable lists every file of both bundles, with its digests.
const filesTable = "since/files.csv"

// recordsTwin is the twin of what the page says of records: a line for each column that is other than it was.
func (f *followed) recordsTwin() twin {
	return twin{bundle.TableOf(sincePage), func(view) [][]string {
		out := [][]string{{"of", "what", "id", "title", "column", "before", "after", "bundle.page"}}
		for _, s := range f.subjects {
			for _, c := range s.Changes {
				out = append(out, rowsOf(s.Name, c)...)
			}
		}
		return out
	}}
}

func rowsOf(of string, c bundle.Change) [][]string {
	at := ""
	if c.Page != "" {
		at = "data/" + c.Page
	}
	if len(c.Cells) == 0 {
		return [][]string{{of, c.What, c.ID, c.Title, "", "", "", at}}
	}
	var out [][]string
	for _, cell := range c.Cells {
		out = append(out, []string{of, c.What, c.ID, c.Title, cell.Column, cell.Before, cell.After, at})
	}
	return out
}

func (f *followed) filesTwin() twin {
	return twin{filesTable, func(view) [][]string {
		out := [][]string{{"what", "bundle", "path", "sha256_before", "sha256_after"}}
		for _, c := range f.files {
			out = append(out, []string{c.What, c.Bundle, c.Path, c.Before, c.After})
		}
		return out
	}}
}
