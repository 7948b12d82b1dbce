package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"trustpress/generator/check"
	"trustpress/generator/diag"
)

// policy is a policy with a text of its own, as a file of an archive.
func policy(text string) string {
	return "-- content/policies/passwords.md --\n---\nid: POL-PW\ntitle: Passwords\n---\n" + text + "\n"
}

// keys is a policy with keys of its own.
func keys(lines string) string {
	return "-- content/policies/passwords.md --\n---\nid: POL-PW\n" + lines + "\n---\nPasswords are long.\n"
}

// TestReading breaks the rules of reading and binding in the ways that their examples do not show. Each gives one finding.
func TestReading(t *testing.T) {
	for _, test := range []struct{ name, files, want, hint string }{
		{"nothing", policy("Nothing is wrong."), "", ""},

		{"a blank in a title", keys("title: Passwords of [Company Name]"), "unfilled-placeholder 3:21", ""},
		{"a prompt in a field", keys("title: Passwords\nversion: \"{{ fill: which? }}\""), "unfilled-placeholder 4:11", ""},
		{"a prompt that never closes", keys("title: \"Passwords {{ fill: of whom\""), "unfilled-placeholder 3:19", ""},
		{"a prompt without quotation marks", keys("title: Passwords {{ fill: of whom }}"), "invalid-front-matter 3:1", "quotation marks"},
		{"a parameter that never closes", keys("title: Passwords of {{ org.name }"), "unresolved-template 3:21", ""},
		{"a parameter that is not there", keys("title: Passwords of {{ org.nam }}"), "unknown-parameter 3:21", "org.name"},
		{"a former id that cannot be one", keys("title: Passwords\nformer_ids: [POL-1, ../x]"), "invalid-id 4:21", ""},
		{"a former id of the record itself", keys("title: Passwords\nformer_ids: pol-pw"), "path-collision 4:13", ""},
		{"a former id twice in a list", keys("title: Passwords\nformer_ids: [POL-1, POL-1]"), "", ""},
		{"an id that is a device of Windows", "-- content/controls.toml --\n[[control]]\nid = \"AUX\"\ntitle = \"A\"\n", "invalid-id 2:6", ""},
		{"a public id that is a page of ours", keys("title: Passwords\npublic: { id: index.html, text: Long. }"), "invalid-id 4:15", ""},
		{"a former id that is a file of ours", keys("title: Passwords\nformer_ids: [sha256sums]"), "invalid-id 4:14", ""},
		{"an id of a thousand letters", keys("title: Passwords\nformer_ids: [A" + strings.Repeat("b", 1000) + "]"), "invalid-id 4:14", ""},
		{"a public former id that is another's public id", keys("title: Passwords\npublic: { id: P-1, text: Long. }") +
			"-- content/policies/b.md --\n---\nid: POL-B\ntitle: B\npublic: { text: B, former_ids: [P-2, p-1] }\n---\n", "path-collision 4:38", ""},
		{"a public former id that is a public record's id", keys("title: Passwords\nclassification: public") +
			"-- content/policies/b.md --\n---\nid: POL-B\ntitle: B\npublic: { text: B, former_ids: POL-PW }\n---\n", "path-collision 4:32", ""},
		{"a public former id of two", keys("title: Passwords\npublic: { text: Long., former_ids: [P-0] }") +
			"-- content/policies/b.md --\n---\nid: POL-B\ntitle: B\npublic: { text: B, former_ids: [P-0] }\n---\n", "path-collision 4:37", ""},
		{"a former id of a public record that is another's public id", keys("title: Passwords\npublic: { id: P-1, text: Long. }") +
			"-- content/policies/b.md --\n---\nid: POL-B\ntitle: B\nclassification: public\nformer_ids: [P-1]\n---\nText.\n", "path-collision 5:14", ""},
		{"a former id of a public record itself", keys("title: Passwords\nclassification: public\nformer_ids: [POL-PW]"), "path-collision 5:14", ""},
		{"a public former id that is a hidden record's id", keys("title: Passwords") +
			"-- content/policies/b.md --\n---\nid: POL-B\ntitle: B\npublic: { text: B, former_ids: [POL-PW] }\n---\n", "", ""},
		{"a bare reference from everybody's text to evidence", keys("title: Passwords\npublic: As [EV-1] shows.") +
			"-- content/evidence.toml --\n[[evidence]]\nid = \"EV-1\"\ntitle = \"T\"\nkind = \"nil\"\nstatement = \"None.\"\nclassification = \"public\"\n" +
			"collected_at = 2026-03-01T09:00:00Z\ncollected_by = \"PER-anna\"\ncontrols = [\"C-1\"]\n-- content/controls.toml --\n[[control]]\nid = \"C-1\"\ntitle = \"T\"\n", "public-refers-to-private 4:13", ""},
		{"an id in other letters", keys("title: Passwords") + "-- content/controls.toml --\n[[control]]\nid = \"pol-pw\"\ntitle = \"A\"\n", "duplicate-id 2:5", ""},
		{"an empty file", "-- content/policies/passwords.md --\n", "missing-field 1:1", "id, title"},
		{"no front matter", "-- content/policies/passwords.md --\nText.\n", "missing-field 1:1", "id, title"},
		{"a README", "-- content/policies/README.md --\nHow to write a policy.\n", "", ""},
		{"a README in capitals", "-- content/policies/README.MD --\nHow to write a policy.\n", "", ""},
		{"another ending", "-- content/policies/passwords.markdown --\n---\nid: POL-PW\n---\n", "unread-file 1:1", ".md"},
		{"a site file with another spelling", "-- site.toml --\n[organisation]\nname = \"A\"\n", "invalid-config 1:2", `"organization"`},
		{"a link in other letters", policy("[access](Access.md)"), "broken-link 5:1", `"access.md"`},
		{"an empty title", keys("title:"), "missing-field 3:1", ""},
		{"a misspelt title", keys("titel: Passwords"), "misspelt-field 3:1", `"title"`},

		{"a link with a label of its own", policy("[POL-AC]: access.md"), "broken-link 5:1", ""},
		{"a target on an identifier", policy("As [POL-AC](yearly) says."), "broken-link 5:4", "space before the parenthesis"},
		{"a link to a folder above", policy("[all](../../..)"), "unsafe-path 5:1", ""},
		{"a link that begins with a slash", policy("[access](/policies/access.md#leavers)"), "", ""},
		{"a link without its ending", policy("[access](access#leavers)"), "", ""},
		{"a link to the site file", policy("[site](../../site.toml)"), "vanished-html 5:1", ""},
		{"a link to a heading of this page", policy("[below](#what)\n\n## What"), "", ""},
		{"a link to no heading of this page", policy("[below](#who)\n\n## What"), "broken-anchor 5:1", "#what"},
		{"a link to no heading of another page", policy("[access](access.md#joiner)"), "broken-anchor 5:1", "#joiners"},
		{"a heading of a criterion", policy("As [CC6.1#a] says."), "broken-anchor 5:5", ""},
		{"an image that is not there", policy("![flow](flow.png)"), "broken-link 5:1", ""},
		{"an image of an identifier", policy("![POL-AC]"), "wrong-kind 5:3", ""},
		{"a record that is not there", policy("As [POL-X] says."), "unknown-record 5:5", ""},
		{"public text about a record that cannot be read", keys("title: Passwords\npublic: As [the vendor][VEN-Q] says.") +
			"-- content/vendors.toml --\n[[vendor]]\nid = \"VEN-Q\"\nreview_every = 12 months\n[vendor.public]\ntext = \"A vendor.\"\n", "invalid-front-matter 3:19", ""},
		{"text that is no reference", policy("As [RFC-2119] and [1] say."), "", ""},
		{"a column of the service auditor", keys("title: Passwords\ntest-results: pass"), "unknown-field 4:1", "service auditor's"},
		{"a key that nobody knows", keys("title: Passwords\ndepartment: Finance"), "unknown-field 4:1", ""},
		{"an owner that is not there", keys("title: Passwords\nowner: PER-ana"), "unknown-record 4:8", `"PER-anna"`},
		{"an owner by role", keys("title: Passwords\nowner: head of security"), "", ""},
		{"a criterion as an owner", keys("title: Passwords\nowner: CC6.1"), "wrong-kind 4:8", ""},
		{"a record as a criterion", keys("title: Passwords\ncriteria: [POL-AC]"), "wrong-kind 4:12", ""},
		{"a criterion of no framework", keys("title: Passwords\ncriteria: [\"tcs:CC6.1\"]"), "unknown-criterion 4:12", ""},
		{"a group as a criterion", keys("title: Passwords\ncriteria: CC6"), "heading-as-criterion 4:11", ""},
		{"a clause without its framework", keys("title: Passwords\ncriteria: [\"5.1\"]"), "unknown-criterion 4:12", ""},
		{"a criterion in prose", policy("As [CC6.99] asks."), "unknown-criterion 5:5", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			found := run(t, lay(check.Find("TP001").Beneath(), test.files))
			got, hint := "", ""
			for _, f := range found {
				got, hint = fmt.Sprintf("%s %d:%d", f.Rule, f.Line, f.Column), f.Hint
			}
			if len(found) > 1 || got != test.want {
				t.Errorf("want %s, got\n%s", test.want, listing(found))
			}
			if !strings.Contains(hint, test.hint) {
				t.Errorf("the hint %q does not speak of %s", hint, test.hint)
			}
		})
	}
}

