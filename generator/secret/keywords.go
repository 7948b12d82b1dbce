package secret

// An automaton finds every occurrence of many words in one pass, whatever their case. It is Aho and Corasick's, with the
// failure links folded into one dense table over the few byte values that occur in words, so that a byte of text costs two
// loads and no copy of the text in lower case is made. Over prose this is several times as fast as following links, which is
// what decides the cost of a check without secrets.
type automaton struct {
	class [256]uint8
	shift uint8
	next  []int32 // state<<shift | class → state
	words [][]int // the words that end at a state
	quiet int32   // the states below it end no word
}

// newAutomaton makes the automaton of the words, which are told apart by their index.
func newAutomaton(words []string) *automaton {
	a := &automaton{shift: 8}
	n := a.classes(words)
	for a.shift = 0; 1<<a.shift < n; {
		a.shift++
	}
	most := 1
	for _, w := range words {
		most += len(w)
	}
	a.next = make([]int32, 0, most<<a.shift)
	a.grow()
	for i, w := range words {
		if w != "" {
			a.insert(w, i)
		}
	}
	a.link()
	a.sort()
	return a
}

// classes numbers the byte values that occur in words, both cases of a letter alike; 0 is every other byte.
func (a *automaton) classes(words []string) int {
	n := 1
	for _, w := range words {
		for i := range len(w) {
			c := lower(w[i])
			if a.class[c] == 0 {
				a.class[c] = uint8(n)
				n++
			}
		}
	}
	for c := byte('A'); c <= 'Z'; c++ {
		a.class[c] = a.class[lower(c)]
	}
	return n
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// grow adds a state and returns it.
func (a *automaton) grow() int32 {
	a.next = a.next[:len(a.next)+1<<a.shift]
	a.words = append(a.words, nil)
	return int32(len(a.words) - 1)
}

func (a *automaton) insert(word string, index int) {
	s := int32(0)
	for i := range len(word) {
		at := s<<a.shift | int32(a.class[word[i]])
		if a.next[at] == 0 {
			t := a.grow()
			a.next[at] = t
		}
		s = a.next[at]
	}
	a.words[s] = append(a.words[s], index)
}

// link completes the table, state by state in order of depth: where a state has no way on, the way of the longest suffix that
// is a state is taken.
func (a *automaton) link() {
	fail := make([]int32, len(a.words))
	queue := []int32{0}
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		for c := range int32(1) << a.shift {
			at, back := s<<a.shift|c, a.next[fail[s]<<a.shift|c]
			t := a.next[at]
			switch {
			case t == 0 && s != 0:
				a.next[at] = back
			case t != 0:
				if s != 0 {
					fail[t] = back
					a.words[t] = append(a.words[t], a.words[back]...)
				}
				queue = append(queue, t)
			}
		}
	}
}

// sort renumbers the states so that those that end a word come last, and one comparison tells them.
func (a *automaton) sort() {
	number := make([]int32, len(a.words))
	var words [][]int
	for _, ends := range []bool{false, true} {
		for s, w := range a.words {
			if (len(w) > 0) == ends {
				number[s] = int32(len(words))
				words = append(words, w)
			}
		}
		if !ends {
			a.quiet = int32(len(words))
		}
	}
	next := make([]int32, len(a.next))
	for s := range a.words {
		for c := range 1 << a.shift {
			next[int(number[s])<<a.shift|c] = number[a.next[s<<a.shift|c]]
		}
	}
	a.next, a.words = next, words
}

// walk calls hit with the end of each occurrence and the words that end there, until hit returns false.
func (a *automaton) walk(text []byte, hit func(end int, words []int) bool) {
	s := int32(0)
	for i, c := range text {
		s = a.next[s<<a.shift|int32(a.class[c])]
		if s >= a.quiet && !hit(i+1, a.words[s]) {
			return
		}
	}
}

// occurs reports whether the text holds a word.
func (a *automaton) occurs(text []byte) bool {
	found := false
	a.walk(text, func(int, []int) bool { found = true; return false })
	return found
}
