package criteria

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"trustpress/generator/diag"
)

// soc1 is what a SOC 1 report is measured against (AT-C section 320): control objectives that management writes.
const soc1 = `id = "soc1"
name = "Control objectives"
edition = "2026"

[identifier]
near = ['(?i)CO[ .-]?\d{1,2}(?:\.\d{1,2})?']

[[group]]
id = "CO-1"
title = { en = "Payroll", sv = "Löner" }

[[criterion]]
id = "CO-1.1"
group = "CO-1"
title = "Payments are authorised"
summary = "Controls provide reasonable assurance that payments are authorised."

[[criterion]]
id = "CO-1.2"
group = "CO-1"
title = { en = "Payments are complete", sv = "Utbetalningar är fullständiga" }

[[criterion]]
id = "A1.1"
title = "Capacity"
`

func site(texts ...string) []*diag.File {
	var files []*diag.File
	for i := 0; i+1 < len(texts); i += 2 {
		files = append(files, diag.NewFile("content/frameworks/"+texts[i]+".toml", []byte(texts[i+1])))
	}
	return files
}

func TestSiteFramework(t *testing.T) {
	s, findings := Load(Builtin(), site("soc1", soc1))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	f := s.Framework("soc1")
	if f == nil || len(f.Criteria) != 3 || f.Span.Line != 1 || f.Span.Column != 6 || len(s.Frameworks()) != 4 {
		t.Fatalf("got %+v", f)
	}
	if Builtin().Framework("soc1") != nil || len(Builtin().Frameworks()) != 3 {
		t.Error("the built-in set has changed")
	}
	c := s.Find("co-1.1").Criterion
	if c == nil || c.String() != "soc1:CO-1.1" || c.Title.In("sv") != "Payments are authorised" || c.OSCAL != "co-1.1" || c.Label("en") != "CO-1.1" {
		t.Errorf("got %+v", c)
	}
	for spelling, hint := range map[string]string{
		"CO 1.1":        `did you mean "CO-1.1"?`,
		"soc1:CO-1.3":   `did you mean "soc1:CO-1.2"?`,
		"CO-1":          "CO-1 is a heading; name CO-1.1 or CO-1.2",
		"A1.1":          `write "tsc:A1.1" or "soc1:A1.1"`,
		"A1.01":         `did you mean "tsc:A1.1"?`,
		"hipaa:164.308": "the known frameworks are tsc, iso27001, gdpr, soc1",
	} {
		if m := s.Find(spelling); m.Hint != hint || m.Criterion != nil {
			t.Errorf("%q: got %v %q, want %q", spelling, m.Criterion, m.Hint, hint)
		}
	}
	if m := s.Find("A1.1"); len(m.Ambiguous) != 2 {
		t.Errorf("got %v", m.Ambiguous)
	}
	if got := s.InScope([]string{"soc1"}, nil); len(got) != 3 {
		t.Errorf("categories do not apply: got %v", got)
	}
	if !s.Looks("CO 1.1") || !s.Looks("soc1:x") || s.Looks("CO") || Builtin().Looks("CO 1.1") {
		t.Error("the site's identifiers are not told from text")
	}
	if got := len(s.Pairs(s.Find("CC6.1").Criterion)); got == 0 {
		t.Error("the pairs are lost")
	}
}

func TestSuffixesOfASite(t *testing.T) {
	s, findings := Load(Builtin(), site("law", "id = \"law\"\nname = \"A law\"\nidentifier.suffix = '(?:\\([a-z0-9]\\))+'\n[[criterion]]\nid = \"SEC.308\"\ntitle = \"x\"\n"))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	c := s.Find("sec.308(A)(1)").Criterion
	if c == nil || c.String() != "law:SEC.308(a)(1)" || c.Parent == nil || c.Parent.ID != "SEC.308" || !s.Looks("SEC.308(a)") || s.Looks("SEC.309(a)") {
		t.Errorf("got %+v", c)
	}
}

