package source

import (
	"strconv"
	"strings"
	"unicode"
)

// Slug returns the anchor that git hosts give a heading: lower case, words kept, punctuation gone, a hyphen for each space.
func Slug(heading string) string {
	var b strings.Builder
	for _, r := range strings.TrimSpace(heading) {
		switch {
		case r == ' ' || r == '-':
			b.WriteByte('-')
		case unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Pc):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// slugs numbers the headings of one document that would share an anchor: scope, scope-1, scope-2.
type slugs map[string]int

func (s slugs) unique(slug string) string {
	n, taken := s[slug]
	if !taken {
		s[slug] = 0
		return slug
	}
	for {
		n++
		next := slug + "-" + strconv.Itoa(n)
		if _, taken := s[next]; !taken {
			s[slug], s[next] = n, 0
			return next
		}
	}
}
