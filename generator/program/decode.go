package program

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"trustpress/generator/approval"
	"trustpress/generator/bag"
	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/source"
)

var rules = node.Rules{Unknown: "unknown-field", Misspelt: "misspelt-field", Missing: "missing-field", Value: "invalid-value"}

// record decodes a draft.
func (b *builder) record(d draft) Any {
	rec := d.kind.New()
	base := rec.Base()
	base.Fields, base.Span, base.Broken = b.mapped(d), d.fields.Span, d.broken
	if id := base.Fields.Get("id"); id != nil {
		base.ID = id.Text
	}
	if base.ID == "" && !d.kind.Anonymous() {
		base.ID = d.name
	}
	name := base.ID
	dec := b.decoder(base)
	if d.document != nil && d.document.Bare && !d.row {
		b.bare(d, dec)
	} else {
		dec.Struct(base.Fields, rec)
		if !d.broken {
			for _, key := range d.kind.Need {
				dec.Require(base.Fields, key)
			}
			if own, ok := rec.(needy); ok {
				own.need(dec)
			}
		}
	}
	base.ID = name
	b.identity(base, dec)
	reach(rec, dec)
	publicFields(base, dec)
	if base.Classification == "" {
		base.Classification = d.kind.Class
	}
	b.digest(d, rec)
	b.body(d, base, dec)
	b.translate(d, base)
	base.Broken = base.Broken || slices.ContainsFunc(dec.Findings, func(f diag.Finding) bool { return unreadable[f.Rule] })
	b.log.Add(dec.Findings...)
	return rec
}

// needy is a record whose kind asks for more than keys that are there.
type needy interface{ need(dec *node.Decoder) }

// unreadable are the rules after which nothing may be concluded from what a record does not say.
var unreadable = map[string]bool{"misspelt-field": true, "missing-field": true, "invalid-value": true, "invalid-id": true,
	"unfilled-placeholder": true}

// auditors matches the keys of what the service auditor writes: what was tested, what came of it, and what follows.
var auditors = regexp.MustCompile(`^(?:(?:service_)?auditors?_\w+|opinions?|conclusions?|tests?|tests?_\w+|tested|exceptions?|exceptions?_\w+|deviations?|deviations?_\w+|results?|operating_effectiveness|design_effectiveness|effective|samples?_(?:size|tested|selected))$`)

func foreignHint(key string) string {
	if !auditors.MatchString(strings.ToLower(strings.ReplaceAll(key, "-", "_"))) {
		return ""
	}
	return "tests, their results and the opinion are the service auditor's, and no record has a field for them; what the company did, and what came of it, stands in the text"
}

func (b *builder) decoder(base *Record) *node.Decoder {
	dec := &node.Decoder{Rules: rules, Record: base.ID, Env: b.parser}
	dec.Foreign = foreignHint
	dec.Known = func(key string) bool { return slices.Contains(b.site.Content.ExtraFields, key) }
	dec.Expand = func(n *node.Node) string { return b.expand(n, base, dec) }
	dec.Refuse = func(n *node.Node) bool { return unanswered(n, dec) }
	return dec
}

// bare reports a record's file that begins with no front matter: one finding, whatever the kind cannot do without.
func (b *builder) bare(d draft, dec *node.Decoder) {
	if d.broken {
		return
	}
	message := "there is no front matter"
	if strings.TrimSpace(string(d.document.Text)) == "" {
		message = "the file is empty"
	}
	dec.Report([]diag.Finding{{Rule: "missing-field", Span: diag.Start(d.file), Message: message,
		Hint: fmt.Sprintf("begin with --- and %s, and end with ---", strings.Join(d.kind.Need, ", "))}})
}

// mapped returns the fields of a draft with the author's own keys read as ours ([content] front_matter). Of a file that a row
// names, only those keys are read, and the row wins.
func (b *builder) mapped(d draft) *node.Node {
	theirs := b.site.Content.FrontMatter
	if len(theirs) == 0 {
		return d.fields
	}
	out := &node.Node{Kind: node.Map, Span: d.fields.Span}
	known := node.Fields(d.kind.Type)
	take := func(p node.Pair, own bool) {
		ours, renamed := theirs[p.Key]
		switch {
		case !renamed && own:
			out.Pairs = append(out.Pairs, p)
		case renamed && out.Get(ours) == nil && slices.ContainsFunc(known, func(f node.Field) bool { return f.Key == ours }):
			out.Pairs = append(out.Pairs, node.Pair{Key: ours, Span: p.Span, Value: p.Value})
		}
	}
	for _, p := range d.fields.Pairs {
		take(p, true)
	}
	if d.row && d.document != nil {
		for _, p := range d.document.Fields.Pairs {
			take(p, false)
		}
	}
	return out
}

