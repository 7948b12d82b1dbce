package trace

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/nearest"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// binder follows the references of one record.
type binder struct {
	t        *Trace
	rec      program.Any
	dir      string        // relative links start here
	text     *source.Prose // that is being bound
	uses     []found
	findings []diag.Finding
	lost     []lost
}

// found is a reference that leads somewhere.
type found struct {
	Use
	to program.Target
}

func (b *binder) fail(rule string, at diag.Span, message, hint string, related ...diag.Related) {
	b.findings = append(b.findings, diag.Finding{Rule: rule, Span: at, Message: message, Hint: hint, Record: b.rec.Base().ID, Related: related})
}

func (b *binder) use(field, anchor string, at diag.Span, to program.Target) {
	b.uses = append(b.uses, found{Use{b.rec, field, anchor, at}, to})
}

// ref binds a field that takes records of one kind.
func (b *binder) ref(key string, ref program.Reference) {
	id, anchor, at := ref.Label()
	kind := ref.Wants()
	rec := b.t.Record(id)
	if rec == nil && kind.Name == "person" {
		if p := b.t.roles[strings.ToLower(id)]; p != nil {
			rec = p
		}
	}
	_, loose := ref.(*program.Mention[program.Person])
	if rec == nil && b.rec.Base().Kind.Name == "approval" { // approvals are kept, whatever becomes of their policy
		rec = b.t.formerly[strings.ToLower(id)]
		loose = loose || b.t.Released(kind, id)
	}
	switch {
	case rec == nil && (loose || b.t.Program.Incomplete(kind)):
	case rec == nil && b.t.Catalogues.Looks(id):
		b.fail("wrong-kind", at, fmt.Sprintf("%q is a criterion, and %q takes a %s", id, key, kind.Name), "criteria stand under \"criteria\"")
	case rec == nil:
		b.lose("unknown-record", wanted{name: id, kind: kind}, at, fmt.Sprintf("there is no %s %q", kind.Name, id))
	case !ref.Bind(rec):
		if !loose {
			b.fail("wrong-kind", at, fmt.Sprintf("%q is a %s, and %q takes a %s", id, rec.Base().Kind.Name, key, kind.Name), "",
				diag.Related{Span: rec.Base().Span, Message: "the record stands here"})
		}
	default:
		b.anchor(rec, anchor, at)
		b.use(key, anchor, at, program.Target{Record: rec})
	}
}

// Released reports whether a version of the handbook has a record that is no longer there.
func (t *Trace) Released(kind *program.Kind, id string) bool {
	return slices.ContainsFunc(t.Past.Versions, func(v *Version) bool { return v.Has(kind.Name, id) })
}

// criterion binds a field that takes criteria.
func (b *binder) criterion(key string, ref *program.CriterionRef) {
	if rec := b.t.Record(ref.Text); rec != nil && !b.t.Catalogues.Looks(ref.Text) {
		b.fail("wrong-kind", ref.Span, fmt.Sprintf("%q is a %s, and %q takes criteria", ref.Text, rec.Base().Kind.Name, key), "")
		return
	}
	to, ok := b.lookUp(ref.Text, ref.Span)
	if ok {
		ref.To = to.Criterion
		b.use(key, "", ref.Span, to)
	}
}

// lookUp finds a criterion for a reference.
func (b *binder) lookUp(text string, at diag.Span) (program.Target, bool) {
	c, why := b.t.lookUp(text, at)
	for _, f := range why {
		f.Record = b.rec.Base().ID
		b.findings = append(b.findings, f)
	}
	return program.Target{Criterion: c}, c != nil
}

// lookUp finds a criterion, or says why there is none.
func (t *Trace) lookUp(text string, at diag.Span) (*criteria.Criterion, []diag.Finding) {
	m := t.Catalogues.Find(text)
	switch {
	case m.Criterion != nil:
		return m.Criterion, nil
	case m.Heading:
		return nil, []diag.Finding{{Rule: "heading-as-criterion", Span: at, Message: fmt.Sprintf("%q is a heading and not a criterion", text), Hint: m.Hint}}
	}
	return nil, []diag.Finding{{Rule: "unknown-criterion", Span: at, Message: fmt.Sprintf("unknown criterion %q", text), Hint: m.Hint}}
}

// anchor reports a heading that a record does not have, and returns the one that is meant.
func (b *binder) anchor(rec program.Any, anchor string, at diag.Span) string {
	if anchor == "" {
		return ""
	}
	body := rec.Base().Body.Prose // read and never written here: another binder may be writing what stands beside it
	if body == nil && rec.Base().Broken {
		return ""
	}
	if h, ok := body.Heading(anchor); ok {
		return h.Slug
	}
	var slugs []string
	if body != nil {
		for _, h := range body.Headings {
			slugs = append(slugs, h.Slug)
		}
	}
	hint := ""
	if near, ok := nearest.Within(strings.ToLower(anchor), slugs, 4); ok {
		hint = fmt.Sprintf("did you mean \"#%s\"?", near)
	} else if len(slugs) > 0 && len(slugs) <= 12 {
		hint = "its headings are #" + strings.Join(slugs, ", #")
	}
	b.fail("broken-anchor", at, fmt.Sprintf("%s has no heading \"#%s\"", name(rec), anchor), hint,
		diag.Related{Span: rec.Base().Span, Message: "the record stands here"})
	return ""
}

