package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

var publicRefersToPrivate = &Rule{
	Rule: diag.Rule{Code: "TP506", Name: "public-refers-to-private", Severity: diag.Error, Blocks: []string{"trust"}, Waivable: false,
		Says: "public text refers to a record or parameter that is not public"},
	Why: `The trust center shows only what a person wrote as public. A reference from there to an internal record would lead nowhere or give away
that the record exists; a parameter prints its value. Write the sentence without it, give the record a public text of its own, or list
the parameter under [public_params].`,
	Bad: `-- content/policies/keys.md --
---
id: POL-KEY
title: Keys
---
Keys are renewed every year.
-- content/controls/KEY-01.md --
---
id: KEY-01
title: Keys are renewed every year
public: Keys are renewed every year, as [our policy on keys][POL-KEY] says.
---
The platform team renews the keys.
`,
	Good: `-- content/policies/keys.md --
---
id: POL-KEY
title: Keys
---
Keys are renewed every year.
-- content/controls/KEY-01.md --
---
id: KEY-01
title: Keys are renewed every year
public: Keys are renewed every year.
---
The platform team renews the keys, as [the policy][POL-KEY] says.
`,
	Run: runPublicRefersToPrivate,
}

func runPublicRefersToPrivate(p *Pass) {
	for _, rec := range p.Program.Records() {
		program.Visit(rec, program.Visitor{Prose: func(key string, text *program.Prose) {
			if program.Publishes(rec, key) {
				publicText(p, rec, text)
			}
		}})
		for _, param := range rec.Base().Params {
			if !param.Public && program.Publishes(rec, param.Field) {
				privateParam(p, rec, param.Param)
			}
		}
	}
}

func publicText(p *Pass, rec program.Any, text *program.Prose) {
	for i, to := range text.Targets {
		ref := text.Refs[i]
		if to.Record != nil && to.Record != rec && !to.Record.Base().Broken && !shown(to.Record, ref) {
			p.Report(rec, ref.Span, fmt.Sprintf("public text refers to %s, which is not public", to.Record.Base().ID), open(to.Record))
		}
	}
	for _, param := range text.Params {
		if !param.Public {
			privateParam(p, rec, param)
		}
	}
}

// shown reports whether the trust center may name a record: it is public, or has a public text and the reference says more than
// its internal id.
func shown(to program.Any, ref source.Ref) bool {
	r := to.Base()
	return program.Known(to) || !r.Public.Text.Empty() && (!ref.Bare || r.Public.ID != "")
}

// open says how a reference to a record could stand.
func open(to program.Any) string {
	if to.Base().Public.Text.Empty() {
		return "write the sentence without it, or give that record a public text"
	}
	return "put words in brackets before it, as in [our rule][ID], or give that record a public id"
}

func privateParam(p *Pass, rec program.Any, param source.Param) {
	p.Report(rec, param.Span, fmt.Sprintf("public text holds the parameter %q, which is not public", param.Name),
		"list it under [public_params] in site.toml if everybody may read it")
}
