package handbook

import (
	"cmp"
	"fmt"
	"html/template"
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

// value shows one leaf of a field.
func (s *sheet) value(key string, leaf any) value {
	switch x := leaf.(type) {
	case program.Pointer:
		return s.pointer(x)
	case program.CriterionRef:
		if x.To == nil {
			return text(x.Text)
		}
		name := s.criterion(x.To)
		return value{Name: &name}
	case program.Prose:
		return value{HTML: s.readable(x), long: true}
	case program.Period:
		return text(s.period(x))
	case node.Duration:
		return text(s.say(theme.CountKey(x.N, x.Unit), x.N))
	case program.Word:
		return text(s.say(theme.ValueKey(string(x))))
	case bool:
		return text(s.say(map[bool]string{true: "yes", false: "no"}[x]))
	}
	return s.words(key, fmt.Sprint(leaf))
}

func (s *sheet) pointer(p program.Pointer) value {
	if p.To == nil {
		return text(p.ID)
	}
	name := s.name(p.To, p.Anchor)
	return value{Name: &name}
}

// words shows what an author wrote in words of his own.
func (s *sheet) words(key, words string) value {
	switch {
	case key == "category" || key == "categories":
		return text(s.category(words))
	case program.IsAddress(words):
		return value{HTML: template.HTML(anchor(words, "", template.HTMLEscapeString(words)))}
	}
	return text(words)
}

// category names a category of a catalogue. What is none stays as the author wrote it.
func (s *sheet) category(words string) string {
	set := s.staff.Catalogues()
	id, _ := set.Category(words)
	return cmp.Or(set.CategoryName(id, s.lang), words)
}

func (s *sheet) period(p program.Period) string {
	return s.say("from-to", p.From.String(), p.To.String())
}
