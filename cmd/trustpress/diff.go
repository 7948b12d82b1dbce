package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/handbook"
	"trustpress/generator/nearest"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// current is what the content as it stands is called, beside versions: their names begin with a digit.
const current = "current"

// diffing is one run of diff.
type diffing struct {
	*flags
	stat bool
}

func diffCommand(f *flags) *cobra.Command {
	d := diffing{flags: f}
	c := &cobra.Command{
		Use:   "diff A [B]",
		Short: "say what changed from one version of the handbook to another",
		Long: `Say what became of each policy and procedure of the handbook from version A to version B: which are new, no longer there, have another
id, and what changed in the others, word by word. Either may be "current", the content as it stands, which B is if it is left out.

[-Words-] that were deleted and {+words+} that were inserted stand below the heading of their section. Confidential documents are not in the
handbook, and not here. Nothing is written, and the exit status is 0 whether anything changed or not.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return errors.New("diff takes one version or two\nhint: trustpress diff 2026.1 2026.2; the content as it stands is \"current\"")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return d.run(args[0], slices.Concat(args, []string{current})[1], c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().BoolVar(&d.stat, "stat", false, "say which documents changed and how much, and not what")
	return c
}

func (d *diffing) run(a, b string, stdout io.Writer, t *terminal) error {
	if known := []string{"text", "json"}; !slices.Contains(known, d.format) {
		return choice("--format", d.format, known)
	}
	fsys, e, err := d.compile(t)
	if err != nil {
		return err
	}
	from, err := released(e, a)
	if err != nil {
		return err
	}
	to, err := released(e, b)
	if err != nil {
		return err
	}
	if n := e.Report.Count(diag.Error); n > 0 && (from == nil || to == nil) {
		t.note("note: the content as it stands has errors; trustpress check lists them")
	}
	c, err := generator.Compare(fsys, e, from, to)
	if err != nil {
		return err
	}
	t.settle()
	if d.format == "json" {
		return writeJSON(stdout, differencesOf(c, from, to))
	}
	_, err = io.WriteString(stdout, diffText{t, d.stat}.comparison(c, nameOf(from), nameOf(to)))
	return err
}

// compile returns the site as it stands today. Who committed what is no matter here.
func (d *diffing) compile(t *terminal) (fs.FS, *audience.Edition, error) {
	fsys, opt, err := d.open(t)
	if err != nil {
		return nil, nil, err
	}
	opt.Today = clock
	e, err := generator.Compile(fsys, opt)
	if err != nil {
		return nil, nil, err
	}
	if e.Site.Broken {
		t.settle()
		if err := diag.WriteText(t.err, e.Report, t.errors); err != nil {
			return nil, nil, err
		}
		return nil, nil, errors.New("there is nothing to compare, because of what is reported above")
	}
	return fsys, e, nil
}

// released returns the version that a name means, however it is written. nil is the content as it stands.
func released(e *audience.Edition, name string) (*trace.Version, error) {
	if name == current {
		return nil, nil
	}
	if program.IsVersion(name) {
		for _, v := range e.Past.Versions {
			if program.CompareVersions(v.Version, name) == 0 {
				return v, nil
			}
		}
		if len(e.Program.Released(name)) > 0 {
			return nil, fmt.Errorf("version %s cannot be read\nhint: trustpress check says what is wrong with its archive", name)
		}
	}
	return nil, fmt.Errorf("there is no version %q of the handbook\nhint: %s", name, nearestVersion(e, name))
}

// mostNamed is how many versions a hint names.
const mostNamed = 8

func nearestVersion(e *audience.Edition, name string) string {
	names := []string{current}
	for _, v := range slices.Backward(e.Past.Versions) {
		names = append(names, v.Version)
	}
	if near, ok := nearest.Within(name, names, 2); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	switch {
	case len(names) == 1:
		return "none is released yet; trustpress release makes one"
	case len(names) > mostNamed:
		return "the last ones are " + strings.Join(names[1:mostNamed], ", ")
	}
	return "one of " + strings.Join(names, ", ")
}

func nameOf(v *trace.Version) string {
	if v == nil {
		return current
	}
	return v.Version
}

// verdicts are what became of a document, as a reader is told.
var verdicts = map[string]string{handbook.Added: "new", handbook.Removed: "no longer there", handbook.Renamed: "renamed", handbook.Changed: "changed"}
