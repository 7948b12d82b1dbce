package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/config"
	"trustpress/generator/edit"
	"trustpress/generator/history"
)

// releasing is one run of release.
type releasing struct {
	*flags
	noCommit bool
}

func releaseCommand(f *flags) *cobra.Command {
	r := releasing{flags: f}
	c := &cobra.Command{
		Use:   "release VERSION",
		Short: "check strictly, then freeze a version of the handbook",
		Long: `Check strictly, then freeze the handbook as VERSION: write an archive of its sources and a row in releases.toml, both below the
content, commit these two files and tag the commit handbook/VERSION. All of it is done, or nothing.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("release takes one version\nhint: trustpress release 2026.2")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return r.run(args[0], c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().BoolVar(&r.noCommit, "no-commit", false, "write the two files, and leave the commit and the tag to you")
	return c
}

func (r *releasing) run(version string, stdout io.Writer, t *terminal) error {
	dir := filepath.Dir(r.site)
	_, noGit := history.At(dir)
	if noGit != nil && !errors.Is(noGit, history.ErrNone) {
		return noGit
	}
	commits := noGit == nil && !r.noCommit
	if commits {
		if err := r.clean(dir, version); err != nil {
			return err
		}
	}
	frozen, err := r.freeze(version, t)
	if err != nil {
		return err
	}
	if err := r.record(dir, frozen, commits); err != nil {
		return err
	}
	r.rest(t, frozen, noGit == nil, commits)
	_, err = fmt.Fprintf(stdout, "%s  %s\n", frozen.SHA256, filepath.Join(dir, filepath.FromSlash(frozen.Archive.Path)))
	return err
}

func tagOf(version string) string { return "handbook/" + version }

// clean refuses to commit where what is committed would not be what was released, and where the tag is taken.
func (r *releasing) clean(dir, version string) error {
	dirty, err := history.Dirty(dir, r.within(dir)...)
	if err != nil {
		return err
	}
	if len(dirty) > 0 {
		return fmt.Errorf("%s is not committed as it stands%s\nhint: commit, or put aside, what belongs to no release; or take --no-commit", dirty[0], andMore(len(dirty)-1))
	}
	tagged, err := history.Tagged(dir, tagOf(version))
	if tagged {
		err = fmt.Errorf("there is a tag %s already\nhint: a version stays as it was released; give this one a later name", tagOf(version))
	}
	return err
}

func andMore(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", and one more file"
	}
	return fmt.Sprintf(", and %d more files", n)
}

// freeze checks the site, where every finding refuses, and makes the version.
func (r *releasing) freeze(version string, t *terminal) (*edit.Frozen, error) {
	fsys, opt, err := r.openNow(t)
	if err != nil {
		return nil, err
	}
	edition, err := generator.Compile(fsys, opt)
	if err != nil {
		return nil, err
	}
	report, err := generator.Judge(fsys, edition, edition.Site.Site.Outputs)
	if err != nil {
		return nil, err
	}
	if len(report.Findings) > 0 {
		if err := t.report(report, r.flags, false, lines(fsys)); err != nil {
			return nil, err
		}
		t.note("%s is not released, because of what is reported above", version)
		return nil, errRefused
	}
	opt.Site, opt.AsOf, opt.History = config.File, edition.AsOf, nil
	frozen, err := edit.Release(fsys, edition, version, edition.AsOf, func(archive fs.FS) (*audience.Edition, error) {
		return generator.Compile(archive, opt)
	})
	t.settle()
	return frozen, err
}

// record writes the two files and commits and tags them, or leaves everything as it was. A signal that comes meanwhile stops git, and so
// ends in that too.
func (r *releasing) record(dir string, v *edit.Frozen, commits bool) error {
	_, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	back, err := apply(dir, v.Archive, v.Row)
	if err != nil || !commits {
		return err
	}
	if err := commit(dir, v); err != nil {
		return fmt.Errorf("%w\nhint: nothing is released%s", err, asWere(back()))
	}
	return nil
}

// asWere says that the files are what they were, or what could not be taken back and is for a person to look at.
func asWere(err error) string {
	if err == nil {
		return ", and the files are as they were"
	}
	return fmt.Sprintf("; the files are not as they were: %v", err)
}

// commit commits and tags the two files of a version. If the tag is refused there is no commit either.
func commit(dir string, v *edit.Frozen) error {
	before, err := history.At(dir)
	if err != nil {
		return err
	}
	files := []string{v.Archive.Path, v.Row.Path}
	err = history.Save(dir, "Release handbook "+v.Version, files)
	if err == nil {
		err = history.Tag(dir, tagOf(v.Version), "Handbook "+v.Version)
	}
	if err != nil {
		return errors.Join(err, history.Unsave(dir, before.Commit, files))
	}
	return nil
}

// rest says what was done beside the files, or what is left to do.
func (r *releasing) rest(t *terminal, v *edit.Frozen, git, commits bool) {
	at := func(name string) string { return filepath.Join(filepath.Dir(r.site), filepath.FromSlash(name)) }
	archive, register, tag := at(v.Archive.Path), at(v.Row.Path), tagOf(v.Version)
	switch {
	case commits:
		t.note("committed and tagged %s; git push --follow-tags sends both", tag)
	case git:
		t.note("left to do:\n  git add -f %s %s\n  git commit -m \"Release handbook %s\"\n  git tag -a %s -m \"Handbook %s\"", archive, register, v.Version, tag, v.Version)
	default:
		t.note("there is no git history here: keep %s and %s together", archive, register)
	}
}
