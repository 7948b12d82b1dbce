package trace

import (
	"bytes"
	"maps"
	"slices"

	"trustpress/generator/approval"
	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/history"
	"trustpress/generator/program"
)

// Words returns the words of a policy as an approval is over them, and where each stands.
func (t *Trace) Words(p *program.Policy) (words string, places []diag.Span) {
	words, _ = program.Words(t.fsys, t.Site, p)
	return words, program.Places(t.fsys, t.Site, p)
}

// ApprovedWords returns the words of the texts that policies were last approved with, as far as they are at hand: in a version of the
// handbook, or in the history of the policy's file.
func (t *Trace) ApprovedWords(policies []*program.Policy) map[*program.Policy]string {
	out := t.archived(policies)
	missing := slices.DeleteFunc(slices.Clone(policies), func(p *program.Policy) bool { return out[p] != "" })
	if len(missing) == 0 {
		return out
	}
	wanted := map[*program.Policy][]string{}
	for _, p := range missing {
		wanted[p] = []string{t.Approved[p].Last().SHA256}
	}
	for p, known := range t.Recall(wanted) {
		for _, text := range known {
			out[p] = text.Words
		}
	}
	return out
}

// archived returns the words of the texts that policies were last approved with, from the versions that have them.
func (t *Trace) archived(policies []*program.Policy) map[*program.Policy]string {
	in := map[*Version][]*program.Policy{}
	for _, p := range policies {
		if text := t.Approved[p].Last().Text; t.Past.Words != nil && text != nil && text.In != nil {
			in[text.In] = append(in[text.In], p)
		}
	}
	out := map[*program.Policy]string{}
	for v, rest := range in {
		var ids []string
		for _, p := range rest {
			ids = append(ids, t.Approved[p].Last().Text.ID)
		}
		words := t.Past.Words(v, ids)
		for i, p := range rest {
			if said := words[ids[i]]; approval.Digest(said) == t.Approved[p].Last().SHA256 {
				out[p] = said
			}
		}
	}
	return out
}

// Recalled is a text that the file of a policy held before.
type Recalled struct {
	history.Revision
	Words string
	Text  []byte // what the policy was written in
}

// Recall looks in the history of the files of policies for the texts of digests, with the parameters of each day if there are any. What it does
// not find is not there.
func (t *Trace) Recall(wanted map[*program.Policy][]string) map[*program.Policy]map[string]Recalled {
	out := map[*program.Policy]map[string]Recalled{}
	revised, sites := t.Revised(slices.Collect(maps.Keys(wanted))), t.sites()
	for p, digests := range wanted {
		out[p] = among(revised[p], sites, p, digests)
	}
	return out
}

// among finds the texts of digests among older texts of a policy. Of several it is that of the newest parameters, and then of the newest file.
func among(revised []Revised, sites []*config.Site, p *program.Policy, digests []string) map[string]Recalled {
	out := map[string]Recalled{}
	for i, site := range sites {
		for _, r := range revised {
			if len(out) == len(digests) {
				return out
			}
			if i > 0 && !bytes.Contains(r.text, []byte("{{")) {
				continue
			}
			words, ok := program.WordsBefore(site, p, r.text)
			sha256 := approval.Digest(words)
			if _, known := out[sha256]; ok && !known && slices.Contains(digests, sha256) {
				out[sha256] = Recalled{r.Revision, words, program.OriginalBefore(site, p, r.Path, r.text)}
			}
		}
	}
	return out
}

// Revised is a revision of a policy's file, and the words that it left.
type Revised struct {
	history.Revision
	Words string // with the parameters of today; "" where they cannot be read

	text []byte
}

// Revisions returns the revisions of the file that holds a policy's text, the newest first; none where there is no history.
func (t *Trace) Revisions(p *program.Policy) []history.Revision {
	if t.Past.History == nil {
		return nil
	}
	return t.Past.History.Of(p.Home())
}

// Revised returns the revisions of the files of policies, the newest first, as far as their texts are known.
func (t *Trace) Revised(policies []*program.Policy) map[*program.Policy][]Revised {
	if t.Past.History == nil {
		return nil
	}
	out := map[*program.Policy][]Revised{}
	var of []*program.Policy
	var revisions []history.Revision
	for _, p := range policies {
		for _, r := range t.Revisions(p) {
			of, revisions = append(of, p), append(revisions, r)
		}
	}
	_ = t.Past.History.Texts(revisions, func(i int, text []byte) error { // what git does not hand over is not known
		if text != nil {
			words, _ := program.WordsBefore(t.Site, of[i], text)
			out[of[i]] = append(out[of[i]], Revised{revisions[i], words, text})
		}
		return nil
	})
	return out
}

// sites returns the site file of today, and one for each time that parameters had other values, the newest first.
func (t *Trace) sites() []*config.Site {
	out := []*config.Site{t.Site}
	if t.Past.History == nil {
		return out
	}
	_ = t.Past.History.Texts(t.Past.History.Of(t.Site.File), func(_ int, text []byte) error {
		if site, _ := config.Parse(t.Site.File, text); !site.SameValues(out[len(out)-1]) {
			out = append(out, site)
		}
		return nil
	})
	return out
}
