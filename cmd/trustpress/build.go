package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/history"
	"trustpress/generator/output"
	"trustpress/generator/theme"
	"trustpress/templates"
)

func buildCommand(f *flags) *cobra.Command {
	return &cobra.Command{
		Use:   "build",
		Short: "check, then write the outputs, each whole or not at all",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return build(f, f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
}

func build(f *flags, t *terminal) error {
	fsys, opt, err := f.openCommitted(t)
	if err != nil {
		return err
	}
	edition, err := generator.Compile(fsys, opt)
	if err != nil {
		return err
	}
	if err := f.apart(edition.Site.Content.Root); err != nil {
		return err
	}
	asked, err := f.asked(edition)
	if err != nil {
		return err
	}
	report, err := generator.Judge(fsys, edition, asked)
	if err != nil {
		return err
	}
	if err := t.report(report, f, false, lines(fsys)); err != nil {
		return err
	}
	free := slices.DeleteFunc(slices.Clone(asked), func(name string) bool { return generator.Blocked(report, name) })
	if f.strict && len(report.Findings) > 0 || edition.Site.Broken {
		free = nil
	}
	for _, name := range asked {
		if !slices.Contains(free, name) {
			t.note("%s: not written, because of what is reported above", filepath.Join(f.out, name))
		}
	}
	if err := f.write(t, fsys, edition, free, opt.Cache); err != nil {
		return err
	}
	if len(free) < len(asked) {
		return errRefused
	}
	return nil
}

// openCommitted opens the site for a build, which speaks of the day of the commit and not of today.
func (f *flags) openCommitted(t *terminal) (fs.FS, generator.Options, error) {
	fsys, opt, err := f.open(t)
	if err != nil {
		return nil, opt, err
	}
	dir := filepath.Dir(f.site)
	head, noGit := history.At(dir, f.within(dir)...)
	opt.Today = committed(head, noGit)
	if noGit == nil && !head.Changed {
		opt.Commit = head.Commit
	}
	opt.Cache, opt.History = f.cache(), known(dir)
	return fsys, opt, nil
}

// asked returns the outputs that the flags ask for, or else the site.
func (f *flags) asked(e *audience.Edition) ([]string, error) {
	if len(f.only) == 0 {
		return slices.DeleteFunc(slices.Clone(e.Site.Site.Outputs), func(name string) bool { return name == "auditor" && e.Site.Audit == nil }), nil
	}
	if slices.Contains(f.only, "auditor") && e.Site.Audit == nil && !e.Site.Broken {
		return nil, fmt.Errorf("there is no [audit] in %s, and so no bundle\nhint: leave auditor out of --only", f.site)
	}
	return f.only, nil
}

func (f *flags) write(t *terminal, fsys fs.FS, e *audience.Edition, names []string, cache *output.Cache) error {
	if len(names) == 0 {
		return nil
	}
	look, err := loadTheme(fsys, e)
	if err != nil {
		return err
	}
	if len(e.Past.Versions) > 0 { // each older version is compiled, written and let go of
		collect(100)
	}
	trees, err := generator.Write(fsys, e, names, cache, look)
	if err != nil {
		return err
	}
	for _, name := range names {
		dir := filepath.Join(f.out, name)
		t.start()
		stats, err := output.Write(dir, trees[name], output.Options{Progress: func(done, total int) { t.progress(name, done, total) }})
		t.settle()
		if err != nil {
			return err
		}
		t.note("%s: %d files, %d written, %d unchanged, %d removed", dir, stats.Files, stats.Written, stats.Unchanged, stats.Removed)
	}
	if slices.Contains(names, "handbook") {
		cache.Prune()
	}
	return nil
}

// loadTheme returns the theme of a site, over which its own templates lie.
func loadTheme(fsys fs.FS, e *audience.Edition) (*theme.Theme, error) {
	own, err := fs.Sub(fsys, "templates")
	if err != nil {
		return nil, err
	}
	looks, err := layers(fsys)
	if err != nil {
		return nil, err
	}
	return theme.Load(own, looks, templates.Files, e.Site.Site.Theme)
}
