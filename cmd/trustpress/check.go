package main

import (
	"bytes"
	"io/fs"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/diag"
)

func checkCommand(f *flags) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "report every finding, in order; write nothing",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			t := f.terminal(c.OutOrStdout(), c.ErrOrStderr())
			fsys, opt, err := f.open(t)
			if err != nil {
				return err
			}
			opt.Today = clock
			report, err := generator.Check(fsys, opt)
			if err != nil {
				return err
			}
			if err := t.report(report, f, true, lines(fsys)); err != nil {
				return err
			}
			if report.Count(diag.Error) > 0 || f.strict && len(report.Findings) > 0 {
				return errRefused
			}
			return nil
		},
	}
}

// lines returns the text of a line of a site's file, for formats that count columns in characters.
func lines(fsys fs.FS) func(file string, n int) string {
	read := map[string][][]byte{}
	return func(file string, n int) string {
		if _, ok := read[file]; !ok {
			text, _ := fs.ReadFile(fsys, file) // a file that cannot be read has no lines
			read[file] = bytes.Split(text, []byte("\n"))
		}
		if n < 1 || n > len(read[file]) {
			return ""
		}
		return string(read[file][n-1])
	}
}
