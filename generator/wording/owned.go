package wording

import "strings"

// What a company does itself is told in the same verbs as what its service auditor does: it tests restores, reviews samples of tickets,
// finds no difference. These phrases look for the auditor's terms of art, not for the verbs, and keep silent where the sentence says
// whose work it is: internal audit's, a routine's, a vendor's report's.

// testWords are tests of controls and their results (L27).
var testWords = []*phrase{
	{rule: "L27", class: Owned, bare: true, words: "exception deviation avvikelse", beside: routine + `|` + reported,
		find: `\b(?:no|zero|0|without(?: any)?) (?:(?:other|further|material|significant|relevant|such) )?(?:(?:exceptions?|deviations?)(?: (?:was|were|has been|have been|are|is))? (?:noted|identified|observed|detected)|exceptions? (?:(?:was|were) )?found)\b` +
			`|\b(?:noted|identified|observed|found) (?:no|zero) (?:(?:other|further|material|significant|relevant|such) )?(?:exceptions?|deviations?)\b|^\W*(?:no exceptions?|inga avvikelser|utan avvikelse)\W*$|\| ?(?:no exceptions?|inga avvikelser|utan avvikelse)[.]? ?(?:\||$)` +
			`|\b(?:exceptions?|deviations?) (?:noted|identified|found) ?[:|=] ?(?:none|no|nil|0)\b|\b(?:noterade|identifierade) avvikelser ?[:|=] ?(?:inga|0)\b|\b(?:results?|resultat) ?[:|] ?(?:no (?:exceptions?|deviations?)|inga avvikelser)\b|\btested without (?:any )?exceptions?\b`},
	{rule: "L27", class: Owned, bare: true, words: "avvikelse undantag anmärkning", beside: routine + `|` + reported,
		find: `\b(?:inga|ingen) (?:avvikelser?|undantag|anmärkning(?:ar)?)(?: (?:har|hade|blev|är))? (?:noter(?:at|ats|ades|ade)|identifier(?:at|ats|ades|ade)|framkom(?:mit)?|konstater(?:at|ats|ades|ade)|påträffa(?:des|ts|de)|observera(?:des|ts|de))\b` +
			`|\b(?:noterade|noterades|identifierade|identifierades|konstaterade|konstaterades|påträffades|påträffade|framkom) (?:inga|ingen) (?:avvikelser?|undantag|anmärkning(?:ar)?)\b`},
	{rule: "L27", class: Owned, bare: true, words: "audit examination test sample granskningen revisionen stickprov", beside: routine + `|` + reported,
		find: `\b(?:the|our) (?:external |independent )?(?:examination|audit|tests? of controls?|sample)(?: of [^;]{0,40})? (?:showed|revealed|disclosed|resulted in|found|gave|noted) (?:no|zero) (?:exceptions?|deviations?|findings?)\b` +
			`|\b(?:granskningen|revisionen|testerna|testningen|stickprovet|stickproven)(?: av [^;]{0,40})? (?:visade|visar|gav|resulterade i) (?:inte )?(?:på |i )?(?:inga|några|ingen|någon) (?:avvikelser?|anmärkning(?:ar)?|undantag)\b`},

	{rule: "L27", class: Owned, words: "sample stickprov urval", beside: routine + `|` + reported,
		find: `\b(?:we|i|vi|jag|auditors?|revisor[\pL]*) (?:have |has |har )?(?:also |then |även |sedan )?(?:tested|inspected|examined|sampled|vouched|re-?performed|testade|testat|granskade|granskat|inspekterade|inspekterat) ` +
			`(?:and [\pL]+ )?(?:[\pL\d-]+ ){0,5}(?:samples?|stickprov[\pL]*|urval[\pL]*)\b`},
	{rule: "L27", class: Owned, words: "tested examined reperformed performed testade testat granska", beside: routine + `|` + reported,
		find: `\b(?:we|vi|auditors?|revisor[\pL]*) (?:have |has |har )?(?:also |även )?(?:tested|examined|re-?performed|testade|testat|granskat|granskade) (?:(?:the|that|all|each|these|this|whether|their|om|att|alla|dessa|samtliga|våra|den|de|denna) ){0,3}` +
			`(?:(?:design|operating) (?:and [\pL]+ )?effectiveness|effectiveness|controls?|kontroll(?:en|er|erna)?|[a-z]{2,4}-\d\d)\b`},
	{rule: "L27", class: Owned, words: "determine ascertain corroborat noted noting sample selection fastställa bedöma avgöra stickprov urval", beside: reported,
		find: `(?:^|\|) ?\W*(?:\d+[.)] )?(?:inspected|observed|inquired|re-?performed|examined|tested|vouched|(?:obtained|inquired|selected) and (?:inspected|examined|observed|corroborated))\b[^;|]{0,200}\b(?:to determine|determined (?:that|whether)|to ascertain|to corroborate|noted that|noting that|(?:for|of) (?:a )?(?:selected )?(?:sample|selection))` +
			`|(?:^|\|) ?\W*(?:inspekterade|observerade|intervjuade|granskade|förfrågan hos)\b[^;|]{0,200}\b(?:för att (?:fastställa|bedöma|avgöra)|stickprov|urval)`},
	{rule: "L27", class: Owned, words: "inquired", find: `\binquired of (?:the |company |responsible )*(?:management|personnel|staff|[\pL]+ (?:lead|manager|officer|owner|personnel|management))\b`},
	{rule: "L27", class: Owned, words: "inspected observed tested examined reperformed performed", beside: reported, find: `\bfor (?:a|the) (?:(?:random|judg[\pL]*|selected) ){0,2}(?:sample|selection) of [^;]{0,80}, (?:we )?(?:inspected|observed|tested|examined|re-?performed)\b`},

	{rule: "L27", class: Owned, bare: true, words: "test result auditor granskning revisorns",
		beside: technical, find: `(?:^|\|) ?\W*(?:` + strings.Join([]string{
			`tests? of (?:the )?controls?(?: and (?:their )?results?(?: of tests?)?)?`, `tests? (?:performed|applied)(?: by [^:|]{0,40})?`, `results? of (?:tests|testing)(?: of controls?)?`,
			`tests? of (?:the )?(?:design|operating effectiveness)[^:|]{0,30}`, `(?:the )?(?:service )?auditor's (?:tests?|conclusions?|results?|test procedures?|opinion)(?: [^:|]{0,30})?`,
			`granskningsåtgärd(?:er)?`, `revisorns (?:slutsats(?:er)?|tester|granskningsåtgärd(?:er)?|uttalande)`, `tester av kontroller(?:na)?`, `resultat av (?:granskningen|testerna|testningen|tester av kontroller(?:na)?)`,
		}, "|") + `)(?: ?[:|]|\W*$)`},
	{rule: "L27", class: Owned, bare: true, words: "test kontrolltest", beside: technical + `|` + reported,
		find: `\b(?:control )?test(?:ing|s)?(?: results?| outcome)? ?(?:[:|=]|-|(?:is|was|were) ) ?(?:pass(?:ed)?|satisfactory|effective|no (?:exceptions?|deviations?))\b|\b(?:test(?:resultat|utfall)[\pL]*|kontrolltest[\pL]*) ?(?:[:|=]|-|(?:är|var|blev) ) ?(?:godkän[\pL]*|utan (?:avvikelse|anmärkning)[\pL]*|effektiv[\pL]*|inga (?:avvikelse|anmärkning)[\pL]*)`},
}

