package program

import (
	"fmt"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/source"
)

// Translation is what differs in another language.
type Translation struct {
	Title        string      `field:"title"`
	Description  Prose       `field:"description"`
	Public       PublicWords `field:"public"`
	SourceSHA256 string      `field:"source_sha256"`
	Body         Prose       `field:"body"`
	TranslatedFields

	Span   diag.Span
	Fields *node.Node // where each key stands
}

// TranslatedFields are the words of the fields that some kinds have. A list has as many items as the one that it translates.
type TranslatedFields struct {
	Text         Prose              `field:"text"`
	Services     []string           `field:"services"`
	Locations    []string           `field:"locations"`
	NotInScope   []string           `field:"not_in_scope"`
	Exceptions   string             `field:"exceptions"`
	Scope        string             `field:"scope"`
	Signatory    string             `field:"signatory"`
	Changes      string             `field:"changes"`
	How          string             `field:"how"`
	Affects      []string           `field:"affects"`
	Severity     string             `field:"severity"`
	Subprocessor SubprocessorFields `field:"subprocessor"`
	Subservice   SubserviceFields   `field:"subservice"`
}

// SubprocessorFields are the words of a vendor's subprocessor table.
type SubprocessorFields struct {
	Products     []string `field:"products"`
	Data         []string `field:"data"`
	DataSubjects []string `field:"data_subjects"`
	Locations    []string `field:"locations"`
	AccessFrom   []string `field:"access_from"`
	TransferNote string   `field:"transfer_note"`
	Reason       string   `field:"reason"`
	Chain        []string `field:"chain"` // the purposes, in the order of the original
}

// SubserviceFields are the words of a vendor's subservice table.
type SubserviceFields struct {
	Services []string `field:"services"`
	CSOCs    []Prose  `field:"csocs"` // in the order of the original
}

// translation is a record's text in another language, before decoding.
type translation struct {
	lang     string
	fields   *node.Node
	document *source.Document // nil: it is a row of a register
}

var translated = regexp.MustCompile(`^(.+)\.([a-z]{2,3})$`)

// translates reports whether a file is another's translation: access.sv.md beside access.md, in a further language of the site.
func (b *builder) translates(name string) (base, lang string, ok bool) {
	m := translated.FindStringSubmatch(strings.TrimSuffix(name, ".md"))
	if m == nil || b.documents[m[1]+".md"] == nil || !b.further(m[2]) {
		return "", "", false
	}
	return m[1] + ".md", m[2], true
}

// further reports whether the site speaks a language beside its first, which is that of the records themselves.
func (b *builder) further(lang string) bool { return slices.Contains(b.site.Site.Languages[1:], lang) }

// stray returns what is wrong with a file that looks like a translation and has no id of its own, or "".
func (b *builder) stray(doc *source.Document) (message, hint string) {
	m := translated.FindStringSubmatch(strings.TrimSuffix(doc.Name, ".md"))
	switch {
	case m == nil || doc.Broken || doc.Fields.Get("id") != nil:
		return "", ""
	case b.documents[m[1]+".md"] != nil:
		return fmt.Sprintf("%q is no further language of the site", m[2]), "name it after the first one under [site] languages"
	case b.further(m[2]):
		return fmt.Sprintf("there is no %s that it could translate", path.Base(m[1])+".md"), "a translation stands beside the text that it translates"
	}
	return "", ""
}

// translatedRow is a row of a register in another language, before the record that it translates is known.
type translatedRow struct {
	kind *Kind
	id   *node.Node
	translation
}

