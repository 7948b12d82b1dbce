package wording

// guide is what a rule says: what is wrong with the words, and what to write instead, in English and in Swedish words.
type guide struct{ says, en, sv string }

// Advice returns what is wrong with a match, and the wording to use in its place, in a language; it is in English if it has no
// words in that. <period>, <firm> and <categories> stand for what the record of a report tells.
func Advice(rule, lang string) (says, instead string) {
	g := guides[rule]
	if lang == "sv" {
		return g.says, g.sv
	}
	return g.says, g.en
}

var guides = map[string]guide{
	"L01": {"a SOC report is an opinion on controls, and nothing is certified by it",
		`write "a SOC 2 Type 2 report for <period>, issued by <firm>"`,
		`write "en SOC 2-rapport, typ 2, för perioden <period>, utfärdad av <firm>"`},
	"L02": {"nobody complies with SOC 2: it is an examination against criteria",
		`write "examined against the Trust Services Criteria for <categories>", with the period and the firm`,
		`write "granskad mot Trust Services Criteria för <categories>", with the period and the firm`},
	"L03": {"a SOC examination is not passed and approves nothing; it ends in an opinion",
		`give the opinion: "unmodified", "qualified", "adverse" or "disclaimer", with the period`,
		`give the opinion: "utan modifiering", "med reservation", "med avvikande mening" or "avstår från att uttala sig", with the period`},
	"L04": {"the AICPA writes the criteria; it certifies, approves and licenses nobody",
		`write "against the AICPA's Trust Services Criteria, by <firm>, a licensed CPA firm"`,
		`write "mot AICPA:s Trust Services Criteria, av <firm>, en revisionsbyrå"`},
	"L05": {"this is not how the report is called",
		`write "SOC 2", with a space and an Arabic number, as in "a SOC 2 report"; SOC stands for System and Organization Controls`,
		`write "SOC 2", with a space and an Arabic number, as in "en SOC 2-rapport"; SOC stands for System and Organization Controls`},
	"L06": {"this site writes the types of a report in two ways",
		`write "Type 1" and "Type 2" everywhere`, `write "typ 1" and "typ 2" everywhere`},
	"L07": {"a report is named, and no public record tells its type, period and categories",
		`add a report record whose public.fields name kind, type, period, categories and auditor, or write "we have no SOC 2 report"`,
		`add a report record whose public.fields name kind, type, period, categories and auditor, or write "vi har ingen SOC 2-rapport"`},
	"L08": {"a SOC 3 report is an auditor's, and nothing else may bear its name",
		`call this page "public system description and management statement"`,
		`call this page "offentlig systembeskrivning och ledningens uttalande"`},
	"L10": {"an opinion is not clean, and nothing found is no fact that a reader can judge",
		`write "the opinion is unmodified; the report describes <n> exceptions", or nothing of it`,
		`write "uttalandet är utan modifiering; rapporten beskriver <n> avvikelser", or nothing of it`},
	"L11": {"nobody independent stands behind this: it is the company's own, or a test that is no examination",
		`write "self-assessed", "management's own statement" or "tested by <firm>", and give the record that level`,
		`write "egen bedömning", "ledningens eget uttalande" or "testad av <firm>", and give the record that level`},
	"L12": {"no report speaks of today: whether controls were effective is told for a period",
		`write "were effective throughout <period>, in the opinion of <firm>"`,
		`write "var effektiva under hela perioden <period>, enligt <firm>"`},
	"L13": {"nobody can measure this, and nobody can keep it",
		`write what can be measured ("encrypted with AES-256", "restored within 8 hours"), or "reasonable assurance"`,
		`write what can be measured ("krypteras med AES-256", "återställs inom 8 timmar"), or "rimlig säkerhet"`},
	"L14": {"a law is not something that a company is certified for",
		`write what is done to meet it: "processes personal data as a processor under Article 28"; a scheme under Article 42 is named with its body`,
		`write what is done to meet it: "behandlar personuppgifter som biträde enligt artikel 28"; a scheme under Article 42 is named with its body`},
	"L15": {"a certificate is named, and no public record tells its number, body, accreditation, scope and last day",
		`add a report record with certificate, auditor, accreditation, scope and valid_until, named in public.fields, and write "ISO/IEC 27001:2022 certificate no <n>, issued by <body>"`,
		`add a report record with certificate, auditor, accreditation, scope and valid_until, named in public.fields, and write "ISO/IEC 27001:2022-certifikat nr <n>, utfärdat av <organ>"`},
	"L16": {"what it covers ended more than twelve months ago, or it has expired",
		`write "the period ended on <date>; the next report is expected on <date>", and name the bridge letter`,
		`write "perioden slutade den <datum>; nästa rapport väntas den <datum>", and name the bridge letter`},
	"L17": {"a bridge letter is management's statement: no auditor signs it, and it gives no assurance",
		`write "a statement of management for <period>, without an opinion", and list what changed`,
		`write "ett uttalande av ledningen för <period>, utan bestyrkande", and list what changed`},
	"L18": {"what is planned is told without its stage and month, and reads as if it were there",
		`write "planned: a SOC 2 Type 1 report, expected in March 2027; now in readiness work"`,
		`write "planerat: en SOC 2-rapport, typ 1, väntas i mars 2027; nu pågår förberedelser"`},
	"L19": {"a report is about one system, not about a company or all that it sells",
		`name the system: "<service>, as its report describes it"`, `name the system: "<service>, så som rapporten beskriver det"`},
	"L20": {"a provider's report is its own, and certifies none of its halls",
		`write "hosted at <provider>, whose own report is separate"`, `write "driftas hos <leverantör>, som har en egen, separat rapport"`},
	"L21": {"no law sets this period: the GDPR names none, and the agreement does",
		`write "<n> days' notice, as the data processing agreement says", with the effective date, the way to object and the transfer mechanism`,
		`write "<n> dagars varsel, enligt personuppgiftsbiträdesavtalet", with the effective date, the way to object and the transfer mechanism`},
	"L22": {"this helps whoever wants to break in, or names a person, and no customer needs it",
		`leave it out, or give a role and a function's address`, `leave it out, or give a role and a function's address`},
	"L23": {"privacy is not confidentiality, and a report that leaves it out says nothing of it",
		`name the categories that were examined: "<categories>"`, `name the categories that were examined: "<categories>"`},
	"L24": {"the source of this translation promises no such thing", `say in both languages what is so, and can be measured`, `say in both languages what is so, and can be measured`},
	"L25": {"this moves with the day on which it is read", `write the date: "on 2026-04-22"`, `write the date: "den 22 april 2026"`},
	"L26": {"whether controls are suitably designed and operated effectively is the service auditor's to conclude, and management's to assert in its assertion alone",
		`write what is done and what came of it; what management asserts stands in a statement with about = "assertion"`,
		`write what is done and what came of it; what management asserts stands in a statement with about = "assertion"`},
	"L27": {"tests of controls and their results are the service auditor's to write",
		`write who did what, when and with which outcome: "on 2026-03-31 the owner compared 212 accounts with the staff list and closed three"; what internal audit found names internal audit`,
		`write who did what, when and with which outcome: "den 31 mars 2026 jämförde ägaren 212 konton med personallistan och stängde tre"; what internal audit found names "internrevisionen"`},
	"L28": {"nobody can show that all of a framework or a law is met",
		`write what is done under it: "each control is mapped to the criteria that it serves"`,
		`write what is done under it: "varje kontroll är kopplad till de kriterier som den tillgodoser"`},
}
