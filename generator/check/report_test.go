package check_test

import (
	"fmt"
	"strings"
	"testing"

	"trustpress/generator/check"
)

// reports is a register of reports, each with keys of its own, R1, R2 and so on.
func reports(rows ...string) string { return register("reports", "report", "R", rows) }

// row is a register of another kind, with one row X1.
func row(folder, kind, keys string) string { return register(folder, kind, "X", []string{keys}) }

// TestReports holds reports against the rules about them, in the ways that their examples do not show. The first key of a row stands
// in its fourth line.
func TestReports(t *testing.T) {
	const (
		soc2     = "kind = \"soc2\"\ntype = 2\nperiod = { from = 2025-07-01, to = 2026-06-30 }\ncategories = [\"security\"]\n"
		telling  = "public = { fields = [\"kind\", \"type\", \"period\", \"categories\"] }\n"
		letter   = "kind = \"bridge-letter\"\ncovers = \"R1\"\n"
		july     = "period = { from = 2026-07-01, to = 2026-07-31 }\n"
		told     = "public = { fields = [\"kind\"] }\n"
		iso      = "kind = \"iso27001\"\ncertificate = \"4711\"\nauditor = { name = \"Body AB\" }\nvalid_until = "
		isoTold  = "\npublic = { fields = [\"kind\", \"certificate\", \"auditor\", \"valid_until\"] }\n"
		longPast = "kind = \"soc2\"\ntype = 2\nperiod = { from = 2024-07-01, to = 2025-06-30 }\ncategories = [\"security\"]\n"
		incident = "class = \"incident\"\npublished = 2026-07-12\nbody = \"It stood still.\""
	)
	for _, test := range []struct{ name, files, want string }{
		{"a SOC 2 report", reports(soc2 + telling), ""},
		{"a SOC 2 report that nobody reads of", reports("kind = \"soc2\""), ""},
		{"a SOC 2 report on its last day", reports(strings.ReplaceAll(longPast, "2025-06-30", "2025-09-30") + telling), ""},
		{"a SOC 3 report for everybody", reports("kind = \"soc3\"\nuse = \"general\"\naccess = \"open\"\n"), ""},
		{"a certificate", reports(iso + "2027-01-31" + isoTold), ""},
		{"a report of type 1", reports("kind = \"soc1\"\ntype = 1\nas_of = 2026-06-30\npublic = { fields = [\"kind\", \"type\", \"as_of\"] }"), ""},

		{"a SOC 3 report of a type", reports("kind = \"soc3\"\ntype = 1"), "impossible-report 5:8"},
		{"a SOC 2 report of a third type", reports("kind = \"soc2\"\ntype = 3"), "impossible-report 5:8"},
		{"a certificate of a type", reports("kind = \"iso27001\"\ntype = 2"), "impossible-report 5:8"},
		{"an open SOC 2 report", reports("kind = \"soc2\"\naccess = \"open\""), "impossible-report 5:10"},
		{"a SOC 1 report for everybody", reports("kind = \"soc1\"\nuse = \"general\""), "impossible-report 5:7"},
		{"a SOC 2 certificate", reports("kind = \"soc2\"\ncertificate = \"4711\""), "impossible-report 5:15"},
		{"an accredited SOC 2 report", reports("kind = \"soc2\"\naccreditation = \"Swedac\""), "impossible-report 5:17"},
		{"an opinion in a certificate", reports("kind = \"iso27001\"\nopinion = \"unmodified\""), "impossible-report 5:11"},
		{"an opinion in a test", reports("kind = \"pentest\"\nopinion = \"unmodified\""), "impossible-report 5:11"},
		{"a period of one day", reports("kind = \"soc2\"\ntype = 1\nperiod = { from = 2025-07-01, to = 2026-06-30 }"), "impossible-report 6:10"},
		{"a day beside a period", reports(soc2 + "as_of = 2026-06-30"), "impossible-report 8:9"},
		{"issued too soon", reports(soc2 + "issued = 2026-06-29"), "impossible-report 8:10"},
		{"issued on the last day", reports(soc2 + "issued = 2026-06-30"), ""},
		{"valid before it was issued", reports("kind = \"iso27001\"\nissued = 2026-06-30\nvalid_until = 2026-06-29"), "impossible-report 6:15"},

		{"a report of which the type is not told", reports(soc2 + "public = { fields = [\"kind\", \"period\", \"categories\"] }"), "impossible-report 8:22"},
		{"a report of which only words are told", reports(soc2 + "public = \"We have one.\""), "impossible-report 8:10"},
		{"a certificate without its number", reports("kind = \"iso27001\"\nauditor = { name = \"Body AB\" }\nvalid_until = 2027-01-31" + isoTold), "impossible-report 7:22"},

		{"a letter after a report", reports(soc2+telling, letter+july+told), ""},
		{"a letter of three months", reports(soc2, letter+"period = { from = 2026-07-01, to = 2026-09-30 }"), ""},
		{"a letter of three months and a day", reports(soc2, letter+"period = { from = 2026-07-01, to = 2026-10-01 }"), "impossible-report 14:36"},
		{"a letter that an auditor signs", reports(soc2, letter+"auditor = { name = \"Revision AB\" }"), "impossible-report 14:11"},
		{"a letter after nothing", reports("kind = \"bridge-letter\""), "impossible-report 4:8"},
		{"a letter from within the period", reports(soc2, letter+"period = { from = 2026-06-30, to = 2026-07-31 }"), "impossible-report 14:19"},
		{"a letter about an incident", reports(soc2, letter+july+"changes = \"The service stood still on 12 July.\"") + row("trust/updates", "update", incident), ""},
		{"a letter that keeps silent", reports(soc2, letter+july+"changes = \"No material changes.\"") + row("trust/updates", "update", incident), "impossible-report 15:11"},
		{"a letter that keeps silent in Swedish", reports(soc2, letter+july+"changes = \"Inga väsentliga ändringar.\"") + row("incidents", "incident", "occurred_on = 2026-07-12\ndc4 = true"),
			"impossible-report 15:11"},
		{"a letter about a quiet time", reports(soc2, letter+july+"changes = \"None.\"") + row("incidents", "incident", "occurred_on = 2026-07-12"), ""},
		{"a letter before an incident", reports(soc2, letter+july+"changes = \"None.\"") +
			row("trust/updates", "update", "class = \"incident\"\npublished = 2026-08-12\nbody = \"It stood still.\""), ""},

		{"a test that is examined", reports("kind = \"pentest\"\npublic = { fields = [\"kind\"], level = \"examined\" }"), "impossible-report 5:39"},
		{"a SOC 2 report that is certified", reports(soc2 + strings.Replace(telling, " }", ", level = \"certified\" }", 1)), "impossible-report 8:71"},
		{"another certificate", reports("kind = \"other\"\npublic = { fields = [\"kind\"], level = \"certified\" }"), ""},
		{"a fact that is examined", reports(soc2+telling) + row("trust/claims", "claim", "text = \"X\"\nlevel = \"examined\""), ""},
		{"a fact that nobody examined", reports(soc2) + row("trust/claims", "claim", "text = \"X\"\nlevel = \"examined\""), "impossible-report 5:9"},
		{"a fact that a certificate does not examine", reports(iso+"2027-01-31"+isoTold) + row("trust/claims", "claim", "text = \"X\"\nlevel = \"examined\""), "impossible-report 5:9"},
		{"a control that is certified", row("controls", "control", "public = { text = \"X\", level = \"certified\" }"), "impossible-report 4:32"},

		{"an old report", reports(longPast + telling), "stale-report 6:36"},
		{"an old report that nobody reads of", reports(longPast), ""},
		{"an old certificate", reports(iso + "2026-09-29" + isoTold), "stale-report 7:15"},
		{"a certificate on its last day", reports(iso + "2026-09-30" + isoTold), ""},
		{"an old day", reports("kind = \"soc1\"\ntype = 1\nas_of = 2025-06-30\npublic = { fields = [\"kind\", \"type\", \"as_of\"] }"), "stale-report 6:9"},
		{"an old report that a new one follows in secret", reports(longPast+telling, soc2+"supersedes = \"R1\""), "stale-report 6:36"},
		{"an old report and a letter", reports(longPast+telling, letter+"period = { from = 2026-07-01, to = 2026-09-30 }\n"+told), ""},
		{"an old report and an old letter", reports(longPast+telling, letter+"period = { from = 2025-07-01, to = 2025-09-30 }\n"+told), "stale-report 6:36"},
		{"a report to be shown no longer", reports(soc2 + strings.Replace(telling, " }", ", valid_until = 2026-09-29 }", 1)), "stale-report 8:77"},
	} {
		t.Run(test.name, func(t *testing.T) { holdsAgainst(t, test.files, test.want) })
	}
}

