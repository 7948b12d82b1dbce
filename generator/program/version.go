package program

import (
	"cmp"
	"regexp"
	"strings"
)

// version is the name of a release. It is a folder of a web address, the name of a file and the end of a tag of git, so it keeps to what
// all three take.
var version = regexp.MustCompile(`^v?[0-9][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*$`)

// longestVersion is how many characters the name of a release has at most.
const longestVersion = 64

// NameVersion says how the name of a version is written.
const NameVersion = "begin with a digit, or v and a digit, and join letters and digits by single dots, hyphens or underscores, as in 2026.2"

// IsVersion reports whether a text can be the name of a release.
func IsVersion(name string) bool {
	return len(name) <= longestVersion && version.MatchString(name) && !strings.HasSuffix(name, ".lock") // which git keeps for itself
}

// CompareVersions compares the names of two versions as people read them: number by number and word by word, so that 2026.2 stands before
// 2026.10. A v at the front, the case of letters, zeros before a number and what joins its parts make no difference; two names that
// differ in these alone are one version, and 0 is returned. A name that goes on where the other ends is the later one: 2026.2.1
// comes after 2026.2, and 2026.2-draft does too.
func CompareVersions(a, b string) int {
	a, b = unmarked(a), unmarked(b)
	for {
		var x, y string
		x, a = part(a)
		y, b = part(b)
		if order := compareParts(x, y); order != 0 || x == "" {
			return order
		}
	}
}

// unmarked returns a version's name in small letters, without the v that some begin it with.
func unmarked(name string) string {
	name = strings.ToLower(name)
	if rest, marked := strings.CutPrefix(name, "v"); marked && rest != "" && digit(rest[0]) {
		return rest
	}
	return name
}

// part cuts the first number or word off a name, without what stands before it.
func part(name string) (first, rest string) {
	name = strings.TrimLeft(name, "._-")
	end := 0
	for end < len(name) && !strings.ContainsRune("._-", rune(name[end])) && digit(name[end]) == digit(name[0]) {
		end++
	}
	return name[:end], name[end:]
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// compareParts puts nothing before a number, and a number before a word. A number of any length is compared.
func compareParts(x, y string) int {
	if x == "" || y == "" || !digit(x[0]) || !digit(y[0]) {
		return cmp.Compare(x, y)
	}
	x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
}
