package trust

import (
	"cmp"
	"slices"

	"trustpress/generator/audience"
)

// partnersDay is the newest day on which somebody said something about the subprocessors.
func (s *sheet) partnersDay() string {
	day := ""
	for _, p := range s.Subprocessors {
		day = max(day, p.Announced, p.AsOf)
	}
	s.dated(day)
	return day
}

// partnersOn returns the subprocessors that are at work on a day, and those that will be, the last announced first.
func (s *sheet) partnersOn(day string) (atWork, coming []*audience.PublicSubprocessor) {
	for i := range s.Subprocessors {
		switch p := &s.Subprocessors[i]; status(p, day) {
		case "announced":
			coming = append(coming, p)
		case "current":
			atWork = append(atWork, p)
		}
	}
	slices.SortStableFunc(coming, func(a, b *audience.PublicSubprocessor) int { return cmp.Compare(b.Announced, a.Announced) })
	return atWork, coming
}
