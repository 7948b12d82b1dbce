package generator_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"trustpress/generator"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/wording"
)

// What is read again for the places of its words has the same words as the page.
func TestPassagesSayWhatThePageSays(t *testing.T) {
	e, err := generator.Compile(example(t), generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, rec := range e.Program.Records() {
		for _, told := range program.Tell(rec) {
			if told.Prose == nil {
				continue
			}
			var want, got []string
			for _, b := range wording.Blocks(told.Prose.HTML) {
				want = append(want, spaceless(b.Lead, b.Text))
			}
			for _, p := range e.Passages(told) {
				got = append(got, spaceless(p.Lead, p.Text))
			}
			if seen++; !slices.Equal(got, want) {
				t.Errorf("%s, %s %s:\n got %q\nwant %q", rec.Base().ID, told.Key, told.Lang, got, want)
			}
		}
	}
	if seen < 100 {
		t.Errorf("only %d public texts", seen)
	}
}

// spaceless returns a block without the spaces between its words.
func spaceless(lead, text string) string {
	return strings.Join(strings.Fields(lead+">"+text), " ")
}

// everywhere is a site in which @@ marks every sort of place that everybody reads.
const everywhere = `-- site.toml --
as_of = 2026-09-30
[organization]
name = "Nordan Ledger AB"
address = "@@"
[service]
name = "Nordan Ledger"
summary = "@@"
[service.translations.sv]
summary = "@@"
[site]
languages = ["en", "sv"]
-- content/trust/pages/about.md --
---
id: ABOUT
title: "@@"
section: about
---
@@

## @@

- one
- @@

> @@

| a | b |
| --- | --- |
| c | @@ |

A note.[^1]

[^1]: @@
-- content/trust/pages/about.sv.md --
---
title: "@@"
---
@@
-- content/trust/questions/q.md --
---
id: Q-1
title: "@@"
topic: report
question: "@@"
---
@@
-- content/trust/updates/u.md --
---
id: UPD-1
title: "@@"
class: policy
published: 2026-09-01
affects: ["@@"]
severity: "@@"
---
@@
-- content/trust/claims.toml --
[[claim]]
id = "CLM-1"
title = "@@"
text = "@@"
scope = "@@"
-- content/trust/claims.sv.toml --
[[claim]]
id = "CLM-1"
title = "@@"
text = "@@"
scope = "@@"
-- content/trust/documents.toml --
[[document]]
id = "DOC-1"
title = "@@"
description = "@@"
how = "@@"
access = "open"
file = "trust/documents/terms.txt"
body = """
@@
"""
-- content/trust/documents/terms.txt --
Terms

@@
-- content/policies/open.md --
---
id: POL-1
title: "@@"
classification: public
---
## @@

@@
-- content/policies/told.md --
---
id: POL-2
title: A policy
public:
  title: "@@"
  text: |
    One line.

    @@
---
Inside.
-- content/controls/AC-01.md --
---
id: AC-01
title: A control
public: "@@"
---
Inside.
-- content/controls/AC-01.sv.md --
---
public: "@@"
---
-- content/commitments.toml --
[[commitment]]
id = "COM-1"
title = "A commitment"
public = "@@"
-- content/cuecs.toml --
[[cuec]]
id = "CUEC-1"
criteria = ["CC6.1"]
text = "Inside."
public = "@@"
-- content/responsibilities.toml --
[[responsibility]]
id = "RESP-1"
text = "@@"
classification = "public"
-- content/description/DC1.md --
---
section: DC1
public:
  text: "@@"
---
Inside.
-- content/vendors.toml --
[[vendor]]
id = "VEN-1"
title = "Hall AB"
[vendor.public]
title = "@@"
text = "@@"
[vendor.subprocessor]
public = true
legal_name = "@@"
products = ["@@"]
data = ["@@"]
locations = ["@@"]
transfer = "none"
transfer_note = "@@"
reason = "@@"
chain = [{ name = "Deep AB", purpose = "@@" }]
[vendor.subservice]
public = true
method = "carve-out"
services = ["@@"]
[[vendor.subservice.csocs]]
criteria = ["CC6.4"]
text = "@@"
-- content/reports.toml --
[[report]]
id = "RPT-1"
title = "A test"
kind = "pentest"
scope = "@@"
exceptions = "@@"
services = ["@@"]
not_in_scope = ["@@"]
[report.public]
title = "@@"
text = "@@"
fields = ["kind", "scope", "exceptions", "services", "not_in_scope"]
`

// claimsOf lists what nobody may say, in both languages and as it may be typed.
var claimsOf = []string{
	"We are SOC 2 certified.", "Vi är SOC 2-certifierade.", "We passed our SOC 2 audit.", "Vi är godkända enligt SOC 2.", "AICPA-approved controls", "godkänd av AICPA", "SOC 2\u00a0Type\u202fII certified",
	"A SOC 3-style report", "GDPR certified", "GDPR-certifierad", "ISO certified", "Hosted in SOC 2 certified data centres.", "Driftas i SOC 2-certifierade datahallar.", "We sell no data and are SOC 2 certified.",
}

// denials say that nobody is what others call themselves.
var denials = []string{
	"We are not SOC 2 certified.", "Vi är inte SOC 2-certifierade.", "There is no SOC 2 certificate.", "Det finns inget SOC 2-certifikat.", "No company passes a SOC 2 audit.", "Some call it “SOC 2 certified”.",
	"AICPA certifies nobody.", "Is there a SOC 2 certificate?", "This is no SOC 3 report.", "Nobody is GDPR certified.",
}

// planted returns the site with a text in the place of the mark of a number, and harmless words in the place of all others, with the
// file and the line of that mark.
func planted(text string, number int) (site fstest.MapFS, file string, line int) {
	site = fstest.MapFS{}
	seen := 0
	for _, f := range txtar.Parse([]byte(everywhere)).Files {
		lines := strings.Split(string(f.Data), "\n")
		for i := range lines {
			if !strings.Contains(lines[i], "@@") {
				continue
			}
			words := "Words."
			if seen++; seen == number {
				words, file, line = text, f.Name, i+1
			}
			lines[i] = strings.Replace(lines[i], "@@", words, 1)
		}
		site[f.Name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	}
	return site, file, line
}

// about returns the findings of the rules of language.
func about(t *testing.T, site fstest.MapFS) []diag.Finding {
	t.Helper()
	report, err := generator.Check(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(report.Findings, func(f diag.Finding) bool {
		return f.Rule != "forbidden-claim" && f.Rule != "report-claim-without-report" && f.Rule != "invalid-value" && f.Rule != "unknown-field"
	})
}

func TestNobodySaysItAnywhere(t *testing.T) {
	places := strings.Count(everywhere, "@@")
	for number := 1; number <= places; number++ {
		text := claimsOf[number%len(claimsOf)]
		site, file, line := planted(text, number)
		found := about(t, site)
		if len(found) != 1 || found[0].Rule != "forbidden-claim" || !slices.Equal(found[0].Blocks, []string{"trust"}) {
			t.Errorf("%s:%d: %q: %v", file, line, text, found)
			continue
		}
		f := found[0]
		if f.File != file || f.Line != line || f.EndLine != line || f.EndColumn <= f.Column || !strings.Contains(f.Message, "L") || f.Hint == "" {
			t.Errorf("%s:%d: %q is found at %+v: %s", file, line, text, f.Span, f.Message)
		}
		site, file, line = planted(denials[number%len(denials)], number)
		if found := about(t, site); len(found) > 0 {
			t.Errorf("%s:%d: %v", file, line, found)
		}
	}
}

func TestEveryClaimIsFound(t *testing.T) {
	const body = 5 // the body of the page
	for _, text := range claimsOf {
		for _, typed := range []string{text, strings.Replace(text, " ", "\n", 2), strings.Replace(text, "SOC 2", "**SOC** 2", 1), strings.Replace(text, "certif", "cer\u00adtif", 1)} {
			site, _, _ := planted(typed, body)
			if found := about(t, site); len(found) == 0 {
				t.Errorf("%q is not found", typed)
			}
		}
	}
	for _, text := range denials {
		site, _, _ := planted(text, body)
		if found := about(t, site); len(found) > 0 {
			t.Errorf("%q: %v", text, found)
		}
	}
}

// The place of a claim is that of its own first word, and no waiver accepts it.
func TestAClaimStandsWhereItsWordsStand(t *testing.T) {
	const body = 5
	site, file, line := planted("Yes. We are a *SOC 2*\nType 2 [certified](https://example.com) company.", body)
	site["content/waivers.toml"] = &fstest.MapFile{Data: []byte("[[waiver]]\nrule = \"forbidden-claim\"\ntarget = \"ABOUT\"\nreason = \"x\"\nowner = \"x\"\nexpires = 2027-01-01\n")}
	found := about(t, site)
	if len(found) != 1 {
		t.Fatalf("%v", found)
	}
	want := diag.Span{File: file, Line: line, Column: 16, EndLine: line + 1, EndColumn: 18}
	if found[0].Span != want {
		t.Errorf("got %+v, want %+v: %s", found[0].Span, want, found[0].Message)
	}
}

// No page of the example holds what the rules forbid, in either language, and nothing is called like a SOC 3 report.
func TestThePagesClaimNothing(t *testing.T) {
	for _, p := range buildPages(t) {
		text, err := os.ReadFile(p.file())
		if err != nil {
			t.Fatal(err)
		}
		if p.output != "trust" {
			continue
		}
		for _, b := range wording.Blocks(string(text)) {
			for _, m := range wording.FindIn(b) {
				if m.Class == wording.Forbidden && m.If == wording.Always {
					t.Errorf("%s: %s: %q", p.name, m.Rule, b.Text[m.Start:m.End])
				}
			}
		}
	}
	err := filepath.WalkDir(built.root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		if lower := strings.ToLower(string(text)); strings.Contains(lower, "soc 3-style") || strings.Contains(lower, "soc 3 style") {
			t.Errorf("%s speaks of a SOC 3 style", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
