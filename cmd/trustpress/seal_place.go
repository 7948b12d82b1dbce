package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"syscall"

	"trustpress/generator/program"
)

// free refuses a place that is taken, as far as it is known yet.
func (s *sealing) free(plain fs.FileInfo) error {
	if s.output == "" {
		return nil
	}
	there, err := os.Stat(s.output)
	switch {
	case err != nil: // nothing is there; or what is wrong is found when it is written
		return nil
	case there.IsDir():
		return fmt.Errorf("%s is a folder\nhint: --output names a file", s.output)
	case os.SameFile(there, plain):
		return fmt.Errorf("%s is the file that is to be sealed\nhint: choose another place for the sealed one", s.output)
	case !s.force:
		return taken(s.output)
	}
	return nil
}

func taken(name string) error {
	return fmt.Errorf("there is a file %s already\nhint: --force replaces it", name)
}

// write writes the sealed file where the flags say, else among the documents of the content under a name that tells nothing.
func (s *sealing) write(sealed io.Reader, content string) (written, error) {
	folder, dir, err := s.folder(content)
	if err != nil {
		return written{}, err
	}
	defer dir.Close()
	name := func(sha256 string) string { return sha256[:16] + ".age" }
	if s.output != "" {
		name = func(string) string { return filepath.Base(s.output) }
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	w, err := writeWhole(ctx, dir, sealed, name, s.force)
	w.name = filepath.Join(folder, w.name)
	if errors.Is(err, fs.ErrExist) {
		err = taken(w.name)
	}
	return w, err
}

// folder opens the folder that the sealed file is written to. No link leads the one in the content out of the site.
func (s *sealing) folder(content string) (string, *os.Root, error) {
	if s.output != "" {
		dir, err := os.OpenRoot(filepath.Dir(s.output))
		return filepath.Dir(s.output), dir, err
	}
	site, err := os.OpenRoot(filepath.Dir(s.site))
	if err != nil {
		return "", nil, err
	}
	defer site.Close()
	documents := path.Join(content, program.KindNamed("document").Folder)
	if err := site.MkdirAll(documents, 0o755); err != nil {
		return "", nil, err
	}
	dir, err := site.OpenRoot(documents)
	return filepath.Join(site.Name(), filepath.FromSlash(documents)), dir, err
}

// below returns the path of a file below the content root, if it stands there.
func (s *sealing) below(content, name string) (string, bool) {
	root, err := filepath.Abs(filepath.Join(filepath.Dir(s.site), filepath.FromSlash(content)))
	if err != nil {
		return "", false
	}
	file, err := filepath.Abs(name)
	if err != nil {
		return "", false
	}
	rel, err := filepath.Rel(root, file)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}
