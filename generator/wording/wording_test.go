package wording_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"trustpress/generator/wording"
)

// claims are what must be found, by the rule that says what is wrong first.
var claims = map[string][]string{
	"L01": {
		"We are SOC 2 certified.", "Nordan is SOC 2 Type 2 certified", "SOC 2 Certified", "Our SOC 2 certification is renewed yearly.", "We hold a SOC 2 certificate.",
		"SOC2 certified", "We are SOC-2 certified since 2024.", "SOC 2® Type II certified", "certified under SOC 2", "We are certified for ISO 27001 and SOC 2.",
		"Certifications: SOC 2, ISO 27001", "SOC 2: certified", "SOC 2 | Certified | 2025", "SOC 1 certification", "our SOC 2 (Security) certification",
		"Vi är SOC 2-certifierade.", "SOC 2-certifiering", "Vårt SOC 2-certifikat gäller till 2027.", "Nordan är certifierat enligt SOC 2.", "certifierad för SOC 2 typ 2",
		"We are SOC\u00a02 certified", "We are SOC\u202f2\u2011certified", "SOC 2\ncertified", "SOC 2 cer\u00adtified", "SOC\u200b 2 certified", "SOC 2™ certified", "Vi är SOC 2‑certifierade",
		"Vi a\u0308r SOC 2-certifierade", "ＳＯＣ ２ certified", "Not only are we SOC 2 certified, we are fast.", "We are not just SOC 2 certified but liked.",
		"Vi är inte bara SOC 2-certifierade utan också snabba.", "No one else is SOC 2 certified.", "No other vendor in Sweden is SOC 2 certified.", "Nobody is SOC 2 certified but us.",
		"We do not sell data. We are SOC 2 certified.", "We do not share data, and we are SOC 2 certified.", "We do not share data and are SOC 2 certified.",
		"We do not share data; we are SOC 2 certified.", "We never sleep: we are SOC 2 certified.", "We sell no data, are SOC 2 certified and live in Sweden.", "It is no secret that we are SOC 2 certified.",
		"There is no doubt that we are SOC 2 certified.", "Without doubt SOC 2 certified.", "Utan tvekan är vi SOC 2-certifierade.", "Vi säljer inga uppgifter och är SOC 2-certifierade.",
		"Vi är inte ISO-certifierade utan SOC 2-certifierade.", "Vi delar inte uppgifter, och vi är SOC 2-certifierade.", "Ingen annan är SOC 2-certifierad.", "Nothing changes for our SOC 2 certification.",
		"No customer data leaves our SOC 2 certified environment.", "We have never lost our SOC 2 certification.", "Vi har aldrig förlorat vår SOC 2-certifiering.",
		"Why are we SOC 2 certified?", "Are you SOC 2 certified? Yes.", "Är ni SOC 2-certifierade? Ja.", "Looking for a SOC 2 certified vendor?", "We are SOC 2 certified, right?",
		"We do not hide that we are SOC 2 certified.", "We are “SOC 2” certified.", "Our SOC 2 badge", "We are recertified for SOC 2 every year.", "SOC 2 typ II-certifierad",
		"Although we do not like to boast, we are SOC 2 certified.", "We don't guess, because we are SOC 2 certified.",
	},
	"L02": {
		"We are SOC 2 compliant.", "SOC 2 Type 2 compliance", "Our service complies with SOC 2.", "We meet all SOC 2 requirements", "Vi uppfyller SOC 2.", "Tjänsten uppfyller alla krav i SOC 2",
		"SOC 2-efterlevnad", "Vi efterlever SOC 2", "We achieved SOC 2 Type 2 in 2025.", "in compliance with SOC 2",
	},
	"L03": {
		"We passed our SOC 2 audit.", "We have passed SOC 2 Type 2.", "We passed the 2025 SOC 2 examination", "SOC 2 approved", "SOC 2 accredited", "We are accredited for SOC 2", "SOC 2-godkänd",
		"Vi är godkända enligt SOC 2.", "Vi har klarat SOC 2.", "SOC 2-granskningen är godkänd.", "SOC 2-ackrediterad", "The SOC 2 audit was passed", "passed all our SOC 2 audits with flying colours", "Our auditor approved our controls.", "Revisorn har godkänt våra kontroller.",
	},
	"L04": {
		"AICPA certified", "We are AICPA-approved.", "approved by the AICPA", "certified by AICPA", "The AICPA has endorsed us.", "AICPA accredited", "Godkänd av AICPA", "AICPA-certifierad", "licensed by the AICPA",
		"the AICPA's seal",
	},
	"L05": {"The SOC2 report", "A SOC-2 report", "a SOC II report.", "two SOC 2s", "Service Organization Control (SOC) report", "SOC-2-rapporten"},
	"L07": {"Our SOC 2 Type 2 report is available on request.", "We have a SOC 2 report.", "Vi har en SOC 2-rapport, typ 2.", "Vår SOC 2-rapport lämnas ut.", "SOC 1 report, Type 2", "SOC 2 Type 2 report"},
	"L08": {"SOC 3-style report", "SOC 3 like summary", "a SOC 3-liknande rapport", "This is a SOC 3 report.", "equivalent to a SOC 3", "motsvarar SOC 3", "Read our SOC 3.", "en SOC 3-rapport"},
	"L10": {"A clean SOC 2 report", "The report has no findings.", "zero exceptions in the report", "The opinion was given without exceptions.", "ren revisionsrapport", "Granskningen gav inga anmärkningar.", "a clean opinion"},
	"L11": {
		"Our self-assessment is audited.", "an audited bridge letter", "an audited penetration test", "Our controls are independently verified.", "independently audited", "Oberoende verifierade kontroller",
		"Kontrollerna är verifierade av en oberoende part.", "third-party verified",
	},
	"L12": {"Our controls are effective.", "Controls operate effectively.", "continuously compliant", "Kontrollerna är effektiva.", "kontinuerligt efterlevande: vi uppfyller kontinuerligt uppfyllda", "All controls are operating effectively"},
	"L13": {
		"Your data is 100 % secure.", "100% safe", "We guarantee security.", "fully secure", "unhackable", "bank-grade encryption", "military-grade", "This ensures that nobody reads it.", "state-of-the-art",
		"Vi garanterar säkerheten.", "helt säker", "Vi säkerställer alltid att data är skyddad.", "hundraprocentig säkerhet", "världsledande", "100 procent säkert", "the highest level of security", "zero risk",
	},
	"L14": {
		"GDPR certified", "We are certified under the GDPR.", "HIPAA certified", "NIS2 certified", "DORA certified", "GDPR-certifierad", "certifierade enligt GDPR", "NIS2-certifierad", "GDPR compliant", "DORA-compliant",
		"We comply with the GDPR.", "Vi uppfyller GDPR.", "GDPR-godkänd",
	},
	"L15": {
		"We are ISO certified.", "certified by ISO", "ISO 27001 certified", "ISO/IEC 27001:2022-certifierade", "Certified to ISO 27001", "ISO 27001 compliant", "We are certified.", "Vi är certifierade.", "certifierad av ISO",
		"PCI DSS compliant", "certifierade enligt ISO/IEC 27001", "ISO27001-certifiering",
	},
	"L16": {"Our current SOC 2 report", "the SOC 2 report is current", "vår aktuella SOC 2-rapport", "den gällande SOC 2-rapporten", "a valid ISO 27001 certificate"},
	"L17": {"A bridge letter signed by our auditor", "The bridge letter assures that controls held.", "Ett övergångsbrev undertecknat av revisorn", "gap letter issued by the CPA firm"},
	"L18": {"SOC 2 in progress", "SOC 2 Type 2: coming soon", "SOC 2 pågår", "SOC 2 på gång", "We are working towards SOC 2.", "ISO 27001 underway"},
	"L19": {"Our company is examined under SOC 2.", "All products are in scope of SOC 2", "Alla våra tjänster omfattas av rapporten om SOC 2", "All our services are SOC 2 examined"},
	"L20": {"Hosted in SOC 2 certified data centres", "SOC 2 compliant data centers", "Driftas i SOC 2-certifierade datahallar", "a SOC 2 audited cloud provider", "SOC 2 datacenter"},
	"L21": {"The statutory 30-day objection period", "30 days' notice as required by the GDPR", "GDPR gives you 30 days to object to a subprocessor", "den lagstadgade perioden om 30 dagar för invändningar", "Under the GDPR you have thirty days' notice of a subprocessor."},
	"L22": {"The server is at 192.0.2.17.", "Call Anna at +46 70-123 45 67.", "070-123 45 67", "We run PostgreSQL 15.4.", "nginx 1.25", "Address 2001:db8::1 is ours", "on " + wording.Code + "10.1.2.3" + wording.EndCode + " only"},
	"L23": {"It is confidential and private.", "Our SOC 2 report covers security and privacy.", "konfidentiella och privata uppgifter"},
	"L25": {"We recently changed it.", "It was done last year.", "two months ago", "Det ändrades nyligen.", "förra året", "för två månader sedan", "i fjol"},
}

