package trace_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// told is an approval of one of a few words, and the day on which the text says that it takes effect.
type told struct {
	word          string
	on, effective node.Day
}

// inForce works out anew which text is in force on a day: of those that hold already the one that took effect last, of these the
// one approved last, and of these the one recorded last.
func inForce(all []told, retired, on node.Day) string {
	if !retired.IsZero() && retired.Before(on) {
		return ""
	}
	var best *told
	var since node.Day
	for i := range all {
		a := &all[i]
		from := a.on
		if from.Before(a.effective) {
			from = a.effective
		}
		switch {
		case on.Before(from):
		case best == nil, since.Before(from), since == from && !a.on.Before(best.on):
			best, since = a, from
		}
	}
	if best == nil {
		return ""
	}
	return best.word
}

// Whatever is approved when, each day has the text that a calendar kept by hand gives it, and the days without one are those that are empty.
func TestEachDayByHand(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	start := day(t, "2026-01-01")
	some := func() node.Day { return start.AddDays(random.IntN(60)) }
	for range 400 {
		var all []told
		var approvals, versions []string
		effective, approved := map[string]node.Day{}, map[string]bool{}
		for _, word := range []string{"A", "B", "C"} {
			if random.IntN(2) == 0 {
				effective[word] = some()
			}
		}
		for range random.IntN(7) {
			a := told{word: string("ABC"[random.IntN(3)]), on: some()}
			if a.effective = effective[a.word]; !a.effective.Before(a.on) && approved[a.word] { // approved again, it is in force
				a.on = a.effective.AddDays(1 + random.IntN(5))
			}
			approved[a.word] = true
			all, approvals = append(all, a), append(approvals, a.word+" "+a.on.String())
		}
		for _, word := range []string{"A", "B", "C"} { // after all of them, so that each says when it takes effect
			said := "-"
			if e := effective[word]; !e.IsZero() {
				said = e.String()
			}
			versions = append(versions, fmt.Sprintf("%s 2026-04-0%d %s -", word, len(versions)+1, said))
		}
		keys, retired := "", node.Day{}
		if random.IntN(3) == 0 {
			retired = some()
			keys = "status: retired\nretired_on: " + retired.String() + "\n"
		}
		bound, p := ruled(t, "D", keys, approvals, versions)
		within := program.Period{From: some(), To: some()}
		got := calendar(bound, p, within, start)
		var want strings.Builder
		begun := day(t, "2026-04-01")
		if held := bound.Approved[p].Held; len(held) > 0 && held[0].From.Before(begun) {
			begun = held[0].From
		}
		for d := start.AddDays(-5); d.Before(start.AddDays(75)); d = d.AddDays(1) {
			word := inForce(all, retired, d)
			missing := word == "" && within.Holds(d) && !d.Before(begun) && (retired.IsZero() || !retired.Before(d))
			fmt.Fprintf(&want, "%s %s %t\n", d, word, missing)
		}
		if got != want.String() {
			t.Fatalf("%v, %v, retired %s:\n%s\nwant\n%s", approvals, versions, retired, got, want.String())
		}
	}
}

// calendar says of each day which text was in force, and whether one was missing.
func calendar(bound *trace.Trace, p *program.Policy, within program.Period, start node.Day) string {
	words := map[string]string{digest("A"): "A", digest("B"): "B", digest("C"): "C"}
	var out strings.Builder
	gaps := bound.Without(p, within)
	for d := start.AddDays(-5); d.Before(start.AddDays(75)); d = d.AddDays(1) {
		word, missing := "", 0
		if h := bound.Approved[p].On(d); h != nil {
			word = words[h.Approvals[0].SHA256]
		}
		for _, g := range gaps {
			if g.Holds(d) {
				missing++
			}
		}
		fmt.Fprintf(&out, "%s %s %t\n", d, word, missing > 0)
	}
	return out.String()
}
