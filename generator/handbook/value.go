package handbook

import (
	"cmp"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strings"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/theme"
)

// value is one value, finished: the name of a record or a criterion, or HTML.
type value struct {
	Name *named
	HTML template.HTML
	long bool // it is a text of its own
}

func text(words string) value { return value{HTML: template.HTML(template.HTMLEscapeString(words))} }

func (v value) html() template.HTML {
	if v.Name != nil {
		return v.Name.HTML()
	}
	return v.HTML
}

// joined shows values: words and identifiers in a line, names and texts below each other.
func joined(values []value) template.HTML {
	if len(values) == 1 {
		return values[0].html()
	}
	open, between, end := "", ", ", ""
	if slices.ContainsFunc(values, func(v value) bool { return v.long || v.Name != nil && v.Name.Title != "" }) {
		open, between, end = `<ul class="plain"><li>`, "</li><li>", "</li></ul>"
	}
	var b strings.Builder
	for i, v := range values {
		if i == 0 {
			b.WriteString(open)
		} else {
			b.WriteString(between)
		}
		b.WriteString(string(v.html()))
	}
	if len(values) > 0 {
		b.WriteString(end)
	}
	return template.HTML(b.String())
}

// absent says that the author left something out.
func (s *sheet) absent() template.HTML {
	return template.HTML(`<span class="absent">` + template.HTMLEscapeString(s.say("not-stated")) + `</span>`)
}

// state shows what is known of coverage or of an occurrence: the words for a key, in a frame. Without a key it shows nothing.
func (s *sheet) state(key string) template.HTML {
	if key == "" {
		return ""
	}
	return template.HTML(`<span class="state ` + key + `">` + template.HTMLEscapeString(s.say(key)) + `</span>`)
}

// value shows one value, unless it is empty.
func (s *sheet) value(field node.Field, x reflect.Value) (value, bool) {
	if rec, ok := target(x); ok {
		_, anchor, _ := x.Addr().Interface().(program.Reference).Label()
		name := s.name(rec, anchor)
		return value{Name: &name}, true
	}
	switch v := x.Addr().Interface().(type) {
	case program.Reference:
		id, _, _ := v.Label()
		return text(id), id != ""
	case *program.CriterionRef:
		if v.To == nil {
			return text(v.Text), v.Text != ""
		}
		name := s.criterion(v.To)
		return value{Name: &name}, true
	case *program.Prose:
		return value{HTML: s.readable(*v), long: true}, !v.Empty()
	case *program.Period:
		return text(s.period(*v)), !v.IsZero()
	}
	return s.plain(field, x)
}

// plain shows a value that leads nowhere.
func (s *sheet) plain(field node.Field, x reflect.Value) (value, bool) {
	if x.IsZero() {
		return value{}, false
	}
	switch v := x.Addr().Interface().(type) {
	case *node.Duration:
		return text(s.say(theme.CountKey(v.N, v.Unit), v.N)), true
	case *node.Moment:
		return text(v.Text), true
	case *node.Text:
		return text(v.Text), v.Text != ""
	case fmt.Stringer:
		return text(v.String()), true
	case *bool:
		return s.yesNo(*v), true
	}
	words := fmt.Sprint(x.Interface())
	switch {
	case field.Key == "category" || field.Key == "categories":
		return text(s.category(words)), true
	case slices.Contains(field.Of, words):
		return text(s.say(theme.ValueKey(words))), true
	case strings.HasPrefix(words, "https://") || strings.HasPrefix(words, "mailto:"):
		return value{HTML: template.HTML(anchor(words, "", template.HTMLEscapeString(words)))}, true
	}
	return text(words), true
}

// category names a category of a catalogue. What is none stays as the author wrote it.
func (s *sheet) category(words string) string {
	set := s.staff.Catalogues()
	id, _ := set.Category(words)
	return cmp.Or(set.CategoryName(id, s.lang), words)
}

func (s *sheet) yesNo(yes bool) value {
	if yes {
		return text(s.say("yes"))
	}
	return text(s.say("no"))
}

func (s *sheet) period(p program.Period) string {
	return s.say("from-to", p.From.String(), p.To.String())
}
