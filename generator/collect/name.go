package collect

import (
	"strings"

	"trustpress/generator/bag"
)

// Lengths of the parts of a file's name, in bytes: long enough to tell one from another, short enough to be read in a list.
const (
	whatLength   = 48
	systemLength = 32
)

// fileName is the name of a file below the evidence root: which control, what it shows, of which system, and of which day, as far as that was
// said. A name that has this form already stays as it is.
func (d *Draft) fileName(h *File) string {
	ext := strings.ToLower(h.ext())
	parts := []string{}
	if len(d.row.Controls) > 0 {
		control := d.row.Controls[0].ID
		if base := h.base(); strings.HasPrefix(base, control+"_") && bag.Name(base) == base && dated.MatchString(base) {
			return base
		}
		parts = append(parts, control)
	}
	what := slug(d.what(), whatLength)
	if what == "" {
		what = slug(d.row.Title, whatLength)
	}
	for _, part := range []string{what, slug(d.row.System, systemLength), d.day()} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return bag.Name(strings.Join(parts, "_") + ext)
}

// day returns the day that a file's name has: the last one that it speaks of, else the one on which it was collected.
func (d *Draft) day() string {
	for _, day := range []string{d.row.OccurredOn.String(), d.row.Covers.To.String(), d.row.CollectedAt.Day.String()} {
		if day != "" {
			return day
		}
	}
	return ""
}

// slug returns words as one part of a file's name: small letters and digits, with hyphens between them.
func slug(words string, length int) string {
	plain := strings.ToLower(bag.Name(strings.ReplaceAll(words, ".", " ")))
	if plain == bag.Name("") { // no letter of it can be kept
		return ""
	}
	plain = strings.Trim(strings.ReplaceAll(plain, "_", "-"), "-")
	if len(plain) <= length {
		return plain
	}
	cut := plain[:length]
	if i := strings.LastIndexByte(cut, '-'); i > length/2 {
		cut = cut[:i]
	}
	return strings.Trim(cut, "-")
}
