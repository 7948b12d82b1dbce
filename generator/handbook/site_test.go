package handbook_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/handbook"
	"trustpress/generator/theme"
	"trustpress/templates"
	"trustpress/themes"
)

// small is a site in which something is missing, something is confidential, and every way of referring is used.
func small() fstest.MapFS {
	site := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.toml": `as_of = 2026-06-30
[organization]
name = "Exempel & Co"
[site]
languages = ["en"]
[audit]
type = 2
period_from = 2026-01-01
period_to = 2026-12-31
categories = ["security"]
[[audit.not_applicable]]
criterion = "CC6.5"
reason = "There are no disks."
[frameworks]
in_scope = ["tsc"]
`,
		"content/policies/access.md": `---
id: POL-AC
title: Access <control>
description: Who gets in. See [AC-01].
owner: PER-1
version: "2"
status: approved
approved_by: The board
approved_on: 2026-01-02
effective_on: 2026-01-03
review_every: 12 months
criteria: [CC6.1, "gdpr:32(1)(b)"]
changelog:
  - {version: "2", date: 2026-01-02, summary: First & last}
---
# Ändringar

As [AC-01] says, and [the hidden one][AC-09], and [AC-09], and [CC6.1], and [below](#ändringar-1), and
[the plan](../notes/plan.txt), and ![a drawing](../notes/flow.png). An address: <https://example.com/x>.

## Ändringar

| a | b |
|---|--:|
| [RISK-1] | 2 |

- [x] done

` + "```go\nfunc main() {}\n```\n" + `
## Third

[The whole control][AC-01#how], ` + "`[AC-01]`" + ` in code.[^1]

[^1]: A note on [VEN-1].
`,
		"content/notes/plan.txt": "plan",
		"content/notes/flow.png": "png",
		"content/controls/AC-01.md": `---
id: AC-01
title: Access is approved
owner: PER-1
criteria: [CC6.1]
policies: [POL-AC#ändringar-1]
frequency: [quarterly]
type: preventive
mode: manual
risks: [RISK-1]
systems: [One, Two]
public: Access is approved before it is given.
---
Text.

## How

More.
`,
		"content/controls/AC-09.md": `---
id: AC-09
title: Hidden title of a control
classification: confidential
owner: PER-2
criteria: [CC6.2]
policies: [POL-AC]
frequency: [quarterly]
---
Hidden text of a control, see [POL-AC], [gdpr:33] and [gdpr:32(1)(b)].
`,
		"content/controls/VM-01.md": `---
id: VM-01
title: Vendors are watched
owner: PER-1
criteria: [CC9.2]
policies: [POL-AC]
frequency: [event]
---
Text.
`,
		"content/risks.toml": `[[risk]]
id = "RISK-1"
title = "Hidden title of a risk"
controls = ["AC-01"]
`,
		"content/people.toml": `[[person]]
id = "PER-1"
name = "Anna Å"
role = "Lead"
emails = ["hidden@example.com"]
description = "Hidden words on a person, see [POL-AC]."
body = "Hidden text on a person."
public = "Hidden statement on a person."
[[person]]
id = "PER-2"
name = "Hidden Person"
classification = "confidential"
`,
		"content/vendors.toml": `[[vendor]]
id = "VEN-1"
title = "Halls AB"
owner = "PER-1"
website = "https://halls.example/"
[vendor.subservice]
method = "carve-out"
monitored_by = ["VM-01"]
[[vendor.subservice.csocs]]
criteria = ["CC6.4"]
text = "Halls are locked."
`,
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

func compile(t testing.TB, site fs.FS) *audience.Edition {
	t.Helper()
	edition, err := generator.Compile(site, generator.Options{Commit: "0123abc"})
	if err != nil {
		t.Fatal(err)
	}
	return edition
}

// pages writes every file of the handbook of a site.
func pages(t testing.TB, site fs.FS) map[string]string {
	t.Helper()
	look, err := theme.Load(nil, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range handbook.Write(audience.ForStaff(compile(t, site)), nil, nil, look).Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		out[f.Path] = b.String()
	}
	return out
}

// named is the small site with frameworks of its own, whose ids are those of parts of a page.
func named() fstest.MapFS {
	site := small()
	settings := string(site["site.toml"].Data)
	for _, id := range []string{"main", "pictures", "in"} {
		site["content/frameworks/"+id+".toml"] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"id = %q\nname = \"Own %s\"\n[[group]]\nid = \"tsc\"\ntitle = \"Own\"\n[[criterion]]\nid = \"OWNS-%s\"\ngroup = \"tsc\"\ntitle = \"Own\"\n",
			id, id, strings.ToUpper(id))}
	}
	site["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(settings, `["tsc"]`, `["tsc", "main", "pictures", "in"]`, 1))}
	return site
}

// sites are the small site, one with odd names and the example company.
func sites(t testing.TB) map[string]map[string]string {
	return map[string]map[string]string{"small": pages(t, small()), "named": pages(t, named()), "example": pages(t, os.DirFS("../.."))}
}

// shows fails unless a page holds each text, in this order.
func shows(t *testing.T, page string, texts ...string) {
	t.Helper()
	rest := page
	for _, text := range texts {
		i := strings.Index(rest, text)
		if i < 0 {
			t.Errorf("%q is not there, or not in its place, in\n%s", text, page)
			return
		}
		rest = rest[i+len(text):]
	}
}