func TestClaimsAreFound(t *testing.T) {
	for rule, texts := range claims {
		for _, text := range texts {
			found := wording.Find(text)
			if !slices.ContainsFunc(found, func(m wording.Match) bool { return m.Rule == rule }) {
				t.Errorf("%s is not found in %q: %s", rule, text, listed(text, found))
			}
		}
	}
}

func listed(text string, found []wording.Match) string {
	var out []string
	for _, m := range found {
		out = append(out, m.Rule+" "+text[m.Start:m.End])
	}
	return strings.Join(out, "; ")
}

// honest are sentences in which nobody claims anything.
var honest = []string{
	"We are not SOC 2 certified.", "We aren’t SOC 2 certified.", "There is no such thing as a SOC 2 certificate.", "Nordan is neither SOC 2 certified nor ISO 27001 certified.", "A SOC 2 report is not a certification.",
	"SOC 2 is not a certificate.", "Nobody is SOC 2 certified.", "No company can be SOC 2 certified.", "A report is given without being SOC 2 certified.", "We have never been SOC 2 certified.", "We cannot be SOC 2 certified.",
	"We do not claim to be SOC 2 certified.", "We do not claim that we are SOC 2 certified.", "This does not mean that we are SOC 2 certified.", "This doesn’t mean we are SOC 2 certified.", "SOC 2 certification does not exist.",
	"We do not call our SOC 2 report a certificate.", "We are not, at this time, SOC 2 certified.", "No system, however well built, is 100 % secure.", "The phrase “SOC 2 certified” is often read.", "Some say \"SOC 2 certified\".",
	"Some write 'SOC 2 certified' on their pages.", "A badge with the word " + wording.Code + "SOC 2 certified" + wording.EndCode + " says nothing.", "Are you SOC 2 certified?", "Can one be SOC 2 certified?", "Are you SOC 2 certified? No, and nobody is.",
	"Vi är inte SOC 2-certifierade.", "Vi är varken SOC 2-certifierade eller ISO-certifierade.", "SOC 2 är ingen certifiering.", "Det finns ingen SOC 2-certifiering.", "Inget företag kan vara SOC 2-certifierat.", "utan att vara SOC 2-certifierade",
	"Det betyder inte att vi är SOC 2-certifierade.", "Vi påstår inte att vi är SOC 2-certifierade.", "Är ni SOC 2-certifierade?", "Är ni SOC 2-certifierade? Nej.", "Uttrycket ”SOC 2-certifierad” är vanligt.", "SOC 2-certifiering finns inte.",
	"Vi saknar SOC 2-certifiering.", "eftersom vi inte är SOC 2-certifierade", "En SOC 2-rapport är inget certifikat.", "Rapporten gör oss inte SOC 2-certifierade.", "Ordet »SOC 2-certifierad« används fel.",
	"No, and neither is anybody else: there is no such certificate.", "What there is, is a report in which a CPA firm gives its opinion on a description and on controls.",
	"Inga. Vi har inget certifikat enligt ISO/IEC 27001 eller någon annan standard, och inget är planerat.", "None. We hold no certificate under ISO/IEC 27001 or any other standard, and none is planned.",
	"No system is 100 % secure.", "Inget system är helt säkert.", "We cannot guarantee that nothing happens.", "Vi kan inte garantera att inget händer.", "We do not promise bank-grade security.", "We never say that a service is fully secure.",
	"The connection needs a TLS certificate on both sides.", "A Swedish electronic ID certificate signs it.", "The SOC 2 report was written by a certified public accountant.", "The SOC 2 report and our TLS certificate", "Ett TLS-certifikat på båda sidor",
	"The AICPA writes the Trust Services Criteria.", "The AICPA does not certify anybody.", "Six months have passed since the SOC 2 report.", "The request for a SOC 2 report is approved by the head of security.", "Begäran om SOC 2-rapporten godkänns av säkerhetschefen.",
	"Hosted at Fjordhall, whose own SOC 2 report is separate.", "Once a year we read the SOC 2 reports of our vendors.", "Varje år läser vi leverantörernas SOC 2-rapporter.", "We are not GDPR certified; nobody is.", "Vi är inte GDPR-certifierade.",
	"We have no SOC 2 report.", "Vi har ingen SOC 2-rapport.", "This page is not a SOC 3 report.", "Det här är ingen SOC 3-rapport.", "The password has at least 14 characters.", "TLS 1.2 or later", "The annex is version 3.1.2.4.", "at 10:30:15",
	"We publish the policy on 2026-04-22.", "Access is closed within 24 hours of the last working day.", "Customers get 30 days' notice, as the agreement says, of a new subprocessor.", "The account was closed two days late.",
	"It is no examination of our controls.", "It is management's own statement: no auditor has examined those months for it, and it gives no opinion.", "SOC 2 Type 1 is in progress; the report is expected in 2027-03.",
	"Certified mail is used for keys.", "The hall is guarded.", "Availability of 99.5 percent of each calendar month", "Retention of 5 years follows from the bookkeeping act.", "A Type 2 report covers a period.",
}

