package requestlist

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	tests := []struct {
		what string
		rows [][]string
		own  map[string]Field
		row  int
		want map[Field]int
	}{
		{"below a title block", [][]string{{"Example Revision AB"}, {"PBC list", "2026"}, {"Req #", "Control ID", "Description", "Due Date", "Assigned To"}},
			nil, 2, map[Field]int{Number: 0, Controls: 1, Request: 2, Due: 3, Owner: 4}},
		{"Swedish", [][]string{{"Nr.", "Begäran", "Kontroll", "Kriterium", "Typ", "Senast", "Ansvarig", "Revisorns kommentar"}},
			nil, 0, map[Field]int{Number: 0, Request: 1, Controls: 2, Criteria: 3, Type: 4, Due: 5, Owner: 6, Comment: 7}},
		{"the request counted, and described", [][]string{{"Request", "Description", "Status"}}, nil, 0, map[Field]int{Number: 0, Request: 1, Status: 2}},
		{"a title alone", [][]string{{"No", "Title"}}, nil, 0, map[Field]int{Number: 0, Request: 1}},
		{"both", [][]string{{"PBC #", "Subject", "Request", "Period from", "PERIOD_TO"}}, nil, 0, map[Field]int{Number: 0, Title: 1, Request: 2, From: 3, To: 4}},
		{"a column that is named", [][]string{{"A", "What we need"}}, map[string]Field{"a": Number, "whatweneed": Request}, 0, map[Field]int{Number: 0, Request: 1}},
	}
	for _, test := range tests {
		h, ok := Find(test.rows, test.own)
		if !ok || h.Row != test.row || len(h.Columns) != len(test.want) {
			t.Errorf("%s: got %v, %+v", test.what, ok, h)
			continue
		}
		for f, i := range test.want {
			if got, there := h.Columns[f]; !there || got != i {
				t.Errorf("%s: %s is in column %d (%v), want %d", test.what, f, got, there, i)
			}
		}
	}
	if h, ok := Find([][]string{{"Read me"}, {"Fill in the request list and send it back"}}, nil); ok {
		t.Errorf("a page of words has the head %+v", h)
	}
	if h, _ := Find([][]string{{"No", "Request", "System", "Population size"}}, nil); !slices.Equal(h.Others, []int{2, 3}) {
		t.Errorf("the other columns are %v", h.Others)
	}
}

func TestDay(t *testing.T) {
	tests := []struct {
		text      string
		order     Order
		want      string
		ambiguous bool
	}{
		{"2026-10-09", Unknown, "2026-10-09", false}, {"2026-10-09 15:04:05", Unknown, "2026-10-09", false}, {"2026/10/9", Unknown, "2026-10-09", false},
		{"20261009", Unknown, "2026-10-09", false}, {"9 October 2026", Unknown, "2026-10-09", false}, {"9 okt. 2026", Unknown, "2026-10-09", false}, {"den 9 oktober 2026", Unknown, "2026-10-09", false},
		{"fredag 9 oktober 2026", Unknown, "2026-10-09", false}, {"Fri 9 Oct 2026", Unknown, "2026-10-09", false}, {"Oct 9, 2026", Unknown, "2026-10-09", false},
		{"September 9th 2026", Unknown, "2026-09-09", false}, {"9-Oct-26", Unknown, "2026-10-09", false}, {"9.10.2026", MonthFirst, "2026-10-09", false},
		{"10/11/2026", Unknown, "2026-11-10", true}, {"10/11/2026", MonthFirst, "2026-10-11", true}, {"13/10/2026", MonthFirst, "2026-10-13", false},
		{"10/13/2026", DayFirst, "2026-10-13", false}, {"11/11/26", Unknown, "2026-11-11", false}, {"31/11/2026", Unknown, "", false}, {"TBD", Unknown, "", false},
		{"2026-02-30", Unknown, "", false}, {"", Unknown, "", false}, {"1 jan", Unknown, "", false},
	}
	for _, test := range tests {
		got, ambiguous, ok := Day(test.text, test.order)
		if got != test.want || ambiguous != test.ambiguous || ok != (test.want != "") {
			t.Errorf("Day(%q, %d): got %q, %v, %v", test.text, test.order, got, ambiguous, ok)
		}
	}
}

func TestSpan(t *testing.T) {
	for text, want := range map[string][2]string{
		"2025-10-01 to 2026-09-30": {"2025-10-01", "2026-09-30"}, "1 Oct 2025 – 30 Sep 2026": {"2025-10-01", "2026-09-30"}, "2025-10-01/2026-09-30": {"2025-10-01", "2026-09-30"},
		"2025-10-01--2026-09-30": {"2025-10-01", "2026-09-30"}, "1/10/2025-30/9/2026": {"2025-10-01", "2026-09-30"}, "2025-10-01 till 2026-09-30": {"2025-10-01", "2026-09-30"},
		"as of 30 September 2026": {"2026-09-30", "2026-09-30"}, "2026-09-30 to 2025-10-01": {"", ""}, "Q3": {"", ""},
	} {
		from, to, _, ok := Span(text, Unknown)
		if from != want[0] || to != want[1] || ok != (want[0] != "") {
			t.Errorf("Span(%q): got %q, %q, %v", text, from, to, ok)
		}
	}
}

// A word means one thing alone, or what it is read as would change from run to run.
func TestWordsMeanOneThing(t *testing.T) {
	for _, words := range []map[string][]string{types, states} {
		seen := map[string]string{}
		for ours, theirs := range words {
			for _, word := range theirs {
				if seen[word] != "" {
					t.Errorf("%q means %s and %s", word, ours, seen[word])
				}
				seen[word] = ours
			}
		}
	}
	seen := map[string]Field{}
	for _, h := range heads {
		for _, name := range h.names {
			if name != Fold(name) || seen[name] != "" {
				t.Errorf("%q names %s and %s", name, h.field, seen[name])
			}
			seen[name] = h.field
		}
	}
	if TypeOf("Walk-through") != "observation" || StatusOf("N/A") != "withdrawn" || StatusOf("sdf") != "" {
		t.Error("words are not known")
	}
}

// Whatever a cell holds, a day that is read is one, and a period ends after it begins.
func FuzzSpan(f *testing.F) {
	for _, s := range []string{"2025-10-01 to 2026-09-30", "1/2/26-3/4/26", "den 9 oktober 2026", "Fri, 9 Oct 2026", "as of 30.9.2026", "--", "20261009/20261010"} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, order uint8) {
		from, to, _, ok := Span(text, Order(order%3))
		if ok != (from != "" && to != "") || from > to {
			t.Errorf("Span(%q): %q, %q, %v", text, from, to, ok)
		}
		for _, day := range []string{from, to} {
			if again, _, fine := Day(day, DayFirst); ok && (!fine || again != day) {
				t.Errorf("Span(%q) has the day %q", text, day)
			}
		}
	})
}
