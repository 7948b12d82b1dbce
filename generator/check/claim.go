package check

import (
	"cmp"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
	"trustpress/generator/wording"
)

// claim is one thing that a text says and may not say, or not without its record.
type claim struct {
	wording.Match
	rec   program.Any // nil: site.toml
	told  program.Told
	words string
	at    diag.Span
}

// hear returns every claim that is wrong in the texts that everybody reads, in every language.
func hear(t *trace.Trace) []claim {
	h := &hearing{Trace: t}
	h.records(func(one *hearing, rec program.Any) {
		all := program.Tell(rec)
		for _, told := range all {
			one.listen(rec, told, framed(rec, told).find)
		}
		stronger(all, one.claims)
	})
	for _, told := range siteTexts(t.Site) {
		h.listen(nil, told, frame{}.find)
	}
	for _, d := range t.Program.Documents {
		h.read(d)
	}
	ground := grounds{Trace: t, arabic: slices.ContainsFunc(h.claims, func(c claim) bool { return c.If == wording.Arabic })}
	return slices.DeleteFunc(h.claims, func(c claim) bool { return !ground.wrong(c) })
}

// hearing collects claims, whatever they stand on.
type hearing struct {
	*trace.Trace
	claims []claim
}

// records listens to every record, several at a time.
func (h *hearing) records(listen func(one *hearing, rec program.Any)) {
	records := h.Program.Records()
	heard := make([]hearing, len(records))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, rec := range records {
		g.Go(func() error {
			heard[i].Trace = h.Trace
			listen(&heard[i], rec)
			return nil
		})
	}
	_ = g.Wait() // nobody returns an error: what is wrong is a claim
	for i := range heard {
		h.claims = append(h.claims, heard[i].claims...)
	}
}

// listen looks for claims in the finished text. Where there are any, the text is read once more, for their places.
func (h *hearing) listen(rec program.Any, told program.Told, find func(wording.Block) []wording.Match) {
	if !slices.ContainsFunc(blocks(told), func(b wording.Block) bool { return len(find(b)) > 0 }) {
		return
	}
	before := len(h.claims)
	passages := h.Passages(told)
	for i := range passages {
		p := &passages[i]
		for _, m := range find(p.Block) {
			h.claims = append(h.claims, claim{m, rec, told, quote(p.Text[m.Start:m.End]), p.Span(m.Start, m.End)})
		}
	}
	if len(h.claims) > before {
		return
	}
	for _, b := range blocks(told) { // it is said where no word of the source stands: in a parameter, or beside a link
		for _, m := range find(b) {
			h.claims = append(h.claims, claim{m, rec, told, quote(b.Text[m.Start:m.End]), beginning(rec, told)})
		}
	}
}

// read looks for claims in a file that customers may have without asking.
func (h *hearing) read(d *program.Document) {
	file := h.Open(d)
	if file == nil {
		return
	}
	at := 0
	for _, part := range parts(file) {
		for _, m := range wording.Find(part) {
			h.claims = append(h.claims, claim{m, d, program.Told{Key: "file"}, quote(part[m.Start:m.End]), file.Span(at+m.Start, at+m.End)})
		}
		at += len(part)
	}
}

// parts cuts a file into its paragraphs, or the cells of its rows.
func parts(file *diag.File) []string {
	if ext := path.Ext(file.Name); ext != ".csv" && ext != ".tsv" {
		return strings.SplitAfter(string(file.Text), "\n\n")
	}
	var out []string
	start, quoted := 0, false
	for i, c := range file.Text {
		if c == '"' {
			quoted = !quoted
		}
		if !quoted && (c == ',' || c == ';' || c == '\t' || c == '\n') {
			out = append(out, string(file.Text[start:i+1]))
			start = i + 1
		}
	}
	return append(out, string(file.Text[start:]))
}

// blocks returns the blocks of a text as everybody reads it.
func blocks(told program.Told) []wording.Block {
	if told.Prose == nil {
		return []wording.Block{{Text: told.Words}}
	}
	return wording.Blocks(told.Prose.HTML)
}

