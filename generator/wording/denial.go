package wording

import (
	"strings"
)

// A claim is denied if a word of negation governs it: "We are not SOC 2 certified", "there is no such certificate". Most of this
// file is about the sentences that hold such a word and claim all the same: "not only", "no one else", "we sell no data and are …".

// denial matches the words that deny what follows.
var denial = pattern(`\b(?:not|never|no|none|nobody|nothing|neither|nor|without|lacks?|lacking|cannot|unable|impossible|rather than|instead of|` +
	`whether|huruvida|(?:wrong|false|incorrect|misleading|a mistake) to|(?:fel|felaktigt|missvisande) att|inte|icke|ej|ingen|inget|inga|ingenting|aldrig|varken|utan|saknar|saknas|omöjligt|omöjlig|snarare än|i ?stället för)\b|n't\b`)

// idle matches, from a word of negation on, the turns in which it denies nothing.
var idle = pattern(`^(?:` + strings.Join([]string{
	`(?:not|n't|inte|icke|ej) (?:only|just|merely|simply|solely|alone|least|to mention|surprising\pL*|without|hide|hiding|stop at|rest|settle|forget|forgotten|regret|doubt|deny|denying|` +
		`bara|enbart|endast|blott|minst|utan|dölj\pL*|glöm\pL*|att förglömma)\b`,
	`(?:no|ingen|inget|inga) (?:one else|other|more|less|doubt|question|surprise|wonder|secret|coincidence|competitor\pL*|rival\pL*|annan|annat|andra|tvekan|tvivel|` +
		`hemlighet\pL*|slump|tillfällighet|konkurrent\pL*|snack)\b`,
	`no ?[\d.#:]`, `no\b[^,]{0,40}\bbut\b`,
	`(?:nobody|none|nothing|inget|ingenting) (?:else|other|but|less|beats|slår)\b`,
	`(?:never|aldrig) (?:lost|lose|losing|failed|fail|stopped|ceased|been more|been prouder|förlorat|tappat|slutat|varit mer)\b`,
	`(?:without|utan) (?:a |an |any |några? |minsta )*(?:doubt|exceptions?|question|interruptions?|delays?|fail|remarks?|tvekan|tvivel|undantag|avbrott|dröjsmål|anmärkning\pL*)\b`,
}, "|") + `)`)

// finite matches a verb that makes a statement of its own; spoken one after which the statement is only spoken of.
const finite = `(?:is|are|was|were|has|have|had|holds?|remains?|became|är|var|har|hade|innehar|blev|blir)`

var (
	// parting matches what ends the reach of a denial that stands before it.
	parting = pattern(`;|: | - |(?:\b(?:but|until|förrän|however,|because|since|although|though|whereas|while|and yet|instead we|men|eftersom|medan|dock|däremot|därför att)|, (?:yet|fast))(?:$| )`)
	// joined matches a second statement: "and we are", ", is", "och har".
	joined = pattern(`(?:,|\band\b|\boch\b|\bsamt\b|&)[^,]*\b` + finite + `\b`)
	// subject matches a statement of its own under a denial: "that we are".
	subject = pattern(`\b(?:we|it|they|she|he|you|our \pL+(?: \pL+)?|the (?:company|service|platform|product|report)|vi|det|den|de|ni|vår\pL* \pL+|bolaget|företaget|tjänsten|rapporten) ` +
		`(?:\pL+ )?` + finite + `\b|\b(?:we|they|you)'re\b|\bit's\b`)
	spoken = pattern(`\b(?:claims?|claimed|claiming|says?|said|saying|means?|meant|impl(?:y|ies|ied)|states?|stated|suggests?|asserts?|believes?|pretends?|thinks?|promises?|call|calls|writes?|written|` +
		`certificate|proof|evidence|påstår|påstå|påstått|hävda\pL*|säg|säga|skriv\pL*|säger|sagt|betyd\pL*|innebär\pL*|menar|lovar|bevis|kalla\pL*|tror)\b`)
	// aside matches what is put between two commas: "no system, however well built, is".
	aside = pattern(`,[^,]*,`)
)

// farthest is how many bytes before a claim a word of negation may stand.
const farthest = 300

// some returns as much of a text as the patterns of this file look at, which they would else walk to its end.
func some(text string) string { return text[:min(len(text), 100)] }

// denied reports whether a sentence denies or only asks what it says from start to end.
func denied(s sentence, claim span) bool {
	if asked(s) {
		return true
	}
	reach, near := 0, max(0, claim.start-farthest)
	s.text, claim = s.text[near:], span{claim.start - near, claim.end - near}
	for _, m := range denial.FindAllStringIndex(s.text[:claim.end], -1) {
		rest := some(s.text[m[0]:])
		switch {
		case idle.MatchString(rest):
		case strings.HasPrefix(rest, "utan ") && reach > 0 && !strings.HasPrefix(rest, "utan att"): // "not this but that"
			return false
		case m[0] >= claim.start:
			return true
		case governs(s.text, m[0], m[1], claim):
			return !exception.MatchString(some(s.text[claim.end:]))
		}
		reach = m[1]
	}
	return deniedAfter(s.text, claim)
}

