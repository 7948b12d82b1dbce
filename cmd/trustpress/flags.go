package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/config"
	"trustpress/generator/history"
	"trustpress/generator/node"
	"trustpress/generator/theme"
	"trustpress/themes"
)

// flags are the flags that commands share.
type flags struct {
	site   string
	out    string
	asOf   string
	only   []string
	strict bool
	format string
	color  string
}

var (
	outputs = []string{"handbook", "trust", "auditor"}
	formats = []string{"text", "json", "sarif", "github"}
	colors  = []string{"auto", "always", "never"}
)

func (f *flags) register(root *cobra.Command) {
	p := root.PersistentFlags()
	p.StringVar(&f.site, "site", config.File, "the site `file`; its content stands beside it")
	p.StringVar(&f.out, "out", "dist", "the `folder` that outputs are written to")
	p.StringVar(&f.asOf, "as-of", "", "the `date` that is spoken of, as 2026-09-30")
	p.StringSliceVar(&f.only, "only", nil, "the `outputs` to write: handbook, trust, auditor")
	p.BoolVar(&f.strict, "strict", false, "let warnings fail as errors do")
	p.StringVar(&f.format, "format", "text", "how findings are printed: text, json, sarif, github")
	p.StringVar(&f.color, "color", "auto", "auto, always or never")
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return f.check() }
}

func (f *flags) check() error {
	for _, o := range f.only {
		if !slices.Contains(outputs, o) {
			return choice("--only", o, outputs)
		}
	}
	if !slices.Contains(formats, f.format) {
		return choice("--format", f.format, formats)
	}
	if !slices.Contains(colors, f.color) {
		return choice("--color", f.color, colors)
	}
	_, err := f.day()
	return err
}

func choice(flag, got string, of []string) error {
	return fmt.Errorf("%s cannot be %q\nhint: one of %s", flag, got, strings.Join(of, ", "))
}

func (f *flags) day() (node.Day, error) {
	if f.asOf == "" {
		return node.Day{}, nil
	}
	day, err := node.ParseDay(f.asOf)
	if err != nil {
		return day, fmt.Errorf("--as-of cannot be %q\nhint: write a date as 2026-09-30", f.asOf)
	}
	return day, nil
}

// open returns the files of the site, which no path and no symbolic link can leave, and the options of a run over them.
func (f *flags) open(t *terminal) (fs.FS, generator.Options, error) {
	dir := filepath.Dir(f.site)
	root, err := openBeneath(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, generator.Options{}, fmt.Errorf("there is no folder %s\nhint: --site names the site file", dir)
	}
	if err != nil {
		return nil, generator.Options{}, err
	}
	looks, err := layers(root)
	if err != nil {
		return nil, generator.Options{}, err
	}
	asOf, _ := f.day() // judged when the flags were read
	return root, generator.Options{Site: filepath.Base(f.site), AsOf: asOf, Themes: looks.Looks(), Progress: t.progress}, nil
}

// layers returns the site's own themes, if it has any, over those that are built in.
func layers(site fs.FS) (theme.Layers, error) {
	if info, err := fs.Stat(site, "themes"); err != nil || !info.IsDir() {
		return theme.Layers{themes.Files}, nil
	}
	own, err := fs.Sub(site, "themes")
	return theme.Layers{own, themes.Files}, err
}

// apart refuses to write outputs among the sources, below the content root: the next build would read them.
func (f *flags) apart(content string) error {
	site, err := filepath.Abs(filepath.Dir(f.site))
	if err != nil {
		return err
	}
	out, err := filepath.Abs(f.out)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(filepath.Join(site, filepath.FromSlash(content)), out); err == nil && filepath.IsLocal(rel) {
		return fmt.Errorf("--out %s lies in the content\nhint: choose a folder beside it", f.out)
	}
	return nil
}

// within returns the folder of the outputs, if it lies below a folder: what stands there is made anew from what is committed.
func (f *flags) within(dir string) []string {
	site, err := filepath.Abs(dir)
	out, noOut := filepath.Abs(f.out)
	below, apart := filepath.Rel(site, out)
	if errors.Join(err, noOut, apart) != nil || !filepath.IsLocal(below) || below == "." {
		return nil
	}
	return []string{filepath.ToSlash(below)}
}

// clock is the day for commands that speak of now.
func clock() (node.Day, error) { return node.NewDay(time.Now()), nil }

// committed is the day for commands whose outputs must not hold the clock: the committer's date of the commit, in UTC.
func committed(head history.Head, err error) func() (node.Day, error) {
	return func() (node.Day, error) {
		if err != nil {
			return node.Day{}, fmt.Errorf("%w\nhint: there is no commit to take the day from: %w", generator.ErrNoDay, err)
		}
		return node.NewDay(head.Committed), nil
	}
}

// openNow opens the site for a command that speaks of today, with what version control knows of it.
func (f *flags) openNow(t *terminal) (fs.FS, generator.Options, error) {
	fsys, opt, err := f.open(t)
	if err != nil {
		return nil, opt, err
	}
	opt.Today, opt.History = clock, known(filepath.Dir(f.site))
	return fsys, opt, nil
}

// compile returns the site as it stands today, with what git knows of it.
func (f *flags) compile(t *terminal) (fs.FS, *audience.Edition, error) {
	fsys, opt, err := f.openNow(t)
	if err != nil {
		return nil, nil, err
	}
	edition, err := generator.Compile(fsys, opt)
	if err != nil {
		return nil, nil, err
	}
	if edition.Site.Broken {
		if err := t.report(edition.Report, f, false, lines(fsys)); err != nil {
			return nil, nil, err
		}
		return nil, nil, errRefused
	}
	t.settle()
	return fsys, edition, nil
}

// known returns what tells what version control knows of a site's files, which is nothing where there is none. Git is at work
// while the files are read.
func known(dir string) func() (*history.Log, error) {
	read := sync.OnceValues(func() (*history.Log, error) {
		log, err := history.Read(dir)
		if errors.Is(err, history.ErrNone) {
			return nil, nil
		}
		return log, err
	})
	go read()
	return read
}
