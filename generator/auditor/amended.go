package auditor

import (
	"cmp"
	"strings"

	"trustpress/generator/history"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
	"trustpress/generator/trace"
)

// amended is what is known of whether the text of a control changed in the period.
type amended struct {
	Period   days
	State    state
	Said     []string // what the state rests on, or why nothing is known
	Alike    bool     // it rests on versions
	Versions []amendment
	Commits  []commitRow
	More     int // commits that are not listed
}

// amendment is two versions of the handbook that do not say a control alike.
type amendment struct {
	From, To versionDay
	Differs  string
}

// versionDay is a version of the handbook and the day of its release; that of today's text has none.
type versionDay struct{ Name, On string }

func (d versionDay) plain() string {
	if d.On == "" {
		return d.Name
	}
	return d.Name + " (" + d.On + ")"
}

// commitRow is a commit that changed a file.
type commitRow struct {
	Hash          digest
	Authored      string
	Committed     string // if that is another day
	Authors       []link
	Subject, From string
	Began         bool   // the file began with it
	Amends        bool   // it changed what the control says, or nobody knows that it did not
	Differs       string // what it changed; "" with Amends: that is not known
}

// amendments finds what is known of every control, if a period is examined.
func (w *writer) amendments() map[*program.Control]*trace.Amended {
	if w.Period.IsZero() {
		return nil
	}
	return w.Amendments()
}

// amended returns what is known of the text of a control, or nil where no period is examined.
func (v view) amended(c *program.Control) *amended {
	known := v.amendedOf[c]
	if known == nil {
		return nil
	}
	out := &amended{Period: daysOf(v.Period), State: v.amendedState(known.State), Said: v.amendedSaid(known), Alike: known.Alike != nil && known.State != trace.TextAmended,
		Commits: v.commitRows(known.Commits)}
	out.More = len(known.Commits) - len(out.Commits)
	for _, b := range known.Between {
		out.Versions = append(out.Versions, v.amendment(b))
	}
	return out
}

// amendedState is the state under the word that says it; a code of it stands in every CSV file.
func (v view) amendedState(of string) state {
	return v.known("state-"+strings.ReplaceAll(of, " ", "-"), false)
}

// amendedSaid says what a state rests on, and what version control does not tell.
func (v view) amendedSaid(known *trace.Amended) []string {
	var out []string
	if a := known.Alike; a != nil && known.State != trace.TextAmended {
		out = append(out, v.text("amended-alike", a.Version, a.Date.String()))
	}
	if b := known.Before; b != nil && known.Untold == "" {
		out = append(out, v.text("amended-before", authored(b)))
	}
	switch known.Untold {
	case trace.NoHistory:
		out = append(out, v.text("amended-none"))
	case trace.NotCommitted:
		out = append(out, v.text("amended-file"))
	case trace.CutShort:
		out = append(out, v.text("history-short"))
	case trace.BegunLater:
		out = append(out, v.text("amended-later", authored(&known.After[len(known.After)-1])))
	case trace.InRegister:
		r := known.Register
		out = append(out, v.text("amended-register", len(r), authored(&r[len(r)-1].Revision), authored(&r[0].Revision)))
	}
	if n := len(known.After); n > 0 && known.Untold != trace.BegunLater {
		out = append(out, v.text("amended-after", n, authored(&known.After[n-1])))
	}
	return out
}

func (v view) amendment(b trace.Between) amendment {
	out := amendment{From: v.versionOn(b.From), To: v.versionOn(b.To), Differs: v.text("amended-began")}
	if !b.Began {
		out.Differs = v.labels(b.Fields)
	}
	return out
}

func (v view) versionOn(of *trace.Version) versionDay {
	if of == nil {
		return versionDay{Name: v.text("version-today")}
	}
	return versionDay{of.Version, of.Date.String()}
}

// labels names fields.
func (v view) labels(keys []string) string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = v.label(key)
	}
	return strings.Join(out, ", ")
}

// commitsShown is the number of commits up to which a page lists them.
const commitsShown = 50

func (v view) commitRows(of []trace.Amending) []commitRow {
	var out []commitRow
	for i := range of[:min(commitsShown, len(of))] {
		r := &of[i]
		row := commitRow{Hash: digest(r.Commit.Hash), Authored: authored(&r.Revision), Subject: r.Commit.Headline(), From: r.From, Began: r.Added,
			Amends: r.Amends(), Differs: v.labels(r.Fields)}
		if committed := node.NewDay(r.Commit.Committed).String(); committed != row.Authored {
			row.Committed = committed
		}
		for _, who := range append([]history.Person{r.Commit.Author}, r.Commit.CoAuthors...) {
			row.Authors = append(row.Authors, v.author(who))
		}
		out = append(out, row)
	}
	return out
}

// authored is the day that the author of a commit wrote.
func authored(r *history.Revision) string { return node.NewDay(r.Commit.Authored).String() }

// amendedRow is a control whose text changed in the period, in the list of those.
type amendedRow struct {
	Control link
	Amended *amended
}

// amendedCount is how many controls are in one state.
type amendedCount struct {
	State state
	Count int
}

// amendedControls lists the controls whose text changed in the period, and counts every state.
func (v view) amendedControls() (changed []amendedRow, counts []amendedCount) {
	many := map[string]int{}
	for _, c := range v.Program.Controls {
		known := v.amendedOf[c]
		if known == nil {
			continue
		}
		if many[known.State]++; known.State == trace.TextAmended {
			changed = append(changed, amendedRow{v.record(c), v.amended(c)})
		}
	}
	for _, s := range []string{trace.TextUntold, trace.TextAmended, trace.TextAlike, trace.TextStood} {
		if many[s] > 0 {
			counts = append(counts, amendedCount{v.amendedState(s), many[s]})
		}
	}
	return changed, counts
}

// amendedColumns say whether the text of a control changed in the period, and what shows it.
var amendedColumns = []column[*program.Control]{
	{"text_in_period", "amended-column", func(b *book, c *program.Control) spreadsheet.Cell {
		if a := b.amended(c); a != nil {
			return b.stateCell(a.State)
		}
		return spreadsheet.Cell{}
	}},
	{"text_changes", "amended-changes", func(b *book, c *program.Control) spreadsheet.Cell {
		return lineCell(b.amendedLines(c)...)
	}},
}

// amendedLines lists what changed a control in the period, a line each.
func (v view) amendedLines(c *program.Control) []string {
	a := v.amended(c)
	if a == nil {
		return nil
	}
	var out []string
	for _, b := range a.Versions {
		out = append(out, b.From.plain()+" – "+b.To.plain()+": "+b.Differs)
	}
	for _, r := range a.Commits {
		if !r.Amends {
			continue
		}
		var who []string
		for _, l := range r.Authors {
			who = append(who, cmp.Or(l.Title, l.ID))
		}
		out = append(out, r.Authored+" "+string(r.Hash)+" "+strings.Join(who, ", ")+": "+r.Subject+r.differs())
	}
	return out
}

// differs says behind the subject what a commit changed.
func (r commitRow) differs() string {
	if r.Differs == "" {
		return ""
	}
	return " (" + r.Differs + ")"
}
