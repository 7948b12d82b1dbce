package check_test

import (
	"strings"
	"testing"
)

// says is a control of which everybody reads a text.
func says(text string) string { return row("controls", "control", "public = \""+text+"\"") }

// page is a page of the trust center, its text in the sixth line.
func page(title, text string) string {
	return "-- content/trust/pages/about.md --\n---\nid: ABOUT\ntitle: " + title + "\nsection: about\n---\n" + text + "\n"
}

// twoLanguages is the site file of a company that speaks English and Swedish.
const twoLanguages = "-- site.toml --\n[organization]\nname = \"Nordan Ledger AB\"\n[site]\nlanguages = [\"en\", \"sv\"]\n"

// translated is a page in two languages.
func translated(en, sv string) string {
	return twoLanguages + page("A", en) + "-- content/trust/pages/about.sv.md --\n---\ntitle: B\n---\n" + sv + "\n"
}

// TestClaims holds what is said in public against the records, in the ways that the examples do not show.
func TestClaims(t *testing.T) {
	const (
		soc2    = "kind = \"soc2\"\ntype = 2\nperiod = { from = 2025-07-01, to = 2026-06-30 }\ncategories = [\"security\"]\npublic = { fields = [\"kind\", \"type\", \"period\", \"categories\"] }\n"
		old     = "kind = \"soc2\"\ntype = 2\nperiod = { from = 2024-07-01, to = 2025-06-30 }\ncategories = [\"security\"]\npublic = { fields = [\"kind\", \"type\", \"period\", \"categories\"] }\n"
		soc3    = "kind = \"soc3\"\nperiod = { from = 2025-07-01, to = 2026-06-30 }\ncategories = [\"security\"]\nopinion = \"unmodified\"\nauditor = { name = \"Revision AB\" }\npublic = { fields = [\"kind\", \"period\", \"categories\"] }\n"
		iso     = "kind = \"iso27001\"\ncertificate = \"4711\"\nauditor = { name = \"Body AB\" }\nvalid_until = 2027-01-31\naccreditation = \"Swedac\"\nscope = \"All\"\npublic = { fields = [\"kind\", \"certificate\", \"auditor\", \"valid_until\", \"accreditation\", \"scope\"] }\n"
		letter  = "kind = \"bridge-letter\"\ncovers = \"R1\"\nperiod = { from = 2026-07-01, to = 2026-07-31 }\npublic = { text = \"%\", fields = [\"kind\"] }\n"
		vendor  = "public = { title = \"Hall AB\", text = \"%\" }\n"
		hosting = vendor + "[vendor.subservice]\nmethod = \"carve-out\"\n[[vendor.subservice.csocs]]\ncriteria = [\"CC6.4\"]\ntext = \"Halls are locked.\"\n"
		works   = "public = { title = \"Hall AB\", text = \"Runs halls.\" }\n[vendor.subprocessor]\npublic = true\n"
	)
	halls := func(keys string) string {
		return "-- content/vendors.toml --\n[[vendor]]\nid = \"V1\"\ntitle = \"Hall AB\"\n" + strings.Replace(keys, "%", "Runs halls.", 1)
	}
	with := func(keys, text string) string { return strings.Replace(keys, "%", text, 1) }
	for _, test := range []struct{ name, files, want string }{
		{"a report that there is", says("Our SOC 2 Type 2 report is available on request.") + reports(soc2), ""},
		{"a report of another type", says("Our SOC 2 Type 1 report is available on request.") + reports(soc2), "report-claim-without-report 4:15"},
		{"a report that is not public", says("Our SOC 2 report is available on request.") + reports("kind = \"soc2\"\ntype = 2"), "report-claim-without-report 4:15"},
		{"a report whose record cannot be read", says("Our SOC 2 report is available on request.") + reports("kind = \"soc2\"\ntype = two"), "invalid-front-matter 5:8"},
		{"the report of a vendor", row("vendors", "vendor", with(vendor, "It is ISO 27001 certified.")), ""},
		{"a SOC 3 report that there is", says("The SOC 3 report is on our site.") + reports(soc3), ""},
		{"a SOC 3 report that there is not", says("The SOC 3 report is on our site."), "report-claim-without-report 4:15"},
		{"what is like a SOC 3 report", says("This is SOC 3-style.") + reports(soc3), "forbidden-claim 4:19"},
		{"a certificate that there is", says("We are ISO 27001 certified.") + reports(iso), ""},
		{"a certificate by nobody accredited", says("We are ISO 27001 certified.") + reports(strings.ReplaceAll(iso, "accreditation = \"Swedac\"\n", "")), "report-claim-without-report 4:18"},
		{"certified for nothing", says("We are certified."), "report-claim-without-report 4:11"},

		{"a current report", says("Our current SOC 2 Type 2 report tells more.") + reports(soc2), ""},
		{"an old report that is called current", says("Our current SOC 2 Type 2 report tells more.") + reports(old, with(letter, "A letter.")), "forbidden-claim 4:15"},
		{"verified by nobody", says("Our controls are independently verified."), "forbidden-claim 4:28"},
		{"privacy that is examined", says("Our SOC 2 Type 2 report covers privacy.") + reports(strings.ReplaceAll(soc2, "[\"security\"]", "[\"security\", \"privacy\"]")), ""},
		{"privacy that is not examined", says("Our SOC 2 Type 2 report covers privacy.") + reports(soc2), "loose-claim 4:15"},
		{"two ways to write a type", says("Our SOC 2 Type II report tells more.") + reports(soc2), "loose-claim 4:15"},

		{"a letter of management", reports(soc2, with(letter, "It gives no opinion, and no auditor signed it.")), ""},
		{"a letter that assures", reports(soc2, with(letter, "It is our assurance that all was well.")), "forbidden-claim 16:30"},
		{"a letter that an auditor signs", reports(soc2, with(letter, "A letter.")+"signatory = \"Our auditor\""), "forbidden-claim 17:13"},
		{"a carve-out that nobody is told of", reports(soc2) + halls(hosting), "forbidden-claim 5:9"},
		{"a carve-out that is told", reports(soc2) + halls(strings.Replace(hosting, "method", "public = true\nmethod", 1)), ""},
		{"the report of a provider", strings.ReplaceAll(reports(soc2), "\"T\"", "\"SOC 2 report of Hall AB\"") + halls(strings.Replace(hosting, "method", "public = true\nmethod", 1)), "forbidden-claim 3:9"},

		{"a subprocessor without its day", row("vendors", "vendor", works+"announced = 2026-09-01\ntransfer = \"none\"\nobjection_until = 2026-09-20"), "forbidden-claim 7:13"},
		{"a subprocessor to which one cannot object", row("vendors", "vendor", works+"announced = 2026-09-01\neffective = 2026-11-01\ntransfer = \"none\""), "forbidden-claim 7:13"},
		{"a subprocessor without a ground for the transfer", row("vendors", "vendor", works+"announced = 2026-09-01\neffective = 2026-11-01\nobjection_until = 2026-10-01"), "forbidden-claim 7:13"},
		{"a subprocessor of long ago", row("vendors", "vendor", works+"announced = 2019-09-01\neffective = 2019-11-01"), ""},

		{"a question", "-- content/trust/questions/q.md --\n---\nid: Q-1\ntitle: Are you SOC 2 certified?\n---\nNo, and nobody is.\n", ""},
		{"a question that is answered with yes", "-- content/trust/questions/q.md --\n---\nid: Q-1\ntitle: Are you SOC 2 certified?\n---\nYes, for years.\n", "forbidden-claim 3:16"},
		{"a list below what makes it a claim", page("Certifications", "- SOC 2 Type 2\n"), "forbidden-claim 6:3"},
		{"a list below another title", page("Frameworks", "- SOC 2 Type 2\n"), ""},
		{"the name of a person", says("Anna Sjö renews the keys."), "loose-claim 4:11"},
		{"the name of a contact", "-- site.toml --\n[organization]\nname = \"A\"\nsecurity_contact = \"mailto:anna@example.com\"\n-- content/people.toml --\n[[person]]\nid = \"PER-anna\"\nname = \"Anna Sjö\"\nemails = [\"anna@example.com\"]\n" + says("Anna Sjö answers."), ""},
		{"the title of the service", "-- site.toml --\n[organization]\nname = \"A\"\n[service]\nname = \"B\"\nsummary = \"SOC 2 certified bookkeeping.\"\n", "forbidden-claim 5:12"},

		{"the same in both languages", translated("Within 30 days, 99.5 percent.", "Inom 30 dagar, 99,5 procent."), ""},
		{"another number", translated("Within 30 days.", "Inom 14 dagar."), "forbidden-claim 4:6"},
		{"another day", translated("Since 2026-05-04.", "Sedan den 4 juni 2026."), "forbidden-claim 4:13"},
		{"a promise that the source does not make", translated("We encrypt what is kept.", "Vi garanterar \\\"kryptering\\\" av allt."), "forbidden-claim 4:4"},
	} {
		t.Run(test.name, func(t *testing.T) { holdsAgainst(t, test.files, test.want) })
	}
}
