package history

import (
	"errors"
	"os/exec"
	"strings"
)

// Keeps reports whether a commit would hold a file if it were there: the folder is in a work tree, and git ignores no such path. Where
// there is no git, nothing keeps it.
func Keeps(dir, file string) (bool, error) {
	inside, err := read(dir, "rev-parse", "--is-inside-work-tree")
	if err != nil || strings.TrimSpace(inside) != "true" {
		return false, nil
	}
	err = reading(dir, "check-ignore", "--quiet", "--", file).Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) { // it is not ignored, or git cannot tell
		return true, nil
	}
	return false, err
}

// Exact reports whether git leaves the bytes of a file as they are, on the way in and out: the attribute "text" is unset.
func Exact(dir, file string) (bool, error) {
	said, err := read(dir, "check-attr", "-z", "text", "--", file)
	if err != nil {
		return false, err
	}
	answer := strings.Split(said, "\x00") // path, attribute, what it is
	return len(answer) > 2 && answer[2] == "unset", nil
}

// Email returns the address that git has of the person at work, or "".
func Email(dir string) string {
	said, err := read(dir, "config", "--get", "user.email")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(said)
}
