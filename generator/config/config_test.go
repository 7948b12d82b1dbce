package config_test

import (
	"strings"
	"testing"

	"trustpress/generator/config"
)

func TestDefaults(t *testing.T) {
	site, findings := config.Parse("site.toml", []byte("[organization]\nname = \"Nordan Ledger AB\"\n"))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for what, pair := range map[string][2]string{
		"languages": {strings.Join(site.Site.Languages, " "), "en"},
		"outputs":   {strings.Join(site.Site.Outputs, " "), "handbook trust auditor"},
		"in_scope":  {site.Frameworks.InScope[0].Text, "tsc"},
		"content":   {site.Content.Root, "content"},
		"evidence":  {site.Evidence.Root, "content/evidence/files"},
		"theme":     {site.Site.Theme, "ledger"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", what, pair[0], pair[1])
		}
	}
	if site.Audit != nil {
		t.Error("there is an audit where no [audit] is written")
	}
}

func TestEveryFindingIsAtItsPlace(t *testing.T) {
	const org = "[organization]\nname = \"X\"\n"
	for _, c := range []struct {
		name, text, message string
		line, column        int
	}{
		{"syntax", org + "[service\n", "this TOML does not parse", 3, 0},
		{"an unknown key", org + "[service]\ntagline = \"x\"\n", `unknown key "tagline"`, 4, 1},
		{"a misspelt key", org + "[service]\nnmae = \"x\"\n", `unknown key "nmae"`, 4, 1},
		{"an unknown table", org + "[servcie]\n", `unknown key "servcie"`, 3, 2},
		{"text where a number belongs", org + "[trust]\nnotice_days = \"many\"\n", `"notice_days" takes a whole number`, 4, 15},
		{"a language that is none", org + "[site]\nlanguages = [\"english\"]\n", `"english" is not a language`, 4, 14},
		{"a translation into a language of nobody", org + "[service.translations.sv]\nsummary = \"x\"\n", "the site does not speak \"sv\"", 3, 23},
		{"an output that is none", org + "[site]\noutputs = [\"pdf\"]\n", `"outputs" cannot be "pdf"`, 4, 12},
		{"an audit without its type", org + "[audit]\nperiod_from = 2025-10-01\n", `"type" is missing`, 3, 2},
		{"type 2 without its period", org + "[audit]\ntype = 2\nperiod_from = 2025-10-01\ncategories = [\"security\"]\n", `"period_to" is missing`, 3, 2},
		{"a period that ends before it begins", org + "[audit]\ntype = 2\nperiod_from = 2025-10-01\nperiod_to = 2025-09-30\n", "the period ends before it begins", 6, 13},
		{"type 1 without its date", org + "[audit]\ntype = 1\n", `"as_of" is missing`, 3, 2},
		{"type 3", org + "[audit]\ntype = 3\n", "an audit is of type 1 or 2", 4, 8},
		{"not applicable without a reason", org + "[audit]\ntype = 1\nas_of = 2026-09-30\n[[audit.not_applicable]]\ncriterion = \"P3.1\"\n", `"reason" is missing`, 6, 9},
		{"a role that nobody has", org + "[audit]\ntype = 1\nas_of = 2026-09-30\n[[audit.roles]]\ndoes = \"answers\"\n", "nobody has the role \"answers\"", 7, 8},
		{"a role that a person and a name have", org + "[audit]\ntype = 1\nas_of = 2026-09-30\n[[audit.roles]]\ndoes = \"answers\"\nperson = \"P\"\nname = \"Q\"\n", "has a person and a name", 7, 8},
		{"a role that does nothing", org + "[audit]\ntype = 1\nas_of = 2026-09-30\n[[audit.roles]]\nperson = \"P\"\n", `"does" is missing`, 6, 9},
		{"a public parameter that is not there", org + "[public_params]\nx = true\n", `[params] has no "x"`, 4, 1},
		{"a severity that is none", org + "[rules]\nreview-overdue = \"loud\"\n", `a rule cannot be "loud"`, 4, 18},
		{"a severity that is a list", org + "[rules]\nreview-overdue = [\"off\"]\n", "text is expected here, not a list", 4, 19},
		{"content outside of the site", org + "[content]\nroot = \"../other\"\n", `the path "../other" leaves the site`, 4, 8},
		{"content that is the whole site", org + "[content]\nroot = \".\"\n", "the content cannot be the whole site", 4, 8},
		{"a pattern that is none", org + "[content]\nignore = [\"a/{b\"]\n", `"a/{b" is not a pattern`, 4, 11},
		{"an address without a scheme", org + "[site]\nbase_url = \"trust.example.com\"\n", `"trust.example.com" is not an address`, 4, 12},
		{"an address of another sort", org + "[site]\nbase_url = \"ftp://example.com\"\n", `"ftp://example.com" is not an address`, 4, 12},
		{"a section of the report that is none", org + "[auditor]\nsections = [\"assertion\", \"controls\"]\n", `"sections" cannot be "controls"`, 4, 26},
		{"a section of the report twice", org + "[auditor]\nsections = [\"tests\", \"other\", \"tests\"]\n", `the section "tests" stands twice`, 4, 31},
		{"a way to number that is none", org + "[auditor]\nnumbering = \"latin\"\n", `"numbering" cannot be "latin"`, 4, 13},
		{"a logo of another sort", org + "[site]\nlogo = \"logo.jpg\"\n", `"logo.jpg" cannot be a logo`, 4, 8},
		{"a logo outside of the content", org + "[site]\nlogo = \"../logo.svg\"\n", `the path "../logo.svg" leaves the site`, 4, 8},
		{"a colour that is none", org + "[site]\ncolors = { accent = \"teal\" }\n", `"teal" is not a colour`, 4, 21},
		{"a colour of another name", org + "[site.colors]\nacent_dark = \"#fff\"\n", `unknown key "acent_dark"`, 4, 1},
		{"a contact that leads nowhere", org + "security_contact = \"javascript:alert(1)@x\"\n", `"javascript:alert(1)@x" is no address that a reader could use`, 3, 20},
		{"an address with a password", org + "website = \"https://user:pw@example.com/\"\n", "is no address that a reader could use", 3, 11},
		{"an address with a break", org + "website = \"https://example.com/\\u2028x\"\n", "is no address that a reader could use", 3, 11},
		{"an address that turns", org + "website = \"https://example.com/\\u202ex\"\n", "is no address that a reader could use", 3, 11},
		{"a host that is none", org + "[trust]\nrequests = \"https:///form\"\n", "is no address that a reader could use", 4, 12},
		{"a line behind an address of mail", org + "security_contact = \"mailto:a@example.com?subject=x\\nContact: b@example.com\"\n", "is no address that a reader could use", 3, 20},
		{"an address of mail that writes to another", org + "privacy_contact = \"mailto:a@example.com?bcc=b@example.com\"\n", "is no address that a reader could use", 3, 19},
		{"a subject with a break", org + "privacy_contact = \"mailto:a@example.com?subject=x%0d%0aBcc:b@example.com\"\n", "is no address that a reader could use", 3, 19},
		{"a root with a password", org + "[site]\nbase_url = \"https://user:pw@example.com/\"\n", "is not an address", 4, 12},
		{"a root with a query", org + "[site]\nbase_url = \"https://example.com/?\"\n", "is not an address", 4, 12},
		{"a root with a fragment", org + "[site]\nbase_url = \"https://example.com/#a\"\n", "is not an address", 4, 12},
		{"a root with an escape", org + "[site]\nbase_url = \"https://example.com/%0a/\"\n", "is not an address", 4, 12},
		{"a root that is another host", org + "[site]\nbase_url = \"https://example.com//example.org/\"\n", "is not an address", 4, 12},
		{"a root with dots", org + "[site]\nbase_url = \"https://example.com/a/../b\"\n", "is not an address", 4, 12},
		{"an id of a bundle that is a path", org + "[auditor]\nbundle_id = \"../x\"\n", `"../x" cannot be the id of a bundle`, 4, 13},
		{"a parameter in the site file", org + "[service]\nsummary = \"Of {{ org.name }}\"\n", "template syntax is not read in site.toml", 4, 15},
		{"a prompt in a list", org + "[audit]\ntype = 1\nas_of = 2026-09-30\ncategories = [\"{{ fill: which?\"]\n", "template syntax is not read in site.toml", 6, 16},
		{"a period of a thousand years", org + "[audit]\ntype = 2\nperiod_from = 1026-10-01\nperiod_to = 2026-09-30\n", "the period is longer than five years", 6, 13},
		{"no organization", "as_of = 2026-09-30\n", "there is no [organization] table", 1, 1},
		{"a date that is none", "as_of = 2026-02-30\n" + org, "", 1, 0},
		{"not UTF-8", org + "# \xff\n", "this is not UTF-8", 3, 3},
		{"a table twice", org + "[site]\n[site]\n", `the key "site" stands twice`, 4, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := config.Parse("site.toml", []byte(c.text))
			if len(findings) != 1 {
				t.Fatalf("got %d findings, want 1: %v", len(findings), findings)
			}
			f := findings[0]
			if !strings.Contains(f.Message, c.message) || f.Line != c.line || c.column > 0 && f.Column != c.column {
				t.Errorf("got %d:%d %s, want %d:%d %s", f.Line, f.Column, f.Message, c.line, c.column, c.message)
			}
		})
	}
}

