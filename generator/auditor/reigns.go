package auditor

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// ruled is a policy and the texts of it that were in force in the days examined.
type ruled struct {
	policy *program.Policy // nil: today's content has none
	gone   *trace.Gone     // what it was then
	folder string          // below data/
	reigns []*reign        // the oldest first
}

// reign is a text of a policy, and the days on which it was in force. A text that came back has several.
type reign struct {
	*trace.Held
	of     *ruled
	before *trace.Held // what was in force before it; nil: nothing is known of that
	folder string      // below data/
}

// The files of a text in force, in its folder.
const (
	wordsFile     = "words.txt"
	changesFolder = "changes" // what changed from the text before; of a policy, what changed since it was approved
)

func (r *reign) page() string    { return r.folder + "/index.html" }
func (r *reign) words() string   { return r.folder + "/" + wordsFile }
func (r *reign) changes() string { return r.folder + "/" + changesFolder + "/index.html" }

// sha256 returns the digest that was approved.
func (r *reign) sha256() string { return r.Approvals[0].SHA256 }

// sinceApproval returns where today's text of a policy is compared with the one that was approved last.
func (r *ruled) sinceApproval() string { return r.folder + "/" + changesFolder + "/index.html" }

// approved returns what is known of the approvals of the policy.
func (r *ruled) approved(a *audience.Auditor) *trace.Approved {
	if r.policy != nil {
		return a.Approved[r.policy]
	}
	return &r.gone.Approved
}

// id and title name the policy, as it was called last.
func (r *ruled) id() string {
	if r.policy != nil {
		return r.policy.ID
	}
	return r.gone.ID
}

func (r *ruled) title() string {
	if r.policy != nil {
		return program.Name(r.policy)
	}
	return r.gone.Title
}

// changed reports whether today's text of the policy is not the one that was approved last.
func (r *ruled) changed(a *audience.Auditor) bool {
	return r.policy != nil && a.Approved[r.policy].State == trace.TextChanged
}

// rule finds the policies that there were in the days examined, and gives each text that was in force a folder.
func (p *places) rule(a *audience.Auditor) error {
	p.rules = map[*program.Policy]*ruled{}
	for _, rec := range a.Program.Policies {
		p.rules[rec] = &ruled{policy: rec, folder: path.Dir(p.records[rec].page)}
		p.ruled = append(p.ruled, p.rules[rec])
	}
	departed, err := p.departed(a)
	if err != nil {
		return err
	}
	p.ruled = append(p.ruled, departed...)
	for _, r := range p.ruled {
		if err := r.reign(a); err != nil {
			return err
		}
	}
	return nil
}

// departed returns the policies that are gone, and of which a text was in force in the days examined.
func (p *places) departed(a *audience.Auditor) ([]*ruled, error) {
	folder := "data/" + path.Dir(policiesPage)
	taken := given(folder)
	for _, r := range p.ruled {
		taken = append(taken, path.Base(r.folder))
	}
	var out []*ruled
	var ids []string
	for _, g := range a.Gone() {
		before := g.Next != nil && !a.Examined().From.Before(g.Next.Date)
		if !before && slices.ContainsFunc(g.Held, func(h trace.Held) bool { return h.Touches(a.Examined()) }) {
			out, ids = append(out, &ruled{gone: &g}), append(ids, strings.ToLower(g.ID))
		}
	}
	paths, err := bag.Namer{Folder: folder, Taken: taken, Below: belowPolicy}.Names(ids)
	for i := range paths {
		out[i].folder = strings.TrimPrefix(paths[i], "data/")
	}
	return out, err
}

// reign gives the texts that were in force in the days examined their folders, by their versions.
func (r *ruled) reign(a *audience.Auditor) error {
	held := r.approved(a).Held
	var versions []string
	for i := range held {
		if h := &held[i]; h.Touches(a.Examined()) {
			next := &reign{Held: h, of: r}
			if i > 0 {
				next.before = &held[i-1]
			}
			r.reigns, versions = append(r.reigns, next), append(versions, next.name(versions))
		}
	}
	paths, err := bag.Namer{Folder: "data/" + r.folder, Taken: []string{"index.html", changesFolder}, Below: belowText}.Names(versions)
	for i := range paths {
		r.reigns[i].folder = strings.TrimPrefix(paths[i], "data/")
	}
	return err
}

// The room that the folders of a policy and of its texts leave for the names in them, in bytes.
const (
	belowText   = 34
	belowPolicy = 72
)

// name is the version of the text, or else the day from which it was in force. One that is taken has that day added.
func (r *reign) name(taken []string) string {
	name := cmp.Or(versionOf(r.Held), r.From.String())
	if slices.ContainsFunc(taken, func(other string) bool { return strings.EqualFold(other, name) }) {
		return name + "-from-" + r.From.String()
	}
	return name
}

// versionOf returns the version that an approval of a text states, or else the text itself, or "".
func versionOf(h *trace.Held) string {
	if h.Version == "" && h.Text != nil {
		return h.Text.Version
	}
	return h.Version
}
