package wording

import (
	"maps"
	"slices"
)

// Rules returns the ids of the rules that have advice.
func Rules() []string { return slices.Sorted(maps.Keys(guides)) }
