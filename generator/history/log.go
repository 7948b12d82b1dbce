package history

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// Log is what git knows of the files below a folder, up to the commit that the folder stands at.
type Log struct {
	Shallow bool // the clone is cut short: what came before its oldest commits is not known
	Partial bool // texts are missing here: a rename with an edit shows as one file that ends and another that begins

	dir     string
	prefix  string             // the folder from the top of the repository, "" or ending in a slash
	tree    map[string]string  // the files at the commit and their blobs
	commits map[string]*Commit // by name
	changes []change           // newest first, no commit before all that build on it
	at      map[string][]int   // the changes of a path, as places in changes
	graph   graph
}

// Person is someone as .mailmap knows them.
type Person struct{ Name, Email string }

// Commit is one commit. Its dates are what the author and the committer wrote, in UTC.
type Commit struct {
	Hash                string
	Author              Person
	CoAuthors           []Person // of its Co-authored-by lines
	Authored, Committed time.Time
	Subject             string
}

// longestHeadline is how many characters of a subject are shown: git sets no limit.
const longestHeadline = 200

// Headline returns the subject, cut where it is too long to be shown.
func (c *Commit) Headline() string {
	n := 0
	for at := range c.Subject {
		if n++; n > longestHeadline {
			return c.Subject[:at] + " …"
		}
	}
	return c.Subject
}

// Revision is a file as one commit left it. Paths are told from the folder, with slashes; one outside of it begins with "../".
type Revision struct {
	Commit  *Commit
	Path    string // at that commit
	From    string // what it was called before, where the commit renamed it
	Blob    string // git's name for the text; empty where the file ended
	Added   bool   // the file began here
	Deleted bool   // the file ended here, or goes on under another name
}

// Of returns the revisions of a file, newest first; nil for a file that git does not know.
//
// They are a chain of texts: the newest left the text that the folder's commit holds, and each revision changed the text that an
// older one in the list left. What a branch wrote and its merge threw away is therefore no revision, and neither is a merge that
// took one side's text; a merge that wrote a text of its own is. Renames are followed, also from outside of the folder; a file
// that was deleted and written again begins at its second beginning. Where a shallow clone ends, so does the list, which may be
// empty.
func (l *Log) Of(file string) []Revision {
	file, known := l.spelling(file)
	if !known {
		return nil
	}
	list, next := []Revision{}, []int{}
	if newest := l.made(text{file, l.tree[file]}, 0); len(newest) > 0 {
		next = newest[:1]
	}
	for len(next) > 0 {
		at := slices.Min(next)
		next = slices.DeleteFunc(next, func(n int) bool { return n == at })
		c := l.changes[at]
		for _, before := range c.before {
			if made := l.made(before.text, at+1); len(made) > 0 {
				next = append(next, l.ours(made, l.graph.before(c, before.parent)))
			}
		}
		if c.wrote() {
			list = append(list, l.revision(c))
		}
	}
	return list
}

// Each tells of every change of a file which commit made it, the newest first, and whether that is a merge: of what a merge brings in it tells
// only of what the merge itself wrote.
func (l *Log) Each(tell func(c *Commit, file string, merge bool)) {
	for _, c := range l.changes {
		tell(c.commit, l.relative(c.path), c.parents > 1)
	}
}

// made returns the changes, from one on, that left a text.
func (l *Log) made(t text, from int) []int {
	var made []int
	at := l.at[t.path]
	i, _ := slices.BinarySearch(at, from)
	for _, n := range at[i:] {
		if l.changes[n].blob == t.blob {
			made = append(made, n)
		}
	}
	return made
}

// ours returns the newest of some changes that a commit builds on. A text that was written twice was perhaps written on another
// branch as well.
func (l *Log) ours(made []int, commit int) int {
	if len(made) > 1 {
		for _, n := range made {
			if l.graph.reaches(commit, l.changes[n].place) {
				return n
			}
		}
	}
	return made[0]
}

// spelling finds a path as git spells it: a file system may compose an å in one way, and git in the other.
func (l *Log) spelling(file string) (string, bool) {
	file = l.prefix + file
	for _, spelled := range []string{file, norm.NFC.String(file), norm.NFD.String(file)} {
		if l.tree[spelled] != "" || l.at[spelled] != nil {
			return spelled, true
		}
	}
	return "", false
}

func (l *Log) revision(c change) Revision {
	r := Revision{Commit: c.commit, Path: l.relative(c.path), Blob: c.blob, Added: len(c.before) == 0, Deleted: c.blob == ""}
	stayed := slices.ContainsFunc(c.before, func(o origin) bool { return o.path == c.path })
	if !stayed && !r.Added {
		r.From = l.relative(c.before[0].path)
	}
	return r
}

// relative tells a path of the repository from the folder.
func (l *Log) relative(file string) string {
	up, folder := "", l.prefix
	for !strings.HasPrefix(file, folder) {
		up += "../"
		folder = strings.TrimPrefix(path.Dir(strings.TrimSuffix(folder, "/"))+"/", "./")
	}
	return up + file[len(folder):]
}

// Holds reports whether the folder's commit holds a file with this text. Line ends that git may have rewritten on the way out make no other
// text.
func (l *Log) Holds(file string, content []byte) bool {
	file, _ = l.spelling(file)
	blob := l.tree[file]
	return blob != "" && (blob == blobName(content, len(blob)) || blob == blobName(bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n")), len(blob)))
}

// blobName is git's name for a text, in a repository whose names have so many digits.
func blobName(content []byte, digits int) string {
	sum := hash.Hash(sha1.New())
	if digits == hex.EncodedLen(sha256.Size) {
		sum = sha256.New()
	}
	fmt.Fprintf(sum, "blob %d\x00", len(content))
	sum.Write(content)
	return hex.EncodeToString(sum.Sum(nil))
}