// opinionWords are conclusions on the controls (L26).
var opinionWords = []*phrase{
	{rule: "L26", class: Owned, bare: true, words: "opinion uppfattning mening uttalande", beside: reported,
		find: `\bin (?:our|my) (?:professional )?opinion\b|\bin the opinion of (?:the|our) (?:service )?auditors?\b|\bour opinion is\b|\bit is our opinion\b|\bwe are of the opinion\b|\benligt vår (?:uppfattning|mening)\b|\bvårt uttalande är\b|\bvår uppfattning är\b`,
		with: `\b(?:suitabl[\pL]*|effective(?:ly)?|fairly|in all material respects|trust services criteria|controls (?:are|were|operate[d]?|function(?:ed)?|work(?:ed)?)|are controls|ändamålsenlig[\pL]*|effektiv[\pL]*|rättvisande|väsentliga avseenden|kontrollerna (?:är|var|har|fungera[\pL]*)|(?:är|var|har|fungerar|fungerade) kontrollerna)\b`},
	{rule: "L26", class: Owned, words: "auditor revisor", beside: reported, with: `\b(?:controls?|system|description|criteria|kontroll[\pL]*|system[\pL]*|beskrivning[\pL]*|kriteri[\pL]*)\b`,
		find: `\b(?:the|our) (?:service |external |independent )?auditors? (?:has |have )?(?:concluded|opined|confirmed|attested|approved|accepted|is satisfied|are satisfied)\b|\b(?:revisorn|vår revisor|revisorerna) (?:har )?(?:konstaterat|konstaterade|bekräftat|bekräftade|intygat|intygade|godkänt|godkände|kommit fram till)\b`},
	{rule: "L26", class: Owned, when: Ours, words: "opinion ren", beside: reported,
		find: `\b(?:unqualified|unmodified|clean) (?:[\pL\d]+ ){0,2}opinion\b|\bopinion (?:is|was|will be) (?:an? )?(?:unqualified|unmodified|clean)\b|\bren revisionsberättelse\b`},
	{rule: "L26", class: Owned, when: Ours, bare: true, words: "uttalande utlåtande revis", beside: reported,
		find: `\b(?:revisorsuttalande|uttalande|utlåtande|revisionsberättelse)[\pL]* (?:(?:är|var|blir|lämnas) )?utan (?:reservation|modifiering|anmärkning)[\pL]*`},
	{rule: "L26", class: Owned, when: Ours, words: "pass audit klara revisionen", lacking: `{iso}`,
		find: `\bpass(?:ed|es) (?:the|our|its|this|every|all|an|both) (?:[\pL\d-]+ ){0,4}(?:audits?|(?:independent|external|\d) examinations?)\b|\baudits? (?:was|were|is|has been|have been) (?:successfully )?passed\b|\b(?:clean|spotless|flawless) audit\b|\bklara(?:de|t|r|des|ts) (?:[\pL\d-]+ ){0,3}revision(?:en)?\b|\brevisionen (?:är|blev|har blivit) godkänd\b`},
	{rule: "L26", class: Owned, when: Unasserted, words: "effectiv effektiv ändamål", before: supposed, beside: reported,
		find: `\b(?:operated|(?:was|were|has been|have been) operating|functioned|worked) (?:[\pL]+ ){0,2}?effectively\b|\b(?:fungerade|fungerat) (?:[\pL]+ ){0,2}?(?:effektivt|ändamålsenligt)\b`, with: ofControls},
	{rule: "L26", class: Owned, when: Unasserted, words: "effectiv effektiv ändamål", before: supposed, beside: reported, unless: `effective (?:from|on|as of|as from|since|immediately|\d)`,
		find: `\bcontrols? (?:[\pL]+ ){0,3}?(?:was|were|has been|have been|is|are|operates?|(?:is|are) operating) (?:[\pL]+ ){0,2}?effective(?:ly)?\b|\bkontroll(?:en|erna) (?:[\pL]+ ){0,2}?(?:är|var|har varit|fungerar) (?:[\pL]+ ){0,2}?(?:effektiv|ändamålsenlig)[\pL]*`},
	{rule: "L26", class: Owned, when: Unasserted, words: "designed utforma", with: ofControls, before: supposed, beside: reported,
		find: `\b(?:suitably|adequately|appropriately|effectively) designed\b|\b(?:ändamålsenligt|lämpligt) utformad[\pL]*\b|\b(?:ändamålsenligt|lämpligt) utformat\b`},
	{rule: "L26", class: Owned, when: Unasserted, words: "material väsentliga", find: `\bin all material respects\b|\bi alla väsentliga avseenden?\b`, before: supposed, beside: reported},
	{rule: "L26", class: Owned, bare: true, words: "examination engagement evidence granskning bevis", beside: reported,
		find: `\b(?:we conducted our|our) (?:examination|engagement) (?:was conducted |included |was performed )?(?:in accordance with|included)\b|\bevidence (?:that )?we (?:have )?obtained is sufficient\b|\bvi har utfört (?:vår )?granskning(?:en)? enligt\b|\bbevis (?:som )?vi har inhämtat är tillräckliga\b`},
}

