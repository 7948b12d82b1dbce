package handbook

import (
	"cmp"
	"html/template"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"trustpress/generator/audience"
	"trustpress/generator/check"
)

// gapsData is the page of what is missing.
type gapsData struct {
	Total  int
	Rules  []ruled
	Waived []gap
}

// ruled is what one rule found.
type ruled struct {
	Title  string
	Says   string // what the rule is about
	Anchor string
	Gaps   []gap
}

// gap is one thing that is missing. Without a message, staff may know of it and not what it is.
type gap struct {
	Rule    string
	Record  template.HTML
	Message string
	State   template.HTML // what is known of the occurrences of a control that staff may not read
}

func gapsPage(s *sheet) face {
	var out gapsData
	at := map[string]int{}
	for _, g := range s.gaps() {
		row := gap{Rule: g.Rule, Record: s.gapRecord(g), Message: strings.TrimPrefix(g.Message, g.Record+": "),
			State: s.state(stateWord(g.State))}
		if g.Waived {
			out.Waived = append(out.Waived, row)
			continue
		}
		i, known := at[g.Rule]
		if !known {
			i = len(out.Rules)
			at[g.Rule] = i
			out.Rules = append(out.Rules, ruled{Title: s.ruleTitle(g.Rule), Says: says(g.Rule), Anchor: gapAnchor(g.Rule)})
		}
		out.Rules[i].Gaps = append(out.Rules[i].Gaps, row)
		out.Total++
	}
	slices.SortFunc(out.Rules, func(a, b ruled) int {
		return cmp.Or(cmp.Compare(len(b.Gaps), len(a.Gaps)), cmp.Compare(a.Title, b.Title))
	})
	return face{"gaps", s.say("gaps"), gapsPath, out}
}

func gapAnchor(rule string) string { return "tp." + rule }

// ruleTitle returns what a rule is called in a heading. One that the interface has no words for is called by its name.
func (s *sheet) ruleTitle(rule string) string {
	if word, err := s.theme.Word(s.lang, "rule-"+rule); err == nil {
		return word
	}
	return sentence(strings.ReplaceAll(rule, "-", " "))
}

// says returns what a rule is about.
func says(rule string) string {
	if r := check.Find(rule); r != nil {
		return sentence(r.Says) + "."
	}
	return ""
}

func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// gapRecord names the record of a finding, by its id alone where it has no page that staff may read, or the criterion that it is
// about.
func (s *sheet) gapRecord(g audience.Gap) template.HTML {
	if g.Record == "" && g.At != "" {
		if c := s.staff.Catalogues().Find(g.At).Criterion; c != nil {
			return s.criterion(c).HTML()
		}
	}
	if rec := s.byID[strings.ToLower(g.Record)]; rec != nil {
		return s.name(rec, "").HTML()
	}
	return named{ID: g.Record}.HTML()
}
