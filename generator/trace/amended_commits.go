package trace

import (
	"io/fs"
	"path"

	"trustpress/generator/history"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// Amending is a commit that changed the file of a control.
type Amending struct {
	history.Revision
	Fields   []string // of the control, that it changed
	Compared bool     // else nobody knows which

	before string // the blob of the text that it changed; "": there was none
}

// Amends reports whether the commit changed what the control says, as far as that is known.
func (a *Amending) Amends() bool { return !a.Compared || len(a.Fields) > 0 }

// askHistory sorts the commits of the control's own file by whether they are of the period, and says where they do not tell.
func (t *Trace) askHistory(c *program.Control, sorted func(file string) Amended, out *Amended) {
	log := t.Past.History
	if log == nil {
		out.Untold = NoHistory
		return
	}
	if row := c.Span.File; path.Ext(row) == ".toml" {
		of := sorted(row)
		if out.Register, out.Untold = of.Commits, of.Untold; len(of.Commits) > 0 {
			out.Untold = InRegister
		}
		if c.Document == "" {
			out.Before = of.Before
			if of.Untold == BegunLater {
				out.After = of.After
			}
			return
		}
	}
	of := sorted(c.Home())
	out.Commits, out.After, out.Before = of.Commits, of.After, of.Before
	if out.Untold == "" {
		out.Untold = of.Untold
	}
}

// sorter sorts the commits of files, those of each once: a register holds many controls.
func (t *Trace) sorter() func(file string) Amended {
	known := map[string]Amended{}
	return func(file string) Amended {
		of, ok := known[file]
		if !ok {
			of = t.sorted(file)
			known[file] = of
		}
		return of
	}
}

// sorted sorts the commits of a file.
func (t *Trace) sorted(file string) (out Amended) {
	log := t.Past.History
	known := log.Of(file)
	for i, r := range known {
		day := node.NewDay(r.Commit.Authored)
		moved := i+1 < len(known) && known[i+1].Blob == r.Blob
		switch {
		case day.Before(t.Period.From) && !r.Commit.Authored.IsZero():
			if out.Before == nil {
				out.Before = &known[i]
			}
		case moved:
		case t.Period.To.Before(day):
			out.After = append(out.After, r)
		default:
			commit := Amending{Revision: r}
			if i+1 < len(known) {
				commit.before = known[i+1].Blob
			}
			out.Commits = append(out.Commits, commit)
		}
	}
	switch {
	case known == nil || !t.stands(file):
		out.Untold = NotCommitted
	case out.Before != nil:
	case log.Shallow || log.Partial || len(known) == 0:
		out.Untold = CutShort
	case len(out.Commits) == 0:
		out.Untold = BegunLater
	}
	return out
}

// stands reports whether a file stands as it was committed.
func (t *Trace) stands(file string) bool {
	text, err := fs.ReadFile(t.fsys, file)
	return err == nil && t.Past.History.Holds(file, text)
}

// compareCommits finds what each commit changed of the control whose file it changed. All texts are read in one go.
func (t *Trace) compareCommits(all map[*program.Control]*Amended) {
	var of []*program.Control
	var revisions []history.Revision
	for _, c := range t.Program.Controls {
		for _, commit := range all[c].Commits {
			if commit.before != "" {
				of, revisions = append(of, c, c), append(revisions, commit.Revision, history.Revision{Blob: commit.before})
			}
		}
	}
	if len(revisions) == 0 {
		return
	}
	parts := map[string][]program.Part{}
	_ = t.Past.History.Texts(revisions, func(i int, text []byte) error { // what git does not hand over is not compared
		if text != nil {
			parts[revisions[i].Blob] = program.PartsBefore(t.Site, of[i], text)
		}
		return nil
	})
	for _, a := range all {
		for i := range a.Commits {
			commit := &a.Commits[i]
			older, newer := parts[commit.before], parts[commit.Blob]
			if commit.Compared = len(older) > 0 && len(newer) > 0; commit.Compared {
				commit.Fields = program.Differ(older, newer)
			}
		}
	}
}
