package handbook

import (
	"trustpress/generator/audience"
	"trustpress/generator/redline"
)

// drift is how much a text differs from an older one.
type drift struct {
	redline.Counts
	First string // the heading above the first change, or ""
}

// since is what changed since a text, and the way to both compared.
type since struct {
	drift
	Href string
}

func driftOf(r *redline.Redline) drift {
	out := drift{Counts: r.Counts}
	if len(r.Changes) > 0 {
		out.First = audience.Told(r.Changes[0].Section)
	}
	return out
}
