package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var missingTranslation = &Rule{
	Rule: diag.Rule{Code: "TP419", Name: "missing-translation", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a public text that is not there in one of the site's languages"},
	Why: `A site that names several languages has a trust center in each of them. What nobody translated stands there in the first language,
with a note that says so. Write the translation beside the text: access.sv.md beside access.md, or a row with the same id in
commitments.sv.toml beside commitments.toml.`,
	Bad: `-- site.toml --
[organization]
name = "Nordan Ledger AB"
[site]
languages = ["en", "sv"]
-- content/cuecs.toml --
[[cuec]]
id = "CUEC-01"
criteria = ["CC6.1"]
text = "Users keep their electronic ID to themselves."
public = "Users keep their electronic ID to themselves."
`,
	Good: `-- site.toml --
[organization]
name = "Nordan Ledger AB"
[site]
languages = ["en", "sv"]
-- content/cuecs.toml --
[[cuec]]
id = "CUEC-01"
criteria = ["CC6.1"]
text = "Users keep their electronic ID to themselves."
public = "Users keep their electronic ID to themselves."
-- content/cuecs.sv.toml --
[[cuec]]
id = "CUEC-01"
public = "Användarna behåller sin e-legitimation för sig själva."
`,
	Run: runMissingTranslation,
}

func runMissingTranslation(p *Pass) {
	if !slices.Contains(p.Site.Site.Outputs, "trust") {
		return
	}
	for _, lang := range p.Site.Site.Languages[1:] {
		for _, rec := range p.Program.Records() {
			r := rec.Base()
			for _, key := range program.Untranslated(rec, lang) {
				p.Report(rec, r.At(strings.Split(key, ".")...), fmt.Sprintf("%q is not there in %q", key, lang), "write it in "+translationOf(r.Span.File, lang))
			}
			if what := untranslated(rec, lang); what != "" {
				p.Report(rec, r.At("public"), fmt.Sprintf("the %s is not there in %q", what, lang), "write it in "+translationOf(r.Span.File, lang))
			}
		}
		if s := p.Site.Service; s.Summary != "" && s.Translations[lang].Summary == "" {
			p.Report(nil, p.Site.Tree.At("service", "summary"), fmt.Sprintf("the summary of the service is not there in %q", lang),
				fmt.Sprintf("write it under [service.translations.%s]", lang))
		}
	}
}

// untranslated returns what everybody reads of a record and nobody translated, or "".
func untranslated(rec program.Any, lang string) string {
	r, t := rec.Base(), rec.Base().Translations[lang]
	if t == nil {
		t = &program.Translation{}
	}
	words, whole := program.Whole(rec)
	switch {
	case !r.Public.Text.Empty() && t.Public.Text.Empty():
		return "public text"
	case !r.Public.Title.Empty() && t.Public.Title.Empty() && !properName(rec):
		return "public title"
	case !r.Public.Text.Empty() || !r.IsPublic() || !whole || words.Empty():
		return ""
	case t.WholeOf(rec).Empty():
		return "text"
	case r.Title != "" && t.Title == "" && !properName(rec):
		return "title"
	}
	return ""
}

// properName reports whether the title of a record is a name that is the same in every language: that of a company.
func properName(rec program.Any) bool {
	_, vendor := rec.(*program.Vendor)
	return vendor
}

// translationOf returns the name of the file that holds a file's words in another language.
func translationOf(file, lang string) string {
	ext := path.Ext(file)
	return strings.TrimSuffix(file, ext) + "." + lang + ext
}
