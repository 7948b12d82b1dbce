// Package history owns what version control knows of the content: which commit a folder stands at, which commits changed which
// file, the texts of old, who added a line, and the commit and the tag that a release makes. It runs the git program, and no
// other package does.
//
// A folder's history is read in one pass of git log, however many files it holds; no process is started for a document. What is
// read depends on the commit alone: the settings of a person, grafts and replaced objects, which belong to one clone, change
// nothing. Nothing is fetched, locked or written by reading, and of the programs that a repository's settings can name only its
// clean filters run, as they do in any git status.
//
// It refuses to call git's dates timestamps: whoever commits writes them. It refuses to guess: where a clone is cut short, a
// commit that only seems to have added a file is not named.
package history

import (
	"errors"
	"strings"
	"time"
)

// Head is the commit that a folder stands at.
type Head struct {
	Commit    string    // full name
	Committed time.Time // the committer's date
	Changed   bool      // the folder differs from the commit
}

// ErrNone is returned where there is no git, no repository, no commit, or nothing that git is willing to read.
var ErrNone = errors.New("there is no git history here")

// At returns the commit that a folder stands at. Whether the folder differs from it is asked without the files and folders that are excepted.
func At(dir string, except ...string) (Head, error) {
	text, err := read(dir, "log", "-1", "--format=%H %cI")
	if err != nil {
		return Head{}, err
	}
	commit, date, _ := strings.Cut(strings.TrimSpace(text), " ")
	committed, err := time.Parse(time.RFC3339, date)
	if err != nil {
		return Head{}, ErrNone
	}
	dirty, err := Dirty(dir, except...)
	return Head{commit, committed.UTC(), len(dirty) > 0}, err
}
