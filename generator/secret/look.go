package secret

import (
	"bytes"
	"slices"
	"sync"
)

const (
	nameLength = 64  // gitleaks lets a name begin 50 bytes before its keyword and go on for about as long behind it
	gapLength  = 8   // and lets 5 bytes of quotes and spaces stand before the value
	shortRun   = 12  // a run of token bytes shorter than this is no help: prose is full of them
	farEnough  = 512 // no value is followed farther than this, so that hostile text cannot make the look slow
)

// look is the cheap first pass: it says in which windows of the text which rules have to be run.
// The windows are good until the sight is looked through again.
func (s *sight) look(d *rules, text []byte) [][]span {
	windows, active, tried := s.clear(len(d.rules))
	for _, i := range d.always {
		active[i] = true
	}
	d.keywords.walk(text, func(end int, words []int) bool {
		for _, w := range words {
			for _, i := range d.byWord[w] {
				if !d.rules[i].shape().named {
					active[i] = true
				} else if w, ok := d.rules[i].assigned(text, end, &tried[i]); ok {
					windows[i] = widen(windows[i], w)
				}
			}
		}
		return true
	})
	d.byRuns(text, active, windows)
	return windows
}

// sight is what a look needs room for, kept from text to text.
type sight struct {
	windows [][]span
	active  []bool
	tried   []int
}

var sights = sync.Pool{New: func() any { return new(sight) }}

// clear returns room for n rules.
func (s *sight) clear(n int) (windows [][]span, active []bool, tried []int) {
	if len(s.windows) != n {
		s.windows, s.active, s.tried = make([][]span, n), make([]bool, n), make([]int, n)
	}
	for i := range s.windows {
		s.windows[i] = s.windows[i][:0]
	}
	clear(s.active)
	clear(s.tried)
	return s.windows, s.active, s.tried
}

// widen appends a window, or joins it to the last one if they touch. Windows come in the order of their starts.
func widen(list []span, w span) []span {
	if n := len(list); n > 0 && w.start <= list[n-1].end {
		list[n-1].end = max(list[n-1].end, w.end)
		return list
	}
	return append(list, w)
}

// assigned looks behind a keyword for the sign and a value that could satisfy the rule. Signs before tried have been found to
// have none; where keywords follow each other closely, no sign is looked at twice.
func (r *rule) assigned(text []byte, end int, tried *int) (span, bool) {
	for i := end; i < min(end+nameLength, len(text)); i++ {
		switch kinds[text[i]] {
		case sign:
			if i < *tried {
				continue
			}
			if e, ok := r.shape().value(text, i+1); ok && !plainDigest(text, i) {
				return span{max(0, end-2*nameLength), e}, true
			}
			*tried = i + 1
		case other:
			return span{}, false
		}
	}
	return span{}, false
}

// plainDigest reports whether the sign at i stands between a name such as "sha256" and a digest. Registers of evidence are full of
// them, the pattern behind would explain each away, and it takes its time.
func plainDigest(text []byte, i int) bool {
	value := i + 1
	for value < len(text) && kinds[text[value]] == gap {
		value++
	}
	if end := runEnd(text, value); end-value < 32 || end-value > 128 || bytes.ContainsFunc(text[value:end], notHex) {
		return false
	}
	for i > 0 && kinds[text[i-1]] == gap {
		i--
	}
	name := bytes.ToLower(text[runStart(text, i):i])
	return slices.ContainsFunc(digestWords, func(word string) bool { return bytes.Contains(name, []byte(word)) }) && !matches(passwordName, name)
}

var digestWords = []string{"sha256", "sha1", "sha224", "sha384", "sha512", "digest", "checksum", "fingerprint"}

func notHex(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'f') }

// The kinds of bytes in NAME = VALUE: what separates the two, what may stand around that, and what both are made of.
const (
	other = iota
	sign
	gap
	part
)

var kinds = func() (k [256]uint8) {
	for c := range 256 {
		if token[c] {
			k[c] = part
		}
	}
	for _, c := range " \t\n\r\f\"'`" {
		k[c] = gap
	}
	for _, c := range "=:>|?," {
		k[c] = sign
	}
	return k
}()

// value reports whether a value of the shape can begin at i, and where a window has to end that holds it.
func (s shape) value(text []byte, i int) (int, bool) {
	for n := 0; n < gapLength && i < len(text) && kinds[text[i]] == gap; n++ {
		i++
	}
	text = text[:min(len(text), i+farEnough)]
	end := runEnd(text, i)
	if end-i < s.run || s.distinct > 0 && !varied(text[i:end], s.distinct) {
		return 0, false
	}
	if !s.single {
		end = max(end, min(len(text), i+s.longest))
	}
	return min(len(text), end+2*edge), true
}

// runEnd returns where the run of token bytes that holds i, or begins there, ends.
func runEnd(text []byte, i int) int {
	for i < len(text) && token[text[i]] {
		i++
	}
	return i
}

func runStart(text []byte, i int) int {
	for i > 0 && token[text[i-1]] {
		i--
	}
	return i
}

// varied reports whether b has at least n different bytes.
func varied(b []byte, n int) bool {
	var seen [256]bool
	for _, c := range b {
		if !seen[c] {
			seen[c] = true
			n--
		}
		if n <= 0 {
			return true
		}
	}
	return n <= 0
}

// byRuns gives the active rules their windows: around each run that is long enough for the rule. Rules that need no long run
// see the whole text.
func (d *rules) byRuns(text []byte, active []bool, windows [][]span) {
	var sharp []int
	least := len(text) + 1
	for i := range active {
		if !active[i] {
			continue
		}
		if s := d.rules[i].shape(); s.run < shortRun || !s.single && s.longest == unbounded {
			windows[i] = []span{{0, len(text)}}
		} else {
			sharp, least = append(sharp, i), min(least, s.run)
		}
	}
	eachRun(text, least, func(run span) {
		for _, i := range sharp {
			if s := d.rules[i].shape(); run.end-run.start >= s.run {
				windows[i] = widen(windows[i], s.around(text, run))
			}
		}
	})
}

// eachRun calls found with the runs of at least n token bytes. It looks at one byte in n where there are none.
func eachRun(text []byte, n int, found func(span)) {
	for i := n - 1; i < len(text); {
		if !token[text[i]] {
			i += n // a run of that length would have held i
			continue
		}
		run := span{runStart(text, i), runEnd(text, i)}
		if run.end-run.start >= n {
			found(run)
		}
		i = run.end + n
	}
}

// around is the window in which a match that holds the run must lie. It ends where a line does, unless only the run's own
// edges matter, so that what a pattern says of the end of a text is true there too.
func (s shape) around(text []byte, run span) span {
	if s.single {
		return span{max(0, run.start-2*edge), min(len(text), run.end+2*edge)}
	}
	w := span{max(0, run.start-s.longest), min(len(text), run.end+s.longest)}
	w.start = bytes.LastIndexByte(text[:w.start], '\n') + 1
	if i := bytes.IndexByte(text[w.end:], '\n'); i >= 0 {
		w.end += i + 1
	} else {
		w.end = len(text)
	}
	return w
}