func TestHonestSentencesPass(t *testing.T) {
	for _, text := range honest {
		found := slices.DeleteFunc(wording.Find(text), func(m wording.Match) bool { return m.If != wording.Always })
		if len(found) > 0 {
			t.Errorf("%q: %s", text, listed(text, found))
		}
	}
}

// What others hold, what is to come and what is not there is no report of ours.
func TestWhatIsNotNamed(t *testing.T) {
	for _, text := range []string{"We have no SOC 2 report.", "Once a year we read the SOC 2 reports of our vendors.", "Hosted at Fjordhall, whose own SOC 2 report is separate.", "Our SOC 2 report is expected in November 2026.",
		"Vi har ingen SOC 2-rapport.", "Vår SOC 2-rapport väntas i november 2026.", "What is a SOC 2 report?", "This page is not a SOC 3 report.", "A SOC 2 report is written by a CPA firm.", "Do you hold a certificate under ISO/IEC 27001?",
		"None. We hold no certificate under ISO/IEC 27001 or any other standard, and none is planned.", "Varje år läser vi leverantörernas SOC 2-rapporter.", "Many of our controls have to do with annex A of ISO 27001."} {
		for _, m := range wording.Find(text) {
			if m.If == wording.Unrecorded {
				t.Errorf("%q: %s %s", text, m.Rule, text[m.Start:m.End])
			}
		}
	}
}

