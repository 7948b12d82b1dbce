package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/auditor"
	"trustpress/generator/bundle"
	"trustpress/generator/check"
	"trustpress/generator/config"
	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/handbook"
	"trustpress/generator/history"
	"trustpress/generator/node"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
	"trustpress/generator/trust"
)

// Options are what a run takes from outside the site's files.
type Options struct {
	Site     string                              // name of the site file, "site.toml" if empty
	AsOf     node.Day                            // the day that is spoken of; wins over the site's own as_of
	Today    func() (node.Day, error)            // asked if neither says; nil: there is no other day
	Commit   string                              // of the content, or ""
	History  func() (*history.Log, error)        // what version control knows of the files, asked for once they are read; nil: nothing
	Cache    *output.Cache                       // what an earlier build worked out; nil: nothing
	Horizon  node.Duration                       // how far ahead a check looks for what expires; zero: not at all
	Themes   map[string]theme.Look               // those that the site may choose from; none: any
	Progress func(stage string, done, total int) // may be nil
}

func (o Options) progress(stage string) func(done, total int) {
	if o.Progress == nil {
		return func(int, int) {}
	}
	return func(done, total int) { o.Progress(stage, done, total) }
}

func (o Options) history() (*history.Log, error) {
	if o.History == nil {
		return nil, nil
	}
	return o.History()
}

// ErrNoDay is returned where nothing says which day a run speaks of.
var ErrNoDay = errors.New("nothing says which day this is: give --as-of, or as_of in the site file")

// Compile makes an edition of the site whose files fsys holds. The error is for what the author cannot mend in the content: a
// disk that fails, a site file that is not there, a day that nobody names. Everything else is in the edition's report.
func Compile(fsys fs.FS, opt Options) (*audience.Edition, error) {
	name := opt.Site
	if name == "" {
		name = config.File
	}
	site, findings, err := config.Load(fsys, name)
	if err != nil {
		return nil, err
	}
	findings = append(findings, themed(site, opt.Themes)...)
	if site.Broken {
		return broken(site, findings), nil
	}
	asOf, err := day(site, opt)
	if err != nil {
		return nil, err
	}
	tree, read, err := source.Read(fsys, site, opt.progress("reading"))
	if err != nil {
		return nil, err
	}
	if site.Broken { // there is no content to speak of
		return broken(site, slices.Concat(findings, read)), nil
	}
	past := func(prog *program.Program) (trace.Past, []diag.Finding, error) {
		versions, frozen, err := released(fsys, site, prog, opt.Cache)
		if err != nil {
			return trace.Past{}, nil, err
		}
		log, err := opt.history()
		return trace.Past{Versions: versions, History: log, Words: archives{fsys, site}.words}, frozen, err
	}
	bound, compiled, err := compile(fsys, site, tree, past, asOf, opt.progress("compiling"))
	if err != nil {
		return nil, err
	}
	found := slices.Concat(findings, read, compiled)
	shown, unshown, err := branded(fsys, site, found)
	if err != nil {
		return nil, err
	}
	report := check.Judge(bound, opt.Themes[site.Site.Theme], append(found, unshown...))
	return &audience.Edition{Trace: bound, Report: report, Commit: opt.Commit, Brand: shown}, nil
}

// recall says what is known of a site's past, once its program says which versions were released.
type recall func(*program.Program) (trace.Past, []diag.Finding, error)

// compile makes a bound program of what was read of a site.
func compile(fsys fs.FS, site *config.Site, tree *source.Tree, past recall, asOf node.Day, progress func(done, total int)) (*trace.Trace, []diag.Finding, error) {
	catalogues, own := criteria.Load(criteria.Builtin(), frameworks(site, tree))
	parser := source.NewParser(site, source.NewLabels(tree.IDs(), catalogues.Looks))
	prog, built := program.Build(site, tree, parser, progress)
	known, frozen, err := past(prog)
	if err != nil {
		return nil, nil, err
	}
	bound, traced, err := trace.Bind(fsys, site, tree, catalogues, prog, known, asOf)
	return bound, slices.Concat(own, built, frozen, traced), err
}

// broken is the edition of a site on which nothing can be built.
func broken(site *config.Site, findings []diag.Finding) *audience.Edition {
	empty := &trace.Trace{Site: site, Program: &program.Program{}, Catalogues: criteria.Builtin()}
	return &audience.Edition{Trace: empty, Report: check.Weigh(findings)}
}