// wholeWords are claims to meet all of a framework or a law, which no description can show (L28).
var wholeWords = []*phrase{
	{rule: "L28", class: Unmeasurable, when: Ours, words: whole, before: supposed, find: `(?:` + framework + `){j}(?:fully )?compliant\b`},
	{rule: "L28", class: Unmeasurable, when: Ours, words: whole, before: supposed, with: framework,
		find: `\b(?:(?:is|are|am|be|been|'re|remains?|stays?) (?:[\pL]+ )?(?:compliant|in (?:full )?compliance)|full(?:y)? compl(?:iance|iant|ies|y)|(?:we|service|system|company|platform|nordan(?: ledger)?)(?: [\pL]+)? (?:compl(?:y|ies)|conforms?|adheres?|meets?|fulfils?|satisf(?:y|ies)))` +
			` (?:(?:with|to|all|every|each|of|the|in|applicable|requirements?|criteria|controls?|provisions|rules|whole|fully|\d+) ){0,7}(?:` + framework + `)`},
	{rule: "L28", class: Unmeasurable, when: Ours, words: whole, before: supposed,
		find: `\ball (?:of )?(?:the )?(?:applicable |relevant )?(?:\d+ )?(?:requirements|criteria|controls|articles|provisions) (?:of|in|under) (?:the )?(?:` + framework + `) (?:are|is|have been|were) (?:fully )?(?:met|satisfied|fulfilled|implemented|complied with)\b`},
	{rule: "L28", class: Unmeasurable, when: Ours, words: whole, before: supposed,
		find: `\b(?:uppfyller|efterlever|lever upp till|följer (?:helt|fullt ut|alla|samtliga)) (?:(?:helt|fullt|ut|alla|samtliga|krav|kraven|kriterier|kriterierna|bestämmelser|i|enligt|på|för|hela|delar|av) ){0,6}(?:` + framework + `)|(?:` + framework + `)-(?:kompatibel|kompatibelt|kompatibla|säkrad[\pL]*)\b`},
}

