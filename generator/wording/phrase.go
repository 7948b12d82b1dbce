package wording

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// phrase is one pattern of a rule. Patterns see folded text, one sentence at a time.
type phrase struct {
	rule  string
	class Class
	words string // beginnings of words, one of which the sentence must have
	find  string // the claim
	with  string // what the sentence must hold too
	// unless keeps silent if it is found in the claim and the few words after it, lacking if it is found in the
	// sentence or the next.
	unless, lacking string
	// before keeps silent if it is found in the sentence before the claim, beside if it is found anywhere in it.
	before, beside string
	when           Condition
	report         string // the kind of report, where the words do not say it
	bare           bool   // a denial changes nothing: the pattern holds it, or it is the word itself that is wrong
	anywhere       bool   // in quotation marks and code too
	aim            bool   // in a text for the service auditor it only says what something is for

	once    sync.Once
	pattern [6]*regexp.Regexp // find, with, unless, lacking, before, beside
}

// published is the table of what a text for everybody may not say, handed that of a text for the service auditor. Where two
// phrases match the same words, the first says what is wrong.
var (
	published = newTable(slices.Concat(socPhrases, namedPhrases, lawPhrases, looseWords, facts))
	handed    = newTable(slices.Concat(testWords, opinionWords, wholeWords, slices.DeleteFunc(slices.Clone(looseWords), func(p *phrase) bool { return p.class != Unmeasurable || p.aim })))
)

// macros are the parts that patterns share, in braces.
var macros = strings.NewReplacer(
	"{soc}", `\bsoc[ -]?(?:[123]|iii|ii|i)s?\b`,
	"{type}", `(?:,? ?\(?\b(?:type|typ)[ -]?(?:1|2|ii|i)\b\)?)?`,
	"{iso}", `\biso(?:/iec)?[ -]?(?:/?iec[ -]?)?\d{4,5}(?:[:-]\d{4})?\b`,
	"{certified}", `\b(?:re)?certif[\pL]*`,
	"{j}", ` ?[-|:(/,]? ?`, // what joins two words: a space, a hyphen, the border of a cell
	"{gap}", `[^;]{0,40}?`,
	"{month}", `(?:jan(?:uar[yi])?|feb(?:ruar[yi])?|mar(?:ch|s)?|apr(?:il)?|ma[yj]|jun[ei]?|jul[yi]?|aug(?:ust[i]?)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)`,
)

// pattern reads a pattern. One that cannot be read fails the tests, each of which reads them all.
func pattern(text string) *regexp.Regexp {
	return regexp.MustCompile(letters.Replace(macros.Replace(text)))
}

func (p *phrase) read() {
	p.once.Do(func() {
		for i, text := range []string{p.find, p.with, p.unless, p.lacking, p.before, p.beside} {
			if text != "" {
				p.pattern[i] = pattern(text)
			}
		}
	})
}

// after is how many bytes after a claim its exceptions may look at.
const after = 45

// in returns where a sentence makes the claim.
func (p *phrase) in(s sentence) []span {
	p.read()
	find, with, unless, lacking, before, beside := p.pattern[0], p.pattern[1], p.pattern[2], p.pattern[3], p.pattern[4], p.pattern[5]
	if with != nil && !with.MatchString(s.text) {
		return nil
	}
	matches := find.FindAllStringIndex(s.text, -1) // what speaks against them is asked of the few sentences that have any
	if matches == nil || lacking != nil && lacking.MatchString(s.text+s.next) || beside != nil && beside.MatchString(s.text) {
		return nil
	}
	var out []span
	for _, m := range matches {
		at := trim(s.text, span{m[0], m[1]})
		switch {
		case at.start >= at.end:
		case before != nil && before.MatchString(s.text[:at.start]):
		case unless != nil && unless.MatchString(s.text[at.start:min(len(s.text), at.end+after)]):
		case !p.bare && denied(s, at):
		default:
			out = append(out, at)
		}
	}
	return out
}

