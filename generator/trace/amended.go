package trace

import (
	"slices"

	"trustpress/generator/history"
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
	Alike    *Version           // the oldest version from which on none says it otherwise; nil: there is none
	Commits  []Amending         // of its own file in the period, the newest first; those that left the file as it was are not among them
	After    []history.Revision // and after the period
	Before   *history.Revision  // the last one before the period
	Register []Amending         // of the register that it stands in, with others, in the period
	Untold   string             // why version control does not tell; "": it does
}

// Amendments returns what is known of whether the texts of controls changed in the period. There must be one.
func (t *Trace) Amendments() map[*program.Control]*Amended {
	out := map[*program.Control]*Amended{}
	sorted := t.sorter()
	for _, c := range t.Program.Controls {
		out[c] = &Amended{}
		t.compareVersions(c, out[c])
		t.askHistory(c, sorted, out[c])
	}
	t.compareCommits(out)
	for _, a := range out {
		a.settle()
	}
	return out
}

func (a *Amended) settle() {
	amends := slices.ContainsFunc(a.Commits, func(c Amending) bool { return c.Amends() })
	switch {
	case len(a.Between) > 0 || amends:
		a.State = TextAmended
	case a.Untold == "":
		a.State = TextStood
	case a.Alike != nil:
		a.State = TextAlike
	default:
		a.State = TextUntold
	}
}
