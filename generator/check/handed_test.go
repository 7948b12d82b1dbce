package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"trustpress/generator/check"
)

// TestHanded holds what is handed to a service auditor against what is hers, and against what can be measured: one finding for one slip,
// at the words' own place, in every form in which a text can stand.
func TestHanded(t *testing.T) {
	const (
		control = "-- content/controls/AC-02.md --\n---\nid: AC-02\ntitle: %s\nowner: PER-anna\ncriteria: [GO1, GO2]\npolicies: [POL-AC]\nfrequency: [annual]\n%s---\n%s\n"
		section = "-- content/description/one.md --\n---\nsection: DC1\n%s---\n%s\n"
		deny    = "-- content/deficiencies.toml --\n[[deficiency]]\nid = \"DEF-1\"\ntitle = \"A late review\"\n"
		ask     = "-- content/requests.toml --\n[[request]]\nid = \"REQ-1\"\ntitle = \"Leavers\"\n"
		vendor  = "-- content/vendors.toml --\n[[vendor]]\nid = \"VEN-1\"\ntitle = \"Hall AB\"\n"
		assert  = "-- content/statements.toml --\n[[statement]]\nid = \"STM-1\"\ntitle = \"A\"\nabout = \"%s\"\nstatement = \"%s\"\n"
		swedish = "-- site.toml --\nas_of = 2026-09-30\n[site]\nlanguages = [\"en\", \"sv\"]\n[organization]\nname = \"A\"\n[audit]\ntype = 2\nperiod_from = 2025-10-01\nperiod_to = 2026-09-30\n[frameworks]\nin_scope = [\"goals\"]\n"
	)
	for _, test := range []struct{ name, files, want string }{
		{"a body", fmt.Sprintf(control, "A", "", "Lists are compared.\n\n- **No exceptions** noted."), "auditor-owned-text AC-02.md:11:5"},
		{"a title", fmt.Sprintf(control, "Control operated effectively", "", "A."), "auditor-owned-text AC-02.md:3:16"},
		{"a heading", fmt.Sprintf(control, "A", "", "## Tests of controls\n\nNone."), "auditor-owned-text AC-02.md:9:4"},
		{"the row of a table", fmt.Sprintf(control, "A", "", "| a | b |\n|---|---|\n| AC-02 | no exceptions |"), "auditor-owned-text AC-02.md:11:11"},
		{"a public text", fmt.Sprintf(control, "A", "public: In our opinion, controls were suitably designed.\n", "A."), "auditor-owned-text AC-02.md:8:9"},
		{"a public text that is loose too", fmt.Sprintf(control, "A", "public: No exceptions were noted in the audit.\n", "A."), "auditor-owned-text AC-02.md:8:9"},
		{"a public text that is forbidden too", fmt.Sprintf(control, "A", "public: We passed our SOC 2 audit.\n", "A."), "forbidden-claim AC-02.md:8:12"},
		{"a translation", swedish + fmt.Sprintf(control, "A", "", "A.") + "-- content/controls/AC-02.sv.md --\n---\ntitle: B\n---\nVi har testat kontrollen.\n", "auditor-owned-text AC-02.sv.md:4:1"},
		{"the cell of a row", deny + "response = \"Mended. We inspected a sample of 25 changes.\"\n", "auditor-owned-text deficiencies.toml:4:21"},
		{"several lines of a row", deny + "body = \"\"\"\nMended.\n\nInga avvikelser\nhar noterats.\n\"\"\"\n", "auditor-owned-text deficiencies.toml:7:1"},
		{"a reason in the site file", strings.Replace(swedish, "[frameworks]", "[[audit.not_applicable]]\ncriterion = \"GO2\"\nreason = \"In our opinion, controls are effective without it.\"\n[frameworks]", 1), "auditor-owned-text site.toml:12:11"},
		{"an answer", ask + "body = \"Test result: pass\"\n", "auditor-owned-text requests.toml:4:9"},
		{"twice in one sentence", fmt.Sprintf(control, "A", "", "We inspected a sample of 25 and noted no exceptions."), "auditor-owned-text AC-02.md:9:33"},

		{"what the service auditor asks", ask + "request = \"Inspected a sample of 25 changes to determine whether they were reviewed.\"\ncomment = \"No exceptions noted.\"\n", ""},
		{"the opinion of a vendor", vendor + "body = \"Its controls operated effectively, and the opinion is unqualified.\"\nreports = [{ type = \"SOC 2\", opinion = \"unqualified opinion\" }]\n", ""},
		{"an assertion", fmt.Sprintf(assert, "assertion", "The controls were suitably designed and operated effectively throughout the period, in all material respects."), ""},
		{"an assertion that is an opinion", fmt.Sprintf(assert, "assertion", "In our opinion, the controls operated effectively."), "auditor-owned-text statements.toml:5:14"},
		{"another statement", fmt.Sprintf(assert, "operation", "All controls operated effectively."), "auditor-owned-text statements.toml:5:27"},
		{"a nil statement", fmt.Sprintf(assert, "operation", "We know of no case in which a control did not operate effectively."), ""},
		{"a policy", "-- content/policies/b.md --\n---\nid: POL-B\ntitle: B\n---\nReviewers write that no exceptions were noted.\n", ""},
		{"an opinion of a report", reports("kind = \"soc2\"\ntype = 2\nopinion = \"unqualified\"\nbody = \"The opinion is unqualified; no exceptions noted.\""), ""},

		{"a description", fmt.Sprintf(section, "", "The service keeps books.\nIt is world-leading."), "unmeasurable-claim one.md:5:7"},
		{"a description of all of a framework", fmt.Sprintf(section, "", "The service is fully compliant with ISO 27001."), "unmeasurable-claim one.md:4:13"},
		{"a description that everybody reads", fmt.Sprintf(section, "public: It is world-leading.\n", "A."), "unmeasurable-claim one.md:3:15"},
		{"an aim", fmt.Sprintf(section, "", "The review ensures that leavers lose their access."), ""},
		{"a statement", fmt.Sprintf(assert, "fraud", "We guarantee that there was none."), "unmeasurable-claim statements.toml:5:17"},
		{"a commitment", "-- content/commitments.toml --\n[[commitment]]\nid = \"CMT-1\"\ntitle = \"World-class security\"\n", "unmeasurable-claim commitments.toml:3:10"},
		{"a promise in a control", fmt.Sprintf(control, "A", "", "Backups are world-class."), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range run(t, lay(check.Find("auditor-owned-text").Beneath(), test.files)) {
				if slices.Contains([]string{"auditor-owned-text", "unmeasurable-claim", "loose-claim", "forbidden-claim"}, f.Rule) {
					got = append(got, fmt.Sprintf("%s %s:%d:%d", f.Rule, f.File[strings.LastIndexByte(f.File, '/')+1:], f.Line, f.Column))
				}
			}
			if strings.Join(got, ", ") != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Without an audit nothing is handed to anybody.
func TestNothingIsHanded(t *testing.T) {
	holdsAgainst(t, "-- content/deficiencies.toml --\n[[deficiency]]\nid = \"DEF-1\"\ntitle = \"A\"\nbody = \"No exceptions noted.\"\n", "")
}
