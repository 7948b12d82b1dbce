package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// place is where an output stands on the disk. All three names are beside each other, so on one file system.
//
// What stands under the two hidden names says where a build died:
//
//	stage only          dir is wholly old, or was already exchanged and is wholly new; the stage is rubbish either way
//	aside, and no dir   died between the two renames: aside is the whole old output
//	aside and dir       died after them: dir is the whole new output
//
// aside is only ever renamed, never taken apart under that name, so that it is always safe to put back.
type place struct {
	dir   string
	stage string // the tree in the making, and after the exchange the old one while it is removed
	aside string // the old tree between two renames, where the system cannot exchange
}

func placeOf(dir string) (place, error) {
	dir = filepath.Clean(dir)
	parent, name := filepath.Split(dir)
	if name == "" || name == "." || name == ".." {
		return place{}, fmt.Errorf("%q is not a folder that can be replaced", dir)
	}
	return place{
		dir:   dir,
		stage: filepath.Join(parent, "."+name+".staging"),
		aside: filepath.Join(parent, "."+name+".old"),
	}, nil
}

// under returns the file's name on this system.
func under(folder, path string) string {
	return folder + string(filepath.Separator) + filepath.FromSlash(path)
}

// lock makes two builds into one parent folder take turns, where the system can: else one would take the other's stage for
// rubbish. It returns how to unlock.
func (p place) lock() (func(), error) {
	parent := filepath.Dir(p.dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	f, err := os.Open(parent)
	if err != nil {
		return nil, err
	}
	waitForTurn(f)
	return func() { f.Close() }, nil
}

// recover brings the place back to what it was before, or would have been after, a build that died.
func (p place) recover() error {
	for _, name := range []string{p.dir, p.stage, p.aside} {
		if _, err := isFolder(name); err != nil {
			return err
		}
	}
	if aside, _ := isFolder(p.aside); aside {
		if dir, _ := isFolder(p.dir); !dir {
			if err := os.Rename(p.aside, p.dir); err != nil {
				return err
			}
			return p.discard()
		}
		if err := p.discard(); err != nil {
			return err
		}
		if err := os.Rename(p.aside, p.stage); err != nil {
			return err
		}
	}
	return p.discard()
}

// isFolder reports whether there is a folder of that name. Anything else there is an error, above all a symbolic link:
// through it a build would replace or remove a folder that is somewhere else.
func isFolder(name string) (bool, error) {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case info.Mode()&fs.ModeSymlink != 0:
		return false, fmt.Errorf("%s is a symbolic link, which is never written through", name)
	case !info.IsDir():
		return false, fmt.Errorf("%s is not a folder", name)
	}
	return true, nil
}

func (p place) makeStage() error { return os.Mkdir(p.stage, 0o755) }

func (p place) discard() error { return os.RemoveAll(p.stage) }

// exchange puts the stage in the place of dir, and dir, if there was one, in the place of the stage.
func (p place) exchange(existed bool) error {
	if !existed {
		return os.Rename(p.stage, p.dir)
	}
	if swap(p.stage, p.dir) == nil {
		return nil
	}
	// Whatever the reason: where not even a rename is possible, the following fails too, and says why.
	return p.renameTwice()
}

// renameTwice is the exchange of a system or file system that has none. For a moment there is no output; recover knows.
func (p place) renameTwice() error {
	if err := os.Rename(p.dir, p.aside); err != nil {
		return err
	}
	if err := os.Rename(p.stage, p.dir); err != nil {
		return errors.Join(err, os.Rename(p.aside, p.dir))
	}
	return os.Rename(p.aside, p.stage)
}

// carry brings an unchanged file into the stage without writing it, so that it keeps its time and costs no space.
func (p place) carry(path string) error {
	from, to := under(p.dir, path), under(p.stage, path)
	err := os.Link(from, to)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeFolder(filepath.Dir(to)); err != nil {
			return err
		}
		err = os.Link(from, to)
	}
	if err == nil {
		return nil
	}
	// Some file systems have no links, and some systems let nobody link another's file.
	return copyFile(from, to)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// create makes a file that is not there yet, and its folder.
func create(name string) (*os.File, error) {
	const flags = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	f, err := os.OpenFile(name, flags, 0o644)
	if !errors.Is(err, fs.ErrNotExist) {
		return f, err
	}
	if err := makeFolder(filepath.Dir(name)); err != nil {
		return nil, err
	}
	return os.OpenFile(name, flags, 0o644)
}

// makeFolder asks for the one folder first: most pages have one of their own in a folder that is there, and os.MkdirAll looks
// at every folder above before it makes any.
func makeFolder(name string) error {
	if os.Mkdir(name, 0o755) == nil {
		return nil
	}
	return os.MkdirAll(name, 0o755)
}