func beginning(rec program.Any, told program.Told) diag.Span {
	if rec == nil {
		return told.Node.Span
	}
	return told.At(rec.Base())
}

// quote returns words on one line, for a message.
func quote(words string) string {
	return strings.Join(strings.Fields(wording.Unmarked(words)), " ")
}

// frame is what a text is read with: the title that it stands under, and the answer to it, if it is a question.
type frame struct{ lead, answer string }

func framed(rec program.Any, told program.Told) frame {
	if rec == nil {
		return frame{}
	}
	r := rec.Base()
	t := r.Translations[told.Lang]
	if t == nil {
		t = &program.Translation{}
	}
	_, question := rec.(*program.Question)
	switch {
	case question && (told.Key == "title" || told.Key == "question"):
		return frame{answer: opening(t.Body, r.Body)}
	case strings.HasSuffix(told.Key, "title"):
		return frame{}
	}
	return frame{lead: cmp.Or(opening(t.Public.Title, r.Public.Title), t.Title, r.Title)}
}

// opening returns the first block of the first text that says anything.
func opening(texts ...program.Prose) string {
	for _, text := range texts {
		if !text.Empty() {
			if all := wording.Blocks(text.HTML); len(all) > 0 {
				return all[0].Text
			}
		}
	}
	return ""
}

func (f frame) find(b wording.Block) []wording.Match {
	if b.Lead == "" {
		b.Lead = f.lead
	}
	if f.answer == "" {
		return wording.FindIn(b)
	}
	end := len(b.Text)
	b.Text += " " + f.answer
	return slices.DeleteFunc(wording.FindIn(b), func(m wording.Match) bool { return m.End > end })
}

// claims reports the claims of a class. What is the service auditor's to write is no loose word of ours as well: one place, one finding.
func (p *Pass) claims(class wording.Class) {
	for _, c := range p.heard() {
		if c.Class == class && !(class == wording.Loose && p.hers(c)) {
			p.claim(c)
		}
	}
}

func (p *Pass) claim(c claim) {
	says, instead := wording.Advice(c.Rule, p.language(c.told.Lang))
	p.Report(c.rec, c.at, fmt.Sprintf("%s: %q: %s", c.Rule, c.words, says), p.filled(instead))
}

func (p *Pass) hers(c claim) bool {
	return slices.ContainsFunc(p.handed(), func(o claim) bool { return o.Class == wording.Owned && o.touches(c) })
}

// touches reports whether two claims are about the same words.
func (c claim) touches(o claim) bool {
	if c.at.File != o.at.File {
		return false
	}
	before := func(a, b claim) bool {
		return cmp.Or(cmp.Compare(a.at.Line, b.at.EndLine), cmp.Compare(a.at.Column, b.at.EndColumn)) < 0
	}
	return before(c, o) && before(o, c)
}

// wrong reports something against a language rule that no pattern can see.
func (p *Pass) wrong(rec program.Any, at diag.Span, rule, message, hint string) {
	p.Report(rec, at, rule+": "+message, hint)
}

func (p *Pass) language(lang string) string { return cmp.Or(lang, p.Site.Site.Languages[0]) }

// filled puts what the newest report tells in the place of what advice leaves open.
func (p *Pass) filled(advice string) string {
	r := newest(p.Trace, func(r *program.Report) bool { return r.Examination() && !r.Period.From.IsZero() })
	if r == nil {
		return advice
	}
	pairs := []string{"<period>", r.Period.From.String() + "–" + r.Period.To.String(), "<service>", p.Site.Service.Name}
	if r.Auditor.Name != "" {
		pairs = append(pairs, "<firm>", r.Auditor.Name)
	}
	if len(r.Categories) > 0 {
		pairs = append(pairs, "<categories>", strings.Join(r.Categories, ", "))
	}
	return strings.NewReplacer(pairs...).Replace(advice)
}