// A match is the claim itself, whatever stands around it and whatever it is written with.
func TestPlaces(t *testing.T) {
	for text, want := range map[string]string{
		"Yes. We are SOC\u00a02®\n certified now.":  "SOC\u00a02®\n certified",
		"Så är det: vi är SOC 2‑certifierade, ja.":  "SOC 2‑certifierade",
		"“Well,” he says, SOC 2 cer\u00adtified.":   "SOC 2 cer\u00adtified",
		"The server (192.0.2.17) is ours.":          "192.0.2.17",
		"a\u0308 a\u0308 o\u0308 SOC 2 certifierad": "SOC 2 certifierad",
	} {
		found := wording.Find(text)
		if len(found) != 1 || text[found[0].Start:found[0].End] != want {
			t.Errorf("%q: got %s, want %q", text, listed(text, found), want)
		}
	}
}

// One slip is one finding, whatever patterns see it.
func TestOneSlipIsFoundOnce(t *testing.T) {
	for _, text := range []string{"We are SOC2 certified.", "Hosted in SOC 2 certified data centres.", "Vi är SOC 2-certifierade.", "We passed our SOC 2 audit.", "GDPR certified", "SOC 3-style"} {
		if found := wording.Find(text); len(found) != 1 {
			t.Errorf("%q: %s", text, listed(text, found))
		}
	}
}

