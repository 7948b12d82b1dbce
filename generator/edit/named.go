package edit

import (
	"fmt"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/nearest"
	"trustpress/generator/program"
)

// Named returns the record that a person names by its id, ignoring case, out of all of its kind. Of an id that is none it says which was
// perhaps meant.
func Named[T program.Any](e *audience.Edition, id, kind string, all []T) (T, error) {
	rec := e.Record(id)
	if found, ok := rec.(T); ok {
		return found, nil
	}
	var none T
	if rec != nil {
		return none, fmt.Errorf("%s is a %s, and not a %s\nhint: name a %s by its id", rec.Base().ID, rec.Base().Kind.Name, kind, kind)
	}
	hint := fmt.Sprintf("trustpress new %s %s makes one", kind, id)
	if near, ok := Meant(id, all, min(3, 1+len(id)/4)); ok { // half of a short id is another id
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return none, fmt.Errorf("there is no %s %q\nhint: %s", kind, id, hint)
}

// Meant returns the id of a record that a misspelt one was meant to be, if that is as many slips away at most.
func Meant[T program.Any](id string, all []T, slips int) (string, bool) {
	lower := make([]string, len(all))
	for i, rec := range all {
		lower[i] = strings.ToLower(rec.Base().ID)
	}
	near, ok := nearest.Within(strings.ToLower(id), lower, slips)
	if !ok {
		return "", false
	}
	return all[slices.Index(lower, near)].Base().ID, true
}
