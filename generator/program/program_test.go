package program_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

const siteFile = `[organization]
name = "Nordan"
[site]
languages = ["en", "sv"]
[params]
days = 14
`

// build makes the program of a site, and prints its findings as "rule file:line:column message".
func build(t *testing.T, files map[string]string) (*program.Program, []string) {
	t.Helper()
	text := siteFile + files["site.toml"]
	site, findings := config.Parse("site.toml", []byte(text))
	fsys := fstest.MapFS{"content/README.md": {}}
	for name, text := range files {
		fsys["content/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	delete(fsys, "content/site.toml")
	tree, read, err := source.Read(fsys, site, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	parser := source.NewParser(site, source.NewLabels(tree.IDs(), func(string) bool { return false }))
	p, built := program.Build(site, tree, parser, func(int, int) {})
	return p, told(slices.Concat(findings, read, built))
}

func told(findings []diag.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, fmt.Sprintf("%s %s:%d:%d %s", f.Rule, strings.TrimPrefix(f.File, "content/"), f.Line, f.Column, f.Message))
	}
	slices.Sort(out)
	return out
}

func TestFindings(t *testing.T) {
	const control = "[[control]]\nid = \"AC-02\"\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"a prompt after a parameter", "controls.toml", control + `title = "T {{ org.name }} {{ fill: who }}"`,
			"unfilled-placeholder controls.toml:3:27 nobody has filled this in: who"},
		{"two prompts", "controls.toml", control + `title = "{{ fill: a }} {{ fill: b"`,
			"unfilled-placeholder controls.toml:3:10 nobody has filled this in: a; unfilled-placeholder controls.toml:3:24 nobody has filled this in: b"},
		{"another tool's syntax", "controls.toml", control + `title = "${A} {{ x | y }}"`,
			`unresolved-template controls.toml:3:10 "${A}" is the template syntax of another tool, and prints as it stands; ` +
				`unresolved-template controls.toml:3:15 "{{ x | y }}" is the template syntax of another tool, and prints as it stands`},

		{"text for rows", "controls.toml", `control = "x"`, "invalid-value controls.toml:1:11 a control is a table, not text"},
		{"one row", "controls.toml", "[control]\nid = \"AC-02\"\ntitle = \"T\"", ""},
		{"a misspelt table", "changes.toml", "[[changes]]\nid = \"A\"", `misspelt-field changes.toml:1:3 unknown table "changes"`},

		{"a key that no record has", "site.toml", "[content]\nfront_matter = { owned_by = \"ownr\", slug = \"id\" }", `invalid-config site.toml:8:29 no record has a field "ownr"`},
		{"a list of YAML", "controls/a.yml", "id: A", "unread-file controls/a.yml:1:1 this file belongs to no kind of record"},
		{"a document", "trust/documents/sbom.json", "{}", ""},
		{"a raw file", "evidence/files/a.json", "[]", ""},
		{"a translation of nothing", "controls/gone.sv.md", "---\ntitle: T\n---\n", "unread-file controls/gone.sv.md:1:1 there is no gone.md that it could translate"},
		{"a dot in a name", "controls/a.sv.md", "---\nid: A\ntitle: T\n---\n", ""},

		{"nothing occurred", "evidence/a.md", "---\nid: EV-1\ntitle: T\ncontrols: AC-02\nkind: nil\n---\n", `missing-field evidence/a.md:2:1 "statement" is missing`},
		{"a period that ends before it begins", "reports/a.md", "---\nid: R-1\ntitle: T\nperiod:\n  from: 2026-03-01\n  to: 2026-02-01\n---\n",
			"invalid-value reports/a.md:6:7 the period ends before it begins"},
		{"a period that is none", "reports/a.md", "---\nid: R-1\ntitle: T\nperiod: 2026\n---\n", `invalid-value reports/a.md:4:9 "period" takes a table, not a number`},
		{"a public disclosure", "disclosures/a.md", "---\nid: D-1\ntitle: T\nclassification: public\npublic: T\n---\n",
			"invalid-value disclosures/a.md:4:17 a disclosure is never public; invalid-value disclosures/a.md:5:1 a disclosure is never public"},
		{"a subprocessor without a name", "vendors/a.md", "---\nid: V-1\ntitle: T\nsubprocessor:\n  public: true\n---\n",
			"missing-field vendors/a.md:5:3 a vendor whose subprocessor table is public has no public title"},
		{"a field that cannot be public", "controls.toml", control + "title = \"T\"\n[control.public]\ntext = \"X\"\nfields = [\"frequency\", \"colour\"]",
			`invalid-value controls.toml:6:11 "colour" of a control cannot be public`},
		{"addresses of another sort", "vendors.toml", "[[vendor]]\nid = \"V-1\"\ntitle = \"T\"\n[vendor.subprocessor]\ncontact = \"data:text/html,x\"\ndpa_url = \"javascript:x\"\nsecurity_url = \"//example.com/\"\n",
			`invalid-value vendors.toml:5:11 "data:text/html,x" is no address that a reader could use; invalid-value vendors.toml:6:11 "javascript:x" is no address that a reader could use; ` +
				`invalid-value vendors.toml:7:16 "//example.com/" is no address that a reader could use`},
		{"an address in a file", "reports.toml", "[[report]]\nid = \"R-1\"\ntitle = \"T\"\nauditor = { name = \"A\", licence_url = \"https://example.com/\", peer_review_url = \"file:///x\" }\n",
			`invalid-value reports.toml:4:81 "file:///x" is no address that a reader could use`},
		{"a contact in words", "vendors.toml", "[[vendor]]\nid = \"V-1\"\ntitle = \"T\"\n[vendor.subprocessor]\ncontact = \"Privacy: Anna Ek, dpo@example.com\"\n", ""},
		{"a contact by mail", "vendors.toml", "[[vendor]]\nid = \"V-1\"\ntitle = \"T\"\n[vendor.subprocessor]\ncontact = \"mailto:dpo@example.com\"\n", ""},
		{"writing that turns", "trust/documents.toml", "[[document]]\nid = \"D-1\"\ntitle = \"T\"\nhow = \"ask \\u202Eus\"\n", "suspicious-character trust/documents.toml:4:7 U+202E turns the direction of writing"},
		{"a command", "trust/documents.toml", "[[document]]\nid = \"D-1\"\ntitle = \"T\"\nhow = \"ask \\u001b[31mus\"\n", "suspicious-character trust/documents.toml:4:7 U+001B is a control character, which nobody sees"},
		{"a command in a title", "trust/documents.toml", "[[document]]\nid = \"D-1\"\ntitle = \"a \\u001b[31mb\"\n", "suspicious-character trust/documents.toml:3:9 this title holds the invisible character U+001B"},
		{"a title that turns", "trust/documents.toml", "[[document]]\nid = \"D-1\"\ntitle = \"a \\u202Eb\"\n", "suspicious-character trust/documents.toml:3:9 this title holds the invisible character U+202E"},
		{"a subprocessor with a name", "vendors/a.md", "---\nid: V-1\ntitle: T\npublic: {title: T}\nsubprocessor:\n  public: true\n---\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := build(t, map[string]string{c.file: c.text})
			if got := strings.Join(findings, "; "); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestIncomplete(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		want             bool
	}{
		{"rows", "changes.toml", "[[change]]\nid = \"A\"\ntitle = \"T\"", false},
		{"a misspelt table", "changes.toml", "[[changes]]\nid = \"A\"", true},
		{"an unknown table", "changes.toml", "[[alteration]]\nid = \"A\"", true},
		{"text for rows", "changes.toml", "change = \"A\"", true},
		{"no id", "changes/a.md", "---\ntitle: T\n---\n", true},
		{"an id under another key", "changes/a.md", "---\nidentifier: A\ntitle: T\n---\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := build(t, map[string]string{c.file: c.text, "site.toml": "[content]\nfront_matter = { identifier = \"id\" }"})
			if got := p.Incomplete(program.KindNamed("change")); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// TestParametersKnowTheirField names the key that holds a parameter: in a table, under a key of another tool, in a translation.
func TestParametersKnowTheirField(t *testing.T) {
	p, findings := build(t, map[string]string{
		"site.toml":            "[content]\nfront_matter = { named = \"title\" }",
		"controls/AC-02.md":    "---\nid: AC-02\nnamed: T {{ params.days }}\npublic: {text: T, id: \"A{{ params.days }}\"}\n---\n",
		"controls/AC-02.sv.md": "---\ntitle: S {{ params.days }}\n---\n",
	})
	var got []string
	for _, param := range p.Controls[0].Params {
		got = append(got, param.Field)
	}
	if s := strings.Join(got, " "); s != "title public.id title" || len(findings) > 0 {
		t.Errorf("got %s %v", s, findings)
	}
}

// TestHostileField reads a plain value in which much opens and nothing closes; it may not take long.
func TestHostileField(t *testing.T) {
	for _, piece := range []string{"{{ ", "{{ fill: ", "{% ", "{{ org.name }} "} {
		build(t, map[string]string{"controls.toml": "[[control]]\nid = \"AC-02\"\ntitle = \"" + strings.Repeat(piece, 200_000/len(piece)) + "\"\n"})
	}
}

// What looks like a translation and cannot be one is not lost: it is a record of its own, or a finding.
func TestTranslationsOfOtherLanguages(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"a register of two dots", "controls/aws.iam.toml", "[[control]]\nid = \"AC-9\"\ntitle = \"T\"\n", ""},
		{"a file of two dots", "controls/b.dr.md", "---\nid: AC-9\ntitle: T\n---\n", ""},
		{"another language", "controls/b.de.md", "---\ntitle: T\n---\n", `unread-file controls/b.de.md:1:1 "de" is no further language of the site`},
		{"the first language", "controls/b.en.md", "---\ntitle: T\n---\n", `unread-file controls/b.en.md:1:1 "en" is no further language of the site`},
		{"a field that the kind has not", "controls/b.sv.md", "---\ntext: T\n---\n", `unknown-field controls/b.sv.md:2:1 unknown key "text"`},
		{"a public id", "controls/b.sv.md", "---\npublic: { text: T, id: X }\n---\n", `unknown-field controls/b.sv.md:2:20 unknown key "id"`},
	} {
		p, findings := build(t, map[string]string{"controls/b.md": "---\nid: AC-8\ntitle: T\n---\n", c.file: c.text})
		if got := strings.Join(findings, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
		if c.want == "" && len(p.Controls) != 2 {
			t.Errorf("%s: %d controls", c.name, len(p.Controls))
		}
	}
}

// A text is translated once.
func TestTranslationsStandOnce(t *testing.T) {
	_, findings := build(t, map[string]string{
		"cuecs.toml":    "[[cuec]]\nid = \"C-1\"\ntext = \"A\"\n",
		"cuecs.sv.toml": "[[cuec]]\nid = \"C-1\"\ntext = \"B\"\n[[cuec]]\nid = \"C-1\"\ntext = \"C\"\n",
	})
	if got, want := strings.Join(findings, "; "), `duplicate-id cuecs.sv.toml:4:3 C-1 is translated into "sv" twice`; got != want {
		t.Errorf(" got %s\nwant %s", got, want)
	}
}

// The file of a document is what is handed out; it may be described as well.
func TestADocumentHasAFileAndABody(t *testing.T) {
	p, findings := build(t, map[string]string{"trust/documents.toml": "[[document]]\nid = \"DOC-NDA\"\ntitle = \"Agreement\"\nfile = \"nda.txt\"\nbody = \"Two pages.\"\n"})
	if len(findings) > 0 {
		t.Fatalf("findings: %q", findings)
	}
	if d := p.Documents[0]; d.Source != "nda.txt" || d.Body.Empty() {
		t.Errorf("file %q, body empty: %t", d.Source, d.Body.Empty())
	}
}

// A public id is an id, and nobody else's.
func TestPublicIDs(t *testing.T) {
	const two = "[[control]]\nid = \"AC-1\"\ntitle = \"T\"\n[[control]]\nid = \"AC-2\"\ntitle = \"T\"\npublic = { text = \"X\", id = "
	for text, want := range map[string]string{
		two + "\"ac-1\" }": `duplicate-id controls.toml:7:29 two records have the id "ac-1"`,
		two + "\"AC-2\" }": "",
		two + "\"A\", former_ids = [\"B\", \"../x\"] }": `invalid-id controls.toml:7:53 "../x" cannot be an id`,
		two + "\"a b\" }": `invalid-id controls.toml:7:29 "a b" cannot be an id`,
	} {
		if _, findings := build(t, map[string]string{"controls.toml": text}); strings.Join(findings, "; ") != want {
			t.Errorf(" got %s\nwant %s", findings, want)
		}
	}
}

// A register beside a register holds its rows in another language, each under its id.
func TestRegistersAreTranslated(t *testing.T) {
	p, findings := build(t, map[string]string{
		"cuecs.toml":    "[[cuec]]\nid = \"CUEC-1\"\ntext = \"Keep it\"\npublic = \"Keep it\"\n",
		"cuecs.sv.toml": "[[cuec]]\nid = \"cuec-1\"\ntitle = \"Eget id\"\npublic = \"Behåll den\"\n[[cuec]]\nid = \"CUEC-2\"\n[[cuec]]\ntitle = \"Vems?\"\n",
	})
	want := []string{`missing-field cuecs.sv.toml:7:3 this translation has no id`, `unknown-record cuecs.sv.toml:6:6 there is no cuec "CUEC-2" to translate`}
	if !slices.Equal(findings, want) {
		t.Errorf("findings\n%q\nwant\n%q", findings, want)
	}
	if len(p.CUECs) != 1 {
		t.Fatalf("%d records", len(p.CUECs))
	}
	sv := p.CUECs[0].Translations["sv"]
	if sv == nil || sv.Title != "Eget id" || !strings.Contains(sv.Public.Text.HTML, "Behåll den") {
		t.Errorf("the translation is %+v", sv)
	}
}
