package main

import (
	"fmt"
	"os"
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
		Args:  cobra.ExactArgs(2),
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
			record, err := scaffold.New(edition.Trace, args[0], args[1])
			if err != nil {
				return err
			}
			t.settle()
			path := filepath.Join(filepath.Dir(f.site), filepath.FromSlash(record.Path))
			if err := create(path, record.Text); err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.OutOrStdout(), path)
			return err
		},
		ValidArgs: scaffold.Kinds(),
	}
}

// create writes a file that is not there yet.
func create(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := file.WriteString(text); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
