package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path"
	"slices"
	"syscall"

	"trustpress/generator/edit"
)

// pending is a change whose text is on the disk, beside its place.
type pending struct {
	edit.Change
	part string
	made []string // folders that there were none of, the innermost first
	mode fs.FileMode
}

// apply makes changes to files below the site's folder, all of them or none, and returns what takes them back. No link leads one out of
// there, and none is replaced.
func apply(site string, changes ...edit.Change) (back func() error, err error) {
	root, err := os.OpenRoot(site)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var all []pending
	for i, c := range changes {
		p, err := prepare(ctx, root, c, fmt.Sprintf(".%d-%d.part", os.Getpid(), i))
		defer p.clear(root)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	if err := exchange(root, all); err != nil {
		return nil, err
	}
	return func() error {
		root, err := os.OpenRoot(site)
		if err != nil {
			return err
		}
		defer root.Close()
		return restore(root, all)
	}, nil
}

// prepare writes the text of a change beside its place.
func prepare(ctx context.Context, root *os.Root, c edit.Change, part string) (pending, error) {
	dir := path.Dir(c.Path)
	p := pending{Change: c, part: path.Join(dir, part), made: absent(root, dir)}
	there, err := root.Lstat(c.Path)
	switch {
	case c.New && err == nil:
		return p, fmt.Errorf("there is a file %s already", c.Path)
	case c.New && !errors.Is(err, fs.ErrNotExist), !c.New && err != nil:
		return p, err
	case err == nil && !there.Mode().IsRegular():
		return p, fmt.Errorf("%s is a link or no file, and is not written to", c.Path)
	}
	if err := root.MkdirAll(dir, 0o755); err != nil {
		return p, err
	}
	if !c.New {
		p.mode = there.Mode().Perm()
		if err := p.unchanged(root); err != nil {
			return p, err
		}
	}
	if c.Copy != nil {
		return p, p.copy(ctx, root)
	}
	return p, p.stage(ctx, root, bytes.NewReader(c.Text))
}

// absent returns those of a folder and the ones around it that are not there, the innermost first.
func absent(root *os.Root, dir string) []string {
	var out []string
	for ; dir != "."; dir = path.Dir(dir) {
		if _, err := root.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		out = append(out, dir)
	}
	return out
}

// stage writes a text beside the place of a file, for those to read who may read the file.
func (p pending) stage(ctx context.Context, root *os.Root, text io.Reader) error {
	if _, err := stage(ctx, root, text, p.part); err != nil || p.New {
		return err
	}
	return root.Chmod(p.part, p.mode)
}

// copy writes the bytes of another file beside the place of a new one. What counts is the digest of what was written.
func (p pending) copy(ctx context.Context, root *os.Root) error {
	from, err := p.Copy.FS.Open(p.Copy.Name)
	if err != nil {
		return err
	}
	defer from.Close()
	w, err := stage(ctx, root, from, p.part)
	if err == nil && w.sha256 != p.Copy.SHA256 {
		err = fmt.Errorf("%s changed while it was read\nhint: nothing was written; run it again once nobody writes to the file", p.Copy.Told)
	}
	return err
}

// unchanged returns an error unless a file holds what the change was made from: what somebody else wrote meanwhile is not written over.
func (p pending) unchanged(root *os.Root) error {
	if p.New {
		return nil
	}
	is, err := root.ReadFile(p.Path)
	if err == nil && !bytes.Equal(is, p.Was) {
		err = fmt.Errorf("%s was changed by somebody else meanwhile\nhint: nothing was written; run it again", p.Path)
	}
	return err
}

// clear removes what has not got its name, and the folders that were made and hold nothing.
func (p pending) clear(root *os.Root) {
	for _, name := range append([]string{p.part}, p.made...) {
		root.Remove(name)
	}
}

// exchange gives every text its name. If one cannot have it, those that have are what they were.
func exchange(root *os.Root, all []pending) error {
	for i, p := range all {
		err := p.unchanged(root) // again: writing takes its time, and somebody else may write too
		if err == nil {
			err = move(root, p.part, p.Path, !p.New)
		}
		if err != nil {
			return errors.Join(err, restore(root, all[:i]))
		}
	}
	return nil
}

// restore takes back what was done, the last first.
func restore(root *os.Root, done []pending) error {
	var errs []error
	for _, p := range slices.Backward(done) {
		if p.New {
			errs = append(errs, root.Remove(p.Path))
		} else if err := p.stage(context.Background(), root, bytes.NewReader(p.Was)); err != nil {
			errs = append(errs, err)
		} else {
			errs = append(errs, move(root, p.part, p.Path, true))
		}
		p.clear(root)
	}
	return errors.Join(errs...)
}