func name(rec program.Any) string {
	if id := rec.Base().ID; id != "" {
		return id
	}
	return "this record"
}

// prose binds the references of a text.
func (b *binder) prose(key string, p *program.Prose) {
	b.text = p.Prose
	p.Targets = make([]program.Target, len(p.Refs))
	for i := range p.Refs {
		ref := &p.Refs[i]
		if ref.Kind == source.Identifier {
			p.Targets[i] = b.identifier(key, ref)
		} else {
			p.Targets[i] = b.link(key, ref)
		}
	}
}

func (b *binder) identifier(key string, ref *source.Ref) program.Target {
	if rec := b.t.Record(ref.Target); rec != nil {
		to := program.Target{Record: rec, Slug: b.anchor(rec, ref.Anchor, ref.Span)}
		b.use(key, ref.Anchor, ref.Span, to)
		return to
	}
	if b.t.Catalogues.Looks(ref.Target) {
		to, ok := b.lookUp(ref.Target, ref.Span)
		if ok {
			b.use(key, "", ref.Span, to)
		}
		if ok && ref.Anchor != "" {
			b.fail("broken-anchor", ref.Span, fmt.Sprintf("a criterion has no heading \"#%s\"", ref.Anchor), "")
		}
		return to
	}
	if !b.t.Program.Incomplete(nil) {
		b.lose("unknown-record", wanted{name: ref.Target}, ref.Span, fmt.Sprintf("there is no record %q", ref.Target))
	}
	return program.Target{}
}

// link resolves a relative link or the file of an image.
func (b *binder) link(key string, ref *source.Ref) program.Target {
	if ref.Target == "" { // #heading, on this page
		if h, ok := b.text.Heading(ref.Anchor); ok { // of a translation, its own
			return program.Target{Record: b.rec, Slug: h.Slug}
		}
		return program.Target{Record: b.rec, Slug: b.anchor(b.rec, ref.Anchor, ref.Span)}
	}
	file, outside := b.resolve(ref.Target)
	switch {
	case outside:
		b.fail("unsafe-path", ref.Span, fmt.Sprintf("the link %q leaves the site", ref.Target), "link to a file of the site, or to a web address")
	case file == "":
		b.broken(ref)
	default:
		rec := b.t.documents[file]
		if rec == nil {
			b.uncarried(ref, file)
			return program.Target{File: file}
		}
		to := program.Target{Record: rec, Slug: b.anchor(rec, ref.Anchor, ref.Span)}
		b.use(key, ref.Anchor, ref.Span, to)
		return to
	}
	return program.Target{}
}

// uncarried reports a picture or a file that no output carries yet: its words stay, and the reader is to know that it is not there.
func (b *binder) uncarried(ref *source.Ref, file string) {
	switch {
	case ref.Kind == source.Image:
		b.fail("vanished-html", ref.Span, fmt.Sprintf("the picture %q is not shown, its words are", ref.Target), "say in the text what it shows")
	case !strings.EqualFold(path.Ext(file), ".md"):
		b.fail("vanished-html", ref.Span, fmt.Sprintf("the file %q is in no output, and the link to it is not shown", ref.Target), "say in the text where it is kept")
	}
}

func (b *binder) broken(ref *source.Ref) {
	message := fmt.Sprintf("there is no file %q", ref.Target)
	if b.t.Record(ref.Text) != nil || b.t.Catalogues.Looks(ref.Text) {
		b.fail("broken-link", ref.Span, message, fmt.Sprintf("put a space before the parenthesis if [%s] is the reference", ref.Text))
		return
	}
	b.lose("broken-link", wanted{name: path.Base(ref.Target), dir: path.Join(b.dir, path.Dir(ref.Target))}, ref.Span, message)
}

// resolve finds the file that a link names the way git hosts do: from the file it stands in, or from the root for a path that
// begins with a slash; a folder is its index. It returns "" for a file that is not there.
func (b *binder) resolve(target string) (file string, outside bool) {
	bases := []string{b.dir}
	if strings.HasPrefix(target, "/") {
		bases = []string{b.t.Site.Content.Root, "."}
	}
	for _, base := range bases {
		p := path.Join(base, target)
		if strings.HasPrefix(p, "../") || p == ".." || !fs.ValidPath(p) {
			return "", true
		}
		if b.t.files[p] && !strings.HasSuffix(target, "/") { // nearly always
			return p, false
		}
		for _, try := range tries(p, target) {
			if b.t.known(try) {
				return try, false
			}
		}
	}
	return "", false
}

func tries(p, target string) []string {
	index := []string{path.Join(p, "index.md"), path.Join(p, "_index.md"), path.Join(p, "README.md"), p}
	if strings.HasSuffix(target, "/") {
		return index
	}
	return append([]string{p + ".md"}, index...)
}
