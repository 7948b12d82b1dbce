package history

import (
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
)

// Save commits these files as they stand in the work tree, and nothing else: what is staged beside them stays staged. The
// person's hooks run and their settings sign, as in any commit of theirs. Where git refuses, nothing is left behind.
//
// A file that is gone is committed as gone. There must be something to commit. Inside of a hook, where git is at work on a
// commit of its own, Save refuses.
func Save(dir, message string, paths []string) error {
	if inHook() {
		return errors.New("git is at work on a commit of its own, and this runs in a hook of it")
	}
	fresh, err := untracked(dir, paths)
	if err != nil {
		return err
	}
	if err := differing(dir, paths, fresh); err != nil {
		return err
	}
	err = announce(dir, fresh)
	if err == nil {
		err = write(dir, append([]string{"commit", "--quiet", "--only", "--cleanup=whitespace", "--message=" + message, "--"}, literal(paths)...)...)
	}
	if err != nil {
		return errors.Join(err, forget(dir, fresh))
	}
	return nil
}

// errNothing is the answer to a wish to commit what is committed.
var errNothing = errors.New("there is nothing to commit")

// differing refuses paths of which git holds the present text already: git itself would only say that it failed.
func differing(dir string, paths, fresh []string) error {
	dirty, err := Dirty(dir)
	if err != nil {
		return err
	}
	if len(fresh) == 0 && !slices.ContainsFunc(paths, func(file string) bool { return slices.Contains(dirty, file) }) {
		return errNothing
	}
	return nil
}

// inHook reports whether a git that started us has an index of its own in hand.
func inHook() bool {
	return slices.ContainsFunc(exec.Command("git").Environ(), func(variable string) bool { return strings.HasPrefix(variable, "GIT_INDEX_FILE=") })
}

// untracked returns those of the paths that git does not know yet.
func untracked(dir string, paths []string) ([]string, error) {
	said, err := read(dir, append([]string{"ls-files", "-z", "--"}, literal(paths)...)...)
	known := strings.Split(said, "\x00")
	return slices.DeleteFunc(slices.Clone(paths), func(file string) bool { return slices.Contains(known, file) }), err
}

// announce tells the index that files will come, without their text: git commits by name only what it knows.
func announce(dir string, fresh []string) error {
	if len(fresh) == 0 {
		return nil
	}
	return write(dir, append([]string{"add", "--intent-to-add", "--"}, literal(fresh)...)...)
}

// forget takes back what was announced.
func forget(dir string, fresh []string) error {
	if len(fresh) == 0 {
		return nil
	}
	return write(dir, append([]string{"update-index", "--force-remove", "--"}, fresh...)...)
}

// literal says of paths that a star in them is a star.
func literal(paths []string) []string {
	specs := make([]string, len(paths))
	for i, file := range paths {
		specs[i] = ":(literal)" + file
	}
	return specs
}

// write runs a git that writes. Its error is what git said, or a hook.
func write(dir string, args ...string) error {
	out, err := writing(dir, args...).CombinedOutput()
	if err == nil {
		return nil
	}
	said := strings.TrimSpace(string(out))
	if said == "" {
		said = err.Error()
	}
	return fmt.Errorf("git %s: %s", args[0], said)
}

// Tag puts an annotated tag on the commit that a folder stands at, signed if the person's settings say so. A tag is never moved.
func Tag(dir, name, message string) error {
	return write(dir, "tag", "--annotate", "--cleanup=whitespace", "--message="+message, "--", name)
}

// Tagged reports whether there is a tag of a name.
func Tagged(dir, name string) (bool, error) {
	said, err := read(dir, "for-each-ref", "--format=%(refname)", "refs/tags/"+name)
	return said == "refs/tags/"+name+"\n", err
}
