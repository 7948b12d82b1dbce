package bundle

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"trustpress/generator/spreadsheet"
)

// table is a table of a bundle as its CSV file has it: guarded, on one line a row. Both sides of a comparison are.
type table struct {
	head []string
	rows []map[string]string
}

// requestID is the head of the column that other tables call "id".
const requestID = "request_id"

var errNoHead = errors.New("it has no head")

func readTable(at string, text []byte) (table, error) {
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte(spreadsheet.ByteOrderMark))))
	all, err := in.ReadAll()
	if err != nil || len(all) == 0 {
		return table{}, fmt.Errorf("%s is no table that can be read: %w", at, cmp.Or(err, errNoHead))
	}
	out := table{head: all[0]}
	if i := slices.Index(out.head, requestID); i >= 0 {
		out.head[i] = "id"
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, column := range out.head {
			row[column] = cells[i]
		}
		out.rows = append(out.rows, row)
	}
	return out, nil
}

// rowsByKey is the rows of a table under what tells them apart, in their order.
type rowsByKey struct {
	keys []string
	rows map[string]map[string]string
}

func keyed(name string, rows []map[string]string) rowsByKey {
	out := rowsByKey{rows: map[string]map[string]string{}}
	times := map[string]int{}
	for _, row := range rows {
		key := keyOf(name, row)
		if times[key]++; times[key] > 1 {
			key += "\x00" + strconv.Itoa(times[key])
		}
		out.keys = append(out.keys, key)
		out.rows[key] = row
	}
	return out
}

// gapKey tells one thing that is missing from another: whether it is waived by now, and why, is what may change of it.
var gapKey = []string{"rule", "record", "criterion", "frequency", "window", "finding", "source"}

// keyOf returns what a row is known by: its id, or all that it says.
func keyOf(name string, row map[string]string) string {
	var parts []string
	switch {
	case name == Gaps:
		for _, column := range gapKey {
			parts = append(parts, row[column])
		}
	case row["id"] != "":
		parts = []string{row["framework"], row["id"]}
	default:
		for _, column := range slices.Sorted(maps.Keys(row)) {
			if !slices.Contains(incidental, column) {
				parts = append(parts, column, row[column])
			}
		}
	}
	return strings.Join(parts, "\x00")
}
