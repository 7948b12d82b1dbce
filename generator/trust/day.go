package trust

import (
	"cmp"
	"slices"
	"time"
)

// span is a run of days, both of them included, written as the projection writes days (ISO 8601).
type span struct{ From, To string }

// moment returns the day that a date names; the projection holds no other text where it holds a date.
func moment(day string) time.Time {
	t, _ := time.Parse(time.DateOnly, day)
	return t
}

// shift returns the day that lies some days after another.
func shift(day string, days int) string { return moment(day).AddDate(0, 0, days).Format(time.DateOnly) }

// between returns how many days lie from one day to another.
func between(from, to string) int { return int(moment(to).Sub(moment(from)).Hours() / 24) }

// gaps returns the days that lie between spans, and those after the last of them if a day does: they have no end, because they go on.
func gaps(spans []span, day string) []span {
	sorted := slices.SortedFunc(slices.Values(spans), func(a, b span) int { return cmp.Compare(a.From, b.From) })
	if len(sorted) == 0 {
		return nil
	}
	var out []span
	reach := sorted[0].To
	for _, next := range sorted[1:] {
		if from := shift(reach, 1); from < next.From {
			out = append(out, span{from, shift(next.From, -1)})
		}
		reach = max(reach, next.To)
	}
	if day > reach {
		out = append(out, span{From: shift(reach, 1)})
	}
	return out
}
