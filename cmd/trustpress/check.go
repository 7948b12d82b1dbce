package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/diag"
	"trustpress/generator/node"
)

func checkCommand(f *flags) *cobra.Command {
	var ahead string
	c := &cobra.Command{
		Use:   "check",
		Short: "report every finding, in order; write nothing",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			t := f.terminal(c.OutOrStdout(), c.ErrOrStderr())
			horizon, err := distance("--horizon", ahead)
			if err != nil {
				return err
			}
			fsys, opt, err := f.openNow(t)
			if err != nil {
				return err
			}
			opt.Horizon = horizon
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
	c.Flags().StringVar(&ahead, "horizon", "", "list what expires or falls due within a `time`, as 60d, 8w, 3m, 1y")
	return c
}

// units are the short names of spans of time.
var units = map[string]string{"d": "days", "w": "weeks", "m": "months", "y": "years"}

// distance reads how far ahead to look: "60d", or whole as "60 days".
func distance(flag, text string) (node.Duration, error) {
	whole := text
	if n := len(text) - 1; n > 0 && units[text[n:]] != "" {
		whole = strings.TrimSpace(text[:n]) + " " + units[text[n:]]
	}
	d, ok := node.ParseDuration(whole)
	if text != "" && !ok {
		return d, fmt.Errorf("%s cannot be %q\nhint: write a number of days, weeks, months or years, as 60d, 8w, 3m or 1y", flag, text)
	}
	return d, nil
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
