package wording

import (
	"regexp"
	"strings"
)

// sentence is a range of the folded text, with what stands around it.
type sentence struct {
	start int
	text  string
	next  string // the sentence that follows, or ""
}

// stop matches what may end a sentence.
var stop = regexp.MustCompile(`[.!?…]+["'”»)\]]* `)

// shortened are words that end in a full stop and end no sentence.
var shortened = map[string]bool{"no": true, "nr": true, "art": true, "e.g": true, "i.e": true, "t.ex": true, "bl.a": true, "d.v.s": true, "m.m": true,
	"dvs": true, "ca": true, "resp": true, "inc": true, "ltd": true, "kl": true, "st": true, "vs": true, "approx": true, "s.k": true, "fig": true}

// sentences cuts a folded text into its sentences.
func (f *folded) sentences() []sentence {
	var out []sentence
	start := 0
	for _, m := range stop.FindAllStringIndex(f.text, -1) {
		if !f.ends(start, m[0], m[1]) {
			continue
		}
		out = append(out, sentence{start: start, text: f.text[start:m[1]]})
		start = m[1]
	}
	out = append(out, sentence{start: start, text: f.text[start:]})
	return follow(out)
}

// longest is how many bytes of a sentence are read as one: the patterns take the square of its length.
const longest = 1000

// follow cuts what is too long for a sentence, and tells each which comes next.
func follow(whole []sentence) []sentence {
	var out []sentence
	for _, s := range whole {
		for len(s.text) > longest {
			cut := longest
			if space := strings.LastIndexByte(s.text[:cut], ' '); space > 0 {
				cut = space + 1
			}
			out = append(out, sentence{start: s.start, text: s.text[:cut]})
			s.start, s.text = s.start+cut, s.text[cut:]
		}
		if s.text != "" {
			out = append(out, s)
		}
	}
	for i := range out[:max(len(out)-1, 0)] {
		out[i].next = out[i+1].text
	}
	return out
}

// ends reports whether a stop ends the sentence that begins at start: what follows does not go on in a small letter, and what goes
// before is no shortened word.
func (f *folded) ends(start, at, after int) bool {
	if after < len(f.text) && f.lower(after) && f.text[at] == '.' {
		return false
	}
	words := f.text[start:at]
	return f.text[at] != '.' || !shortened[words[strings.LastIndexByte(words, ' ')+1:]]
}