func TestCategoriesOfASite(t *testing.T) {
	s, findings := Load(Builtin(), site("own", `id = "own"
name = "Own"
[[category]]
id = "core"
name = "Core"
always = true
[[category]]
id = "safety"
name = { en = "Safety", sv = "Trygghet" }
[[group]]
id = "S"
title = "S"
category = "safety"
[[criterion]]
id = "S-1"
title = "One"
group = "S"
[[criterion]]
id = "S-2"
title = "Two"
category = "core"
`))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	if id, ok := s.Category("trygghet"); !ok || id != "safety" {
		t.Errorf("got %q", id)
	}
	if got := s.InScope([]string{"own", "tsc"}, []string{"safety"}); len(got) != 2 {
		t.Errorf("got %v", got)
	}
	if got := s.InScope([]string{"own", "tsc"}, []string{"security"}); len(got) != 33 {
		t.Errorf("got %d", len(got))
	}
}

// Each file has one defect, which gives one finding at its place.
func TestDefects(t *testing.T) {
	const head = "id = \"own\"\nname = \"Own\"\n"
	const tail = "\n[[criterion]]\nid = \"A-1\"\ntitle = \"x\"\n"
	tests := []struct{ name, text, want string }{
		{"syntax", head + "edition = \n" + tail, "3:11 invalid-front-matter"},
		{"syntax hides what follows", "id = \"own\"\nname = ", "2:7 invalid-front-matter"},
		{"duplicate key", head + "name = \"Own\"" + tail, "3:1 invalid-front-matter"},
		{"unknown key", head + "wheels = 4" + tail, "3:1 unknown-field"},
		{"misspelt key", head + "editoin = \"4\"" + tail, "3:1 misspelt-field"},
		{"misspelt key of a criterion", head + tail + "sumary = \"x\"", "7:1 misspelt-field"},
		{"unknown language", head + "note = { en = \"x\", tlh = \"y\" }" + tail, "3:20 unknown-field"},
		{"no id", "name = \"Own\"" + tail, "1:1 missing-field"},
		{"no name", "id = \"own\"" + tail, "1:1 missing-field"},
		{"no criteria", head, "1:1 missing-field"},
		{"no criterion id", head + "[[criterion]]\ntitle = \"x\"", "3:3 missing-field"},
		{"no title", head + "[[criterion]]\nid = \"A-1\"", "3:3 missing-field"},
		{"empty title", head + "[[criterion]]\nid = \"A-1\"\ntitle = {}", "5:9 invalid-value"},
		{"title of a wrong kind", head + "[[criterion]]\nid = \"A-1\"\ntitle = 4", "5:9 invalid-value"},
		{"another id than the file's", "id = \"other\"\nname = \"Own\"" + tail, "1:6 invalid-value"},
		{"id with capitals", "id = \"Own\"\nname = \"Own\"" + tail, "1:6 invalid-value"},
		{"impossible criterion", head + "[[criterion]]\nid = \"A 1\"\ntitle = \"x\"", "4:6 invalid-value"},
		{"criterion that climbs", head + "[[criterion]]\nid = \"A/../1\"\ntitle = \"x\"", "4:6 invalid-value"},
		{"criterion twice", head + tail + "[[criterion]]\nid = \"A-1\"\ntitle = \"y\"", "8:6 duplicate-id"},
		{"criterion twice but for case", head + tail + "[[criterion]]\nid = \"a-1\"\ntitle = \"y\"", "8:6 duplicate-id"},
		{"criterion twice but for punctuation", head + tail + "[[criterion]]\nid = \"A.01\"\ntitle = \"y\"", "8:6 duplicate-id"},
		{"unknown group", head + tail + "group = \"B\"", "7:9 invalid-value"},
		{"unknown category", head + tail + "category = \"safety\"", "7:12 invalid-value"},
		{"no category", head + "[[category]]\nid = \"safety\"\nname = \"x\"" + tail, "7:6 missing-field"},
		{"misspelt category of a group", head + "[[category]]\nid = \"safety\"\nname = \"x\"\n[[group]]\nid = \"G\"\ntitle = \"G\"\ncategory = \"safty\"" +
			tail + "group = \"G\"", "9:12 invalid-value"},
		{"category twice", head + "[[category]]\nid = \"s\"\nname = \"x\"\n[[category]]\nid = \"s\"\nname = \"x\"" + tail + "category = \"s\"", "7:6 duplicate-id"},
		{"group twice", head + "[[group]]\nid = \"s\"\ntitle = \"x\"\n[[group]]\nid = \"s\"\ntitle = \"x\"" + tail, "7:6 duplicate-id"},
		{"impossible group", head + "[[group]]\nid = \"s s\"\ntitle = \"x\"" + tail, "4:6 invalid-value"},
		{"wrong relevance", head + tail + "relevance = \"some\"", "7:13 invalid-value"},
		{"bad expression", head + "[identifier]\nnear = ['A-(\\d+']" + tail, "4:9 invalid-value"},
		{"bad expression of an alias", head + "[[identifier.alias]]\nmatch = 'a)|(b'\nto = \"A-1\"" + tail, "4:9 invalid-value"},
		{"bad suffix", head + "identifier.suffix = '['" + tail, "3:21 invalid-value"},
		{"expression that is none", head + "identifier.suffix = 4" + tail, "3:21 invalid-value"},
		{"expression for everything", head + "[identifier]\nnear = ['A-\\d+', '.*']" + tail, "4:18 invalid-value"},
		{"alias to nowhere", head + "[[identifier.alias]]\nmatch = 'b'" + tail, "3:14 missing-field"},
		{"range from behind", head + "unlisted = { title = \"x\", ranges = [{ first = 9, last = 1 }] }" + tail, "3:37 invalid-value"},
		{"range of nothing", head + "unlisted = { title = \"x\", ranges = [4] }" + tail, "3:37 invalid-value"},
		{"range in no group", head + "unlisted = { title = \"x\", ranges = [{ first = 1, last = 9, group = \"G\" }] }" + tail, "3:68 invalid-value"},
	}
	for _, test := range tests {
		s, findings := Load(Builtin(), site("own", test.text))
		if got := places(findings); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		if s.Framework("own") == nil && s.Framework("other") == nil {
			t.Errorf("%s: the framework is lost", test.name)
		}
	}
}