// identity reports ids that cannot be one, and a name that misleads.
func (b *builder) identity(base *Record, dec *node.Decoder) {
	possible(base.Public.ID, base.Fields.At("public", "id"), dec) // in which a parameter may stand
	for _, n := range []*node.Node{base.Fields.Get("id"), base.Fields.Get("former_ids"), base.Fields.Get("public").Get("former_ids")} {
		for _, id := range scalars(n) {
			possible(id.Text, id.Span, dec)
		}
	}
	for _, key := range names {
		if n := base.Fields.Get(key); n != nil {
			if what := source.Suspicious(n.Text); what != "" {
				dec.Report([]diag.Finding{{Rule: "suspicious-character", Span: n.Span, Message: "this " + key + " holds " + what, Hint: "type it anew"}})
			}
		}
	}
}

// scalars returns a value, or those of its list.
func scalars(n *node.Node) []*node.Node {
	switch {
	case n == nil || n.Kind == node.Map:
		return nil
	case n.Kind == node.List:
		return n.Items
	}
	return []*node.Node{n}
}

// longest is how many letters an id has at most: it is the name of a folder in every output.
const longest = 200

// ours are the names of files that stand where an id becomes a folder.
var ours = []string{"index.html", "sha256sums"}

// possible reports an id that cannot be one.
func possible(id string, at diag.Span, dec *node.Decoder) {
	hint := "write letters and digits, joined by single dots, hyphens or underscores, beginning with a letter"
	switch what := source.Suspicious(id); {
	case id == "":
		return
	case what != "":
		hint = "it holds " + what
	case !source.Valid(id):
	case len(id) > longest:
		hint = fmt.Sprintf("write %d letters at most", longest)
	case bag.Device(id):
		hint = "it is a device of Windows, and no file there can have its name"
	case slices.Contains(ours, strings.ToLower(id)):
		hint = "it is the name of a file that every output has"
	default:
		return
	}
	dec.Report([]diag.Finding{{Rule: "invalid-id", Span: at, Message: fmt.Sprintf("%q cannot be an id", id), Hint: hint}})
}

// publicFields reports names under public.fields that cannot be made public so.
func publicFields(base *Record, dec *node.Decoder) {
	can := tellable[base.Kind.Name]
	for _, name := range base.Public.Fields {
		if slices.Contains(can, name) {
			continue
		}
		hint := "no field of this kind is made public by its name"
		if len(can) > 0 {
			hint = "one of " + strings.Join(can, ", ")
		}
		dec.Fail(base.Fields.At("public", "fields"), fmt.Sprintf("%q of a %s cannot be public", name, base.Kind.Name), hint)
	}
}

// body reads the prose that stands below front matter, or in the file that a row names.
func (b *builder) body(d draft, base *Record, dec *node.Decoder) {
	doc := d.document
	switch {
	case d.row && base.Fields.Get("file") != nil && base.Fields.Get("body") != nil && !d.kind.sourced():
		dec.Fail(base.At("body"), "this record has a body and a file", "keep one of them")
	case !d.row && base.Fields.Get("body") != nil:
		dec.Fail(base.Fields.Pair("body").Span, "only a row of a register has a body", "write the text below the front matter")
	case !d.row && base.Fields.Get("file") != nil && !d.kind.sourced():
		dec.Fail(base.Fields.Pair("file").Span, "only a row of a register names a file", "write the text below the front matter")
	}
	if doc == nil || doc.Broken {
		return
	}
	var findings []diag.Finding
	base.Document = doc.Name
	base.Body.Prose, findings = b.parser.Body(doc)
	dec.Report(findings)
	if !d.row { // nobody else reads this file's text
		doc.Release()
	}
}

// expand fills the parameters of a plain field.
func (b *builder) expand(n *node.Node, base *Record, dec *node.Decoder) string {
	text, place := n.Text, n.Places()
	for _, blank := range source.Blanks(text) {
		dec.Report([]diag.Finding{{Rule: "unfilled-placeholder", Span: place(blank[0], blank[1]),
			Message: text[blank[0]:blank[1]] + " is a blank that nobody has filled in", Hint: "write what belongs there"}})
	}
	turned(n, dec)
	var out strings.Builder
	for at := 0; ; {
		t, start, ok := config.Next(text[at:])
		if !ok {
			return out.String() + text[at:]
		}
		out.WriteString(text[at : at+start])
		at += start
		out.WriteString(b.token(t, text[at:at+t.Len], place(at, at+t.Len), base, dec))
		at += t.Len
	}
}

