package wording

// socPhrases are about SOC reports and the AICPA (L01 to L05, L20).
var socPhrases = []*phrase{
	// A provider's report as the quality of our halls, before L01, which would say less of it.
	{rule: "L20", words: "soc",
		find: `{soc}{type}{j}(?:[\pL]+[- ]){0,2}?(?:certifi[\pL]*|compliant|audited|attested|examined|accredited|approved|ready|godkän[\pL]*|granska[dt][\pL]*|revidera[dt][\pL]*|ackreditera[dt][\pL]*) ` +
			`(?:[\pL]+ ){0,2}?(?:data ?cent(?:er|re)s?|datacent[\pL]*|datahall[\pL]*|serverhall[\pL]*|hall[\pL]*|hosting|cloud[\pL]*|moln[\pL]*|infrastru[\pL]*|facilit[\pL]+|drift[\pL]*)`},
	{rule: "L20", words: "soc",
		find: `\b(?:data ?cent(?:er|re)s?|datacent[\pL]*|datahall[\pL]*|serverhall[\pL]*) (?:[\pL]+ ){0,2}?(?:is|are|were|är|var) (?:[\pL]+ )?{soc}{type}{j}(?:certifi[\pL]*|compliant|audited|attested|accredited|approved|godkän[\pL]*)`},
	{rule: "L20", words: "soc", find: `{soc}{type}[ -](?:data ?cent(?:er|re)s?|datacent[\pL]*|datahall[\pL]*|serverhall[\pL]*)`},

	{rule: "L01", words: "soc", find: `{soc}{type}{gap}[ -:|(/"“”']{certified}`, unless: notOfSOC},
	{rule: "L01", words: "soc", find: `{certified}[ :|(/,-]{gap}\b(?:to|for|against|under|with|as|in|on|of|includes?|including|and|enligt|mot|för|i|av|som|inom|och|[\d:|(/,-]|soc) ?(?:[\pL]+ ){0,3}?{soc}`,
		unless: notOfSOC},
	{rule: "L01", words: "soc", find: `{certified} ?[-:|(/,]? ?(?:[\pL]+ )?{soc}`, unless: notOfSOC},
	{rule: "L01", words: "soc", find: `{soc}{type}[ -](?:seal|badge|stamp|trust ?mark|stämpel|sigill|märk[\pL]*)`},

	{rule: "L01", words: "certif", find: `\b(?:auditors?|cpa firm|revisor[\pL]*|revisionsbyrå[\pL]*) (?:[\pL]+ ){0,2}?certif(?:ied|ies|y|iera[\pL]*)\b`, lacking: `{iso}`},
	{rule: "L01", words: "certif", find: `{certified} (?:by|av) (?:[\pL]+ ){0,3}?(?:auditor|cpa|revisor|revisionsbyrå)[\pL]*`, lacking: `{iso}`},

	{rule: "L03", words: "approved accredited passed godkän",
		find: `\b(?:auditors?|cpa firm|revisor[\pL]*|revisionsbyrå[\pL]*) (?:[\pL]+ )?(?:approved|accredited|passed|godkän[dt]e?) (?:us|our (?:[\pL]+ )?(?:controls?|security|system|service|company)|oss|vår[\pL]* (?:[\pL]+ )?(?:kontroll[\pL]*|säkerhet|system|tjänst|företag))\b`},
	{rule: "L03", words: "soc", find: `{soc}{type}[^;]{0,20}[:|] ?(?:passed|approved|accredited|godkän[dt]\b|ackreditera[dt])`},
	{rule: "L03", words: "soc", find: `{soc}{type}{j}(?:accredit[\pL]*|approv[\pL]*|passed|godkän[dnt][\pL]*|ackredit[\pL]*|authori[sz]ed|auktorisera[dt][\pL]*|endorsed)`},
	{rule: "L03", words: "soc", find: `{soc}{type}[ -](?:audits?|examinations?|assessments?|reviews?|reports?|granskning[\pL]*|revision[\pL]*|rapport[\pL]*){type} ` +
		`(?:(?:is|was|were|has been|have been|är|blev|var|har blivit|har) )(?:[\pL]+ )?(?:passed|approved by (?:the )?(?:auditor|cpa|aicpa)|godkän[dt]\b|godkänts?\b|godkända\b)`},
	{rule: "L03", words: "soc",
		find: `\bpass(?:ed|es|ing)? ?[:|-]? ?(?:(?:a|an|the|our|its|their|all|every|another|first|second|third|latest|annual|yearly|external|independent|successful[\pL]*|with|flying|colou?rs|full|own|\d{4}) ){0,4}{soc}`},
	{rule: "L03", words: "soc",
		find: `\b(?:approved|accredited|accreditation|authori[sz]ed|godkän[dt][\pL]*|ackredit[\pL]*|auktorisera[dt][\pL]*|klarade?|klarar|klarat|passera[\pL]*) ` +
			`(?:(?:by|for|under|to|in|against|of|i|av|för|enligt|mot|vid|a|an|the|our|vår|en|sin|den|senaste|årets|första) ){0,4}{soc}`},

	{rule: "L04", words: "aicpa", find: `\baicpa(?:'s|s)?[ -](?:[\pL]+[- ]){0,3}?(?:certif[\pL]*|approv[\pL]*|endors[\pL]*|licen[sc]ed?|accredit[\pL]*|recogni[sz]ed|godkän[\pL]*|rekommender[\pL]*|ackredit[\pL]*|auktoriser[\pL]*|licens[\pL]*|seal|sigill)`},
	{rule: "L04", words: "aicpa",
		find: `\b(?:certif[\pL]*|approv(?:ed|al)|endorse[\pL]*|licen[sc]ed?|accredit[\pL]*|recogni[sz]ed|godkän[\pL]*|ackredit[\pL]*|auktoriser[\pL]*|licens[\pL]*|rekommender[\pL]*) (?:(?:by|from|of|with|av|från|hos|the|den) ){1,3}(?:american )?aicpa\b`},

	// Where privacy is promised, a record says whether it was looked at.
	{rule: "L23", class: Loose, when: NoPrivacy, words: "soc", find: `{soc}[^;]{0,120}\b(?:privacy|personlig integritet)`,
		lacking: `\b(?:not in (?:its|the) scope|out of scope|omfatta[\pL]* inte|expected|planned|väntas|planer[\pL]*|running|pågående)\b`, unless: `privacy (?:polic|notice|contact|officer|lead)`},

	{rule: "L02", class: Loose, words: "soc", find: `{soc}{type}{j}(?:complian[\pL]*|conform[\pL]*|ready\b|readiness certif|efterlev[\pL]*|uppfyll[\pL]*|kompatib[\pL]*|anpassa[dt][\pL]*|säkra[dt][\pL]*)`},
	{rule: "L02", class: Loose, words: "soc",
		find:   `\b(?:compl(?:y|ies|ied|iant|iance|ying)|conform[\pL]*|adher[\pL]*|meets?|met|satisf[\pL]*|fulfil[\pL]*) (?:(?:with|to|the|all|every|full|fully|requirements|criteria|standards?|of|for|under|in|aicpa) ){0,6}{soc}`,
		unless: `{soc}{type}[ -](?:report|rapport)`},
	{rule: "L02", class: Loose, words: "soc",
		find: `\b(?:efterlev[\pL]*|uppfyll[\pL]*|följer|följt|lever upp till) (?:(?:alla|kraven|krav|kriterier|kriterierna|standarden|standard|i|för|enligt|på|av|till|samtliga) ){0,5}{soc}`, unless: `{soc}{type}[ -](?:report|rapport)`},
	{rule: "L02", class: Loose, words: "soc",
		find:   `\b(?:achiev[\pL]*|obtain[\pL]*|attain[\pL]*|earn(?:ed|ing|s)?|gained|received|uppnå[\pL]*|erhåll[\pL]*) (?:(?:a|the|our|full|its|vår|en) ){0,2}{soc}{type}`,
		unless: `{soc}{type}[ -](?:[\pL]+[ -])?(?:report|rapport|opinion|attestation)`},

	{rule: "L02", class: Loose, words: "soc", find: `\b(?:we|vi|platform|service|company|tjänsten|bolaget|everything we do|nordan[\pL ]*)(?: (?:is|are|är)|'re) (?:now |fully |also |nu |även )?{soc}{type}(?:$|[.,!;:)]| and | och )`},

	{rule: "L06", class: Loose, bare: true, when: Roman, words: "typ", find: `{soc},? ?\(?typ(?:e)? (?:ii|i)\b(?:$|\W| )|\btype ii (?:report|examination|audit)|\btyp ii-`, unless: `typ i (?:[\pL]{1,2}) `},
	{rule: "L06", class: Loose, bare: true, when: Arabic, words: "typ", find: `{soc},? ?\(?typ(?:e)? [12]\b|\btype [12] (?:report|examination|audit)|\btyp [12]-`},

	{rule: "L05", class: Loose, bare: true, words: "soc", find: `(?:^|[^\pL\pN/_.@#-])(?:soc[123]s?|soc-[123]s?|soc[ -]?iii?|soc [123]s)(?:$|[^\pL\pN_.@/]|[.](?:$| ))`},
	{rule: "L05", class: Loose, bare: true, words: "organi", find: `(?:^|[ (])service organi[sz]ations? controls? ?(?:\(?soc\b|reports?\b|[123]\b)`},
}

// notOfSOC matches the certificates and the certified people that stand beside a SOC report without being of it.
const notOfSOC = `{certified} public account|{certified} (?:information|accountan|revisor)|\b(?:tls|ssl|x\.509|client|server|root|signing|klient|server)[- ]?certif|{certified} (?:rotation|authority|pinning|renewal)` +
	`|(?:report|rapport|examination|granskning|letter|brev)[\pL]*\b[^;]*(?:,|\band\b|\bor\b|\boch\b|\beller\b|\bsamt\b|\bnor\b|\bmen\b|\bbut\b|[+&])[^;]*certif` +
	`|(?:\band|\bor|,|\boch|\beller|\bsamt) (?:an?|the|our|its|ett|en|vårt|vår) (?:[^;]{0,20} )?certif` +
	`|certif[^;]*(?:,|\band|\bor|\boch|\beller|\bsamt|[+&]) (?:(?:an?|the|our|its|en|ett|vår|vårt) )?{soc}{type}[ -](?:[\pL]+ )?(?:report|rapport|examination|granskning)`