// TestScope asks which references are out of scope.
func TestScope(t *testing.T) {
	const site = `-- site.toml --
as_of = 2026-09-30
[organization]
name = "Nordan Ledger AB"
[audit]
type = 2
period_from = 2025-10-01
period_to = 2026-09-30
stage = "readiness"
categories = [%s]
[frameworks]
in_scope = [%s]
-- content/controls.toml --
[[control]]
id = "AC-02"
title = "Access is reviewed"
criteria = [%s]
`
	for _, test := range []struct{ name, categories, frameworks, criteria, want string }{
		{"in scope", `"security"`, `"tsc"`, `"CC6.1"`, ""},
		{"another category", `"security"`, `"tsc"`, `"A1.2"`, `"availability"`},
		{"that category", `"availability"`, `"tsc"`, `"A1.2", "CC6.1"`, ""},
		{"another framework", `"security"`, `"tsc"`, `"A.5.15"`, `"iso27001"`},
		{"that framework", `"security"`, `"tsc", "iso27001"`, `"A.5.15"`, ""},
		{"a part of an article", `"security"`, `"tsc", "gdpr"`, `"gdpr:32(1)(b)"`, ""},
		{"an article that asks nothing", `"security"`, `"tsc", "gdpr"`, `"gdpr:4"`, ""},
		{"an article of a law that is not in scope", `"security"`, `"tsc"`, `"gdpr:4"`, `"gdpr"`},
		{"a scope that cannot be read", `"security"`, `"tsc", "iso2701"`, `"A.5.15"`, ""},
		{"a category that cannot be read", `"securty"`, `"tsc"`, `"A1.2"`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			hint := ""
			for _, f := range run(t, lay(fmt.Sprintf(site, test.categories, test.frameworks, test.criteria))) {
				if f.Rule == "out-of-scope-criterion" {
					hint += f.Hint
				}
			}
			if test.want == "" && hint != "" || !strings.Contains(hint, test.want) {
				t.Errorf("got the hint %q, want one with %s", hint, test.want)
			}
		})
	}
}

