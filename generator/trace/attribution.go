package trace

import (
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"trustpress/generator/approval"
	"trustpress/generator/history"
	"trustpress/generator/program"
)

// What ties an approval to its person, or why nothing does.
const (
	BySignature    = "signature"    // made with a key of the person
	ByCommit       = "commit"       // that added the record, of which the person is the author
	WrongSignature = "no-signature" // there is one, and it is not of this text with a key of the person
	Uncommitted    = "uncommitted"  // nobody has committed the record yet
	Recorded       = "recorded"     // somebody else committed it
	Unknown        = "unknown"      // there is no history to ask, or it may be cut off before
)

// Attribution says what ties an approval to its person. Whoever commits writes the author's name: a commit says who recorded the
// approval as far as the repository is kept, and a signature who made it.
type Attribution struct {
	How    string          // one of the words above
	Key    string          // of a signature: the fingerprint of its key
	Fault  string          // of a signature that is none: what is wrong with it
	Commit *history.Commit // that added the record, if that was asked for and is known
}

// Attributed reports whether a signature or a commit ties the approval to its person.
func (a *Attribution) Attributed() bool { return a.How == BySignature || a.How == ByCommit }

// attribute says of approvals what ties each to its person. A signature is enough; only for what has none is history asked, once for
// each file.
func (t *Trace) attribute(all []*Approval) {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, a := range all {
		g.Go(func() error {
			a.Attribution = signed(a.Approval)
			return nil
		})
	}
	_ = g.Wait() // no signature is an error: one that is none is told
	added := map[string]lines{}
	for _, a := range all {
		if a.How != "" {
			continue
		}
		file := a.Span.File
		if _, asked := added[file]; !asked {
			added[file] = t.lines(file)
		}
		a.Commit = added[file].of(a.Approval)
		a.How = t.committed(a, added[file].known)
	}
}

// signed says whether the signature of an approval ties it to its person; without one it says nothing.
func signed(a *program.Approval) Attribution {
	if a.Signature == "" {
		return Attribution{}
	}
	if a.By.To == nil {
		return Attribution{How: WrongSignature, Fault: "it is not known whose it is to be"}
	}
	key, err := approval.Verify(a.Signature, a.SHA256, a.By.To.SigningKeys)
	if err != nil {
		return Attribution{How: WrongSignature, Fault: err.Error()}
	}
	return Attribution{How: BySignature, Key: key.Fingerprint}
}

// lines is who added each line of a file.
type lines struct {
	commits []*history.Commit // nil for a line of nobody's, or of nobody knows whom; none at all for a file that is in no commit
	known   bool              // there was history to ask
}

func (t *Trace) lines(file string) lines {
	if t.Past.History == nil {
		return lines{}
	}
	commits, err := t.Past.History.Lines(file)
	return lines{commits, err == nil}
}

// of returns the commit that wrote an approval: that of its digest, or another one if somebody else has since written who approved it or
// when. It is nil where one of these is in no commit.
func (l lines) of(a *program.Approval) *history.Commit {
	var out *history.Commit
	for _, key := range []string{"by", "on", "sha256"} {
		n := a.At(key).Line
		if n <= 0 || n > len(l.commits) || l.commits[n-1] == nil {
			return nil
		}
		if out = l.commits[n-1]; a.By.To != nil && !Wrote(out, a.By.To) {
			return out
		}
	}
	return out
}

func (t *Trace) committed(a *Approval, known bool) string {
	switch {
	case !known || a.Commit == nil && t.Past.History.Shallow:
		return Unknown
	case a.Commit == nil:
		return Uncommitted
	case a.Approval.By.To != nil && Wrote(a.Commit, a.Approval.By.To):
		return ByCommit
	}
	return Recorded
}

// Wrote reports whether a person is an author of a commit, by one of the addresses that the person's record gives.
func Wrote(c *history.Commit, p *program.Person) bool {
	return slices.ContainsFunc(append([]history.Person{c.Author}, c.CoAuthors...), func(who history.Person) bool {
		return slices.ContainsFunc(p.Emails, func(email string) bool { return strings.EqualFold(email, who.Email) })
	})
}
