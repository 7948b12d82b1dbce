package wording

const laws = "gdpr dataskyddsf hipaa nis dora ccpa cybersäkerhetsl cyber cra eidas ai"

const law = `\b(?:gdpr|dataskyddsförordningen|hipaa|nis ?-?2|dora|ccpa|cybersäkerhetslagen|cyber resilience act|cra|eidas|ai act)\b`

// lawPhrases are about laws that certify nobody, and about what a company says of its controls and its report (L10 to L12, L14, L17,
// L19, L21).
var lawPhrases = []*phrase{
	{rule: "L14", words: laws, find: law + `{j}(?:[\pL]+[ -])?(?:certif[\pL]*|approved|accredited|godkän[dt][\pL]*|ackreditera[dt][\pL]*)`, lacking: scheme},
	{rule: "L14", words: laws,
		find: `\b(?:certif[\pL]*|approved|accredited|godkän[dt][\pL]*|ackreditera[dt][\pL]*)[ :|](?:(?:to|for|against|under|with|as|in|of|by|the|enligt|mot|för|i|av) ){0,3}` + law, lacking: scheme},
	{rule: "L14", class: Loose, words: laws, find: law + `{j}(?:[\pL]+[ -])?(?:compliant|compliance|conformant|kompatib[\pL]*|säkra[dt][\pL]*|anpassa[dt][\pL]*|efterlev[\pL]*)`},
	{rule: "L14", class: Loose, words: laws,
		find: `\b(?:compliant|compl(?:y|ies|ied)|in compliance|conform[\pL]*|uppfyll(?:er|t|a)|efterlev(?:er|t|a)|följer|lever upp till) (?:(?:with|to|the|all|fully|requirements|rules|of|alla|kraven|krav|helt|reglerna|i|för|på|samtliga) ){0,5}` + law},

	// A letter between two reports is management's.
	{rule: "L17", words: "bridge gap övergångsbrev", find: letter + `[^;]{0,60}\b(?:signed|issued|written|given|provided|prepared|undertecknad?[\pL]*|utfärda[\pL]*|skriv[\pL]*|lämna[\pL]*) (?:by|av) (?:(?:our|the|an?|vår|en|independent|oberoende) ){0,3}(?:auditor|cpa|revisor|revisionsbyrå)[\pL]*`},
	{rule: "L17", words: "bridge gap övergångsbrev", find: letter + ` (?:[\pL]+ ){0,4}?(?:assures?|guarantees?|certif[\pL]*|attests?|confirms? that (?:all |our )*controls|gives? (?:[\pL]+ )?assurance|intygar|garanterar|bestyrker)`},
	{rule: "L17", when: Bridging, words: "assur attest certif guarant opinion intyg bestyrk garant auditor revisor",
		find: `\b(?:assur(?:es?|ance)|attests?|attestation|certif(?:y|ies|ied|ication)|guarantees?|opinion|intygar|bestyrker|garanterar|(?:signed|issued) by (?:our |the )?auditor|(?:undertecknat|utfärdat) av (?:vår )?revisor)`},

	{rule: "L11", words: "audited revisorsgranska revidera bestyrkt",
		find: `\b(?:self[- ]assessments?|` + letterWords + `|pen(?:etration)?[ -]?tests?|caiq|questionnaires?|självutvärdering[\pL]*|penetrationstest[\pL]*)(?: ?[:|,-] ?| )(?:(?:is|are|was|were|has been|have been|fully|independently|externally|är|blev|har blivit) ){0,3}(?:audited|revisorsgranska[dt][\pL]*|revidera[dt][\pL]*|bestyrkt[\pL]*)`},
	{rule: "L11", words: "audited revisorsgranska revidera", find: `\b(?:audited|revisorsgranska[dt][\pL]*|revidera[dt][\pL]*) (?:[\pL]+ )?(?:self[- ]assessments?|` + letterWords + `|pen(?:etration)?[ -]?tests?|caiq|questionnaires?|självutvärdering[\pL]*|penetrationstest[\pL]*)`},
	{rule: "L11", when: Unexamined, words: "independently verifi audit validat oberoende certif revidera valider bestyrkt",
		find: `\bindependently[ -](?:and [\pL]+ly )?(?:verified|audited|validated|certified|attested|assured)|\bthird[- ]party[ -](?:verified|audited|validated|certified)|\b(?:verified|audited|validated) by (?:an? )?(?:independent|external|third)|` +
			`\boberoende (?:verifiera[dt]|revidera[dt]|certifiera[dt]|validera[dt]|bestyrkt)[\pL]*|\b(?:verifiera[dt]|revidera[dt]|validera[dt]|bestyrkt)[\pL]* av (?:en )?(?:oberoende|extern|tredje)[\pL]*`},
	{rule: "L11", when: Bridging, words: "audited revisorsgranska revidera", find: `\b(?:audited|revisorsgranska[dt][\pL]*|revidera[dt][\pL]*)\b`},

	{rule: "L21", words: "30 thirty trettio",
		find: `\b(?:statutory|legal(?:ly)?(?: (?:required|mandated))?|required by (?:law|the gdpr|gdpr)|(?:the )?gdpr(?:'s)?|mandated|lagstadga[dt][\pL]*|enligt (?:lag|lagen|gdpr|dataskyddsförordningen)|lagens)\b[^;]{0,50}\b(?:30|thirty|trettio)[ -]?(?:calendar )?(?:days?|dag[\pL]*)`,
		with: notice},
	{rule: "L21", words: "30 thirty trettio", find: `\b(?:30|thirty|trettio)[ -]?(?:days?|dag[\pL]*)[^;]{0,60}\b(?:by law|(?:under|as) (?:the )?gdpr|required by (?:law|the gdpr|gdpr)|the gdpr (?:requires|demands|says)|statutory|enligt (?:lag|lagen|gdpr|dataskyddsförordningen)|lagstadga[\pL]*|som (?:lagen|gdpr|dataskyddsförordningen) kräver)`,
		with: notice},

	{rule: "L10", class: Loose, bare: true, words: "clean spotless flawless finding exception deviation ren rena felfri anmärkning avvikelse",
		find: `\b(?:clean|spotless|flawless) (?:(?:soc|audit|bill|auditor's|[123]|type) ?){0,4}(?:report|opinion|audit|bill of health)|\b(?:report|opinion|audit) (?:is|was|came back) (?:completely |entirely )?clean\b|\brapport[\pL]* (?:är|var) (?:helt )?ren\b|\b(?:no|zero|without(?: any)?|0) (?:(?:significant|material|relevant|critical|high|known|open|major|audit|reported|noted) )?(?:findings|exceptions|deviations noted)\b|` +
			`\b(?:ren|rena|felfri) (?:revisions|soc [123][- ]?)?(?:rapport|revisionsberättelse|granskning)[\pL]*|\b(?:inga|noll|utan) (?:anmärkning(?:ar)?|avvikelser)\b`,
		with: `\b(?:report|opinion|audit|soc|examin|findings|exceptions|pen|rapport|revis|gransk|uttalande|avvikelser|anmärkning)[\pL]*`},
	{rule: "L12", class: Loose, words: "effectiv effektiv ändamål intended avsett", find: `\b(?:controls?|kontroller(?:na)?)(?: [\pL]+)? (?:(?:are|is|är) (?:[\pL]+ )?(?:effective|effektiv[\pL]*|ändamålsenlig[\pL]*)|(?:are|is) (?:[\pL]+ )?(?:operating|working) (?:effectively|as intended)|(?:operates?|works?) (?:effectively|as intended)|fungerar (?:effektivt|ändamålsenligt|som avsett))`},
	{rule: "L12", class: Loose, words: "complian certif audited efterlev uppfyll kompatib godkän", find: `\b(?:continuously|always|at all times|constantly) (?:fully )?(?:compliant|in compliance|certified|audited)|\bcontinuous compliance|\b(?:kontinuerligt|ständigt|alltid) (?:uppfyll[\pL]*|efterlev[\pL]*|certifiera[dt][\pL]*|kompatib[\pL]*|godkänd[\pL]*)|\bkontinuerlig (?:efterlevnad|certifiering)`},
	{rule: "L19", class: Loose, words: "soc iso examin certif audit granska revidera scope omfattas", find: `\b(?:our (?:whole |entire )?(?:company|organi[sz]ation|business)|the (?:whole|entire) company|all (?:of )?(?:our )?(?:products|services|systems)|every (?:product|service|system)|hela (?:företaget|bolaget|verksamheten|koncernen)|vårt (?:företag|bolag)|alla (?:våra )?(?:produkter|tjänster|system)|samtliga (?:produkter|tjänster|system))\b`,
		with: `\bsoc [123]|\bsoc[123]|\biso(?:/iec)? ?\d{4}|\b(?:examined|certif[\pL]*|audited|in scope of|granska[dt][\pL]*|revidera[dt][\pL]*|omfattas av (?:rapporten|granskningen|soc|iso))`},
}

const (
	scheme      = `\bart(?:icle|ikel|\.)? ?42\b|europrivacy|europrise|certification mechanism|certifieringsmekanism`
	letterWords = `bridge letters?|gap letters?|övergångsbrev[\pL]*`
	letter      = `\b(?:` + letterWords + `)`
	notice      = `\b(?:subprocessor|sub-processor|object|notice|notif|change|underbiträde|invänd|besked|meddel|ändring|varsel|avisering)`
)
