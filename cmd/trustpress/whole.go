package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// written is a file as it stands on the disk.
type written struct {
	name   string
	sha256 string
	size   int64
}

// writeWhole writes what r reads into a file of a folder, whole or not at all: beside its place first, and moved there when all of
// it is on the disk. Its name may depend on its digest. Where ctx ends before that, nothing is left.
func writeWhole(ctx context.Context, dir *os.Root, r io.Reader, name func(sha256 string) string, replace bool) (written, error) {
	part := fmt.Sprintf(".%d.part", os.Getpid())
	defer dir.Remove(part) // once it has its name there is none
	w, err := stage(ctx, dir, r, part)
	if err != nil {
		return written{}, err
	}
	w.name = name(w.sha256)
	return w, move(dir, part, w.name, replace)
}

// stage writes what r reads into a file that is to get its name later.
func stage(ctx context.Context, dir *os.Root, r io.Reader, part string) (written, error) {
	file, err := dir.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return written{}, err
	}
	digest := sha256.New()
	size, err := io.Copy(io.MultiWriter(file, digest), until{ctx, r})
	return written{part, hex.EncodeToString(digest.Sum(nil)), size}, errors.Join(err, file.Sync(), file.Close())
}

// move gives a file its name. A link, unlike a rename, never takes the place of another file; where a disk has no links, a look
// at the place must do.
func move(dir *os.Root, part, name string, replace bool) error {
	if replace {
		return dir.Rename(part, name)
	}
	err := dir.Link(part, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := dir.Lstat(name); err == nil {
		return fs.ErrExist
	}
	return dir.Rename(part, name)
}

// until reads until a context ends.
type until struct {
	context.Context
	from io.Reader
}

func (u until) Read(b []byte) (int, error) {
	if err := u.Err(); err != nil {
		return 0, err
	}
	return u.from.Read(b)
}
