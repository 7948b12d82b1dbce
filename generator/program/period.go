package program

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"trustpress/generator/node"
)

// spanOf are the parts of a year that have names, by their letter: how many months each has. A month is named by its number.
var spanOf = map[string]int{"H": 6, "Q": 3}

var partOfYear = regexp.MustCompile(`^(\d{4})-?([HhQq])([1-4])$`)

// ParsePeriod reads a period as people write one: a year (2026), a half of it (2026H1), a quarter (2026Q1), a month (2026-03), a day, or the
// first and the last day (2026-01-01..2026-03-31).
func ParsePeriod(s string) (Period, bool) {
	s = strings.TrimSpace(s)
	if from, to, two := strings.Cut(s, ".."); two {
		return days(strings.TrimSpace(from), strings.TrimSpace(to))
	}
	if m := partOfYear.FindStringSubmatch(s); m != nil {
		n, months := int(m[3][0]-'1'), spanOf[strings.ToUpper(m[2])]
		return calendar(m[1]+"-01-01", n*months, months), (n+1)*months <= 12
	}
	if _, err := strconv.ParseUint(s, 10, 16); err == nil && len(s) == len("2026") {
		return calendar(s+"-01-01", 0, 12), true
	}
	if len(s) == len("2026-03") {
		p := calendar(s+"-01", 0, 1)
		return p, !p.IsZero()
	}
	return days(s, s)
}

func days(from, to string) (Period, bool) {
	first, noFirst := node.ParseDay(from)
	last, noLast := node.ParseDay(to)
	if noFirst != nil || noLast != nil || last.Before(first) {
		return Period{}, false
	}
	return Period{first, last}, true
}

// calendar returns the months of a calendar that begin so many after a first day. It is zero if that is none.
func calendar(first string, skip, months int) Period {
	day, err := node.ParseDay(first)
	if err != nil {
		return Period{}
	}
	from := day.AddMonths(skip)
	return Period{from, from.AddMonths(months).AddDays(-1)}
}

// Name returns the shortest of the ways to write the period that ParsePeriod reads.
func (p Period) Name() string {
	from := p.From.String()
	if from == "" || p.From == p.To {
		return from
	}
	month, _ := strconv.Atoi(from[len("2026-"):len("2026-03")])
	year := from[:len("2026")]
	for _, name := range []string{year, fmt.Sprintf("%sH%d", year, (month+5)/6), fmt.Sprintf("%sQ%d", year, (month+2)/3), from[:len("2026-03")]} {
		if read, ok := ParsePeriod(name); ok && read == p {
			return name
		}
	}
	return from + ".." + p.To.String()
}