func TestTakenNames(t *testing.T) {
	const other = "id = \"tsc\"\nname = \"Own\"\n[[criterion]]\nid = \"A-1\"\ntitle = \"x\"\n"
	s, findings := Load(Builtin(), site("tsc", other))
	if got := places(findings); got != "1:6 duplicate-id" || s.Find("tsc:A-1").Criterion != nil || len(s.Frameworks()) != 3 {
		t.Errorf("got %s", got)
	}
	files := []*diag.File{
		diag.NewFile("a/own.toml", []byte(strings.Replace(other, "tsc", "own", 1))),
		diag.NewFile("b/own.toml", []byte(strings.Replace(other, "tsc", "own", 1))),
	}
	slices.Reverse(files)
	_, findings = Load(Builtin(), files)
	if got := places(findings); got != "1:6 duplicate-id" || findings[0].File != "b/own.toml" || len(findings[0].Related) != 1 {
		t.Errorf("got %v", findings)
	}
}

func places(findings []diag.Finding) string {
	var out []string
	for _, f := range findings {
		out = append(out, fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.Rule))
	}
	return strings.Join(out, ", ")
}

func FuzzLoad(f *testing.F) {
	f.Add(soc1)
	f.Add("id = \"own\"\nname = \"x\"\nunlisted = { title = \"{id}\", ranges = [{ first = 1, last = 9 }] }\nidentifier.suffix = '.*'\n[[criterion]]\nid = \"1\"\ntitle = \"x\"")
	f.Fuzz(func(t *testing.T, text string) {
		file := diag.NewFile("own.toml", []byte(text))
		s, findings := Load(Builtin(), []*diag.File{file})
		for _, x := range findings {
			if x.Line < 1 || x.Column < 1 || x.Message == "" || x.File != file.Name {
				t.Errorf("%+v", x)
			}
		}
		for _, label := range []string{"A-1", "own:1", "own:12(a)", "5.1", "own:0", "own:x"} {
			s.Find(label)
			s.Looks(label)
		}
	})
}
