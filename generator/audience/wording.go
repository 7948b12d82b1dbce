package audience

import (
	"io/fs"
	"slices"

	"trustpress/generator/approval"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// Wording is how a policy once read.
type Wording struct {
	HTML      string // in the form in which two can be compared; "" where it was not made
	Words     string // that an approval is over
	Originals []program.Original
}

// SHA256 returns the digest of the words.
func (w Wording) SHA256() string { return approval.Digest(w.Words) }

// Wordings returns how policies read in an edition, by the ids that are asked for. fsys holds the files that it was compiled from. A policy
// whose words cannot be read is not among them.
func (a *Auditor) Wordings(fsys fs.FS, ids []string) map[string]Wording {
	out := map[string]Wording{}
	originals := program.NewOriginals(fsys)
	for _, p := range a.Program.Policies {
		if !slices.Contains(ids, p.ID) {
			continue
		}
		if words, ok := program.Words(fsys, a.Site, p); ok {
			out[p.ID] = Wording{a.Comparable(p), words, originals.Of(p)}
		}
	}
	return out
}

// Older returns how policies read in a released version, by the ids that they had there.
type Older func(in *trace.Version, ids []string) (map[string]Wording, error)
