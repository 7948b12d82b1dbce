package trace

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/nearest"
	"trustpress/generator/program"
)

// lost is a reference to a record or a file that is not there.
type lost struct {
	wanted
	finding int // of the binder, whose hint is to say what was meant
}

// wanted is what a lost reference names: the id of a record, of a kind or of any, or a file in a folder.
type wanted struct {
	name string
	kind *program.Kind
	dir  string // "" for a record
}

// lose reports a reference that leads nowhere. What it was meant to be is looked for when all are bound.
func (b *binder) lose(rule string, w wanted, at diag.Span, message string) {
	b.lost = append(b.lost, lost{w, len(b.findings)})
	b.fail(rule, at, message, "")
}

// guesses is how many lost names are compared with those there are. Who has lost more has lost them together, and by one cause.
const guesses = 100

// guess fills the hints of lost references, in the order of the records.
func (t *Trace) guess(binders []binder) {
	hints := map[wanted]string{}
	names := t.names()
	for _, b := range binders {
		for _, l := range b.lost {
			hint, known := hints[l.wanted]
			if !known && len(hints) < guesses {
				hint = t.meant(l.wanted, names)
				hints[l.wanted] = hint
			}
			b.findings[l.finding].Hint = hint
		}
	}
}

// names is what the records of a program are and were called.
type names struct {
	ids     map[*program.Kind][]string // sorted; under nil all of them
	renamed map[string]string          // former id → id
}

func (t *Trace) names() names {
	n := names{map[*program.Kind][]string{}, map[string]string{}}
	for _, rec := range t.Program.Records() {
		r := rec.Base()
		if r.ID != "" {
			n.ids[r.Kind] = append(n.ids[r.Kind], r.ID)
			n.ids[nil] = append(n.ids[nil], r.ID)
		}
		for _, former := range r.FormerIDs {
			n.renamed[former] = r.ID
		}
	}
	for _, list := range n.ids {
		slices.Sort(list)
	}
	return n
}

// meant says what a name was meant to be, or nothing.
func (t *Trace) meant(w wanted, n names) string {
	near, ok := "", false
	switch {
	case w.dir != "":
		near, ok = similar(w.name, t.folder(w.dir))
	case n.renamed[w.name] != "":
		return fmt.Sprintf("it is called %q now", n.renamed[w.name])
	default:
		near, ok = nearest.Within(w.name, n.ids[w.kind], 2)
	}
	if !ok {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", near)
}

// similar finds the name that is meant: the same in other letters, which some file systems take for one, or one nearly the same.
func similar(name string, names []string) (string, bool) {
	if i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, name) }); i >= 0 {
		return names[i], true
	}
	return nearest.Within(name, names, 2)
}

// folder lists what stands in a folder of the site.
func (t *Trace) folder(dir string) []string {
	entries, err := fs.ReadDir(t.fsys, dir)
	if err != nil {
		return nil
	}
	out := make([]string, len(entries))
	for i, e := range entries {
		out[i] = e.Name()
	}
	return out
}
