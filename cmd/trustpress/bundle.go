package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/bundle"
	"trustpress/generator/theme"
)

// bundling is one run of bundle.
type bundling struct {
	flags
	since string
}

func bundleCommand(f *flags) *cobra.Command {
	var since string
	c := &cobra.Command{
		Use:   "bundle",
		Short: "check, then write the auditor's bundle alone",
		Long: `Check, then write the auditor's bundle alone, as "build --only auditor" does, and say what was made: the folder, its ZIP, and the digest
that the auditor asks for by another way.

With --since BUNDLE, a bundle that was handed over, as ZIP or as folder, what is written answers what came after it: all pages and tables as
they are now, and of the evidence those files that BUNDLE, and the bundles before it, do not hold byte for byte. It says what changed, and
its name is that of the first bundle and a number. BUNDLE is verified first, and is only read.

Keep what you hand over in a folder of your own. The folder of the outputs is made anew by every build, and holds nothing but the last
bundle, so a BUNDLE that lies there is refused.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if len(f.only) > 0 && !slices.Equal(f.only, []string{"auditor"}) {
				return errors.New("bundle writes the auditor's bundle alone\nhint: leave --only out; trustpress build --only writes other outputs")
			}
			b := bundling{*f, since}
			b.only = []string{"auditor"}
			return b.run(c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().StringVar(&since, "since", "", "the earlier `bundle`, ZIP or folder, that this one follows")
	return c
}

func (b *bundling) run(stdout io.Writer, t *terminal) error {
	earlier, closed, err := b.earlier(t)
	if err != nil {
		return err
	}
	defer closed()
	s, err := b.compileCommitted(t)
	if err != nil {
		return err
	}
	if s.edition.Site.Audit == nil && !s.edition.Site.Broken {
		return fmt.Errorf("there is no [audit] in %s, and so no bundle\nhint: [audit] says what is examined: type, and period_from and period_to or as_of", b.site)
	}
	free, err := b.judge(t, s, b.only)
	if err != nil {
		return err
	}
	if len(free) == 0 {
		return errRefused
	}
	err = b.write(t, s, free, func(look *theme.Theme) (generator.Outputs, error) {
		if earlier == nil {
			return generator.Write(s.fsys, s.edition, free, s.cache, look)
		}
		return b.follow(t, s, earlier, look)
	})
	if err != nil {
		return err
	}
	if b.format != "text" { // the findings are what was asked for
		stdout = t.err
	}
	return b.made(stdout)
}

// earlier returns the bundle that is to be followed, or nil.
func (b *bundling) earlier(t *terminal) (*bundle.Bundle, func(), error) {
	if b.since == "" {
		return nil, func() {}, nil
	}
	if err := b.keptApart(); err != nil {
		return nil, nil, err
	}
	files, closed, err := openBundle(b.since)
	if err != nil {
		return nil, nil, err
	}
	e, err := bundle.Read(files, func(done, total int) { t.progress("verifying", done, total) })
	t.settle()
	if err != nil {
		closed()
		return nil, nil, fmt.Errorf("%s cannot be followed: %w\nhint: --since takes a bundle as it was handed over, its ZIP or its folder", b.since, err)
	}
	return e, closed, nil
}

// follow lays out the bundle that follows, and says what it follows.
func (b *bundling) follow(t *terminal, s compiled, e *bundle.Bundle, look *theme.Theme) (generator.Outputs, error) {
	out, err := generator.Follow(s.fsys, s.edition, e, s.cache, look)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be followed: %w", b.since, err)
	}
	t.note("follows %s of %s, whose tagmanifest-sha256.txt has the SHA-256 %s", e.ID, e.On, e.SHA256)
	if period := e.OtherPeriod(audience.ForAuditor(s.edition)); period != "" {
		t.note("note: %s is of another period, %s", e.ID, period)
	}
	return out, nil
}

// made says what was written, as it stands on the disk.
func (b *bundling) made(stdout io.Writer) error {
	dir := filepath.Join(b.out, "auditor")
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(entries, func(e os.DirEntry) bool { return e.IsDir() })
	if i < 0 {
		return fmt.Errorf("there is no bundle in %s", dir)
	}
	folder := filepath.Join(dir, entries[i].Name())
	files, err := openBeneath(folder)
	if err != nil {
		return err
	}
	made, err := bag.Open(files)
	if err != nil {
		return fmt.Errorf("%s: %w", folder, err)
	}
	zip, err := os.Stat(folder + ".zip")
	if err != nil {
		return err
	}
	bytes, count, _ := strings.Cut(made.Value("Payload-Oxum"), ".")
	_, err = fmt.Fprintf(stdout, `%s%c  %s files under data, %s bytes
%s  %d bytes

SHA-256 of tagmanifest-sha256.txt:
%x

Tell the auditor this digest by another way than the bundle: VERIFY.txt asks for it.
Keep the ZIP as you hand it over: trustpress bundle --since needs it.
`, folder, filepath.Separator, count, bytes, folder+".zip", zip.Size(), made.SHA256)
	return err
}