func TestParameters(t *testing.T) {
	site, findings := config.Parse("site.toml", []byte("[organization]\nname = \"X\"\n[params]\nhours = 24\nhidden = \"h\"\n[public_params]\nhours = true\n"))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for name, want := range map[string]string{"org.name": "X true true", "params.hours": "24 true true", "params.hidden": "h false true", "params.none": " false false", "other.x": " false false"} {
		value, public, ok := site.Value(name)
		got := value + map[bool]string{true: " true", false: " false"}[public] + map[bool]string{true: " true", false: " false"}[ok]
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]config.Token{
		"{{ org.name }} x":        {Kind: config.Parameter, Name: "org.name", Len: 14},
		"{{org.name}}":            {Kind: config.Parameter, Name: "org.name", Len: 12},
		"{{ fill: who? }}":        {Kind: config.Prompt, Name: "who?", Len: 16},
		"{{.Name}}":               {Kind: config.Foreign, Len: 9},
		"{{#if x}}":               {Kind: config.Foreign, Len: 9},
		"{{ x | upper }}":         {Kind: config.Foreign, Len: 15},
		"{% include 'x' %} later": {Kind: config.Foreign, Len: 17},
		"<%= name %>":             {Kind: config.Foreign, Len: 11},
		"${ORG_NAME}":             {Kind: config.Foreign, Len: 11},
	} {
		if got, ok := config.TokenAt(text); !ok || got != want {
			t.Errorf("%s: got %+v %v, want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"{ x }", "{{ never closed", "${ 5 }", "<percent", "{{ over\nlines }}", "$", ""} {
		if got, ok := config.TokenAt(text); ok {
			t.Errorf("%q: got %+v, want nothing", text, got)
		}
	}
}

func TestWhatIsWrongIsNotCarried(t *testing.T) {
	site, _ := config.Parse("site.toml", []byte("[organization]\nname = \"X\"\n[audit]\ntype = 2\nperiod_from = 2025-10-01\nperiod_to = 2025-09-30\n"+
		"[rules]\nreview-overdue = \"of\"\nempty-link = \"off\"\n"))
	if _, ok := site.Rules["review-overdue"]; ok || len(site.Rules) != 1 {
		t.Errorf("the rules are %v", site.Rules)
	}
	if !site.Audit.PeriodFrom.IsZero() || !site.Audit.PeriodTo.IsZero() {
		t.Errorf("the period is %v to %v", site.Audit.PeriodFrom, site.Audit.PeriodTo)
	}
}

// What a company usually writes is an address.
func TestAddresses(t *testing.T) {
	for _, text := range []string{"https://example.com", "http://example.com:8080/a?b=c#d", "https://räksmörgås.example/å", "security@example.com",
		"mailto:security@example.com", "mailto:security@example.com?subject=A%20report&body=Dear%20team"} {
		if !config.Reachable(text) {
			t.Errorf("%q is refused", text)
		}
	}
	for _, base := range []string{"https://trust.example.com", "https://trust.example.com/", "https://example.com/trust/center", "http://localhost:8080/a.b/"} {
		_, findings := config.Parse("site.toml", []byte("[organization]\nname = \"X\"\n[site]\nbase_url = \""+base+"\"\n"))
		if len(findings) > 0 {
			t.Errorf("%q is refused: %v", base, findings)
		}
	}
}

// A firm may begin with the assertion, and need not name what follows in the usual order.
func TestSectionsOfTheReport(t *testing.T) {
	for _, c := range []struct{ text, order, numbers string }{
		{"", "opinion assertion description tests other", "1 2 3 4 5"},
		{"sections = [\"assertion\"]\nnumbering = \"roman\"\n", "assertion opinion description tests other", "I II III IV V"},
		{"sections = [\"other\", \"tests\", \"description\", \"assertion\", \"opinion\"]\nnumbering = \"none\"\n", "other tests description assertion opinion", "    "},
	} {
		site, findings := config.Parse("site.toml", []byte("[organization]\nname = \"X\"\n[auditor]\n"+c.text))
		if len(findings) > 0 {
			t.Errorf("%q: %v", c.text, findings)
		}
		if got := strings.Join(site.Auditor.Sections, " "); got != c.order {
			t.Errorf("%q: the order is %q, want %q", c.text, got, c.order)
		}
		var numbers []string
		for _, s := range site.Auditor.Sections {
			numbers = append(numbers, site.Auditor.Number(s))
		}
		if got := strings.Join(numbers, " "); got != c.numbers {
			t.Errorf("%q: the numbers are %q, want %q", c.text, got, c.numbers)
		}
	}
}
