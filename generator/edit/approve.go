package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"trustpress/generator/approval"
	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// Text is the text of a policy as it stands.
type Text struct {
	Policy *program.Policy
	Words  string // what an approval is over, one word a line
	SHA256 string // of the words
}

// Approval is what a person approves, and is about to be recorded.
type Approval struct {
	Text
	By    *program.Person
	Notes []string // what speaks against it and does not stop it

	fsys    fs.FS
	edition *audience.Edition
}

// TextOf returns the text of a policy. It refuses one that was not read to its end: nobody knows what it says.
func TextOf(fsys fs.FS, e *audience.Edition, id string) (Text, error) {
	rec, err := Named(e, id, "policy", e.Program.Policies)
	if err != nil {
		return Text{}, err
	}
	if err := readable(e, rec); err != nil {
		return Text{}, err
	}
	words, ok := program.Words(fsys, e.Site, rec)
	if !ok {
		return Text{}, fmt.Errorf("the text of %s cannot be read\nhint: was its file saved while it was read? Run it again", rec.ID)
	}
	return Text{rec, words, approval.Digest(words)}, nil
}

// Approve says what a person is about to approve, or why nobody can.
func Approve(fsys fs.FS, e *audience.Edition, policy, person string) (*Approval, error) {
	text, err := TextOf(fsys, e, policy)
	if err != nil {
		return nil, err
	}
	by, err := Named(e, person, "person", e.Program.People)
	if err != nil {
		return nil, err
	}
	a := &Approval{Text: text, By: by, fsys: fsys, edition: e}
	if err := a.approvable(); err != nil {
		return nil, err
	}
	a.Notes = a.notes()
	return a, nil
}

// readable refuses a policy in which something could not be read, with the first of it.
func readable(e *audience.Edition, p *program.Policy) error {
	for _, f := range e.Report.Findings {
		about := strings.EqualFold(f.Record, p.ID) || p.Document != "" && f.File == p.Document
		if !about || f.Severity != diag.Error || f.Code > reading {
			continue
		}
		return fmt.Errorf("%s cannot be approved as it stands\nhint: %s:%d:%d: %s", p.ID, f.File, f.Line, f.Column, f.Message)
	}
	if p.Broken {
		return fmt.Errorf("%s cannot be approved: not all of it could be read\nhint: trustpress check says what is wrong with %s", p.ID, p.Span.File)
	}
	return nil
}

// reading is the last code there can be of the rules about how a record is read and what it is called.
const reading = "TP199"

// approvable refuses what nobody approves.
func (a *Approval) approvable() error {
	p := a.Policy
	switch {
	case p.Retired():
		return fmt.Errorf("%s is retired\nhint: what holds no longer is not approved", p.ID)
	case p.Status == "draft":
		return fmt.Errorf("%s is a draft\nhint: who wrote it says that it is ready: set its status to in_review, and record the approval then", p.ID)
	case p.Version == "":
		return fmt.Errorf("%s states no version\nhint: an approval names the version that it is of: write version = \"1.0\" or the like in %s", p.ID, p.Span.File)
	}
	if before := a.before(); before != nil && !before.On.Before(a.edition.AsOf) {
		return fmt.Errorf("%s approved this very text of %s on %s\nhint: it is recorded at %s:%d", a.By.ID, p.ID, before.On, before.Span.File, before.Span.Line)
	}
	return nil
}

// before returns the newest approval of the text by the same person, or nil if there is none or another text was approved since.
func (a *Approval) before() *trace.Approval {
	for _, earlier := range a.edition.Approved[a.Policy].Approvals {
		switch {
		case earlier.SHA256 != a.SHA256:
			return nil
		case earlier.By.To == a.By:
			return earlier
		}
	}
	return nil
}

// notes says what an auditor will ask about.
func (a *Approval) notes() []string {
	var out []string
	p := a.Policy
	for _, earlier := range a.edition.Approved[p].Approvals {
		if earlier.Version == p.Version && earlier.SHA256 != a.SHA256 {
			out = append(out, fmt.Sprintf("another text of %s was approved as version %s on %s; give this one a version of its own", p.ID, p.Version, earlier.On))
			break
		}
	}
	if last := a.edition.Approved[p].Last(); last != nil && last.SHA256 != a.SHA256 && a.edition.AsOf.Before(last.On) {
		out = append(out, fmt.Sprintf("another text of %s was approved on %s, which is later and counts", p.ID, last.On))
	}
	if before := a.before(); before != nil {
		out = append(out, fmt.Sprintf("%s approved this very text of %s on %s too", a.By.ID, p.ID, before.On))
	}
	switch {
	case p.Owner.To == a.By:
		out = append(out, fmt.Sprintf("%s owns %s; somebody else than its author should approve it", a.By.ID, p.ID))
	case a.wrote():
		out = append(out, fmt.Sprintf("%s wrote the last change of %s, as git says; somebody else than its author should approve it", a.By.ID, p.ID))
	}
	return out
}

// wrote reports whether the person is an author of the newest commit of the file that holds the policy's text.
func (a *Approval) wrote() bool {
	revisions := a.edition.Revisions(a.Policy)
	return len(revisions) > 0 && trace.Wrote(revisions[0].Commit, a.By)
}

// Key returns which key of the person's record a key is. It refuses one that is none: nobody could tell whose signature it makes.
func (a *Approval) Key(key approval.Key) (approval.Key, error) {
	listed, ok := key.Among(a.By.SigningKeys)
	if !ok {
		return key, fmt.Errorf("the key %s is not among the signing_keys of %s\nhint: add it to the person's record, if it is theirs: signing_keys = [%s]",
			key.Fingerprint, a.By.ID, Quoted(key.Line))
	}
	return listed, nil
}

// Record returns the change that records the approval, on the day that the edition speaks of. The signature may be "".
func (a *Approval) Record(signature string) (Change, error) {
	if signature != "" {
		if _, err := approval.Verify(signature, a.SHA256, a.By.SigningKeys); err != nil {
			return Change{}, errors.New(err.Error() + "\nhint: nothing was recorded")
		}
	}
	fields := Row{{"policy", Quoted(a.Policy.ID)}, {"version", Quoted(a.Policy.Version)}, {"sha256", Quoted(a.SHA256)},
		{"by", Quoted(a.By.ID)}, {"on", a.edition.AsOf.String()}}
	if signature != "" {
		fields = append(fields, Pair{"signature", `"""` + "\n" + signature + `"""`})
	}
	kind := program.KindNamed("approval")
	return AppendRow(a.fsys, path.Join(a.edition.Site.Content.Root, kind.Folder+".toml"), kind.Name, fields)
}
