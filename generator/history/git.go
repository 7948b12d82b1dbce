package history

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
)

// settings are git's own that would change what it says about the same commit, or run a program, set to what we expect.
var settings = []string{
	"core.fsmonitor=false", "core.quotePath=false", "safe.bareRepository=explicit",
	"log.follow=false", "log.showRoot=true", "log.showSignature=false", "mailmap.blob=", "mailmap.file=", "trailer.separators=:",
	"blame.showRoot=false", "diff.algorithm=myers", "diff.indentHeuristic=true", "diff.relative=false",
}

// placing are the variables by which a hook, or a git that started us, points at a repository, an index or a way to read paths
// of its own. The folder says which repository is meant, and nothing else.
var placing = []string{
	"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_ATTR_SOURCE", "GIT_COMMON_DIR", "GIT_DIFF_OPTS", "GIT_DIR", "GIT_EXTERNAL_DIFF", "GIT_GLOB_PATHSPECS",
	"GIT_GRAFT_FILE", "GIT_ICASE_PATHSPECS", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_LITERAL_PATHSPECS", "GIT_NAMESPACE", "GIT_NOGLOB_PATHSPECS",
	"GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
}

// reading prepares a git that reads: it takes no lock, opens no connection, not even for the missing objects of a partial
// clone, and speaks English.
func reading(dir string, args ...string) *exec.Cmd {
	flags := []string{"--no-pager", "--no-replace-objects"}
	for _, setting := range settings {
		flags = append(flags, "-c", setting)
	}
	cmd := writing(dir, append(flags, args...)...)
	cmd.Env = append(cmd.Env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_GRAFT_FILE=/dev/null")
	return cmd
}

// writing prepares a git that writes, in the name of the person at work: with their settings, hooks and signing key.
func writing(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = slices.DeleteFunc(cmd.Environ(), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains(placing, name)
	})
	return cmd
}

// read returns what a reading git says.
func read(dir string, args ...string) (string, error) {
	var said string
	err := hear(reading(dir, args...), func(out io.Reader) error {
		all, err := io.ReadAll(out)
		said = string(all)
		return err
	})
	return said, err
}

// errUnread says that git's output is not what its manual promises.
var errUnread = errors.New("git says what cannot be read")

// hear runs a reading git and hands over what it says while it says it. A listener that gives up stops it.
func hear(cmd *exec.Cmd, listen func(out io.Reader) error) error {
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return none(err, "")
	}
	gaveUp := listen(out)
	if gaveUp != nil {
		cmd.Process.Kill()
	}
	err = cmd.Wait()
	if gaveUp != nil && (!errors.Is(gaveUp, errUnread) || complaint.Len() == 0) {
		return gaveUp
	}
	if err != nil {
		return none(err, complaint.String())
	}
	return nil
}

// none is the error of a git that could not read, with its reason.
func none(err error, complaint string) error {
	if errors.Is(err, exec.ErrNotFound) {
		return because("the git program is not installed")
	}
	for line := range strings.Lines(complaint) {
		if said, fatal := strings.CutPrefix(strings.TrimSpace(line), "fatal: "); fatal {
			return because(said)
		}
	}
	return because(err.Error())
}

func because(reason string) error { return fmt.Errorf("%w: %s", ErrNone, reason) }
