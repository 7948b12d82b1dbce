package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/scaffold"
)

func newCommand(f *flags) *cobra.Command {
	return &cobra.Command{
		Use:   "new KIND ID",
		Short: "write one blank record",
		Long:  "Write one blank record, with a prompt wherever something must be filled in.\n\nKinds: " + strings.Join(scaffold.Kinds(), ", ") + ".",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return errors.New("new takes a kind and an id\nhint: trustpress new control AC-09")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			t := f.terminal(c.OutOrStdout(), c.ErrOrStderr())
			fsys, opt, err := f.open(t)
			if err != nil {
				return err
			}
			opt.Today = clock
			edition, err := generator.Compile(fsys, opt)
			if err != nil {
				return err
			}
			if edition.Site.Broken {
				if err := t.report(edition.Report, f, false, lines(fsys)); err != nil {
					return err
				}
				return errRefused
			}
			record, err := scaffold.New(edition.Trace, args[0], args[1])
			if err != nil {
				return err
			}
			t.settle()
			if err := create(filepath.Dir(f.site), record); err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.OutOrStdout(), filepath.Join(filepath.Dir(f.site), filepath.FromSlash(record.Path)))
			return err
		},
		ValidArgs: scaffold.Kinds(),
	}
}

// create writes a record's file below the site's folder, if it is not there yet. No link leads it out of there.
func create(dir string, record scaffold.Record) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(record.Path), 0o755); err != nil {
		return err
	}
	file, err := root.OpenFile(record.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("there is a file %s already", record.Path)
	}
	if err != nil {
		return err
	}
	if _, err := file.WriteString(record.Text); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
