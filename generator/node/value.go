package node

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"trustpress/generator/diag"
)

// Day is a calendar date without a zone (ISO 8601). The zero Day is no date.
type Day struct{ t time.Time }

// NewDay returns the day that a moment falls on in UTC.
func NewDay(t time.Time) Day {
	y, m, d := t.UTC().Date()
	return Day{time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
}

// ParseDay reads "2026-09-30".
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	return Day{t}, err
}

// IsZero reports whether there is no date.
func (d Day) IsZero() bool { return d.t.IsZero() }

// String returns "2026-09-30", or "" for no date.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.t.Format(time.DateOnly)
}

// MarshalText writes the day as ISO 8601.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Day) UnmarshalText(text []byte) (err error) {
	*d = Day{}
	if len(text) > 0 {
		*d, err = ParseDay(string(text))
	}
	return err
}

// Time returns midnight UTC of the day.
func (d Day) Time() time.Time { return d.t }

// Before reports whether d is an earlier day than e.
func (d Day) Before(e Day) bool { return d.t.Before(e.t) }

// Earlier returns the earlier of two days.
func Earlier(a, b Day) Day {
	if b.Before(a) {
		return b
	}
	return a
}

// Later returns the later of two days.
func Later(a, b Day) Day {
	if a.Before(b) {
		return b
	}
	return a
}

// AddDays returns the day n days later.
func (d Day) AddDays(n int) Day { return Day{d.t.AddDate(0, 0, n)} }

// AddMonths returns the same day of the month n months later, or the last day of that month if it is shorter.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.t.Date()
	first := time.Date(y, m+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Day{first.AddDate(0, 0, min(day, last)-1)}
}

// Until returns the number of days from d to e.
func (d Day) Until(e Day) int { return int(e.t.Sub(d.t).Hours() / 24) }

// DecodeNode reads a date; a moment counts by the date that is written.
func (d *Day) DecodeNode(n *Node, dec *Decoder) {
	if dec.refused(n) {
		return
	}
	text, _, _ := strings.Cut(n.Text, "T")
	if n.Kind == Date {
		text, _, _ = strings.Cut(text, " ")
	}
	day, err := ParseDay(text)
	if err != nil || !n.scalar() {
		dec.Fail(n.Span, n.quoted()+" is not a date", "write it as 2026-09-30")
		return
	}
	*d = day
}

// Moment is a date and time with its zone, kept as it was written. The zero Moment is none.
type Moment struct {
	Text string
	Day  Day // by the date that is written, in the zone that is written
}

// DecodeNode reads a time with zone (RFC 3339). A bare date is accepted; whether it is enough is for the rules to say.
func (m *Moment) DecodeNode(n *Node, dec *Decoder) {
	if dec.refused(n) {
		return
	}
	text := n.Text
	if len(text) > 10 && text[10] == ' ' {
		text = text[:10] + "T" + text[11:]
	}
	day, err := ParseDay(text[:min(10, len(text))])
	if err == nil && len(text) > 10 {
		_, err = time.Parse(time.RFC3339, text)
	}
	if err != nil || !n.scalar() {
		dec.Fail(n.Span, n.quoted()+" is not a time with its zone", "write it as 2026-03-31T15:04:00+02:00")
		return
	}
	*m = Moment{text, day}
}

// Timed reports whether the moment says more than its day.
func (m Moment) Timed() bool { return len(m.Text) > 10 }

// Duration is a span of calendar time, "12 months". The zero Duration is none.
type Duration struct {
	N    int
	Unit string // days, weeks, months, years
}

var durationText = regexp.MustCompile(`^(\d{1,4}) (day|week|month|year)s?$`)

// DecodeNode reads "N days|weeks|months|years".
func (d *Duration) DecodeNode(n *Node, dec *Decoder) {
	if dec.refused(n) {
		return
	}
	read, ok := ParseDuration(n.Text)
	if !ok {
		dec.Fail(n.Span, n.quoted()+" is not a duration", "write a number and days, weeks, months or years, as in 12 months")
		return
	}
	*d = read
}

// ParseDuration reads "12 months".
func ParseDuration(s string) (Duration, bool) {
	m := durationText.FindStringSubmatch(s)
	if m == nil {
		return Duration{}, false
	}
	n, _ := strconv.Atoi(m[1])
	return Duration{n, m[2] + "s"}, true
}

// IsZero reports whether there is no duration.
func (d Duration) IsZero() bool { return d.Unit == "" }

func (d Duration) String() string {
	if d.IsZero() {
		return ""
	}
	unit := d.Unit
	if d.N == 1 {
		unit = strings.TrimSuffix(unit, "s")
	}
	return strconv.Itoa(d.N) + " " + unit
}

// After returns the day that lies the duration after a day.
func (d Duration) After(day Day) Day {
	switch d.Unit {
	case "weeks":
		return day.AddDays(7 * d.N)
	case "months":
		return day.AddMonths(d.N)
	case "years":
		return day.AddMonths(12 * d.N)
	}
	return day.AddDays(d.N)
}

// Text is a string with its place.
type Text struct {
	Text string
	Span diag.Span
}

// DecodeNode reads a string.
func (t *Text) DecodeNode(n *Node, dec *Decoder) {
	t.Span = n.Span
	if !dec.refused(n) {
		t.Text = dec.text(n)
	}
}

func (n *Node) scalar() bool {
	return n.Kind == String || n.Kind == Date || n.Kind == Number || n.Kind == Bool
}

func (n *Node) empty() bool {
	return n.Kind == Null || n.Kind == String && strings.TrimSpace(n.Text) == ""
}

// quoted names a value in a message.
func (n *Node) quoted() string {
	if !n.scalar() {
		return n.Kind.String()
	}
	return strconv.Quote(n.Text)
}
