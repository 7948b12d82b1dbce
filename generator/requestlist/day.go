package requestlist

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Order says which of 10 and 11 is the month in 10/11/2026.
type Order uint8

// The orders. Unknown reads a day first.
const (
	Unknown Order = iota
	DayFirst
	MonthFirst
)

var (
	isoDay  = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$`)
	compact = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	dotted  = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$`)
	slashed = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?$`)
	dayWord = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th|:e)?[ -]+([a-zåäö]+)\.?[ ,-]+(\d{4}|\d{2})$`)
	wordDay = regexp.MustCompile(`^([a-zåäö]+)\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4}|\d{2})$`)
	weekday = regexp.MustCompile(`^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun|mån|tis|ons|tors?|fre|lör|sön)(?:day|dag|dagen)?,? +`)
)

// months are the beginnings of their names in English and in Swedish, in their order.
var months = [][]string{{"jan"}, {"feb"}, {"mar"}, {"apr"}, {"may", "maj"}, {"jun"}, {"jul"}, {"aug"}, {"sep"}, {"oct", "okt"}, {"nov"}, {"dec"}}

// longest is how many bytes a day takes at most, and a period twice that: a cell that holds more says something else.
const longest = 40

// Day reads a day in one of the many forms that lists have it in. ambiguous says that another order would give another day.
func Day(text string, order Order) (day string, ambiguous, ok bool) {
	if len(text) > longest {
		return "", false, false
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	text = strings.TrimPrefix(strings.TrimPrefix(weekday.ReplaceAllString(text, ""), "den "), "by ")
	text = strings.ReplaceAll(text, "sept ", "sep ")
	if m := slashed.FindStringSubmatch(text); m != nil {
		return either(m[1], m[2], year(m[3]), order)
	}
	for _, form := range []struct {
		re               *regexp.Regexp
		year, month, day int
	}{{isoDay, 1, 2, 3}, {compact, 1, 2, 3}, {dotted, 3, 2, 1}, {dayWord, 3, 2, 1}, {wordDay, 3, 1, 2}} {
		if m := form.re.FindStringSubmatch(text); m != nil {
			day, ok = date(year(m[form.year]), month(m[form.month]), m[form.day])
			return day, false, ok
		}
	}
	return "", false, false
}

// either reads 10/11/2026.
func either(a, b, year string, order Order) (day string, ambiguous, ok bool) {
	dmy, first := date(year, b, a)
	mdy, second := date(year, a, b)
	switch {
	case first && second && order == MonthFirst:
		return mdy, dmy != mdy, true
	case first && second:
		return dmy, dmy != mdy, true
	case first:
		return dmy, false, true
	}
	return mdy, false, second
}

// Tells returns the order that a day proves, such as 13/10/2026.
func Tells(text string) Order {
	m := slashed.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return Unknown
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[2])
	switch {
	case a > 12 && b <= 12:
		return DayFirst
	case b > 12 && a <= 12:
		return MonthFirst
	}
	return Unknown
}

func date(year, month, day string) (string, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if m < 1 || m > 12 || t.Day() != d || y < 2000 || y > 2100 {
		return "", false
	}
	return t.Format(time.DateOnly), true
}

// month returns the number of a month that is named.
func month(name string) string {
	for i, starts := range months {
		for _, start := range starts {
			if strings.HasPrefix(name, start) {
				return strconv.Itoa(i + 1)
			}
		}
	}
	return name
}

func year(digits string) string {
	if len(digits) == 2 {
		return "20" + digits
	}
	return digits
}

// between are what stands between the two days of a period, the clearest first.
var between = []string{" to ", " till ", " through ", " t.o.m. ", " tom ", " – ", " — ", " - ", "–", "—", "--", "/", "-"}

// Span reads the two days of a period. One day is a period of that day.
func Span(text string, order Order) (from, to string, ambiguous, ok bool) {
	if len(text) > 2*longest {
		return "", "", false, false
	}
	text = strings.TrimPrefix(strings.ToLower(strings.Join(strings.Fields(text), " ")), "from ")
	if day, open, ok := Day(strings.TrimPrefix(text, "as of "), order); ok {
		return day, day, open, true
	}
	for _, sign := range between {
		for at := range text {
			if !strings.HasPrefix(text[at:], sign) {
				continue
			}
			a, openA, okA := Day(text[:at], order)
			b, openB, okB := Day(text[at+len(sign):], order)
			if okA && okB && a <= b {
				return a, b, openA || openB, true
			}
		}
	}
	return "", "", false, false
}

// WholePeriod reports whether a text means the period that is examined.
func WholePeriod(text string) bool {
	switch Fold(text) {
	case "auditperiod", "fullperiod", "examinationperiod", "entireperiod", "wholeperiod", "period", "helaperioden", "granskningsperioden", "perioden", "throughouttheperiod":
		return true
	}
	return false
}

// Spoken returns a day as it is read aloud, so that nobody takes its month for its day: "10 November 2026".
func Spoken(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return fmt.Sprintf("%d %s %d", t.Day(), t.Month(), t.Year())
}
