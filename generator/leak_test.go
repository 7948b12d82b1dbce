package generator_test

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/mail"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/trace"
	"trustpress/generator/trust"
)

// bytesOf renders an output of an edition into one text.
func bytesOf(t *testing.T, e *audience.Edition, name string) []byte {
	t.Helper()
	outputs, err := generator.Write(example(t), e, []string{name}, nil, ledger(t))
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, f := range outputs[name].Files() {
		fmt.Fprintln(&all, f.Path)
		if err := f.Write(&all); err != nil {
			t.Fatal(err)
		}
	}
	return all.Bytes()
}

// told is what everybody is told: each file of the trust center, and each draft of a mail, whatever is asked for.
func told(t *testing.T, e *audience.Edition) []byte {
	t.Helper()
	var all bytes.Buffer
	all.Write(bytesOf(t, e, "trust"))
	public := audience.ForEverybody(e)
	for _, of := range append(named(public), "", canary) {
		drafts, err := trust.Mails(public, ledger(t), trust.Choice{Of: of, Day: "2026-09-30"})
		if err != nil {
			t.Fatal(err)
		}
		all.Write(mail.Mbox(drafts))
	}
	return all.Bytes()
}

// named lists what a mail can be about, by its public id.
func named(public []audience.Public) []string {
	var out []string
	for _, v := range public[0].Subprocessors {
		out = append(out, v.ID)
	}
	for _, u := range public[0].Updates {
		out = append(out, u.ID)
	}
	return out
}

// However the fields that nobody wrote as public change, not a byte of the trust center does, nor of a mail. The fields are those of
// the structs, so that one added tomorrow is tried tomorrow.
func TestNoPrivateFieldReachesTrust(t *testing.T) {
	unmoved(t, told, 2500, func(rec program.Any, key string) bool {
		return key == "public" || key == "classification" || program.Publishes(rec, key)
	})
}

// Of a confidential record only the id and the state of coverage reach the handbook.
func TestNoConfidentialFieldReachesTheHandbook(t *testing.T) {
	unmoved(t, func(t *testing.T, e *audience.Edition) []byte { return bytesOf(t, e, "handbook") }, 1800, func(rec program.Any, key string) bool {
		return key == "id" || key == "classification" || !rec.Base().IsConfidential()
	})
}

// Two sites that differ in what a confidential control says, and to what it is mapped, have the same handbook.
func TestConfidentialControlsAreTheSameToStaff(t *testing.T) {
	const file = "content/controls/CR-01.md"
	var books [2][]byte
	for i, control := range []string{
		"id: CR-01\ntitle: One\ncriteria: [CC6.1, CC6.7, PI1.5]\npolicies: [POL-AC#encryption]\ntype: preventive\nowner: PER-erik\n",
		"id: CR-01\ntitle: Another\ncriteria: [CC6.1]\npolicies: [POL-CR]\ntype: detective\nmode: manual\nowner: PER-anna\nsystems: [Vault]\n",
	} {
		site := example(t)
		delete(site, "content/controls/CR-01.sv.md")
		site[file] = &fstest.MapFile{Data: []byte("---\n" + control + "classification: confidential\nfrequency: [continuous]\n---\n" + strings.Repeat("Words. ", i+1))}
		edition, err := generator.Compile(site, generator.Options{})
		if err != nil {
			t.Fatal(err)
		}
		books[i] = bytesOf(t, edition, "handbook")
	}
	if !bytes.Equal(books[0], books[1]) {
		t.Errorf("the handbooks differ: %s", difference(books[0], books[1]))
	}
	if !bytes.Contains(books[0], []byte("CR-01")) {
		t.Error("the control is not in the handbook at all")
	}
}

