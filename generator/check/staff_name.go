package check

import (
	"fmt"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/wording"
)

// staffNames reports the names of people in public texts. Who is the company's own contact, and who has a public text, is named with
// purpose.
func staffNames(p *Pass) {
	names := staff(p)
	if len(names) == 0 {
		return
	}
	for _, rec := range p.Program.Records() {
		for _, told := range program.Tell(rec) {
			named(p, rec, told, names)
		}
	}
}

// staff returns the names of the people who are to stay unnamed.
func staff(p *Pass) []string {
	o := p.Site.Organization
	contacts := strings.ToLower(strings.Join([]string{o.SecurityContact, o.PrivacyContact, o.DPOContact}, " "))
	var out []string
	for _, person := range p.Program.People {
		contact := slices.ContainsFunc(person.Emails, func(mail string) bool { return strings.Contains(contacts, strings.ToLower(mail)) })
		if strings.Contains(person.Name, " ") && !contact && person.Public.Text.Empty() && person.Public.Title.Empty() {
			out = append(out, person.Name)
		}
	}
	return out
}

// named reports the first of some names in a text. A signatory is named because he or she signs.
func named(p *Pass, rec program.Any, told program.Told, names []string) {
	text := told.Words
	if told.Prose != nil {
		text = told.Prose.HTML
	}
	name := ""
	for _, n := range names {
		if strings.Contains(text, n) {
			name = n
			break
		}
	}
	if name == "" || strings.HasSuffix(told.Key, "signatory") {
		return
	}
	at := told.At(rec.Base())
	if span, ok := placed(p.Passages(told), name); ok {
		at = span
	}
	_, instead := wording.Advice("L22", p.language(told.Lang))
	p.Report(rec, at, fmt.Sprintf("L22: public text names %s, who is no contact", name), instead)
}

// placed returns where words stand in passages.
func placed(passages []source.Passage, words string) (at diag.Span, ok bool) {
	for i := range passages {
		if start := strings.Index(passages[i].Text, words); start >= 0 {
			return passages[i].Span(start, start+len(words)), true
		}
	}
	return diag.Span{}, false
}
