package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"trustpress/generator/program"
)

// reportFacts reports a public report that is another's, and a letter that an auditor is said to sign. What it has to tell beside is
// asked for by the rule impossible-report.
func reportFacts(p *Pass, r *program.Report) {
	if r.Examination() {
		foreign(p, r)
	}
	if r.Kind == "bridge-letter" && r.Signatory != "" && (signers.MatchString(r.Signatory) || signs(p, r.Signatory)) {
		p.wrong(r, r.At("signatory"), "L17", fmt.Sprintf("%q signs a bridge letter, which management signs", r.Signatory),
			"name the member of management who signed it, by role")
	}
}

// foreign reports a report on a provider that is told as the company's own.
func foreign(p *Pass, r *program.Report) {
	title := r.Title + " " + opening(r.Public.Title)
	if names(title, p.Site.Organization.Name) || names(title, p.Site.Service.Name) {
		return
	}
	for _, v := range p.Program.Vendors {
		if v.Subservice != nil && names(title, v.Title) {
			p.wrong(r, r.At("title"), "L20", fmt.Sprintf("this is the report of %s, told as the company's own", v.Title),
				fmt.Sprintf("write \"hosted at %s, whose own report is separate\" in the text of that vendor, and take this record out of public", v.Title))
		}
	}
}

// names reports whether a title holds a name, as whole words.
func names(title, name string) bool {
	words := func(text string) string {
		between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
		return " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), between), " ") + " "
	}
	return name != "" && strings.Contains(words(title), words(name))
}

// carvedOut reports a provider that a public report leaves out, and that nobody is told of.
func carvedOut(p *Pass, v *program.Vendor) {
	if v.Subservice == nil || v.Subservice.Public || v.Subservice.Method != "carve-out" {
		return
	}
	if r := newest(p.Trace, (*program.Report).Examination); r != nil {
		p.wrong(v, v.At("subservice"), "L20", fmt.Sprintf("%s is told in public, and not that this provider was carved out of it", r.ID),
			"write public = true in this table, with a public title")
	}
}

// signers are who cannot sign a bridge letter.
var signers = regexp.MustCompile(`(?i)\b(?:auditor|cpa|certified public accountant|revisor|auktoriserad revisor)`)

// signs reports whether a name is that of an auditor.
func signs(p *Pass, name string) bool {
	for _, r := range p.Program.Reports {
		if r.Examination() && names(name, r.Auditor.Name) {
			return true
		}
	}
	return false
}