// unmoved changes, kind by kind, every field of every record but those that an output may show, and compares the output's bytes.
func unmoved(t *testing.T, output func(*testing.T, *audience.Edition) []byte, atLeast int, shows func(rec program.Any, key string) bool) {
	t.Helper()
	edition, err := generator.Compile(example(t), generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want, tried := output(t, edition), 0
	if bytes.Contains(want, []byte(canary)) {
		t.Error("the example itself holds the canary")
	}
	for _, kind := range program.Kinds {
		var before []func()
		for _, rec := range edition.Program.Records() {
			if rec.Base().Kind == kind {
				before = append(before, changeFields(rec, func(key string) bool { return shows(rec, key) })...)
			}
		}
		if got := output(t, edition); !bytes.Equal(got, want) {
			t.Errorf("a change of a %s changes the output: %s", kind.Name, difference(got, want))
		}
		for _, restore := range before {
			restore()
		}
		tried += len(before)
	}
	if got := output(t, edition); !bytes.Equal(got, want) || tried < atLeast {
		t.Errorf("%d fields were tried, and the edition is as it was: %v", tried, bytes.Equal(got, want))
	}
}

// changeFields changes the fields of a record and of its translations, but for those to keep, and returns what changes each back.
func changeFields(rec program.Any, keep func(key string) bool) []func() {
	out := changeStruct(reflect.ValueOf(rec).Elem(), keep)
	for _, translation := range rec.Base().Translations {
		out = append(out, changeStruct(reflect.ValueOf(translation).Elem(), keep)...)
	}
	return out
}

func changeStruct(x reflect.Value, keep func(key string) bool) []func() {
	var out []func()
	for _, f := range node.Fields(x.Type()) {
		if keep(f.Key) {
			continue
		}
		v := x.FieldByIndex(f.Index)
		before := reflect.New(v.Type()).Elem()
		before.Set(v)
		change(v)
		if table := f.Key == "subprocessor" || f.Key == "subservice"; table && v.Kind() == reflect.Pointer && !v.IsNil() {
			v.Elem().FieldByName("Public").SetBool(false) // whether it is public is not what is tried here
		}
		out = append(out, func() { v.Set(before) })
	}
	return out
}

// difference shows where two texts part.
func difference(got, want []byte) string {
	at := 0
	for at < len(got) && at < len(want) && got[at] == want[at] {
		at++
	}
	from := max(0, at-200)
	return fmt.Sprintf("…%s…", got[from:min(len(got), at+100)])
}

// Records that are not public leave no trace, however they lean on public ones: no count, no order, no day, no page is another because of
// them. One of each kind, with a translation, says as much as a record can say.
func TestPrivateRecordsLeaveNoTrace(t *testing.T) {
	site := example(t)
	before, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want, added := told(t, before), 0
	for _, kind := range program.Kinds {
		for _, class := range []string{"internal", "confidential"} {
			file := "content/" + kind.Folder + "/0-" + canary + "-" + class
			site[file+".md"] = &fstest.MapFile{Data: []byte(private("ZZZ-"+kind.Name+"-"+class, class))}
			site[file+".sv.md"] = &fstest.MapFile{Data: []byte("---\ntitle: " + canary + "\ndescription: " + canary + "\n---\n" + canary + "\n")}
			added++
		}
	}
	after, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(after.Program.Records()) - len(before.Program.Records()); n != added {
		t.Fatalf("%d of %d records are there", n, added)
	}
	if got := told(t, after); !bytes.Equal(got, want) {
		t.Errorf("records that are not public change what everybody is told: %s", difference(got, want))
	}
}

// private is a record of any kind that leans on what everybody reads.
func private(id, class string) string {
	return "---\nid: " + id + "\nclassification: " + class + `
title: kanariefågel
name: kanariefågel
question: kanariefågel?
text: kanariefågel
statement: kanariefågel
section: privacy
topic: access
class: incident
level: planned
version: "99"
published: 2031-01-01
issued: 2031-01-01
effective: 2031-01-01
approved_on: 2031-01-01
reviewed_on: 2031-01-01
as_of: 2031-01-01
review_every: 12 months
access: open
file: trust/documents/nda-2026.txt
criteria: [CC1.1, A.5.15]
controls: [AC-01]
policies: [POL-AC]
refs: [kanariefågel]
supersedes: RPT-2025
covers: RPT-2025
corrects: UPD-2026-01
nda: DOC-NDA
vendor: VEN-skannverket
subprocessor: { legal_name: kanariefågel, locations: [kanariefågel], announced: 2031-01-01, effective: 2031-02-01 }
subservice: { method: carve-out, services: [kanariefågel], csocs: [{ criteria: [CC1.1], text: kanariefågel }] }
rule: missing-occurrence
target: AC-01
---
kanariefågel, as [UPD-2026-01] and [the agreement][DOC-NDA] say of [CC1.1].
`
}

// Of the audit only what a public report repeats is told, and of the parameters those that are listed as public.
func TestNoPrivateSettingReachesTrust(t *testing.T) {
	edition, err := generator.Compile(example(t), generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := bytesOf(t, edition, "trust")
	site := edition.Site
	for _, x := range []any{site.Audit, &site.Auditor, &site.Evidence, &site.Handbook, &site.Params, &site.Rules, &site.Frameworks, &site.Content} {
		change(reflect.ValueOf(x).Elem())
	}
	edition.Commit, edition.AsOf = canary, edition.AsOf.AddDays(400)
	edition.Report = diag.Report{Findings: []diag.Finding{{Rule: "missing-occurrence", Message: canary}}}
	maps.DeleteFunc(edition.Files, func(rec program.Any, _ trace.File) bool { return rec.Base().Kind.Name != "document" })
	if got := bytesOf(t, edition, "trust"); !bytes.Equal(got, want) {
		t.Errorf("a setting that is not public changes the trust center: %s", difference(got, want))
	}
}

const canary = "kanariefågel"

// change puts something else into a value, however deep.
func change(v reflect.Value) {
	switch at := v.Addr().Interface().(type) {
	case *program.Prose:
		at.Prose = &source.Prose{HTML: "<p>" + canary + "</p>"}
		at.Targets = nil
		return
	case *node.Day:
		*at = at.AddDays(40000)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(canary)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int64:
		v.SetInt(v.Int() + 7)
	case reflect.Pointer:
		fresh := reflect.New(v.Type().Elem())
		foreign := fresh.Elem().Kind() == reflect.Struct && fresh.Elem().Type().PkgPath() != reflect.TypeFor[program.Control]().PkgPath()
		if foreign || isRecord(fresh) {
			return // what a reference leads to is no part of the record, and tried on its own
		}
		change(fresh.Elem())
		v.Set(fresh)
	case reflect.Slice:
		one := reflect.New(v.Type().Elem()).Elem()
		change(one)
		v.Set(reflect.Append(reflect.MakeSlice(v.Type(), 0, 1), one))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				change(v.Field(i))
			}
		}
	}
}

func isRecord(v reflect.Value) bool {
	_, ok := v.Interface().(program.Any)
	return ok
}
