package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// How a site asks for versions of its handbook other than by their names.
const (
	allVersions    = "all"
	latestVersions = "latest:"
)

// Shown returns the versions of the handbook whose pages a site asks for, of all that were released, in their order. A site that does
// not say asks for all.
func (h *Handbook) Shown(released []string) []string {
	switch {
	case len(h.Versions) == 0, slices.Contains(h.Versions, allVersions):
		return released
	case len(h.Versions) == 1 && strings.HasPrefix(h.Versions[0], latestVersions):
		return released[max(0, len(released)-newest(h.Versions[0])):]
	}
	return slices.DeleteFunc(slices.Clone(released), func(v string) bool { return !slices.Contains(h.Versions, v) })
}

// newest returns the number in "latest:5", or 0 if it is none.
func newest(text string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(text, latestVersions))
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// versions judges which versions of the handbook are asked for, as far as it can be known before they are.
func (c *checker) versions() {
	list, at := c.site.Handbook.Versions, c.site.Tree.At("handbook", "versions")
	for _, v := range list {
		latest := strings.HasPrefix(v, latestVersions)
		switch {
		case (latest || v == allVersions) && len(list) > 1:
			c.fail(at, fmt.Sprintf("%q stands beside other versions", v), `write "all", "latest:5", or the names of versions`)
		case latest && newest(v) == 0:
			c.fail(at, fmt.Sprintf("%q does not say how many versions", v), `write a whole number from 1, as in "latest:5"`)
		}
	}
}

// Unreleased returns the versions that a site asks for by their names and that were not released.
func (h *Handbook) Unreleased(released []string) []string {
	return slices.DeleteFunc(slices.Clone(h.Versions), func(v string) bool {
		return v == allVersions || strings.HasPrefix(v, latestVersions) || slices.Contains(released, v)
	})
}
