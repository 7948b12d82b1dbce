package wording

// looseWords are promises that nobody can measure (L13), and days that move with the reader (L25).
var looseWords = []*phrase{
	{rule: "L13", class: Unmeasurable, words: "100 hundra hundred", find: `\b(?:100|hundred|one hundred|hundra) ?(?:%|percent|per cent|procent|procentigt)[ -]*(?:secure[\pL]*|safe[\pL]*|säk(?:er|r)[\pL]*|säkerhet[\pL]*|trygg[\pL]*|protected|skydda[dt][\pL]*|uptime|available|tillgänglig[\pL]*|compliant|private)|\bhundraprocentig[\pL]*`},
	{rule: "L13", class: Unmeasurable, words: "guarant garant", find: `\b(?:guarante(?:e|es|ed|eing)|garantera[\pL]*)\b`, unless: `guarantee (?:fund|scheme|letter|period)|guaranteed (?:minimum|income)`},
	{rule: "L13", class: Unmeasurable, aim: true, words: "ensur", find: `\bensur(?:e|es|ed|ing)\b`},
	{rule: "L13", class: Unmeasurable, aim: true, words: "säkerställ alltid", find: `\bsäkerställ[\pL]* (?:[\pL]+ )?alltid\b|\balltid (?:[\pL]+ )?säkerställ[\pL]*`},
	{rule: "L13", class: Unmeasurable, words: "fully complete total absolute perfect entire helt fullständig absolut totalt fullt",
		find: `\b(?:fully|completely|totally|absolutely|perfectly|entirely)[ -](?:secure[d]?|safe|protected)\b|\b(?:helt|fullständigt|absolut|totalt|fullt)[ -](?:säk(?:er|r)[\pL]*|trygg[\pL]*|skydda[dt][\pL]*)|\b(?:absolute|total|complete|perfect|absolut|total|fullständig) (?:security|safety|säkerhet)\b`},
	{rule: "L13", class: Unmeasurable, words: "unhack unbreak unbeat hack bullet impenetr water fool ohack okross vattentät skottsäker ogenomtr idiots ointag",
		find: `\b(?:un-?hackable|unbreakable|unbeatable|hack[- ]?proof|bullet-?proof|impenetrable|watertight|fool-?proof|ohackbar[\pL]*|okrossbar[\pL]*|vattentät[\pL]*|skottsäker[\pL]*|ogenomtränglig[\pL]*|idiotsäker[\pL]*|ointaglig[\pL]*)\b`},
	{rule: "L13", class: Unmeasurable, words: "bank military militär enterprise government",
		find: `\b(?:bank|military|government|enterprise)[- ]?(?:grade|level|strength|class)\b|\bmilitär(?:klass|standard|nivå|grad)[\pL]*|\bbank(?:säkerhet|klass|nivå)\b|\b(?:säkerhet|kryptering) (?:på|av|i) (?:bank|militär)[\pL]*`},
	{rule: "L13", class: Unmeasurable, words: "state world worlds best most second industry cutting market unparallel highest maximum utmost secure världs världens mest marknads bransch bäst toppm högsta maximal förstklass oöverträff",
		find: `\b(?:state[- ]of[- ]the[- ]art|world[- ]class|best[- ]in[- ]class|(?:industry|market|world)[- ]leading|cutting[- ]edge|unparalleled|(?:the )?(?:highest|maximum|utmost) (?:(?:possible|level of|standard of|degree of) )*security|most secure|world's best|best (?:\pL+ )?in the world|most (?:respected|trusted|admired)\b|second to none|` +
			`världens (?:bästa|säkraste|främsta)|världsledande|världsklass|mest (?:ansedda|betrodda|respekterade)|marknadsledande|branschledande|bäst i klassen|toppmodern[\pL]*|högsta (?:möjliga )?säkerhet[\pL]*|maximal säkerhet|förstklassig[\pL]*|oöverträffa[\pL]*)\b`},
	{rule: "L13", class: Unmeasurable, words: "zero noll", find: `\bzero[- ]risks?\b|\bnollrisk\b|\bnoll risk\b|\brisk[- ]free\b`},

	{rule: "L25", class: Loose, bare: true, words: "recently last ago yesterday earlier",
		find:   `\brecently\b|\blast (?:year|month|week|quarter|spring|summer|autumn|fall|winter)\b|\b(?:a few|several|two|three|four|five|six|nine|twelve|some|\d+) (?:years|months|weeks|days) ago\b|\ba (?:year|month|week) ago\b|\byesterday\b|\bearlier this (?:year|month)\b`,
		unless: `(?:last (?:year|month|week|quarter)) (?:of|in|before)\b|recently used|(?:least|most) recently`},
	{rule: "L25", class: Loose, bare: true, words: "nyligen förra fjol sedan härom tidigare", find: `\bnyligen\b|\bförra (?:året|månaden|veckan|kvartalet|sommaren|hösten|våren|vintern)\b|\bi fjol\b|\bför (?:[\pL\d]+ )?(?:år|månader|veckor|dagar|en månad|ett år|en vecka) sedan\b|\bhärom(?:dagen|året)\b|\btidigare i år\b`},
}
