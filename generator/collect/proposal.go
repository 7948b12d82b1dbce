package collect

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// offerControl returns the control whose id a file's name begins with, as names under the convention do.
func (d *Draft) offerControl() string {
	if d.file == nil {
		return ""
	}
	best := ""
	for _, c := range d.edition.Program.Controls {
		rest, ok := cutFold(d.file.base(), c.ID)
		if ok && !c.Retired() && len(c.ID) > len(best) && !begins(rest) {
			best = c.ID
		}
	}
	return best
}

func cutFold(text, prefix string) (string, bool) {
	if len(text) < len(prefix) || !strings.EqualFold(text[:len(prefix)], prefix) {
		return text, false
	}
	return text[len(prefix):], true
}

// begins reports whether a text goes on with a letter or a digit.
func begins(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

var (
	pictures = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic"}
	rowed    = []string{".csv", ".tsv", ".xlsx", ".xls", ".ods", ".jsonl", ".ndjson"}
)

// offerKind tells the kind from what the file is. A list is of all that happened where the control acts on events.
func (d *Draft) offerKind() string {
	if d.file == nil {
		return ""
	}
	ext := strings.ToLower(d.file.ext())
	switch {
	case slices.Contains(pictures, ext):
		return "screenshot"
	case ext == ".json" && d.file.Rows < 0, ext == ".yaml", ext == ".yml":
		return "configuration"
	case (d.file.Rows >= 0 || slices.Contains(rowed, ext)) && d.listed():
		return "population"
	}
	return "report"
}

// listed reports whether a control is shown by a list of all that happened.
func (d *Draft) listed() bool {
	return slices.ContainsFunc(d.controls(), func(c *program.Control) bool {
		return len(c.Frequency) > 0 && trace.Listed(c.Frequency[0])
	})
}

func (d *Draft) sayKind() string {
	hint := "--kind takes one of " + strings.Join(evidenceKinds(), ", ")
	if kind := d.offerKind(); kind != "" {
		hint += "; this looks like a " + kind
	}
	return hint
}

// offerWhen returns what the evidence is likely to speak of. A picture shows the day that its name has; else it is the window of a control that
// evidence is missing of, else the day in the name. What a setting was is said by the day on which it was read.
func (d *Draft) offerWhen() string {
	if d.row.Kind == "configuration" {
		return ""
	}
	named := d.named()
	if window := d.wanted(named); !window.IsZero() && (d.row.Kind != "screenshot" || named.IsZero()) {
		return window.Name()
	}
	return named.String()
}

// wanted returns the window of a control that evidence is missing of: the one that holds a day if one is named, else the last one, else the
// one that is running. All that happened is no matter of a picture.
func (d *Draft) wanted(named node.Day) program.Period {
	var missing, running program.Period
	if d.edition.Site.Audit == nil || d.edition.Site.Audit.Type != 2 {
		return missing
	}
	for _, o := range d.occurrences() {
		window := o.Window
		if o.Listed() {
			window = o.Open()
		}
		switch {
		case o.Listed() && d.row.Kind == "screenshot", !named.IsZero() && !window.Holds(named):
		case o.State == trace.Missing:
			missing = window
		case o.State == trace.NotDue && window.Holds(d.edition.AsOf):
			running = window
		}
	}
	if missing.IsZero() {
		return running
	}
	return missing
}

// occurrences lists those of all controls that it is evidence of.
func (d *Draft) occurrences() []trace.Occurrence {
	var out []trace.Occurrence
	for _, c := range d.controls() {
		if s := d.edition.Schedules[c]; s != nil {
			out = append(out, s.Occurrences...)
		}
	}
	return out
}

var dated = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)

// named returns the day in the file's name, if it has one.
func (d *Draft) named() node.Day {
	if d.file == nil {
		return node.Day{}
	}
	day, err := node.ParseDay(dated.FindString(d.file.base()))
	if err != nil {
		return node.Day{}
	}
	return day
}

