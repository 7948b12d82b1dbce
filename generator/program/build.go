package program

import (
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/source"
)

// Build makes the program from the content of a site. A record in which something cannot be read is there all the same,
// marked Broken; what was wrong is among the findings.
func Build(site *config.Site, tree *source.Tree, parser *source.Parser, progress func(done, total int)) (*Program, []diag.Finding) {
	b := &builder{site: site, parser: parser, documents: map[string]*source.Document{}, claimed: map[string]bool{}, incomplete: map[*Kind]bool{}}
	for _, d := range tree.Documents {
		b.documents[d.Name] = d
	}
	b.keys()
	b.registers(tree.Registers)
	b.files(tree.Documents)
	b.translateRows()
	b.assets(tree.Assets)
	slices.SortStableFunc(b.drafts, func(x, y draft) int { return strings.Compare(x.file, y.file) })
	made := make([]Any, len(b.drafts))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, d := range b.drafts {
		g.Go(func() error {
			made[i] = b.record(d)
			return nil
		})
		progress(i+1, len(b.drafts))
	}
	_ = g.Wait() // no draft returns an error: what is wrong with one is a finding
	p := &Program{incomplete: b.incomplete, parser: b.parser}
	for _, k := range Kinds {
		for i, rec := range made {
			if b.drafts[i].kind == k {
				p.add(rec)
			}
		}
	}
	b.log.Add(duplicates(p)...)
	return p, b.log.Findings()
}

// keys reports keys of other tools that are to be read as a field that no record has.
func (b *builder) keys() {
	table := b.site.Tree.Get("content").Get("front_matter")
	if table == nil {
		return
	}
	var known []string
	for _, k := range Kinds {
		for _, f := range node.Fields(k.Type) {
			known = append(known, f.Key)
		}
	}
	for _, p := range table.Pairs {
		if p.Value.Kind != node.String || slices.Contains(known, p.Value.Text) {
			continue
		}
		f := diag.Finding{Rule: "invalid-config", Span: p.Value.Span, Message: fmt.Sprintf("no record has a field %q", p.Value.Text)}
		if meant, near := node.Misspelt(p.Value.Text, known); near {
			f.Hint = fmt.Sprintf("did you mean %q?", meant)
		}
		b.log.Add(f)
	}
}

// builder collects drafts, then makes records of them.
type builder struct {
	site       *config.Site
	parser     *source.Parser
	documents  map[string]*source.Document
	claimed    map[string]bool // Markdown files that a register row names as its body
	drafts     []draft
	translated []translatedRow
	incomplete map[*Kind]bool
	log        diag.Log
}

// draft is a record before decoding.
type draft struct {
	kind         *Kind
	file         string
	name         string     // stands in for an id that cannot be read
	fields       *node.Node // the front matter or the row
	document     *source.Document
	row, broken  bool
	translations []translation
}

// within returns the kind whose folder or register holds a path, or nil.
func (b *builder) within(p string) *Kind {
	rel := strings.TrimPrefix(p, b.site.Content.Root+"/")
	for _, k := range Kinds {
		if strings.HasPrefix(rel, k.Folder+"/") || rel == k.Folder+".toml" {
			return k
		}
	}
	return nil
}

func (b *builder) unread(name, hint string) {
	b.log.Add(diag.Finding{Rule: "unread-file", Span: diag.Start(name), Message: "this file belongs to no kind of record", Hint: hint})
}

const homeless = "move it into a folder such as policies/, name it in a register row, or list it under [content] ignore"

// readme reports whether a file is there for the people who write, and is no record.
func readme(name string) bool { return strings.HasPrefix(strings.ToLower(path.Base(name)), "readme.") }

// assets reports files that look like records and are named otherwise.
func (b *builder) assets(names []string) {
	for _, name := range names {
		k := b.within(name)
		switch ext := strings.ToLower(path.Ext(name)); {
		case k == nil || readme(name):
		case ext == ".markdown" || ext == ".mkd" || ext == ".md":
			b.unread(name, "end its name in .md")
		case ext == ".toml":
			b.unread(name, "end its name in .toml")
		case (ext == ".yaml" || ext == ".yml" || ext == ".json") && !k.sourced(): // a report or a document may be such a file
			b.unread(name, "write it as Markdown with front matter, or as a row of a register in TOML")
		}
	}
}

func (b *builder) registers(registers []*source.Register) {
	for _, r := range registers {
		if b.translatedRegister(r) {
			continue
		}
		k := b.within(r.Name)
		if k == nil {
			if path.Dir(r.Name) != path.Join(b.site.Content.Root, "frameworks") && r.Name != b.site.File {
				b.unread(r.Name, homeless)
			}
			continue
		}
		b.rows(k, r)
	}
}

