package wording

// own matches what makes the words of a report our own report: somebody holds it, or offers it. Others' reports, and those that are
// still to come, are no claim.
const (
	own    = `\b(?:our|we|us|ours|available|on request|upon request|may ask|can ask|request|download|covers?|issued|obtained|current|latest|vår|vårt|våra|vi|oss|begära|på begäran|omfattar|avser|utfärda[\pL]*|tillgänglig[\pL]*|senaste)\b`
	others = `\b(?:vendor|supplier|provider|subprocessor|sub-processor|subservice|third part|its own|their own|whose|leverantör|driftleverantör|underleverantör|underbiträde|moln|deras|dess egen|vars)[\pL]*`
	toCome = `\b(?:will|plans?|planned|planning|expect[\pL]*|aims?|intend[\pL]*|next year|next|working (?:on|towards?)|prepar[\pL]*|if|would|when|until|ska|skall|planer[\pL]*|avser att|vänta[\pL]*|kommer att|förbered[\pL]*|arbetar (?:mot|med)|nästa|tills)\b|^om `
)

// namedPhrases name a report or a certificate: right beside its record, wrong without (L08, L15, L16).
var namedPhrases = []*phrase{
	{rule: "L08", words: "soc", bare: true, find: `{soc}[ -](?:style|like|type of|alike|equivalent|grade|level|inspired|liknande|aktig[\pL]*|stil[\pL]*|lik[\pL]*)\b`},
	{rule: "L08", words: "soc", find: `\bsoc[ -]?(?:3|iii)[ -](?:seal|sigill)`},
	{rule: "L08", words: "soc", find: `\b(?:like|equivalent to|similar to|corresponding to|in the style of|as good as|motsvara[\pL]*|liknande|liknar|i stil med|som) (?:(?:a|an|the|en) )?soc[ -]?(?:3|iii)\b`},
	{rule: "L15", words: "iso", find: `\b(?:certif[\pL]*|approved|accredited|endorsed|godkänd[\pL]*|ackreditera[dt][\pL]*) (?:by|av) iso\b`},
	{rule: "L15", words: "iso", find: `\biso[ -](?:certif[\pL]*|complian[\pL]*|approved|accredited|godkänd[\pL]*|ackreditera[dt][\pL]*)`, unless: electronic},

	// Planned, before it is named as if it were there (L18).
	{rule: "L18", words: "soc", find: `{soc}{type}{gap}\b(?:in progress|under ?way|ongoing|coming soon|in the works|pending|on the way|started|begun|on (?:the|our) roadmap|in preparation|pågår|pågående|på gång|på väg|kommer snart|påbörja[\pL]*|inled[\pL]*|på färdplanen|förbereds|expected|planned|soon|väntas|planer[\pL]*|snart)`, lacking: month},
	{rule: "L18", words: "soc", find: `\b(?:working (?:on|towards?)|preparing (?:for|a)|pursuing|in pursuit of|arbetar (?:mot|med)|förbereder|siktar på) (?:[\pL]+ ){0,3}?{soc}{type}`,
		lacking: month},
	{rule: "L18", words: "iso", find: `{iso}{gap}\b(?:in progress|under ?way|ongoing|coming soon|pending|on the way|on (?:the|our) roadmap|pågår|pågående|på gång|på väg|kommer snart)`, lacking: month},

	// What is called current has to be (L16).
	{rule: "L16", when: Outdated, words: "soc iso",
		find: `\b(?:current|currently valid|valid|up[- ]to[- ]date|in force|aktuell[\pL]*|gällande|giltig[\pL]*)[ -](?:[\pL]+ ){0,3}?(?:{soc}{type}|{iso})`},
	{rule: "L16", when: Outdated, words: "soc iso", find: `(?:{soc}{type}|{iso})[ -](?:[\pL]+ )?{type}(?: ?(?:is|are|är|remains?|förblir) | ?[:(,-] ?)(?:[\pL]+ )?(?:current|valid|up[- ]to[- ]date|in force|aktuell[\pL]*|gällande|giltig[\pL]*)`},

	{rule: "L08", class: Named, when: Unrecorded, report: "soc3", words: "soc", find: `\bsoc[ -]?(?:3|iii)\b`, lacking: others},
	{rule: "L15", class: Named, when: Unrecorded, words: "iso", find: `{iso}{j}(?:[\pL]+[ -]){0,2}?(?:certif[\pL]*|complian[\pL]*|accredited|approved|godkänd[\pL]*|ackreditera[dt][\pL]*|efterlev[\pL]*)`, lacking: others, unless: electronic},
	{rule: "L15", class: Named, when: Unrecorded, words: "iso",
		find:    `\b(?:certif[\pL]*|compliant|complian[\pL]*|complies|comply|godkän[dt][\pL]*|efterlev[\pL]*|uppfyll[\pL]*)[ :|(/,-](?:[\pL]+ ){0,4}?{iso}`,
		lacking: others, unless: electronic},
	{rule: "L15", class: Named, when: Unrecorded, report: "pci", words: "pci", find: `\bpci(?:[ -]dss)?(?: v?\d[\d.]*)?(?: level \d)?[ -](?:certif[\pL]*|complian[\pL]*|accredited|validated)`, lacking: others},
	{rule: "L15", class: Named, when: Unrecorded, report: "csa-star", words: "csa", find: `\bcsa[ -]star[ -](?:[\pL\d]+ ){0,2}?(?:certif[\pL]*|attest[\pL]*|registered)`, lacking: others},
	{rule: "L15", class: Named, when: Unrecorded, report: "other", words: "hitrust fedramp cyber tisax ens", find: `\b(?:hitrust|fedramp|cyber essentials(?: plus)?|tisax)[ -](?:[\pL]+ )?(?:certif[\pL]*|authori[sz]ed|accredited)`, lacking: others},
	{rule: "L15", class: Named, when: Unrecorded, words: "certif accredit ackredit", find: `\b(?:we|our (?:company|organi[sz]ation|service|platform|product|products|services)|vi|vår (?:tjänst|plattform|produkt)|vårt (?:företag|bolag)) ` +
		`(?:are|is|have been|has been|är|har blivit) (?:fully |independently |externally |officially |nu |helt |officiellt )?(?:certified|certifiera[dt][\pL]*|accredited|ackreditera[dt][\pL]*)(?:$|[.,;!:)]| (?:and|och|by|av|since|sedan)\b)`,
		lacking: `{soc}|{iso}|gdpr|hipaa|nis ?2|dora|pci|csa|public account`},

	{rule: "L07", class: Named, when: Unrecorded, words: "soc", with: own, lacking: others + `|` + toCome,
		find: `\bsoc[ -]?(?:[12]|ii|i)\b{type}[ -](?:[\pL]+ )?(?:reports?|rapport(?:en|er|erna)?|attestation[\pL]*|opinion)\b{type}`, unless: `opinion on|rapport(?:er)? från (?:våra )?leveran`},
	{rule: "L07", class: Named, when: Unrecorded, words: "soc", find: `^\W*(?:(?:a|the|our|en|vår) )?\bsoc[ -]?(?:[12]|ii|i)\b{type}[ -](?:reports?|rapport(?:en)?)\b{type}(?:[,:(-] ?[^;]{0,70}| (?:on|for|om|för) [^;]{0,70})?[.]?$`,
		lacking: others + `|` + toCome + `|\b(?:is|are|was|were|be|been|has|have|är|var|har|blev)\b`},
	{rule: "L07", class: Named, when: Unrecorded, words: "soc", find: `\b(?:we|vi|nordan[\pL ]*) (?:have|hold|has|holds|har|innehar) (?:[\pL]+ ){0,2}?\bsoc[ -]?(?:[12]|ii|i)\b{type}`, lacking: others + `|` + toCome},
}

const (
	electronic = `\b(?:tls|ssl|x\.509|client|server|klient|e-id|electronic id)[- ]?certif`
	month      = `\b20\d\d-[01]\d|{month}\.? 20\d\d|\bq[1-4] 20\d\d|20\d\d`
)