const (
	framework = `{soc}|{iso}|` + law + `|\bpci[ -]dss\b|\btrust services criteria\b|\bnist(?: csf)?\b|\bcobit\b|\bhitrust\b|\bcis controls\b`
	whole     = laws + ` soc iso pci trust nist cobit hitrust cis`

	// reported matches where an opinion or a test is only told of: it stands in a report that is there, or it is a vendor's.
	reported = `\b(?:reports? (?:of|for|from|on|covering|dated|says|tells|gives|states|describes|notes|shows|names|lists|holds|contains)|(?:soc [123]|type [12]|last|latest|previous|prior|earlier|\d{4}) (?:[\pL\d]+ )?reports?|bestyrkanderapport[\pL]*|rapport(?:en|er|erna) (?:för|från|om|av|säger|visar|beskriver|anger|tar|innehåller)|soc [123]-rapport[\pL]*)\b|` + others
	// routine matches work that a company does and judges itself.
	routine = `\b(?:internal audit[\pL]*|internal(?:ly)? (?:review|test|audit)[\pL]*|internrevision[\pL]*|egenkontroll[\pL]*|reconcil[\pL]*|avstämning[\pL]*)\b|` + technical
	// technical matches what is tested that is no control.
	technical = `\b(?:restor[\pL]*|recover[\pL]*|backup[\pL]*|penetration|phishing|failover|take-?over|standby|load|regression|unit|pipeline|release|exercise|scan[\pL]*|` +
		`återställ[\pL]*|återläs[\pL]*|säkerhetskopi[\pL]*|belastning[\pL]*|penetrationstest[\pL]*|övning[\pL]*|reservdrift[\pL]*)\b`
	// supposed matches what makes a claim an aim, a condition, or something that is looked into.
	supposed = `\b(?:if|assum[\pL]*|whether|provided|unless|until|must|should|shall|may|need[\pL]*|expect[\pL]*|depend[\pL]*|requir[\pL]*|so that|ensur[\pL]*|in order|to (?:be|comply|meet|show|see|confirm|check|determine|verify)|evaluat[\pL]*|monitor[\pL]*|assess[\pL]*|judg[\pL]*|` +
		`ifall|huruvida|förutsatt|måste|ska|skall|bör|förvänta[\pL]*|krävs|kräver|så att|för att|syfte[\pL]*|utvärder[\pL]*|bedöm[\pL]*|följer upp)\b|(?:^|, )om |\bom kontroll`
	ofControls = `\b(?:controls?|kontroll(?:en|er|erna)?|[a-z]{2,4}-\d\d)\b`
)
