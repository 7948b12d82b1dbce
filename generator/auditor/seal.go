package auditor

import (
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"strings"

	"trustpress/generator/bag"
	"trustpress/generator/bundle"
	"trustpress/generator/diag"
	"trustpress/generator/output"
)

// payload makes the pages and measures everything that goes into the bag. Pages are held; evidence passes through.
func (w *writer) payload(fsys fs.FS) ([]bag.Sealed, error) {
	if err := w.collect(fsys); err != nil {
		return nil, err
	}
	matrix := w.book()
	entries, err := w.made(fsys, matrix)
	if err != nil {
		return nil, err
	}
	first := len(entries)
	for _, f := range w.files {
		entries = append(entries, bag.Entry{Path: "data/" + f.Path, Write: func(to io.Writer) error { return copyFile(to, fsys, f.source) }})
	}
	sealed, err := bag.Seal(entries)
	if err != nil {
		return nil, err
	}
	if err := w.unchanged(sealed[first:]); err != nil {
		return nil, err
	}
	for _, last := range []func([]bag.Sealed) ([]bag.Entry, error){w.since, matrix.finish} { // each tells of all before it
		if sealed, err = sealOn(sealed, last); err != nil {
			return nil, err
		}
	}
	return sealed, nil
}

// made makes all that is no raw file of evidence, and tells of nothing that is sealed.
func (w *writer) made(fsys fs.FS, matrix *book) ([]bag.Entry, error) {
	signed := func() ([]bag.Entry, error) { return w.signed(), nil }
	requests := func() ([]bag.Entry, error) { return w.requestFiles(fsys) }
	var out []bag.Entry
	for _, some := range []func() ([]bag.Entry, error){w.render, w.copies, signed, w.renderTwins, matrix.twins, requests} {
		entries, err := some()
		if err != nil {
			return nil, err
		}
		out = append(out, entries...)
	}
	for _, asset := range w.theme.Assets("gaps", "redline", "auditor") {
		out = append(out, entry(asset.Path, asset.Bytes))
	}
	return append(out, entry(verifyPath, []byte(w.verify()))), nil
}

// sealOn seals what is made of all that is sealed by then, too.
func sealOn(sealed []bag.Sealed, made func([]bag.Sealed) ([]bag.Entry, error)) ([]bag.Sealed, error) {
	entries, err := made(sealed)
	if err != nil {
		return nil, err
	}
	more, err := bag.Seal(entries)
	return append(sealed, more...), err
}

func entry(path string, text []byte) bag.Entry {
	return bag.Entry{Path: "data/" + path, Write: func(to io.Writer) error {
		_, err := to.Write(text)
		return err
	}}
}

func copyFile(to io.Writer, fsys fs.FS, name string) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(to, f)
	return err
}

// unchanged returns an error if evidence is no longer what was measured when the site was compiled: its page would then state
// a digest that the file has not.
func (w *writer) unchanged(sealed []bag.Sealed) error {
	for i, f := range w.files {
		if f != w.raw[f.evidence] {
			continue
		}
		if was, is := w.Files[f.evidence].SHA256, hex.EncodeToString(sealed[i].SHA256[:]); was != is {
			return fmt.Errorf("%s changed while the bundle was made: it had the SHA-256 %s, and now has %s", f.source, was, is)
		}
	}
	return nil
}

// pack adds the bag and its ZIP to a tree.
func (w *writer) pack(tree *output.Tree, payload []bag.Sealed) error {
	tags, err := bag.Tags(payload, w.info(), w.readMe())
	if err != nil {
		return err
	}
	folder := &output.Tree{}
	for _, s := range payload {
		folder.AddSummed(w.id+"/"+s.Path, diag.Span{}, output.Sum{Size: s.Size, CRC32: s.CRC32}, s.Write)
	}
	for _, t := range tags {
		sum := output.Sum{Size: int64(len(t.Bytes)), CRC32: crc32.ChecksumIEEE(t.Bytes)}
		folder.AddSummed(w.id+"/"+t.Path, diag.Span{}, sum, func(to io.Writer) error {
			_, err := to.Write(t.Bytes)
			return err
		})
	}
	tree.Merge("", folder)
	tree.Add(w.id+".zip", diag.Span{}, func(to io.Writer) error { return output.ZIP(to, folder, w.AsOf.Time()) })
	return nil
}

// info is bag-info.txt (RFC 8493 §2.2.2). The date is the one that the edition speaks of: no output holds the clock.
func (w *writer) info() []bag.Field {
	title := fmt.Sprintf("SOC 2 Type %d audit bundle of %s, prepared by management", w.Site.Audit.Type, w.Site.Service.Name)
	if w.Site.Audit.Type == 1 {
		title += fmt.Sprintf("; as of %s", w.Site.Audit.AsOf)
	} else {
		title += fmt.Sprintf("; period %s to %s", w.Period.From, w.Period.To)
	}
	var out []bag.Field
	for _, f := range append([]bag.Field{
		{Label: "Source-Organization", Value: w.Site.Organization.Name},
		{Label: "External-Identifier", Value: w.id},
		{Label: "Bagging-Date", Value: w.AsOf.String()},
		{Label: "External-Description", Value: title},
		{Label: "Internal-Sender-Identifier", Value: w.Commit},
		{Label: "Bag-Software-Agent", Value: "trustpress"},
		{Label: bundle.ServiceLabel, Value: w.Site.Service.Name},
		{Label: bundle.PeriodLabel, Value: bundle.Period(w.Auditor)},
	}, w.earlier.Follows()...) {
		if strings.TrimSpace(f.Value) != "" {
			out = append(out, f)
		}
	}
	return out
}
