package check_test

import (
	"fmt"
	"strings"
	"testing"

	"trustpress/generator/approval"
	"trustpress/generator/check"
)

// governed is the policy of the small sites with keys of its own.
func governed(keys string) string {
	return "-- content/policies/access.md --\n---\nid: POL-AC\ntitle: Access\n" + keys + "---\nLeavers lose their access.\n"
}

// approvals is a register, of which a test gives each text, version and day: "Leavers lose their access. | 1.0 | 2026-01-15".
func approvals(rows ...string) string {
	var b strings.Builder
	b.WriteString("-- content/approvals.toml --\n")
	for _, row := range rows {
		f := strings.Split(row, " | ")
		fmt.Fprintf(&b, "[[approval]]\npolicy = \"POL-AC\"\nversion = %q\nsha256 = %q\nby = \"PER-anna\"\non = %s\n\n", f[1], approval.Digest(approval.Words("Access", "", f[0], nil)), f[2])
	}
	return b.String()
}

// TestApprovals holds approvals against the rules about them, in the ways that their examples do not show. One root cause gives one
// finding.
func TestApprovals(t *testing.T) {
	const now = "Leavers lose their access."
	for _, test := range []struct{ name, files, want string }{
		{"nobody speaks of approval", governed(""), ""},

		{"a status claims it", governed("status: approved\n"), "unbound-approval 4:9"},
		{"a status and a person", governed("status: approved\napproved_by: Anna\n"), "unbound-approval 5:14"},
		{"a claim of what is retired", governed("status: retired\napproved_by: Anna\n"), ""},
		{"a claim and a record", governed("status: approved\napproved_on: 2026-01-10\n") + approvals(now+" | 1.0 | 2026-01-15"), ""},
		{"a claim of a later approval", governed("approved_on: 2026-02-10\n") + approvals(now+" | 1.0 | 2026-01-15"), "unbound-approval 4:14"},
		{"a claim, and the record is of another text", governed("approved_on: 2026-02-10\n") + approvals("Nothing. | 1.0 | 2026-01-15"), "changed-since-approval 2:1"},

		{"a draft of what was approved", governed("status: draft\n") + approvals("Nothing. | 1.0 | 2026-01-15"), "changed-since-approval 2:1"},
		{"another text of what is retired", governed("status: retired\n") + approvals("Nothing. | 1.0 | 2026-01-15"), ""},
		{"the approved text of before comes back", governed("") + approvals(now+" | 1.0 | 2026-01-15", "Nothing. | 1.1 | 2026-02-15"), "changed-since-approval 2:1"},

		{"in force from the day of the approval", governed("effective_on: 2026-01-15\n") + approvals(now+" | 1.0 | 2026-01-15"), ""},
		{"in force from the day before", governed("effective_on: 2026-01-14\n") + approvals(now+" | 1.0 | 2026-01-15"), "effective-before-approval 4:15"},
		{"in force between two approvals", governed("effective_on: 2026-02-01\n") + approvals(now+" | 1.0 | 2026-01-15", now+" | 1.0 | 2026-03-15"), ""},
		{"a draft in force before", governed("status: draft\neffective_on: 2026-01-01\n") + approvals(now+" | 1.0 | 2026-01-15"), ""},
		{"retired, in force before", governed("status: retired\neffective_on: 2026-01-01\n") + approvals(now+" | 1.0 | 2026-01-15"), ""},

		{"one version of one text", governed("") + approvals(now+" | 1.0 | 2026-01-15", now+" | 1.0 | 2026-03-15"), ""},
		{"one version of two texts", governed("") + approvals("Nothing. | 1.0 | 2026-01-15", now+" | 1.0 | 2026-03-15"), "version-not-raised 10:11"},
		{"one version, written otherwise", governed("") + approvals("Nothing. | 1.0 | 2026-01-15", now+" | v1-0 | 2026-03-15"), "version-not-raised 10:11"},
		{"a version of two years ago, once more", governed("") + approvals("Nothing. | 1.0 | 2024-01-15", now+" | 1.1 | 2025-01-15", now+" | 1.0 | 2026-03-15"), "version-not-raised 17:11"},
		{"two texts of long ago under one version", governed("") + approvals("One. | 1.0 | 2024-01-15", "Two. | 1.0 | 2024-02-15", now+" | 1.1 | 2026-03-15"), ""},
		{"no version at all", governed("") + approvals("One. |  | 2024-01-15", now+" |  | 2026-03-15"), ""},

		{"a day that is none", governed("approved_by: Anna\n") + approvals(now+" | 1.0 | \"soon\""), "invalid-value 6:6"},
		{"a digest that is none", governed("approved_by: Anna\n") + strings.Replace(approvals(now+" | 1.0 | 2026-01-15"), "sha256 = \"", "sha256 = \"x", 1), "invalid-value 4:10"},
		{"no digest", governed("approved_by: Anna\n") + strings.Replace(approvals(now+" | 1.0 | 2026-01-15"), "sha256", "# ", 1), "missing-field 1:3"},
		{"of a policy that nobody knows", governed("approved_by: Anna\n") + strings.Replace(approvals(now+" | 1.0 | 2026-01-15"), "POL-AC", "POL-AX", 1), "unknown-record 2:10"},
	} {
		t.Run(test.name, func(t *testing.T) { holdsAgainst(t, test.files, test.want) })
	}
}

// TestVersionGaps holds the days of an audit against the approvals, in the ways that the example does not show.
func TestVersionGaps(t *testing.T) {
	const now = "Leavers lose their access."
	type1 := func() string {
		site, _, _ := strings.Cut(check.Find("policy-version-gap").Beneath(), "-- content/")
		return strings.NewReplacer("type = 2", "type = 1\ntype1_window_days = 365", "period_from = 2025-10-01\nperiod_to", "as_of").Replace(site)
	}()
	for _, test := range []struct{ name, files, want string }{
		{"never approved", governed("") + approvals(), "policy-version-gap from 2025-10-01 to 2026-09-30 (365 days)"},
		{"of Type 1 one day counts", type1 + governed("") + approvals(), "policy-version-gap on 2026-09-30"},
		{"approved in the period", governed("") + approvals(now+" | 1.0 | 2026-01-15"), ""},
		{"a draft", governed("status: draft\n") + approvals(), ""},
		{"in review", governed("status: in_review\n") + approvals(), ""},
		{"claimed", governed("approved_by: Karin\n") + approvals(), "unbound-approval"},
		{"retired in the period, never approved", governed("status: retired\nretired_on: 2026-03-31\n") + approvals(), "policy-version-gap from 2025-10-01 to 2026-03-31 (182 days)"},
		{"retired in the period, claimed", governed("status: retired\nretired_on: 2026-03-31\napproved_by: Karin\n") + approvals(), "unbound-approval"},
		{"retired before", governed("status: retired\nretired_on: 2025-03-31\n") + approvals(), ""},
		{"retired, nobody knows when", governed("status: retired\n") + approvals(), ""},
		{"edited since", governed("") + approvals("Nothing. | 1.0 | 2025-01-15"), "changed-since-approval"},
	} {
		t.Run(test.name, func(t *testing.T) {
			found := run(t, lay(check.Find("policy-version-gap").Beneath(), test.files))
			if test.want == "" && len(found) == 0 {
				return
			}
			if len(found) != 1 || test.want == "" || !strings.Contains(found[0].Rule+" "+found[0].Message, strings.TrimPrefix(test.want, "policy-version-gap ")) ||
				!strings.HasPrefix(test.want, found[0].Rule) {
				t.Errorf("want %q, got\n%s", test.want, listing(found))
			}
		})
	}
}
