package config

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// latest is how a site asks for the newest few versions.
const latest = "latest:"

// Shows reports whether a version of the handbook may have pages, as far as its name decides.
func (h *Handbook) Shows(version string) bool {
	return len(h.Versions) == 0 || slices.Contains(h.Versions, "all") || h.Latest() < math.MaxInt || slices.Contains(h.Versions, version)
}

// Latest returns how many versions have pages at most.
func (h *Handbook) Latest() int {
	if len(h.Versions) == 1 {
		if n, ok := strings.CutPrefix(h.Versions[0], latest); ok {
			if number, err := strconv.Atoi(n); err == nil {
				return max(number, 0)
			}
		}
	}
	return math.MaxInt
}
