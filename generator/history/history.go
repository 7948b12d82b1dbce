// Package history owns what version control knows of the content. It runs the git program, and no other package does.
//
// It refuses to call git's dates timestamps: whoever commits writes them.
package history

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// Head is the commit that a folder stands at.
type Head struct {
	Commit    string    // full name
	Committed time.Time // the committer's date
	Changed   bool      // the folder differs from the commit
}

// ErrNone is returned where there is no git, no repository or no commit.
var ErrNone = errors.New("there is no git history here")

// At returns the commit that a folder stands at.
func At(dir string) (Head, error) {
	text, err := git(dir, "log", "-1", "--format=%H %cI")
	if err != nil {
		return Head{}, err
	}
	commit, date, _ := strings.Cut(strings.TrimSpace(text), " ")
	committed, err := time.Parse(time.RFC3339, date)
	if err != nil {
		return Head{}, ErrNone
	}
	status, err := git(dir, "status", "--porcelain", "--untracked-files=normal", "--", ".")
	return Head{commit, committed.UTC(), status != ""}, err
}

func git(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", append([]string{"-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		said, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n")
		return "", fmt.Errorf("%w: %s", ErrNone, strings.TrimPrefix(said, "fatal: "))
	}
	return out.String(), nil
}
