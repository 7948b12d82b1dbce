package auditor

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"

	"trustpress/generator/bag"
	"trustpress/generator/bundle"
	"trustpress/generator/program"
)

// keptAt reports whether an earlier bundle holds the bytes of a piece of evidence, and remembers where.
func (p *places) keptAt(e *program.Evidence, sha256 string) bool {
	at, ok := p.earlier.Holding(sha256, path.Dir(p.records[e].page))
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
	at, ok := p.earlier.Holding(hex.EncodeToString(sum.Sum(nil)), path.Dir(p.records[f.evidence].page))
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
func (w *writer) keptIn(f bundle.Held) string { return w.text("follow-in", f.Bundle, f.Path) }

// relied returns every file that this bundle leaves to those before it, each once.
func (w *writer) relied() []bundle.Held {
	var out []bundle.Held
	seen := map[bundle.Held]bool{}
	for _, e := range w.Program.Evidence {
		for _, of := range []map[*program.Evidence]bundle.Held{w.kept, w.keptCompanion} {
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