// trim takes spaces and signs off the ends of a match, which a pattern may have needed to see.
func trim(text string, at span) span {
	edge := func(r rune) bool { return !word(r) && r != '%' && r != '+' }
	inner := strings.TrimLeftFunc(text[at.start:at.end], edge)
	at.start = at.end - len(inner)
	at.end = at.start + len(strings.TrimRightFunc(inner, edge))
	return at
}

// entry is one beginning of a word, and the phrases that it may begin.
type entry struct {
	prefix  string
	phrases []int
}

// entries lists the beginnings of words by their first byte.
type entries [256][]entry

// table is phrases, with the beginnings of words by which they are found.
type table struct {
	phrases []*phrase
	index   func() *entries
}

func newTable(phrases []*phrase) *table {
	return &table{phrases, sync.OnceValue(func() *entries { return indexed(phrases) })}
}

func indexed(phrases []*phrase) *entries {
	var out entries
	for i := range phrases {
		for _, prefix := range strings.Fields(letters.Replace(phrases[i].words)) {
			list := &out[prefix[0]]
			at := slices.IndexFunc(*list, func(e entry) bool { return e.prefix == prefix })
			if at < 0 {
				at, *list = len(*list), append(*list, entry{prefix: prefix})
			}
			(*list)[at].phrases = append((*list)[at].phrases, i)
		}
	}
	return &out
}

// worthwhile reports whether any phrase could be in a folded text. Most texts end here.
func (t *table) worthwhile(text string) bool { return len(t.could(text, 1)) > 0 }

// candidates returns the phrases that a sentence could hold, in the order of the table.
func (t *table) candidates(text string) []*phrase {
	found := t.could(text, math.MaxInt)
	slices.Sort(found)
	var out []*phrase
	for _, i := range slices.Compact(found) {
		out = append(out, t.phrases[i])
	}
	return out
}

// could looks at the beginning of every word, until it has found so many phrases.
func (t *table) could(text string, enough int) []int {
	known := t.index()
	var out []int
	between := true
	for at, r := range text {
		inside := word(r)
		if inside && between {
			out = known.at(out, text[at:])
		}
		if between = !inside; joins(text, at) {
			out = known.at(out, dotted)
		}
		if len(out) >= enough {
			break
		}
	}
	return out
}

// at adds the phrases that the word at the beginning of a text may begin.
func (x *entries) at(out []int, text string) []int {
	for _, e := range x[text[0]] {
		if strings.HasPrefix(text, e.prefix) {
			out = append(out, e.phrases...)
		}
	}
	return out
}

// joins reports whether a full stop or a colon is one of several that join numbers, as in an address.
func joins(text string, at int) bool {
	sign := text[at]
	if sign != '.' && sign != ':' || at == 0 || !hex(text[at-1]) {
		return false
	}
	for i := at + 1; i < len(text) && i <= at+5; i++ {
		if text[i] == sign {
			return true
		}
		if !hex(text[i]) {
			return false
		}
	}
	return false
}

func hex(c byte) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' }

var (
	socNumber  = regexp.MustCompile(`soc[ -]?([123]|iii|ii|i)`)
	typeNumber = regexp.MustCompile(`typ(?:e)?[ -]?(1|2|ii|i)\b`)
	isoNumber  = regexp.MustCompile(`(27001|27701|42001|\b\d{4,5}\b)`)
	arabic     = map[string]int{"1": 1, "2": 2, "3": 3, "i": 1, "ii": 2, "iii": 3}
)

// named returns the kind of report that a claim is about, and its type.
func (p *phrase) named(claim string) (kind string, typ int) {
	if p.when == Always {
		return "", 0
	}
	if m := typeNumber.FindStringSubmatch(claim); m != nil {
		typ = arabic[m[1]]
	}
	if p.report != "" {
		return p.report, typ
	}
	if m := socNumber.FindStringSubmatch(claim); m != nil {
		return "soc" + string(rune('0'+arabic[m[1]])), typ
	}
	if m := isoNumber.FindString(claim); m != "" {
		return "iso" + m, 0
	}
	return "", typ
}
