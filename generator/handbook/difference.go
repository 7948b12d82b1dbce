package handbook

import (
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/program"
	"trustpress/generator/redline"
	"trustpress/generator/trace"
)

// What became of a document between two versions.
const (
	Added   = "added"
	Removed = "removed"
	Renamed = "renamed" // it has another id, and the same words
	Changed = "changed" // it has other words; its id may be another too
)

// Comparison is what became of the policies and procedures of a handbook from one version to another.
type Comparison struct {
	Documents []Difference // that differ
	Unchanged int
}

// Difference is what became of one document.
type Difference struct {
	What    string           // one of the words above
	Was, Is *program.Outline // nil: the version does not have it
	counts  *redline.Counts  // of one that changed
	redline *redline.Redline // of one that changed, where that is asked for
}

// Compare compares two versions of a handbook, be their pages made or not. nil is the content as it stands.
func Compare(today *audience.Staff, released []Older, from, to *trace.Version) (*Comparison, error) {
	l := newLibrary(today, released, nil)
	was, is := l.shelf.volume(from), l.shelf.volume(to)
	out, err := l.comparison(was, is)
	if err != nil {
		return nil, err
	}
	for i := range out.Documents {
		if d := &out.Documents[i]; d.What == Changed {
			if d.redline, err = l.compared.take(pair{shelved{was, d.Was}, shelved{is, d.Is}}); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// comparison compares the documents of two volumes, those that are left last.
func (l *library) comparison(from, to *volume) (*Comparison, error) {
	out := &Comparison{}
	for _, is := range to.documents() {
		d, err := l.difference(from, to, is)
		if err != nil {
			return nil, err
		}
		if d.What == "" {
			out.Unchanged++
			continue
		}
		out.Documents = append(out.Documents, d)
	}
	for _, was := range from.documents() {
		if l.shelf.in(to, was) == nil {
			out.Documents = append(out.Documents, Difference{What: Removed, Was: was})
		}
	}
	return out, nil
}

// difference says what became of a document. Of one that nothing became, it says nothing.
func (l *library) difference(from, to *volume, is *program.Outline) (Difference, error) {
	was := l.shelf.in(from, is)
	d := Difference{Was: was, Is: is}
	switch {
	case was == nil:
		d.What = Added
	case was.SHA256 != is.SHA256:
		apart, err := l.compared.drift(pair{shelved{from, was}, shelved{to, is}})
		if err != nil {
			return d, err
		}
		d.What, d.counts = Changed, &apart.Counts
	case !strings.EqualFold(was.ID, is.ID):
		d.What = Renamed
	}
	return d, nil
}

// Now returns the document as the later version has it, or else the earlier.
func (d Difference) Now() *program.Outline {
	if d.Is != nil {
		return d.Is
	}
	return d.Was
}

// FormerID returns the id that the document had, if it has another one.
func (d Difference) FormerID() string {
	if d.Was == nil || d.Is == nil || strings.EqualFold(d.Was.ID, d.Is.ID) {
		return ""
	}
	return d.Was.ID
}

// Versions returns the versions of the document itself. One that it does not say, or is not there, is "".
func (d Difference) Versions() (was, is string) {
	if d.Was != nil {
		was = d.Was.Version
	}
	if d.Is != nil {
		is = d.Is.Version
	}
	return was, is
}

// Counts says how much of a document changed. It is nil for one whose words are the same, or of which there is only one text.
func (d Difference) Counts() *redline.Counts { return d.counts }

// Changes lists what changed in a document, in the order of its page.
func (d Difference) Changes() []redline.Change {
	if d.redline == nil {
		return []redline.Change{}
	}
	return audience.Changes(d.redline)
}

// Text returns the blocks of a document that changed, for a terminal. mark writes the words of a span.
func (d Difference) Text(w redline.Words, mark func(redline.Span) string) string {
	if d.redline == nil {
		return ""
	}
	return d.redline.Text(w, func(s redline.Span) string {
		s.Text = audience.Told(s.Text)
		return mark(s)
	})
}
