package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path"

	"trustpress/generator/edit"
)

// pending is a change whose text is on the disk, beside its place.
type pending struct {
	edit.Change
	part string
	was  []byte // what the file held; nil: there was none
}

// apply makes changes to files below the site's folder, all of them or none. No link leads one out of there, and none is replaced.
func apply(site string, changes ...edit.Change) error {
	root, err := os.OpenRoot(site)
	if err != nil {
		return err
	}
	defer root.Close()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var all []pending
	for i, c := range changes {
		p, err := prepare(ctx, root, c, fmt.Sprintf(".%d-%d.part", os.Getpid(), i))
		defer root.Remove(p.part) // once it has its name there is none
		if err != nil {
			return err
		}
		all = append(all, p)
	}
	return exchange(root, all)
}

// prepare writes the text of a change beside its place.
func prepare(ctx context.Context, root *os.Root, c edit.Change, part string) (pending, error) {
	dir := path.Dir(c.Path)
	p := pending{Change: c, part: path.Join(dir, part)}
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
	if _, err := stage(ctx, root, bytes.NewReader(c.Text), p.part); err != nil || c.New {
		return p, err
	}
	if p.was, err = root.ReadFile(c.Path); err != nil {
		return p, err
	}
	return p, root.Chmod(p.part, there.Mode().Perm())
}

// exchange gives every text its name. If one cannot have it, those that have are what they were.
func exchange(root *os.Root, all []pending) error {
	for i, p := range all {
		if err := move(root, p.part, p.Path, !p.New); err != nil {
			return errors.Join(err, restore(root, all[:i]))
		}
	}
	return nil
}

func restore(root *os.Root, done []pending) error {
	var errs []error
	for _, p := range done {
		if p.New {
			errs = append(errs, root.Remove(p.Path))
		} else {
			errs = append(errs, root.WriteFile(p.Path, p.was, 0o644))
		}
	}
	return errors.Join(errs...)
}
