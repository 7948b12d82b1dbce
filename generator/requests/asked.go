package requests

import (
	"fmt"
	"strings"

	"trustpress/generator/edit"
	"trustpress/generator/program"
	"trustpress/generator/requestlist"
	"trustpress/generator/source"
)

// asked is one row of a request list, as it is read.
type asked struct {
	at       string // where it stands, in words
	number   string // as the service auditor has it
	title    string
	request  string // as Markdown that shows her words
	typ      string
	controls []string
	criteria []string
	period   program.Period
	due      string
	owner    string
	status   string
	comment  string
	sure     map[string]bool // keys of which every word was read
}

// rowReader reads the rows of one sheet.
type rowReader struct {
	names *names
	head  requestlist.Head
	order requestlist.Order
	whole program.Period // that is examined
	notes []string
}

// longestCell is how many characters of a cell a register takes. Excel holds no more in one.
const longestCell = 32767

func (r *rowReader) note(a *asked, format string, args ...any) {
	r.notes = append(r.notes, a.at+": "+fmt.Sprintf(format, args...))
}

// read reads a row, or says why it asks for nothing.
func (r *rowReader) read(at string, cells []string) (*asked, bool) {
	a := &asked{at: at, sure: map[string]bool{}}
	texts := map[requestlist.Field]string{}
	for _, f := range requestlist.Fields() {
		texts[f] = r.cut(a, "the "+string(f), r.head.Cell(cells, f))
	}
	cell := func(f requestlist.Field) string { return texts[f] }
	a.number = strings.Join(strings.Fields(r.plainly(a, "the number", cell(requestlist.Number))), " ")
	switch words := cell(requestlist.Request); {
	case words == "" && cell(requestlist.Title) != "":
		a.request = cell(requestlist.Title)
	default:
		a.request = words
	}
	switch {
	case a.number == "" && a.request == "":
		r.note(a, "%q has neither a number nor a request, and is not read", first(cells))
		return nil, false
	case a.request == "":
		r.note(a, "%s asks for nothing, and is not read", shorten(a.number, 40))
		return nil, false
	case a.number == "" || idOf(a.number) == "":
		r.note(a, "%q has no number, and is not read", shorten(a.request, 40))
		return nil, false
	}
	r.words(a, cell)
	r.references(a, cell)
	r.days(a, cell)
	return a, true
}

// words reads what is text, and what is a word of a few.
func (r *rowReader) words(a *asked, cell func(requestlist.Field) string) {
	if a.title = shorten(r.plainly(a, "the title", cell(requestlist.Title)), 60); a.title == "" {
		a.title = shorten(edit.Plainly(a.request), 60)
	}
	if source.Suspicious(a.title) != "" || strings.Trim(a.title, " …") == "" {
		a.title = "Request " + shorten(a.number, 40)
	}
	a.request = source.Literal(a.request)
	a.comment = r.plainly(a, "the comment", cell(requestlist.Comment))
	if word := cell(requestlist.Type); word != "" {
		if a.typ = requestlist.TypeOf(word); a.typ == "" {
			r.note(a, "the type %q is none that is known: population, sample, config, document or observation", shorten(word, 40))
		}
	}
	if word := cell(requestlist.Status); word != "" {
		if a.status = requestlist.StatusOf(word); a.status == "" {
			r.note(a, "the status %q is none that is known, and counts as open; we write open, answered, returned, closed or withdrawn", shorten(word, 40))
		}
	}
}

// cut returns as much of a text as a register takes.
func (r *rowReader) cut(a *asked, what, text string) string {
	n := 0
	for at := range text {
		if n++; n > longestCell {
			r.note(a, "%s is cut after %d characters; the list as it came has all of it", what, longestCell)
			return text[:at] + " …"
		}
	}
	return text
}

// references reads which of our records are meant.
func (r *rowReader) references(a *asked, cell func(requestlist.Field) string) {
	var lost []string
	a.controls, lost = r.names.controls(cell(requestlist.Controls))
	for _, word := range lost {
		r.note(a, "%q is no control of ours", shorten(word, 60))
	}
	a.sure["controls"] = len(lost) == 0
	a.criteria, lost = r.names.criteria(cell(requestlist.Criteria))
	for _, word := range lost {
		r.note(a, "%s", word)
	}
	a.sure["criteria"] = len(lost) == 0
	if word := cell(requestlist.Owner); word != "" {
		if a.owner = r.names.person(word); a.owner == "" {
			r.note(a, "%q is nobody in the register of people", shorten(word, 60))
		}
	}
}

// days reads the days, and says how one that can be read in two ways was read.
func (r *rowReader) days(a *asked, cell func(requestlist.Field) string) {
	a.due = r.day(a, "due", cell(requestlist.Due))
	from, to := r.day(a, "period from", cell(requestlist.From)), r.day(a, "period to", cell(requestlist.To))
	span := cell(requestlist.Period)
	switch {
	case from != "" || to != "":
	case span == "":
		return
	case requestlist.WholePeriod(span):
		a.period = r.whole
		return
	default:
		var open, ok bool
		if from, to, open, ok = requestlist.Span(span, r.order); !ok {
			r.note(a, "the period %q could not be read", shorten(span, 60))
			return
		}
		r.ambiguous(a, span, from+" to "+to, open)
	}
	var p program.Period
	if p.From.UnmarshalText([]byte(from)) != nil || p.To.UnmarshalText([]byte(to)) != nil || p.IsZero() || p.To.Before(p.From) {
		r.note(a, "the period from %q to %q is none", from, to)
		return
	}
	a.period = p
}

func (r *rowReader) day(a *asked, what, text string) string {
	if text == "" {
		return ""
	}
	day, open, ok := requestlist.Day(text, r.order)
	if !ok {
		r.note(a, "the day %q (%s) could not be read", shorten(text, 40), what)
		return ""
	}
	r.ambiguous(a, text, requestlist.Spoken(day), open)
	return day
}

func (r *rowReader) ambiguous(a *asked, text, read string, open bool) {
	if open && r.order == requestlist.Unknown {
		r.note(a, "%s was read as %s; --date-order mdy reads the month first, --date-order dmy says that this is right", text, read)
	}
}

// plainly returns a text of a row for a field that is no Markdown, and says so where that is another one.
func (r *rowReader) plainly(a *asked, what, text string) string {
	out := edit.Plainly(text)
	if out != strings.TrimSpace(source.Seen(text)) {
		r.note(a, "%s holds what would be a parameter or a blank here, and is written apart; the list as it came has it as it was", what)
	}
	return out
}
