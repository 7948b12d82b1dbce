package auditor

import (
	"cmp"
	"path"
	"slices"

	"trustpress/generator/history"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// standing is what is known of the approval of a policy's text, and of the approved texts that were in force in the time examined.
type standing struct {
	State     state
	Said      string // what the state means, where nothing else says it
	Examined  days
	Without   []days // of that time: no approved text was in force
	Held      []held
	Approvals []approval
	InForce   link  // the page of all policies
	Changed   *link // since the last approval
}

// held is an approved text and the days on which it was in force.
type held struct {
	From, To string
	Note     string // what is to be known of the last day where there is none
	Version  string
	SHA256   digest
	By       []link
	Text     *link  // the page of the text; nil: it was not in force in the days examined
	Missing  bool   // nobody has the text
	Files    []link // its words, and what it was written in
	Changes  *link  // from the text before
}

// approval is the record that a person approved one text.
type approval struct {
	Record      link
	Version, On string
	By          link
	Tie         tie
	SHA256      digest
	Stands      bool // it is of the text as it stands
}

// digest is a SHA-256, or the name of a commit, in hexadecimal digits.
type digest string

// Halves returns a digest in two, between which a narrow column may break it.
func (d digest) Halves() []string {
	half := len(d) / 2
	return []string{string(d[:half]), string(d[half:])}
}

// tie is what ties an approval to its person, or why nothing does.
type tie struct {
	Text      string
	Gap       bool
	By        *link // who recorded it, if that is not the person
	Commit    string
	Key       string
	Fault     string
	Signature *link // the file of it
}

func (v view) standing(p *program.Policy) *standing {
	known := v.Approved[p]
	out := &standing{State: v.approvalState(known.State), Said: v.approvalSaid(known.State), Examined: daysOf(v.Examined()), Without: v.without(p), InForce: v.inForceLink()}
	of := v.rules[p]
	for _, r := range of.reigns {
		out.Held = append(out.Held, v.reignRow(r))
	}
	if of.changed(v.Auditor) {
		out.Changed = &link{Title: v.text("auditor-since-approval"), Href: v.root + of.sinceApproval()}
	}
	for _, a := range known.Approvals {
		out.Approvals = append(out.Approvals, v.approval(a, a.SHA256 == p.SHA256))
	}
	return out
}

func (v view) approval(a *trace.Approval, stands bool) approval {
	return approval{v.record(a.Approval), a.Version, a.On.String(), v.owner(a.By), v.tie(a), digest(a.SHA256), stands}
}

// without returns the days, of those examined that have come, on which no approved text of a policy was in force.
func (v view) without(p *program.Policy) []days {
	var out []days
	for _, gap := range v.gapsOf(p) {
		out = append(out, daysOf(gap))
	}
	return out
}

func (w *writer) gapsOf(p *program.Policy) []program.Period {
	return w.Without(p, w.Examined().UpTo(w.AsOf))
}

// reignRow is a text in force with the ways to it.
func (v view) reignRow(r *reign) held {
	out := v.heldRow(r.Held, r.of)
	out.Text, out.Changes = &link{Title: nameOf(r.Held), Href: v.root + r.page()}, v.changesLink(r)
	out.Files = v.filesOf(r)
	out.Missing = len(out.Files) == 0
	return out
}

// filesOf returns the ways to the words of a text and to what it was written in, or nothing if nobody has it.
func (v view) filesOf(r *reign) []link {
	text := v.wording(r)
	if text == nil {
		return nil
	}
	out := []link{{ID: wordsFile, Href: v.root + r.words()}}
	originals, _ := r.originals(text) // whoever lays the files out says what is wrong with a name
	for _, p := range originals {
		out = append(out, link{ID: path.Base(p), Href: v.root + p})
	}
	return out
}

func (v view) heldRow(h *trace.Held, of *ruled) held {
	out := held{From: h.From.String(), To: h.To.String(), Note: v.open(h, of, v.AsOf), Version: versionOf(h), SHA256: digest(h.Approvals[0].SHA256)}
	for _, a := range h.Approvals {
		if by := v.owner(a.By); !slices.Contains(out.By, by) {
			out.By = append(out.By, by)
		}
	}
	return out
}

// open says of a text that has no last day what that means.
func (v view) open(h *trace.Held, of *ruled, today node.Day) string {
	switch {
	case today.Before(h.From):
		return v.text("held-later")
	case !h.To.IsZero():
		return ""
	case of.policy == nil:
		return v.text("held-gone")
	case of.policy.Retired():
		return v.text("held-retired")
	}
	return v.text("held-still")
}

func (v view) approvalState(of string) state {
	switch of {
	case trace.TextApproved:
		return v.known("state-approved", false)
	case trace.TextChanged:
		return state{v.text("state-changed"), missingLook, true}
	case trace.TextClaimed:
		return state{v.text("state-claimed"), missingLook, true}
	case trace.TextNever:
		return state{v.text("state-never"), missingLook, true}
	}
	return state{v.text("auditor-not-recorded"), missingLook, true}
}

// missingLook is how a state looks of which something is missing.
const missingLook = "state-missing"

func (v view) approvalSaid(of string) string {
	switch of {
	case trace.TextChanged:
		return v.text("auditor-text-changed")
	case trace.TextClaimed:
		return v.text("standing-claimed")
	case trace.TextNever:
		return v.text("standing-never")
	}
	return ""
}

func (v view) tie(a *trace.Approval) tie {
	switch a.How {
	case trace.BySignature:
		return tie{Text: v.text("tie-signature"), Key: a.Key, Signature: v.signature(a.Approval)}
	case trace.WrongSignature:
		return tie{Text: v.text("tie-no-signature"), Gap: true, Fault: a.Fault, Signature: v.signature(a.Approval)}
	case trace.ByCommit:
		return tie{Text: v.text("tie-commit"), Commit: a.Commit.Hash}
	case trace.Recorded:
		by := v.author(a.Commit.Author)
		return tie{Text: v.text("tie-recorded"), By: &by, Commit: a.Commit.Hash}
	case trace.Uncommitted:
		return tie{Text: v.text("tie-uncommitted")}
	}
	return tie{Text: v.text("tie-unknown")}
}

// author returns the way to the person who wrote a commit, or the name that stands in it.
func (v view) author(who history.Person) link {
	i := slices.IndexFunc(v.Program.People, func(p *program.Person) bool { return trace.Wrote(&history.Commit{Author: who}, p) })
	if i >= 0 {
		return v.record(v.Program.People[i])
	}
	return link{Title: cmp.Or(who.Name, who.Email)}
}