// rows drafts a record of each row of a register.
func (b *builder) rows(k *Kind, r *source.Register) {
	rows := b.tables(k, r)
	for i, row := range rows {
		d := draft{kind: k, file: r.Name, name: fmt.Sprintf("%s-%d", stem(r.Name), i+1), fields: row, row: true, broken: r.Broken && i == len(rows)-1}
		d.document = b.named(k, row)
		b.identifiable(d)
		b.drafts = append(b.drafts, d)
	}
}

// tables returns the rows of a register, and reports what in it is none.
func (b *builder) tables(k *Kind, r *source.Register) []*node.Node {
	var out []*node.Node
	if r.Broken {
		b.incomplete[k] = true
	}
	for _, p := range r.Root.Pairs {
		if p.Key != k.Name {
			b.foreign(k, p)
			continue
		}
		rows := p.Value.Items
		if p.Value.Kind != node.List {
			rows = []*node.Node{p.Value}
		}
		for _, row := range rows {
			if row.Kind == node.Map {
				out = append(out, row)
				continue
			}
			b.log.Add(diag.Finding{Rule: "invalid-value", Span: row.Span, Message: fmt.Sprintf("a %s is a table, not %s", k.Name, row.Kind),
				Hint: fmt.Sprintf("write [[%s]]", k.Name)})
			b.incomplete[k] = true
		}
	}
	return out
}

// foreign reports a table that a register cannot hold.
func (b *builder) foreign(k *Kind, p node.Pair) {
	f := diag.Finding{Rule: "unknown-field", Span: p.Span, Message: fmt.Sprintf("unknown table %q", p.Key),
		Hint: fmt.Sprintf("this register holds [[%s]] alone", k.Name)}
	if _, near := node.Misspelt(p.Key, []string{k.Name}); near {
		f.Rule, f.Hint = "misspelt-field", fmt.Sprintf("did you mean [[%s]]?", k.Name)
	}
	b.log.Add(f)
	b.incomplete[k] = true // what stands in it may be what others refer to
}

// named returns the Markdown file that a row names as its body.
func (b *builder) named(k *Kind, row *node.Node) *source.Document {
	f := row.Get("file")
	if f == nil || k.sourced() {
		return nil
	}
	p := path.Join(b.site.Content.Root, f.Text)
	doc := b.documents[p]
	switch {
	case !strings.HasPrefix(p, b.site.Content.Root+"/") || path.IsAbs(f.Text):
		b.log.Add(diag.Finding{Rule: "unsafe-path", Span: f.Span, Message: fmt.Sprintf("the path %q leaves the content", f.Text)})
	case !strings.HasSuffix(p, ".md"):
		b.log.Add(diag.Finding{Rule: "invalid-value", Span: f.Span, Message: fmt.Sprintf("%q is no Markdown file, and cannot be the text of a record", f.Text)})
	case doc == nil:
		b.log.Add(diag.Finding{Rule: "broken-link", Span: f.Span, Message: fmt.Sprintf("there is no file %q", f.Text),
			Hint: "name it as it stands below " + b.site.Content.Root})
	case b.claimed[p]:
		b.log.Add(diag.Finding{Rule: "invalid-value", Span: f.Span, Message: fmt.Sprintf("another row has the text of %q already", f.Text),
			Hint: "one file is the text of one record"})
	default:
		b.claimed[p] = true
		return doc
	}
	return nil
}

// files drafts a record of each Markdown file in a kind's folder, its translations beside it.
func (b *builder) files(documents []*source.Document) {
	translations := map[string][]translation{}
	for _, doc := range documents {
		if base, lang, ok := b.translates(doc.Name); ok {
			translations[base] = append(translations[base], translation{lang, b.mapped(draft{kind: b.within(doc.Name), fields: doc.Fields}), doc})
		}
	}
	for i := range b.drafts {
		if doc := b.drafts[i].document; doc != nil {
			b.drafts[i].translations = translations[doc.Name]
		}
	}
	for _, doc := range documents {
		if _, _, ok := b.translates(doc.Name); ok || b.claimed[doc.Name] || readme(doc.Name) {
			continue
		}
		k := b.within(doc.Name)
		if k == nil {
			b.unread(doc.Name, homeless)
			continue
		}
		if message, hint := b.stray(doc); message != "" {
			b.log.Add(diag.Finding{Rule: "unread-file", Span: diag.Start(doc.Name), Message: message, Hint: hint})
			continue
		}
		d := draft{kind: k, file: doc.Name, name: stem(doc.Name), fields: doc.Fields, document: doc, broken: doc.Broken,
			translations: translations[doc.Name]}
		b.identifiable(d)
		b.drafts = append(b.drafts, d)
	}
}

// identifiable notes that a record's id cannot be read: references to it may look as if they led nowhere.
func (b *builder) identifiable(d draft) {
	if id := b.mapped(d).Get("id"); !d.kind.Anonymous() && (id == nil || id.Text == "") {
		b.incomplete[d.kind] = true
	}
}

func stem(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}
