package auditor

import (
	"bytes"
	"encoding/hex"
	"path"
	"strings"

	"trustpress/generator/bag"
	"trustpress/generator/bundle"
	"trustpress/generator/program"
)

// followed is what changed since an earlier bundle.
type followed struct {
	subjects []bundle.Subject
	files    []bundle.FileChange
}

// since makes what is said of the bundle before this one, if there is one. sealed is all the rest of the payload but the control matrix.
func (w *writer) since(sealed []bag.Sealed) ([]bag.Entry, error) {
	if w.earlier == nil {
		return nil, nil
	}
	now := map[string]string{}
	for _, s := range sealed {
		now[s.Path] = hex.EncodeToString(s.SHA256[:])
	}
	records, err := w.changes(sealed)
	if err != nil {
		return nil, err
	}
	made := &followed{records, w.earlier.Files(now, w.relied(), madeLast)}
	var out []bag.Entry
	if len(w.relied()) > 0 { // sha256sum takes an empty list for a wrong one
		listing, err := w.keptListing()
		if err != nil {
			return nil, err
		}
		out = append(out, entry(bundle.HeldPath, listing))
	}
	for _, t := range []twin{made.recordsTwin(), made.filesTwin(), w.keptTwin()} {
		text, err := t.bytes(view{writer: w})
		if err != nil {
			return nil, err
		}
		out = append(out, entry(t.path, text))
	}
	page, err := w.renderPage(page{path: sincePage, template: "since", title: w.text("follow-title", w.earlier.ID), data: made.page})
	return append(out, page), err
}

// changes compares the tables of the earlier bundle with those of this one.
func (w *writer) changes(sealed []bag.Sealed) ([]bundle.Subject, error) {
	tables := map[string][]byte{}
	for _, s := range sealed {
		if bundle.Compared(s.Path) {
			var text bytes.Buffer
			if err := s.Write(&text); err != nil {
				return nil, err
			}
			tables[s.Path] = text.Bytes()
		}
	}
	out, err := w.earlier.Changes(tables)
	for _, s := range out {
		w.lead(s)
	}
	return out, err
}

// lead gives the ways to the records of a subject whose table does not say them: what is no longer missing was missing of a record that is
// there. The list of requests is the service auditor's, and has no titles of ours.
func (w *writer) lead(s bundle.Subject) {
	for i, c := range s.Changes {
		rec := w.Record(c.ID)
		if rec != nil && c.Page == "" && (c.What != bundle.Gone || s.Name == bundle.Gaps) {
			s.Changes[i].Page = w.records[rec].href("")
		}
		if rec != nil && s.Name == bundle.Requests {
			s.Changes[i].Title = program.Name(rec)
		}
	}
}

// madeLast reports whether a file says what the others are, and so is made when they are known.
func madeLast(at string) bool {
	return strings.HasPrefix(at, "data/"+path.Dir(sincePage)+"/") || at == "data/"+workbookPath || at == "data/"+manifestSheet.path()
}