// governs reports whether a word of negation from at to end denies a claim that follows it.
func governs(text string, at, end int, claim span) bool {
	between := text[end:claim.start]
	if strings.Count(between, " ") > 20 || strings.Contains(strings.ReplaceAll(between, " utan att ", " "), " utan ") || parting.MatchString(between) || owned(text, claim) {
		return false
	}
	if m := subject.FindStringIndex(between); m != nil {
		before := text[max(0, at-40):at]
		return (spoken.MatchString(before) || spoken.MatchString(between[:m[0]])) && !joined.MatchString(between[:m[0]])
	}
	return !joined.MatchString(aside.ReplaceAllString(between, ""))
}

var (
	possessive = pattern(`\b(?:our|its|their|vår|vårt|våra|dess|sin|sitt|sina|deras) (?:[\pL\d]+ ){0,2}$|\b(?:outside|except|than|beyond|utanför|utom|förutom|än) (?:[\pL\d]+ ){0,2}$`)
	document   = pattern(`report|rapport|attestation|examination|granskning|audit|opinion`)
)

// owned reports whether a claim is taken for granted, whatever is denied of it: "nothing changes for our SOC 2 certification".
func owned(text string, claim span) bool {
	return possessive.MatchString(text[max(0, claim.start-40):claim.start]) && !document.MatchString(text[claim.start:claim.end])
}

// exception matches what takes the speaker, or the present, out of a denial: "nobody is … but us", "was not … until 2024".
var exception = pattern(`^[^.;]{0,30}\b(?:(?:until|till|before|förrän) |for long\b)|^[^.;]{0,30}\b(?:but|except|besides|other than|save|utom|förutom|mer än) (?:us|we|nordan|oss|vi)\b`)

// unreal matches what a sentence may say after a claim to deny that there is such a thing.
var unreal = pattern(`^[^;:]{0,30}?(?:` + strings.Join([]string{
	`\b(?:do|does|did)(?: not|n't) (?:really )?exist\b`,
	`\b(?:is|are|was|can|could|would)(?: not|n't|not| never| no)\b[^,;]{0,25}\b(?:exist\pL*|possible|thing|something|anything|available|valid|what|true|correct|claimed?|offered|issued|granted|awarded|held|be|right)\b`,
	`\b(?:is|are|would be) (?:nothing|no such|impossible|wrong|false|untrue|meaningless|a (?:myth|misnomer|misunderstanding|mistake|contradiction))\b`,
	`\b(?:finns|existerar|går|kan)\b[^,;]{0,15}\b(?:inte|ej|aldrig|inga?|inget)\b`,
	`\bär\b[^,;]{0,15}\b(?:inte|ej|aldrig|ingen|inget|inga|ingenting)\b[^,;]{0,25}\b(?:möjlig\pL*|något|någonting|som|finns|sant|rätt|riktig\pL*|begrepp)\b`,
	`\bär (?:inget|ingenting)\b`, `\bär (?:omöjlig\pL*|fel|felaktig\pL*|osann\pL*|en (?:missuppfattning|myt|felaktighet))\b`,
}, "|") + `)`)

var (
	// verb matches a claim that ends in its verb, after which Swedish puts its denial, and English its object.
	verb   = pattern(`(?:certifierar|garanterar|godkänner|uppfyller|efterlever|säkerställer|klarar|guarantees?|certif(?:y|ies|ied)|approves?|endorses?|ensures?)$`)
	object = pattern(`^ (?:oss |er |vi |ni |man |us |you )?(?:inte|ej|aldrig|ingen|inget|inga|ingenting|nothing|nobody|no|none)\b`)
)

func deniedAfter(text string, claim span) bool {
	rest := some(text[claim.end:])
	if verb.MatchString(text[claim.start:claim.end]) && object.MatchString(rest) {
		m := denial.FindStringIndex(rest)
		return !idle.MatchString(rest[m[0]:])
	}
	return unreal.MatchString(rest) && !owned(text, claim)
}

var (
	// loaded matches a question that takes its claim for granted, or that only sells it.
	loaded = pattern(`^\W*(?:why|since when|how long|how did|how we|when did|when were|did you know|what makes|who else|looking for|need|want|curious|ready|` +
		`varför|sedan när|hur länge|hur blev|när blev|visste|söker|letar|behöver|vill|we|our|vi|vår\pL*)\b`)
	affirmed = pattern(`^\W*(?:yes|yep|yeah|absolutely|certainly|of course|indeed|sure|we (?:are|do|have)|ja|jajamän|javisst|självklart|absolut|givetvis|naturligtvis|det (?:är|har) vi)\b`)
)

// asked reports whether a sentence is a question that is not answered by the next one with yes.
func asked(s sentence) bool {
	return strings.HasSuffix(strings.TrimRight(s.text, ` "'”»),;|`), "?") && !loaded.MatchString(some(s.text)) && !affirmed.MatchString(some(s.next))
}
