package trace

import (
	"io/fs"
	"path"
	"slices"

	"trustpress/generator/history"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// What is known of whether the text of a control changed in the period.
const (
	TextAmended = "changed in period"
	TextStood   = "unchanged"        // its file says what it said before the period
	TextAlike   = "same in versions" // no released version says anything else; of the days between them nothing is known
	TextUntold  = "not known"
)

// Why version control does not tell whether a file changed in the period.
const (
	NoHistory    = "none"     // there is none to ask
	NotCommitted = "file"     // nobody has committed the file, or it is not as it was committed
	CutShort     = "short"    // what came before its oldest commits is not known
	BegunLater   = "later"    // it has the file since a day after the period
	InRegister   = "register" // the file changed, and holds other records too
)

// Amended is what is known of whether the text of a control changed in the period. Days of commits are those that their authors wrote.
type Amended struct {
	State    string
	Between  []Between          // versions that say it otherwise, the newest first
	Alike    *Version           // the oldest version, if none from it on says it otherwise
	Commits  []history.Revision // of its own file in the period, the newest first; those that left the text as it was are not among them
	After    []history.Revision // and after the period
	Before   *history.Revision  // the last one before the period
	Register []history.Revision // of the register that it stands in, with others, in the period
	Untold   string             // why version control does not tell; "": it does
}

// Between is two versions of the handbook that do not say a control alike. Today's is none: To is nil.
type Between struct {
	From, To *Version
	Fields   []string // that differ
	Began    bool     // the older version does not have the control
}

// Amended returns what is known of whether the text of a control changed in the period. There must be one.
func (t *Trace) Amended(c *program.Control) Amended {
	out := Amended{State: TextUntold}
	t.compareVersions(c, &out)
	t.askHistory(c, &out)
	switch {
	case len(out.Between) > 0 || len(out.Commits) > 0:
		out.State = TextAmended
	case out.Untold == "":
		out.State = TextStood
	case out.Alike != nil:
		out.State = TextAlike
	}
	return out
}

// compareVersions finds the versions of which the next one says the control otherwise, as far as that can have come about in the period.
func (t *Trace) compareVersions(c *program.Control, out *Amended) {
	texts := t.Texts(c)
	comparable := !slices.ContainsFunc(texts, func(text Text) bool { return len(text.Parts) == 0 })
	for i, newer := range texts {
		if !comparable {
			return
		}
		between := Between{To: newer.In}
		if i+1 < len(texts) {
			between.From, between.Fields = texts[i+1].In, program.Differ(texts[i+1].Parts, newer.Parts)
		} else if before := t.before(newer.In); before != nil {
			between.From, between.Began = before, true
		}
		if (between.Began || len(between.Fields) > 0) && t.touches(between) {
			out.Between = append(out.Between, between)
		}
	}
	if oldest := texts[len(texts)-1].In; len(out.Between) == 0 && oldest != nil && !t.Period.To.Before(oldest.Date) {
		out.Alike = oldest
	}
}

// before returns the version before another one, or before today's content; nil if there is none.
func (t *Trace) before(v *Version) *Version {
	at := len(t.Past.Versions)
	if v != nil {
		at = slices.Index(t.Past.Versions, v)
	}
	if at < 1 {
		return nil
	}
	return t.Past.Versions[at-1]
}

// touches reports whether a change between two versions can have come about on a day of the period.
func (t *Trace) touches(b Between) bool {
	last := t.AsOf
	if b.To != nil {
		last = b.To.Date
	}
	return !t.Period.To.Before(b.From.Date) && !last.Before(t.Period.From)
}

// askHistory sorts the commits of the control's own file by whether they are of the period, and says where they do not tell.
func (t *Trace) askHistory(c *program.Control, out *Amended) {
	log := t.Past.History
	if log == nil {
		out.Untold = NoHistory
		return
	}
	if row := c.Span.File; path.Ext(row) == ".toml" {
		of := t.sorted(row)
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
	of := t.sorted(c.Home())
	out.Commits, out.After, out.Before = of.Commits, of.After, of.Before
	if out.Untold == "" {
		out.Untold = of.Untold
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
			out.Commits = append(out.Commits, r)
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
