package wording

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Figure is a number in a text, or the month of a date.
type Figure struct {
	Start, End int // bytes of the text; the end is exclusive
	month      bool
	values     []float64 // what it may stand for: 2 weeks are 14 days
}

// token matches what is read one after the other: a date, a number with its separators, a word.
var token = regexp.MustCompile(`\d{4}-\d\d-\d\d|\d{1,2}:\d\d\b|\d{1,3}(?: \d{3})+\b|\d+(?:[.,]\d+)*|[\pL']+`)

// Figures returns the numbers of a text in English or Swedish that stand for themselves, not those of a name, such as AC-02.
func Figures(text string) []Figure {
	f := fold(text)
	tokens := token.FindAllStringIndex(f.text, -1)
	var out []Figure
	for i, m := range tokens {
		before, next := "", ""
		if i > 0 {
			before = f.text[tokens[i-1][0]:tokens[i-1][1]]
		}
		if i+1 < len(tokens) {
			next = f.text[tokens[i+1][0]:tokens[i+1][1]]
		}
		figure := Figure{}
		figure.Start, figure.End = f.place(m[0], m[1])
		this := f.text[m[0]:m[1]]
		month, known := months[this]
		switch {
		case known && (numeric(next) || numeric(before)):
			figure.month, figure.values = true, []float64{month}
			out = append(out, figure)
		case numeric(this) && !attached(f.text, m[0]):
			out = append(out, split(figure, before, this, next)...)
		}
	}
	return out
}

func numeric(token string) bool { return token != "" && token[0] >= '0' && token[0] <= '9' }

// attached reports whether a number is part of a name: CC6.1, AC-02.
func attached(text string, at int) bool {
	before := strings.TrimRight(text[:at], "-_/#")
	return before != "" && (len(before) == at || text[at-1] != ' ') && lettered(before[len(before)-1])
}

func lettered(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

var (
	clock   = regexp.MustCompile(`^([01]?\d|2[0-3])[.:]([0-5]\d)$`)
	article = map[string]bool{"article": true, "art": true, "artikel": true, "section": true, "avsnitt": true, "punkt": true, "bilaga": true, "annex": true}
)

// split returns the figures of a token: a date has two and a month, and an article with a paragraph two.
func split(f Figure, before, token, unit string) []Figure {
	if parts := strings.Split(token, "."); article[before] && len(parts) == 2 {
		paragraph := f
		f.values, paragraph.values = []float64{parse(parts[0])}, []float64{parse(parts[1])}
		return []Figure{f, paragraph}
	}
	if date := strings.Split(token, "-"); len(date) == 3 {
		year, month, day := f, f, f
		year.values, month.values, day.values = []float64{parse(date[0])}, []float64{parse(date[1])}, []float64{parse(date[2])}
		month.month = true
		return []Figure{year, month, day}
	}
	n := parse(strings.Replace(token, ":", ".", 1))
	f.values = []float64{n}
	if m := clock.FindStringSubmatch(token); m != nil { // apart from every other number
		f.values = append(f.values, -1-60*parse(m[1])-parse(m[2]))
	}
	if times := longer[unit]; times > 0 {
		f.values = append(f.values, n*times)
	}
	return []Figure{f}
}

var grouped = regexp.MustCompile(`^[1-9]\d{0,2}(?:[., ]\d{3})+$`)

// parse reads a number with the separators of either language. One with several points, as a version, is read as its digits.
func parse(token string) float64 {
	if grouped.MatchString(token) || strings.Count(token, ".")+strings.Count(token, ",") > 1 {
		token = strings.NewReplacer(".", "", ",", "", " ", "").Replace(token)
	}
	n, _ := strconv.ParseFloat(strings.ReplaceAll(token, ",", "."), 64) // digits and one point
	return n
}

// longer tells of a unit of time how many of the unit below it has.
var longer = map[string]float64{"day": 24, "days": 24, "dag": 24, "dagar": 24, "dygn": 24, "week": 7, "weeks": 7, "vecka": 7, "veckor": 7, "year": 12, "years": 12, "aar": 12,
	"hour": 60, "hours": 60, "timme": 60, "timmar": 60, "timmars": 60, "dagars": 24}

var months = func() map[string]float64 {
	out := map[string]float64{}
	for i, names := range []string{"january januari jan", "february februari feb", "march mars mar", "april apr", "may maj", "june juni jun", "july juli jul", "august augusti aug",
		"september sept sep", "october oktober oct okt", "november nov", "december dec"} {
		for _, name := range strings.Fields(names) {
			out[name] = float64(i + 1)
		}
	}
	return out
}()

// inWords are the numbers that both languages write in letters.
var inWords = map[string]float64{"one": 1, "once": 1, "two": 2, "twice": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90, "hundred": 100, "half": 0.5,
	"en": 1, "ett": 1, "tvaa": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "aatta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "fjorton": 14, "femton": 15, "tjugo": 20,
	"trettio": 30, "sextio": 60, "nittio": 90, "hundra": 100, "halv": 0.5, "halvt": 0.5}

// Differ returns the first figure of a translation that its source has not, where the source has another that the translation has
// not: 30 days here and 14 there. What one of them says in letters, or not at all, is no difference.
func Differ(source, translation string) (written, translated Figure, differ bool) {
	a, b := count(source), count(translation)
	for _, month := range []bool{false, true} {
		only, other := a.beyond(b, month), b.beyond(a, month)
		if len(only) > 0 && len(other) > 0 && (month || digits(source, only) != digits(translation, other)) {
			return only[0], other[0], true
		}
	}
	return Figure{}, Figure{}, false
}

// counted is the numbers of a text.
type counted struct {
	figures         []Figure
	numbers, months map[float64]bool // that it says, in figures or, of numbers, in letters
}

func count(text string) counted {
	out := counted{figures: Figures(text), numbers: map[float64]bool{}, months: map[float64]bool{}}
	for _, f := range out.figures {
		for _, v := range f.values {
			out.said(f.month)[v] = true
		}
	}
	for _, w := range strings.FieldsFunc(fold(text).text, func(r rune) bool { return !word(r) }) {
		if n, known := inWords[w]; known {
			out.numbers[n] = true
		}
	}
	return out
}

func (c counted) said(month bool) map[float64]bool {
	if month {
		return c.months
	}
	return c.numbers
}

// beyond returns the figures that another text does not say.
func (c counted) beyond(other counted, month bool) []Figure {
	var out []Figure
	for _, f := range c.figures {
		if f.month == month && !slices.ContainsFunc(f.values, func(v float64) bool { return other.said(month)[v] }) {
			out = append(out, f)
		}
	}
	return out
}

// digits returns the digits of figures, sorted: Article 28(3) and artikel 28.3 have the same. Months have none.
func digits(text string, figures []Figure) string {
	var out []byte
	for _, f := range figures {
		for _, c := range []byte(text[f.Start:f.End]) {
			if numeric(string(c)) {
				out = append(out, c)
			}
		}
	}
	slices.Sort(out)
	return string(out)
}