// translatedRegister takes the rows of a register that is another's translation, commitments.sv.toml beside commitments.toml, and
// reports whether it is one.
func (b *builder) translatedRegister(r *source.Register) bool {
	m := translated.FindStringSubmatch(strings.TrimSuffix(r.Name, ".toml"))
	if m == nil {
		return false
	}
	k := b.within(m[1] + ".toml")
	if k == nil || !b.further(m[2]) {
		return false
	}
	for _, row := range b.tables(k, r) {
		row = b.mapped(draft{kind: k, fields: row})
		id := row.Get("id")
		if id == nil {
			b.log.Add(diag.Finding{Rule: "missing-field", Span: row.Span, Message: "this translation has no id", Hint: "name the record that it translates"})
			continue
		}
		b.translated = append(b.translated, translatedRow{k, id, translation{lang: m[2], fields: row}})
	}
	return true
}

// translateRows gives the rows of translated registers to the records that they translate.
func (b *builder) translateRows() {
	if len(b.translated) == 0 {
		return
	}
	drafts := map[string]*draft{}
	for i := range b.drafts {
		d := &b.drafts[i]
		if id := b.mapped(*d).Get("id"); id != nil {
			drafts[d.kind.Name+" "+strings.ToLower(id.Text)] = d
		}
	}
	for _, t := range b.translated {
		if d := drafts[t.kind.Name+" "+strings.ToLower(t.id.Text)]; d != nil {
			d.translations = append(d.translations, t.translation)
		} else if !b.incomplete[t.kind] {
			b.log.Add(diag.Finding{Rule: "unknown-record", Span: t.id.Span, Message: fmt.Sprintf("there is no %s %q to translate", t.kind.Name, t.id.Text)})
		}
	}
}

func (b *builder) translate(d draft, base *Record) {
	if len(d.translations) > 0 {
		base.Translations = map[string]*Translation{}
	}
	for _, t := range d.translations {
		out := &Translation{Span: t.fields.Span, Fields: t.fields}
		dec := b.decoder(base)
		dec.Struct(differing(t.fields, base.Fields), out)
		for _, f := range node.Fields(reflect.TypeFor[TranslatedFields]()) {
			if n := t.fields.Pair(f.Key); n != nil && !d.kind.has(f.Key) {
				dec.Report([]diag.Finding{{Rule: rules.Unknown, Span: n.Span, Message: fmt.Sprintf("unknown key %q", n.Key)}})
			}
		}
		if t.document != nil {
			b.translatedBody(t, out, dec)
		}
		if first := base.Translations[t.lang]; first != nil {
			dec.Report([]diag.Finding{{Rule: "duplicate-id", Span: out.Span, Message: fmt.Sprintf("%s is translated into %q twice", base.ID, t.lang),
				Hint: "keep one of them", Related: []diag.Related{{Span: first.Span, Message: "it stands here first"}}}})
		} else {
			base.Translations[t.lang] = out
		}
		b.log.Add(dec.Findings...)
	}
}

func (b *builder) translatedBody(t translation, out *Translation, dec *node.Decoder) {
	out.Span = diag.Start(t.document.Name)
	if n := t.fields.Pair("body"); n != nil {
		dec.Fail(n.Span, "only a row of a register has a body", "write the text below the front matter")
	}
	if t.document.Broken {
		return
	}
	var findings []diag.Finding
	out.Body.Prose, findings = b.parser.Body(t.document)
	dec.Report(findings)
}

// differing returns the fields of a translation without those that repeat what the record says, as many write the id again.
func differing(translation, original *node.Node) *node.Node {
	out := node.Empty(translation.Span)
	for _, p := range translation.Pairs {
		if same := original.Get(p.Key); same == nil || !repeats(p, same) {
			out.Pairs = append(out.Pairs, p)
		}
	}
	return out
}

func repeats(p node.Pair, same *node.Node) bool {
	if p.Key == "id" {
		return strings.EqualFold(same.Text, p.Value.Text)
	}
	return same.Text == p.Value.Text && same.Kind != node.List && same.Kind != node.Map
}

// translations returns a record's translations in the order of their languages.
func (r *Record) translations() []*Translation {
	var out []*Translation
	for _, lang := range slices.Sorted(maps.Keys(r.Translations)) {
		out = append(out, r.Translations[lang])
	}
	return out
}