// themed reports a theme that is not among those there are, and languages that the theme has no words in.
func themed(site *config.Site, themes map[string]theme.Look) []diag.Finding {
	name := site.Site.Theme
	look, known := themes[name]
	if len(themes) == 0 {
		return nil
	}
	if !known {
		return []diag.Finding{{Rule: "invalid-config", Span: site.Tree.At("site", "theme"), Message: fmt.Sprintf("there is no theme %q", name),
			Hint: "one of " + strings.Join(slices.Sorted(maps.Keys(themes)), ", ")}}
	}
	var out []diag.Finding
	for _, lang := range site.Site.Languages {
		if !slices.Contains(look.Languages, lang) {
			out = append(out, diag.Finding{Rule: "invalid-config", Span: site.Tree.At("site", "languages"),
				Message: fmt.Sprintf("the theme %q has no words in %q", name, lang), Hint: "it has them in " + strings.Join(look.Languages, ", ")})
		}
	}
	return out
}

// day returns the day that an edition speaks of.
func day(site *config.Site, opt Options) (node.Day, error) {
	switch {
	case !opt.AsOf.IsZero():
		return opt.AsOf, nil
	case !site.AsOf.IsZero():
		return site.AsOf, nil
	case opt.Today != nil:
		return opt.Today()
	}
	return node.Day{}, ErrNoDay
}

// frameworks returns the files of the site's own catalogues.
func frameworks(site *config.Site, tree *source.Tree) []*diag.File {
	var out []*diag.File
	for _, r := range tree.Registers {
		if path.Dir(r.Name) == path.Join(site.Content.Root, "frameworks") {
			out = append(out, r.File)
		}
	}
	return out
}

// Outputs is every output that a site asks for, by its name.
type Outputs map[string]*output.Tree

// Write lays out the outputs of an edition. Without a theme they have names and no pages, which is enough to check them. cache may be nil.
func Write(fsys fs.FS, e *audience.Edition, only []string, cache *output.Cache, look *theme.Theme) (Outputs, error) {
	out := Outputs{}
	for _, name := range only {
		switch {
		case name == "handbook":
			out[name] = handbook.Write(audience.ForStaff(e), older(fsys, e), cache, look)
		case name == "trust":
			out[name] = trust.Write(audience.ForEverybody(e), fsys, look)
		case name == "auditor" && e.Site.Audit != nil:
			tree, err := auditor.Write(examiner(fsys, e, cache), fsys, look)
			if err != nil {
				return nil, fmt.Errorf("auditor: %w", err)
			}
			out[name] = tree
		}
	}
	return out, nil
}

// Follow lays out the auditor's bundle that follows an earlier one, as the only output. cache may be nil.
func Follow(fsys fs.FS, e *audience.Edition, earlier *bundle.Bundle, cache *output.Cache, look *theme.Theme) (Outputs, error) {
	tree, err := auditor.Follow(earlier, examiner(fsys, e, cache), fsys, look)
	return Outputs{"auditor": tree}, err
}

// Check compiles a site and reports everything that stands against it, the names of its outputs included. It writes nothing.
func Check(fsys fs.FS, opt Options) (diag.Report, error) {
	e, err := Compile(fsys, opt)
	if err != nil {
		return diag.Report{}, err
	}
	report, err := Judge(fsys, e, e.Site.Site.Outputs)
	if !opt.Horizon.IsZero() {
		report.Horizon = check.Horizon(e.Trace, opt.Horizon)
	}
	return report, err
}

// naming are the rules about what names of pages and files are made of.
var naming = []string{"duplicate-id", "invalid-id", "path-collision"}

// Judge returns the report of an edition with what the names of the outputs that are asked for add.
func Judge(fsys fs.FS, e *audience.Edition, asked []string) (diag.Report, error) {
	misnamed := slices.ContainsFunc(e.Report.Findings, func(f diag.Finding) bool { return slices.Contains(naming, f.Rule) })
	if e.Site.Broken || misnamed { // the id is what to mend, and not the name of the page that is made of it
		return e.Report, nil
	}
	outputs, err := Write(fsys, e, asked, nil, nil)
	if err != nil {
		return diag.Report{}, err
	}
	var log diag.Log
	for _, tree := range outputs {
		log.Add(tree.Findings()...)
	}
	named := check.Weigh(log.Findings())
	report := e.Report
	report.Findings = append(slices.Clone(report.Findings), named.Findings...)
	slices.SortFunc(report.Findings, diag.Compare)
	return report, nil
}

// Blocked reports whether a finding keeps an output from being written.
func Blocked(report diag.Report, name string) bool {
	return slices.ContainsFunc(report.Findings, func(f diag.Finding) bool { return slices.Contains(f.Blocks, name) })
}