// A name alone is a claim below a heading that makes it one.
func TestLeads(t *testing.T) {
	for _, test := range []struct {
		lead, text string
		want       int
	}{
		{"Certifications", "SOC 2 Type 2", 1}, {"Certifieringar", "SOC 2 typ 2", 1}, {"Reports", "SOC 2 Type 2", 0}, {"Our certificates", "None.", 0}, {"No certificates", "SOC 2 is a report.", 0},
	} {
		found := slices.DeleteFunc(wording.FindIn(wording.Block{Text: test.text, Lead: test.lead}), func(m wording.Match) bool { return m.If != wording.Always })
		if len(found) != test.want {
			t.Errorf("%s, %s: %s", test.lead, test.text, listed(test.text, found))
		}
	}
}

func TestBlocks(t *testing.T) {
	const page = `<!doctype html><title>A &amp; B</title><h2 id="x">Certifications</h2><p>We are <em>SOC</em>&nbsp;<b>2</b>
cert<wbr>ified, see <code>x&lt;y</code>.<!-- unseen --></p><ul><li>one</li><li><p>two</p></li></ul><table><tr><th>SOC 2</th><td>certified</td></tr></table><pre><code>code</code></pre><script>never</script><img alt="a picture">`
	var got []string
	for _, b := range wording.Blocks(page) {
		got = append(got, b.Lead+">"+b.Text)
	}
	want := []string{">A & B", ">Certifications", "Certifications>We are SOC\u00a02\ncertified, see " + wording.Code + "x<y" + wording.EndCode + ".", "Certifications>one", "Certifications>two",
		"Certifications>SOC 2 | certified", "Certifications>" + wording.Code + "code" + wording.EndCode, ">a picture"}
	if !slices.Equal(got, want) {
		t.Errorf(" got %q\nwant %q", got, want)
	}
}

// Each rule that something is found by says what is wrong and what to write instead, in both languages.
func TestAdvice(t *testing.T) {
	for _, rule := range wording.Rules() {
		for _, lang := range []string{"en", "sv", "de"} {
			if says, instead := wording.Advice(rule, lang); says == "" || instead == "" {
				t.Errorf("%s says nothing in %q", rule, lang)
			}
		}
	}
	for _, rule := range slices.Concat(slices.Collect(maps.Keys(claims)), slices.Collect(maps.Keys(handed))) {
		if !slices.Contains(wording.Rules(), rule) {
			t.Errorf("%s has no advice", rule)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, texts := range claims {
		for _, text := range texts {
			f.Add(text)
		}
	}
	for _, text := range slices.Concat(honest, own, slices.Concat(slices.Collect(maps.Values(handed))...)) {
		f.Add(text)
	}
	f.Add("“«‘" + wording.Code + "a\u0308\xff SOC 2")
	f.Fuzz(func(t *testing.T, text string) {
		for _, m := range append(wording.Find(text), wording.FindHanded(text)...) {
			if m.Start < 0 || m.End <= m.Start || m.End > len(text) || m.Rule == "" {
				t.Fatalf("%+v in %d bytes", m, len(text))
			}
			if says, _ := wording.Advice(m.Rule, "en"); says == "" {
				t.Fatalf("%s says nothing", m.Rule)
			}
		}
		wording.Blocks(text)
	})
}

// A text in which much is claimed and nothing ends takes no longer than it is long.
func TestLongSentences(t *testing.T) {
	for _, part := range []string{"not SOC 2 certified ", "“SOC 2 certified ", "no 1.2.3.4 ", "a, and we are not ", "we tested the sample of no exceptions "} {
		took := func(n int) time.Duration {
			text, start := strings.Repeat(part, n), time.Now()
			wording.Find(text)
			wording.FindHanded(text)
			return time.Since(start)
		}
		short, long := took(100), took(1000)
		inTime := func() bool { return long <= 40*short+50*time.Millisecond }
		for tries := 0; !inTime() && tries < 20; tries++ { // a busy machine is not the text's fault
			short, long = min(short, took(100)), min(long, took(1000))
		}
		if !inTime() {
			t.Errorf("%q: 100 times took %v, 1,000 times %v", part, short, long)
		}
	}
}
