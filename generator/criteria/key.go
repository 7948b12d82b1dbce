package criteria

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
)

// key reduces a spelling to its letters and numbers, so that "CC06-1", "cc 6.1" and "CC6.1" all become "CC.6.1". Spellings
// with one key are meant as one.
func key(s string) string {
	var b strings.Builder
	var last class
	for i, r := range s {
		c := classOf(r)
		if c == separator || c == number && r == '0' && last != number && numberFollows(s[i+1:]) {
			last = min(last, separator)
			continue
		}
		if c != last && b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteRune(unicode.ToUpper(r))
		last = c
	}
	return b.String()
}

type class uint8

const (
	separator class = iota
	word
	number
)

func classOf(r rune) class {
	switch {
	case r >= '0' && r <= '9':
		return number
	case unicode.IsLetter(r):
		return word
	}
	return separator
}

func numberFollows(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// compareKeys orders keys part by part, numbers by their value.
func compareKeys(a, b string) int {
	for a != "" && b != "" {
		var x, y string
		x, a, _ = strings.Cut(a, ".")
		y, b, _ = strings.Cut(b, ".")
		if c := compareParts(x, y); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

func compareParts(x, y string) int {
	if n, m, ok := numbers(x, y); ok {
		return cmp.Compare(n, m)
	}
	return cmp.Compare(x, y)
}

func numbers(x, y string) (n, m int, ok bool) {
	n, err := strconv.Atoi(x)
	if err != nil {
		return 0, 0, false
	}
	m, err = strconv.Atoi(y)
	return n, m, err == nil
}

// apart tells how far two keys lie from each other, part by part, for choosing among equally many edits.
func apart(a, b string) []int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	out := make([]int, max(len(x), len(y)))
	for i := range out {
		switch {
		case i >= len(x) || i >= len(y):
			out[i] = 1
		default:
			out[i] = partsApart(x[i], y[i])
		}
	}
	return out
}

func partsApart(x, y string) int {
	if n, m, ok := numbers(x, y); ok {
		return max(n-m, m-n)
	}
	if x == y {
		return 0
	}
	return 100
}
