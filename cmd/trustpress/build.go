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
	s, err := f.compileCommitted(t)
	if err != nil {
		return err
	}
	asked, err := f.asked(s.edition)
	if err != nil {
		return err
	}
	free, err := f.judge(t, s, asked)
	if err != nil {
		return err
	}
	err = f.write(t, s, free, func(look *theme.Theme) (generator.Outputs, error) {
		return generator.Write(s.fsys, s.edition, free, s.cache, look)
	})
	if err == nil && len(free) < len(asked) {
		err = errRefused
	}
	return err
}

// compiled is a site as outputs are made of it.
type compiled struct {
	fsys    fs.FS
	edition *audience.Edition
	cache   *output.Cache
}

// compileCommitted compiles the site for outputs.
func (f *flags) compileCommitted(t *terminal) (compiled, error) {
	fsys, opt, err := f.openCommitted(t)
	if err != nil {
		return compiled{}, err
	}
	edition, err := generator.Compile(fsys, opt)
	if err != nil {
		return compiled{}, err
	}
	return compiled{fsys, edition, opt.Cache}, f.apart(edition.Site.Content.Root)
}

// judge reports what stands against a site, and returns the outputs that nothing blocks.
func (f *flags) judge(t *terminal, s compiled, asked []string) ([]string, error) {
	report, err := generator.Judge(s.fsys, s.edition, asked)
	if err != nil {
		return nil, err
	}
	if err := t.report(report, f, false, lines(s.fsys)); err != nil {
		return nil, err
	}
	free := slices.DeleteFunc(slices.Clone(asked), func(name string) bool { return generator.Blocked(report, name) })
	if f.strict && len(report.Findings) > 0 || s.edition.Site.Broken {
		free = nil
	}
	for _, name := range asked {
		if !slices.Contains(free, name) {
			t.note("%s: not written, because of what is reported above", filepath.Join(f.out, name))
		}
	}
	return free, nil
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

// write writes outputs as lay lays them out.
func (f *flags) write(t *terminal, s compiled, names []string, lay func(*theme.Theme) (generator.Outputs, error)) error {
	if len(names) == 0 {
		return nil
	}
	look, err := loadTheme(s.fsys, s.edition)
	if err != nil {
		return err
	}
	if len(s.edition.Past.Versions) > 0 { // each older version is compiled, written and let go of
		collectGarbage(100)
	}
	trees, err := lay(look)
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
		s.cache.Prune()
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
