// Package trace owns the answers to "who refers to what": it binds every reference of the program to a record, a criterion or
// a file, keeps the way back, and works out coverage (which control meets which criterion), occurrences (when a control was
// to be carried out, and what shows it), topics (what management discloses to the service auditor, by record and by statement), amendments
// (whether the text of a control changed in the period) and approvals (which text of a policy a person approved, what ties it to them, and on which days it was in force).
//
// It refuses to call anything good or bad beyond a reference that leads nowhere; what is a gap and what is an error is written
// in package check.
package trace

import (
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"trustpress/generator/config"
	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// Trace is a program with every reference bound.
type Trace struct {
	Site       *config.Site
	Program    *program.Program
	Catalogues *criteria.Set
	AsOf       node.Day
	Period     program.Period // the audit's; of Type 1 the window before its date; zero without an audit
	Past       Past

	Scope       []*criteria.Criterion // in catalogue order; empty without an audit
	Coverage    map[*criteria.Criterion]*Coverage
	Schedules   map[*program.Control]*Schedule
	Files       map[program.Any]File // of evidence, documents and releases
	Approved    map[*program.Policy]*Approved
	Roles       []Role                        // in the audit, in the order of site.toml
	Uses        map[program.Any][]Use         // who refers to a record
	Criteria    map[*criteria.Criterion][]Use // who refers to a criterion
	EvidenceDir bool                          // the evidence root is there

	records   map[string]program.Any // by id in lower case
	formerly  map[string]program.Any // policies, by an id that they had, be it before another one
	documents map[string]program.Any // by the file of their prose
	files     map[string]bool        // Markdown that is no record, and other files of the content
	assets    map[string]bool        // the other files alone
	roles     map[string]*program.Person
	lostRoot  bool // the evidence root leaves the site
	fsys      fs.FS
	log       diag.Log

	populations sync.Map // those that were asked for, by their evidence
}

// Use is one reference to a record or a criterion.
type Use struct {
	From   program.Any
	Field  string // the key it stands under; "body" for prose
	Anchor string // the heading it names
	Span   diag.Span
}

// Bind binds a program. The error is for a disk that fails; a reference that leads nowhere is a finding.
func Bind(fsys fs.FS, site *config.Site, tree *source.Tree, catalogues *criteria.Set, prog *program.Program, past Past, asOf node.Day) (*Trace, []diag.Finding, error) {
	t := &Trace{Site: site, Program: prog, Catalogues: catalogues, AsOf: asOf, Past: past, fsys: fsys,
		Uses: map[program.Any][]Use{}, Criteria: map[*criteria.Criterion][]Use{}}
	t.index(tree)
	t.recallNames()
	t.bind()
	t.scope()
	t.staff()
	t.cover()
	if err := t.measure(); err != nil {
		return nil, nil, err
	}
	t.schedule()
	t.approve()
	return t, t.log.Findings(), nil
}

// Record returns the record of an id, ignoring case, or nil.
func (t *Trace) Record(id string) program.Any { return t.records[strings.ToLower(id)] }

// Free refuses what cannot be the id of a new record.
func (t *Trace) Free(id string) error {
	if !source.Valid(id) {
		return fmt.Errorf("%q cannot be an id\nhint: letters and digits, joined by single dots, hyphens or underscores, beginning with a letter", id)
	}
	if rec := t.Record(id); rec != nil {
		return fmt.Errorf("there is a %s %q already, at %s:%d", rec.Base().Kind.Name, rec.Base().ID, rec.Base().Span.File, rec.Base().Span.Line)
	}
	if t.Catalogues.Find(id).Criterion != nil {
		return fmt.Errorf("%q is the identifier of a criterion\nhint: a record needs a name of its own", id)
	}
	return nil
}

// Formerly returns the policy that had an id before, ignoring case, or nil.
func (t *Trace) Formerly(id string) program.Any { return t.formerly[strings.ToLower(id)] }

func (t *Trace) index(tree *source.Tree) {
	t.records, t.documents, t.roles = map[string]program.Any{}, map[string]program.Any{}, map[string]*program.Person{}
	t.files, t.assets = map[string]bool{}, map[string]bool{}
	for _, d := range tree.Documents {
		t.files[d.Name] = true
	}
	for _, a := range tree.Assets {
		t.files[a], t.assets[a] = true, true
	}
	for _, rec := range t.Program.Records() {
		r := rec.Base()
		if key := strings.ToLower(r.ID); key != "" && t.records[key] == nil {
			t.records[key] = rec
		}
		if r.ID != "" && t.Catalogues.Looks(r.ID) && t.Catalogues.Find(r.ID).Criterion != nil {
			t.log.Add(diag.Finding{Rule: "invalid-id", Span: r.At("id"), Record: r.ID, Message: fmt.Sprintf("%q is the identifier of a criterion", r.ID),
				Hint: "a record needs a name of its own, or a reference could mean either"})
		}
		if r.Document != "" {
			t.documents[r.Document] = rec
		}
		for _, translation := range r.Translations {
			t.documents[translation.Span.File] = rec
		}
	}
	for _, p := range t.Program.People {
		if key := strings.ToLower(p.Role); key != "" && t.roles[key] == nil {
			t.roles[key] = p
		}
	}
}

// recallNames learns by which ids policies were known: what a policy says of itself counts before what its versions say.
func (t *Trace) recallNames() {
	t.formerly = map[string]program.Any{}
	for _, p := range t.Program.Policies {
		for _, id := range p.FormerIDs {
			t.formerly[strings.ToLower(id)] = p
		}
	}
	for _, p := range t.Program.Policies {
		for _, was := range t.Texts(p)[1:] {
			for _, id := range append([]string{was.ID}, was.FormerIDs...) {
				if key := strings.ToLower(id); t.formerly[key] == nil {
					t.formerly[key] = p
				}
			}
		}
	}
}

// bind follows every reference, record by record in parallel, and then writes down the ways back in the order of the records.
func (t *Trace) bind() {
	records := t.Program.Records()
	binders := make([]binder, len(records))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, rec := range records {
		g.Go(func() error {
			b := &binders[i]
			*b = binder{t: t, rec: rec, dir: path.Dir(rec.Base().Home())}
			program.Visit(rec, program.Visitor{Ref: b.ref, Criterion: b.criterion, Prose: b.prose})
			return nil
		})
	}
	_ = g.Wait() // no binder returns an error: what is wrong is a finding
	t.guess(binders)
	for _, b := range binders {
		t.log.Add(b.findings...)
		for _, u := range b.uses {
			switch {
			case u.to.Record != nil:
				t.Uses[u.to.Record] = append(t.Uses[u.to.Record], u.Use)
			case u.to.Criterion != nil:
				t.Criteria[u.to.Criterion] = append(t.Criteria[u.to.Criterion], u.Use)
			}
		}
	}
}

// known reports whether a file is part of the content.
func (t *Trace) known(name string) bool {
	if t.files[name] {
		return true
	}
	_, err := fs.Stat(t.fsys, name)
	return err == nil
}
