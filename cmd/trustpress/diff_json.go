package main

import (
	"trustpress/generator/handbook"
	"trustpress/generator/redline"
	"trustpress/generator/trace"
)

// differences is a comparison as JSON. Its form is stable: cmd/trustpress/manual/diff.md says what it is.
type differences struct {
	From      string       `json:"from"`
	To        string       `json:"to"`
	Documents []difference `json:"documents"`
	Unchanged int          `json:"unchanged"`
}

type difference struct {
	Kind        string           `json:"kind"`
	ID          string           `json:"id"`
	WasID       string           `json:"was_id,omitempty"`
	Title       string           `json:"title"`
	What        string           `json:"what"`
	FromVersion string           `json:"from_version,omitempty"`
	ToVersion   string           `json:"to_version,omitempty"`
	Counts      *redline.Counts  `json:"counts,omitempty"`
	Changes     []redline.Change `json:"changes"`
}

func differencesOf(c *handbook.Comparison, from, to *trace.Version) differences {
	out := differences{From: nameOf(from), To: nameOf(to), Documents: []difference{}, Unchanged: c.Unchanged}
	for _, d := range c.Documents {
		now := d.Now()
		one := difference{Kind: now.Kind, ID: now.ID, WasID: d.FormerID(), Title: now.Title, What: d.What, Counts: d.Counts(), Changes: d.Changes()}
		one.FromVersion, one.ToVersion = d.Versions()
		out.Documents = append(out.Documents, one)
	}
	return out
}