var (
	// vague are the names that programs give to files by themselves, and that say nothing of what is in them.
	vague    = regexp.MustCompile(`(?i)^(bild|data|document|dokument|download|export|file|image|img|photo|report|results?|scan|screen ?shot|skärm(av)?bild|untitled)s?( at| kl\.?)?[ \d.:]*([ap]m)?$`)
	numbered = regexp.MustCompile(`\s*\(\d+\)$`)
	spaces   = regexp.MustCompile(`[\s\pZ_-]+`)
)

// what returns what the file is called, in words, without the control, a day and the number of a copy. It is "" if that says nothing.
func (d *Draft) what() string {
	if d.file == nil {
		return ""
	}
	stem := strings.TrimSuffix(d.file.base(), d.file.ext())
	for _, c := range d.controls() {
		if rest, ok := cutFold(stem, c.ID); ok && !begins(rest) {
			stem = rest
		}
	}
	stem = numbered.ReplaceAllString(dated.ReplaceAllString(stem, " "), "")
	stem = strings.TrimSpace(spaces.ReplaceAllString(stem, " "))
	if vague.MatchString(stem) || !strings.ContainsFunc(stem, unicode.IsLetter) {
		return ""
	}
	return stem
}

func (d *Draft) offerTitle() string {
	what := d.what()
	if what == "" && len(d.row.Controls) > 0 {
		what = d.row.Controls[0].To.Title
	}
	first, size := utf8.DecodeRuneInString(what)
	title := string(unicode.ToUpper(first)) + what[size:]
	if days := d.days(); days != "" {
		title += ", " + days
	}
	return title
}

// days returns the period or the day that it speaks of, as one writes it.
func (d *Draft) days() string {
	if !d.row.Covers.IsZero() {
		return d.row.Covers.Name()
	}
	return d.row.OccurredOn.String()
}

// offerID returns an id of the control and the period that nothing has yet.
func (d *Draft) offerID() string {
	id := "EV"
	if len(d.row.Controls) > 0 {
		id += "-" + d.row.Controls[0].ID
	}
	if when := d.span(); when != "" {
		id += "-" + when
	}
	for n := 1; ; n++ {
		free := id
		if n > 1 {
			free = fmt.Sprintf("%s-%d", id, n)
		}
		if d.edition.Record(free) == nil {
			return free
		}
	}
}

// span names the period in an id: as the calendar does where it can, else by its year if it is about as long, else by its last day. A day
// is named by the window of a calendar that the control's frequency gives.
func (d *Draft) span() string {
	p := d.row.Covers
	if name := p.Name(); !strings.Contains(name, "..") && name != "" {
		return name
	}
	if p.Days() > 300 && !p.IsZero() {
		return p.To.String()[:len("2026")]
	}
	if !p.IsZero() {
		return p.To.String()
	}
	day := d.row.OccurredOn
	if day.IsZero() {
		day = d.row.CollectedAt.Day
	}
	return d.calendar(day)
}

// calendar names the part of a year that a day lies in, as long as the windows of the control are.
func (d *Draft) calendar(day node.Day) string {
	if day.IsZero() || len(d.row.Controls) == 0 || len(d.row.Controls[0].To.Frequency) == 0 {
		return day.String()
	}
	year := day.String()[:len("2026")]
	parts := map[string][]string{"monthly": {day.String()[:len("2026-03")]}, "annual": {year},
		"quarterly": {year + "Q1", year + "Q2", year + "Q3", year + "Q4"}, "semi-annual": {year + "H1", year + "H2"}}
	for _, name := range parts[d.row.Controls[0].To.Frequency[0]] {
		if p, ok := program.ParsePeriod(name); ok && p.Holds(day) {
			return name
		}
	}
	return day.String()
}

// offerCollector returns the person whose address git knows the person at work by.
func (d *Draft) offerCollector() string {
	for _, p := range d.edition.Program.People {
		if d.Email != "" && slices.ContainsFunc(p.Emails, func(email string) bool { return strings.EqualFold(email, d.Email) }) {
			return p.ID
		}
	}
	return ""
}

func (d *Draft) offerPersonal() string {
	if d.file.people != "" {
		return "yes"
	}
	return ""
}

func (d *Draft) sayStatement() string {
	if d.row.Kind == "nil" {
		return "--statement says that nothing occurred, and how that is known"
	}
	return "--statement says what is attested; without a file it is all that there is"
}
