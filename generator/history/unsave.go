package history

import (
	"fmt"
	"strings"
)

// Unsave takes back what Save committed on top of a commit: the branch and the index are as they were then, and the files stay. It is for
// a commit that was to have a tag and got none, and for one whose git was stopped before it could say that it had committed. Where
// nothing was committed there is nothing to take back.
func Unsave(dir, onto string, paths []string) error {
	now, err := At(dir)
	if err != nil || now.Commit == onto {
		return err
	}
	parents, err := read(dir, "rev-parse", now.Commit+"^@")
	if err != nil {
		return err
	}
	if strings.TrimSpace(parents) != onto {
		return fmt.Errorf("the commit %s does not stand on %s", now.Commit, onto)
	}
	if err := write(dir, "update-ref", "-m", "commit: taken back", "HEAD", onto, now.Commit); err != nil {
		return err
	}
	return write(dir, append([]string{"reset", "--quiet", "--"}, literal(paths)...)...)
}