// Evidence that does not fall in the period is told of in the terms of the report: one day as a day, and of Type 1 the days before its date.
func TestEvidenceOutsideThePeriod(t *testing.T) {
	rule := check.Find("evidence-outside-period")
	site, _, _ := strings.Cut(rule.Beneath(), "-- content/")
	type1 := strings.NewReplacer("type = 2", "type = 1", "period_from = 2025-10-01\nperiod_to", "as_of").Replace(site)
	const one, span = "occurred_on = 2024-03-31", "covers = { from = 2024-01-01, to = 2024-03-31 }"
	for _, test := range []struct{ files, dated, want string }{
		{type1, one, "no evidence of AC-02 in the 30 days up to 2026-09-30"},
		{"", one, "2024-03-31 does not fall in the period 2025-10-01 to 2026-09-30"},
		{"", span, "2024-01-01 to 2024-03-31 does not fall in the period 2025-10-01 to 2026-09-30"},
		{type1, one, "2024-03-31 does not fall in the 30 days up to 2026-09-30"},
	} {
		row := "-- content/evidence.toml --\n[[evidence]]\nid = \"EV-1\"\ntitle = \"A\"\ncontrols = [\"AC-02\"]\nkind = \"attestation\"\n" +
			"collected_at = 2024-04-01T10:00:00Z\ncollected_by = \"PER-anna\"\n" + test.dated + "\n"
		found := run(t, lay(rule.Beneath(), test.files+row))
		if !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Message == test.want }) {
			t.Errorf("want %q, got\n%s", test.want, listing(found))
		}
	}
}
