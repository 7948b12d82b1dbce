package spreadsheet

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// nameLimit is the length of the longest name of a sheet, in UTF-16 units.
const nameLimit = 31

// names gives each sheet a name that a spreadsheet can bear and that is no other's, whatever the case of its letters.
func names(sheets []Sheet) []string {
	taken := map[string]bool{"history": true} // Excel keeps that one for itself
	out := make([]string, len(sheets))
	for i, s := range sheets {
		base := nameable(s.Name)
		name := short(base, "")
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = short(base, fmt.Sprintf(" (%d)", n))
		}
		taken[strings.ToLower(name)] = true
		out[i] = name
	}
	return out
}

var unnameable = strings.NewReplacer(`:`, "-", `\`, "-", `/`, "-", `?`, "-", `*`, "-", `[`, "(", `]`, ")", "'", "’", "\n", " ", "\t", " ")

func nameable(name string) string {
	name = strings.TrimSpace(unnameable.Replace(shown(name)))
	if name == "" {
		return "Sheet"
	}
	return name
}

// short cuts a name so that there is room for what is to stand behind it.
func short(name, end string) string {
	units, room := 0, nameLimit-len(end)
	for i, r := range name {
		if units += utf16.RuneLen(r); units > room {
			return strings.TrimSpace(name[:i]) + end
		}
	}
	return name + end
}