// TestNotice holds the days of subprocessors and of security.txt against their rules.
func TestNotice(t *testing.T) {
	const vendor = "public = { title = \"Example AB\", text = \"Prints.\" }\n[vendor.subprocessor]\npublic = true\ntransfer = \"none\"\n"
	site := func(lines string) string {
		return "-- site.toml --\n[organization]\nname = \"A\"\nsecurity_contact = \"a@example.com\"\n" + lines
	}
	for _, test := range []struct{ name, files, want string }{
		{"thirty days", row("vendors", "vendor", vendor+"announced = 2026-08-01\neffective = 2026-08-31"), ""},
		{"twenty-nine days", row("vendors", "vendor", vendor+"announced = 2026-08-01\neffective = 2026-08-30"), "short-notice 9:13"},
		{"announced afterwards", row("vendors", "vendor", vendor+"announced = 2026-08-02\neffective = 2026-08-01"), "short-notice 9:13"},
		{"a site that promises ten days", site("[trust]\nnotice_days = 10\n") + row("vendors", "vendor", vendor+"announced = 2026-08-01\neffective = 2026-08-11"), ""},
		{"one that has left", row("vendors", "vendor", vendor+"announced = 2026-08-01\neffective = 2026-08-02\nended = 2026-09-01"), ""},
		{"one that nobody announced", row("vendors", "vendor", vendor+"effective = 2019-08-01"), ""},
		{"objections to the last day", row("vendors", "vendor", vendor+"announced = 2026-08-01\neffective = 2026-08-31\nobjection_until = 2026-08-31"), "short-notice 10:19"},

		{"an expired security.txt", site("[trust.security_txt]\nexpires = 2026-09-29\n"), "expired-security-txt 5:11"},
		{"a security.txt with a week left", site("[trust.security_txt]\nexpires = 2026-10-07\n"), "expired-security-txt 5:11"},
		{"a security.txt with more than a week left", site("[trust.security_txt]\nexpires = 2026-10-08\n"), ""},
		{"a security.txt for a year", site("[trust.security_txt]\nexpires = 2027-09-30\n"), ""},
		{"a security.txt for more than a year", site("[trust.security_txt]\nexpires = 2027-10-01\n"), "expired-security-txt 5:11"},
	} {
		t.Run(test.name, func(t *testing.T) { holdsAgainst(t, test.files, test.want) })
	}
}

// holdsAgainst checks a site for one finding, or for none.
func holdsAgainst(t *testing.T, files, want string) {
	t.Helper()
	found := run(t, lay(check.Find("TP001").Beneath(), files))
	got := ""
	for _, f := range found {
		got = fmt.Sprintf("%s %d:%d", f.Rule, f.Line, f.Column)
	}
	if len(found) > 1 || got != want {
		t.Errorf("want %q, got\n%s", want, listing(found))
	}
}
