package auditor

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/theme"
)

// Follow lays out the bundle that answers what came after an earlier one: all pages and tables as they are today, and of the evidence
// those files that the earlier one, and those before it, did not hold byte for byte.
func Follow(e *Earlier, a *audience.Auditor, fsys fs.FS, t *theme.Theme) (*output.Tree, error) {
	if err := e.refuses(a); err != nil {
		return nil, err
	}
	return write(e, a, fsys, t)
}

// Labels of bag-info.txt that RFC 8493 §2.2.2 names, or leaves to us.
const (
	groupLabel     = "Bag-Group-Identifier"
	countLabel     = "Bag-Count"
	serviceLabel   = "Service"
	periodLabel    = "Audit-Period"
	followsLabel   = "Follows"
	followsAtLabel = "Follows-Tagmanifest-SHA256"
)

// next is the id of the bundle that follows: that of the first one, and a number.
func (e *Earlier) next() string {
	number := fmt.Sprintf("-%d", e.Number+1)
	group := e.Group
	if most := maxID - len(number); len(group) > most {
		group = strings.TrimRight(group[:most], ".-")
	}
	return group + number
}

// follows is what bag-info.txt says of the bundles before this one.
func (e *Earlier) follows() []bag.Field {
	if e == nil {
		return nil
	}
	return []bag.Field{
		{Label: groupLabel, Value: e.Group},
		{Label: countLabel, Value: fmt.Sprintf("%d of ?", e.Number+1)},
		{Label: followsLabel, Value: e.ID},
		{Label: followsAtLabel, Value: e.SHA256},
	}
}

// auditPeriod is the time that is examined, as bag-info.txt has it: an interval of ISO 8601, or a day.
func auditPeriod(a *audience.Auditor) string {
	if a.Site.Audit.Type == 1 {
		return a.Site.Audit.AsOf.String()
	}
	return a.Period.From.String() + "/" + a.Period.To.String()
}

// keptAt reports whether an earlier bundle holds the bytes of a piece of evidence, and remembers where.
func (p *places) keptAt(e *program.Evidence, sha256 string) bool {
	at, ok := p.earlier.holding(sha256, path.Dir(p.records[e].page))
	if ok {
		p.kept[e] = at
	}
	return ok
}

// keptBeside does the same for a companion, which nobody has measured before.
func (p *places) keptBeside(fsys fs.FS, f *file) (bool, error) {
	if p.earlier == nil || f == nil {
		return false, nil
	}
	sum := sha256.New()
	if err := copyFile(sum, fsys, f.source); err != nil {
		return false, err
	}
	at, ok := p.earlier.holding(hex.EncodeToString(sum.Sum(nil)), path.Dir(p.records[f.evidence].page))
	if ok {
		p.keptCompanion[f.evidence] = at
	}
	return ok, nil
}

// isKept reports whether an earlier bundle holds the bytes of a piece of evidence.
func (p *places) isKept(e *program.Evidence) bool {
	_, ok := p.kept[e]
	return ok
}

// hasBytes reports whether the auditor has the bytes of a piece of evidence, in this bundle or in an earlier one.
func (p *places) hasBytes(e *program.Evidence) bool { return p.raw[e] != nil || p.isKept(e) }

// keptIn says in which earlier bundle a file is, and where.
func (w *writer) keptIn(f keptFile) string { return w.text("follow-in", f.Bundle, f.Path) }

// keptPath is the list of what this bundle leaves to the bundles before it, in the form that sha256sum reads where all of them stand
// beside one another.
const keptPath = "since/held-sha256.txt"

// relied returns every file that this bundle leaves to those before it, each once.
func (w *writer) relied() []keptFile {
	var out []keptFile
	seen := map[keptFile]bool{}
	for _, e := range w.Program.Evidence {
		for _, of := range []map[*program.Evidence]keptFile{w.kept, w.keptCompanion} {
			if f, ok := of[e]; ok && !seen[f] {
				seen[f] = true
				out = append(out, f)
			}
		}
	}
	return out
}

// keptListing is the list of what this bundle leaves to those before it.
func (w *writer) keptListing() ([]byte, error) {
	var list []bag.Listed
	for _, f := range w.relied() {
		sum, err := hex.DecodeString(f.SHA256)
		if err != nil {
			return nil, err
		}
		list = append(list, bag.Listed{Path: f.Bundle + "/" + f.Path, SHA256: [sha256.Size]byte(sum)})
	}
	return bag.Listing(list), nil
}

// keptTwin says of each piece of evidence in which earlier bundle its bytes are.
func (w *writer) keptTwin() twin {
	return twin{keptTable, func(v view) [][]string {
		out := [][]string{{"evidence", "file", "bundle", "path", "sha256", "bundle.page"}}
		for _, e := range w.Program.Evidence {
			if f, ok := w.kept[e]; ok {
				out = append(out, []string{e.ID, e.Source.Text, f.Bundle, f.Path, f.SHA256, v.pageOf(e)})
			}
			if f, ok := w.keptCompanion[e]; ok {
				out = append(out, []string{e.ID, e.Companion, f.Bundle, f.Path, f.SHA256, v.pageOf(e)})
			}
		}
		return out
	}}
}

// keptTable is the same for people and spreadsheets.
const keptTable = "since/held.csv"

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
	made := &followed{records, w.earlier.files(now, w.relied())}
	var out []bag.Entry
	if len(w.relied()) > 0 { // sha256sum takes an empty list for a wrong one
		listing, err := w.keptListing()
		if err != nil {
			return nil, err
		}
		out = append(out, entry(keptPath, listing))
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

// written returns the bytes of a file of the payload that is held anyway.
func written(s bag.Sealed) ([]byte, error) {
	var out bytes.Buffer
	err := s.Write(&out)
	return out.Bytes(), err
}