// digest notes what an approval of a policy or a procedure is over, and what a control says, while the text is at hand.
func (b *builder) digest(d draft, rec Any) {
	r := rec.Base()
	if r.Broken || d.document != nil && d.document.Broken {
		return
	}
	body := func() string {
		if d.document != nil {
			return string(d.document.Text)
		}
		return r.text("body")
	}
	switch own := rec.(type) {
	case Controlled:
		own.Control().SHA256 = approval.Digest(words(b.site, r, body()))
	case *Control:
		own.Parts = parts(b.site, r, body())
	}
}

// names are the fields whose characters are looked at more closely.
var names = []string{"title", "name"}

// turned reports a field that reads otherwise than it is written.
func turned(n *node.Node, dec *node.Decoder) {
	at := strings.IndexFunc(n.Text, source.Misleads)
	if at < 0 || slices.Contains(names, dec.Key()) {
		return
	}
	r, _ := utf8.DecodeRuneInString(n.Text[at:])
	dec.Report([]diag.Finding{{Rule: "suspicious-character", Span: n.Span, Message: source.Misleading(r), Hint: "delete it"}})
}

// unanswered reports a field that holds prompts.
func unanswered(n *node.Node, dec *node.Decoder) bool {
	if !strings.Contains(n.Text, "{{") {
		return false
	}
	found, place := false, n.Places()
	for at := 0; ; {
		t, start, ok := config.Next(n.Text[at:])
		if !ok {
			return found
		}
		at += start
		if t.Kind == config.Prompt {
			dec.Report([]diag.Finding{prompt(t, place(at, at+t.Len))})
			found = true
		}
		at += t.Len
	}
}

func prompt(t config.Token, at diag.Span) diag.Finding {
	return diag.Finding{Rule: "unfilled-placeholder", Span: at, Message: "nobody has filled this in: " + t.Name, Hint: "write the answer in its place"}
}

func (b *builder) token(t config.Token, written string, at diag.Span, base *Record, dec *node.Decoder) string {
	if t.Kind == config.Foreign {
		dec.Report([]diag.Finding{{Rule: "unresolved-template", Span: at, Message: fmt.Sprintf("%q is the template syntax of another tool, and prints as it stands", written),
			Hint: "write the text itself, or a parameter such as {{ org.name }}"}})
		return written
	}
	if t.Kind == config.Prompt {
		dec.Report([]diag.Finding{prompt(t, at)})
		return written
	}
	value, public, ok := b.site.Value(t.Name)
	if !ok {
		dec.Report([]diag.Finding{{Rule: "unknown-parameter", Span: at, Message: fmt.Sprintf("there is no parameter %q", t.Name), Hint: b.site.Suggest(t.Name)}})
		return written
	}
	base.Params = append(base.Params, FieldParam{Field: dec.Key(), Param: source.Param{Name: t.Name, Public: public, Span: at}})
	return value
}

// duplicates reports records that share an id, ignoring case, at the later one. A public id is nobody else's, neither id nor public
// id, because it names one record to everybody.
func duplicates(p *Program) []diag.Finding {
	var out []diag.Finding
	first, public := map[string]*Record{}, map[string]*Record{}
	byPlace := slices.Clone(p.records)
	slices.SortStableFunc(byPlace, func(x, y Any) int {
		return x.Base().Span.Compare(y.Base().Span)
	})
	for _, rec := range byPlace {
		r := rec.Base()
		if r.Fields.Get("id") == nil || r.ID == "" {
			continue
		}
		if prev := first[strings.ToLower(r.ID)]; prev != nil {
			out = append(out, twice(r, r.At("id"), r.ID, prev))
			p.incomplete[r.Kind] = true // whatever id was meant, others may refer to it
			continue
		}
		first[strings.ToLower(r.ID)] = r
	}
	for _, rec := range byPlace {
		r := rec.Base()
		key := strings.ToLower(r.Public.ID)
		prev := first[key]
		if prev == nil || prev == r {
			prev = public[key]
		}
		switch {
		case key == "":
		case prev != nil:
			out = append(out, twice(r, r.At("public", "id"), r.Public.ID, prev))
		default:
			public[key] = r
		}
	}
	return out
}

func twice(r *Record, at diag.Span, id string, prev *Record) diag.Finding {
	return diag.Finding{Rule: "duplicate-id", Span: at, Record: r.ID, Message: fmt.Sprintf("two records have the id %q", id),
		Hint: "an id is one record's alone, whatever its letters' case", Related: []diag.Related{{Span: prev.At("id"), Message: "it stands here first"}}}
}
