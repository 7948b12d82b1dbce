package redline

import (
	"slices"

	"golang.org/x/net/html"
)

// runs writes words with their marks. A mark of the new text, such as a link, stays open around what changed inside it.
func (p *page) runs(all []run) {
	m := &marks{page: p, op: Same}
	for k, r := range all {
		switch r.op {
		case Inserted:
			own := r.marks()
			m.to(own[:max(shared(own, before(all, k)), shared(own, after(all, k)))], r.tokens[0].space)
			p.edit(m, r, "ins", p.words.Inserted, p.words.InsertedEnd)
			if r.form && k > 0 {
				p.reformed(m, all[k-1], r)
			}
		case Deleted:
			around := before(all, k)
			m.to(around[:shared(around, after(all, k))], r.tokens[0].space)
			p.edit(m, r, "del", p.words.Deleted, p.words.DeletedEnd)
		default:
			m.words(r.tokens)
		}
	}
	m.to(nil, false)
}

// edit writes words inside <ins> or <del>.
func (p *page) edit(m *marks, r run, name, begin, end string) {
	m.begun = true
	p.out.WriteString("<" + name + p.id() + ">")
	if begin != "" {
		p.aloud(" ", begin+" ")
	}
	inside := &marks{page: p, open: slices.Clone(m.open), around: m.open, op: r.op}
	inside.words(r.tokens)
	inside.to(m.open, false)
	p.aloud(" ", end)
	p.out.WriteString("</" + name + ">")
}

// reformed says what differs between words that are the same.
func (p *page) reformed(m *marks, from, to run) {
	old, now := linkOf(from.tokens), linkOf(to.tokens)
	if old == now {
		if p.words.Form != "" {
			p.aloud(" ", "("+p.words.Form+")")
		}
		return
	}
	m.to(nil, false)
	if p.words.Link != "" {
		p.out.WriteString(` <span class="remark">(` + html.EscapeString(p.words.Link+" "+p.words.address(old)+" → "+p.words.address(now)) + ")</span>")
	}
}

// linkOf returns where the first link of some words leads.
func linkOf(tokens []token) string {
	for _, t := range tokens {
		for m := t.mark; m != nil; m = m.up {
			if m.name == "a" {
				return m.link
			}
		}
	}
	return ""
}

// marks returns the marks that all words of a run stand in.
func (r run) marks() []*element {
	last := r.tokens[0].mark
	out := last.path()
	for _, t := range r.tokens[1:] {
		if t.mark != last {
			last = t.mark
			out = out[:shared(out, last.path())]
		}
	}
	return out
}

// before returns the marks of the last word of the new text before a run, and after those of the first one after it.
func before(all []run, k int) []*element {
	for k--; k >= 0; k-- {
		if all[k].op != Deleted {
			return all[k].tokens[len(all[k].tokens)-1].mark.path()
		}
	}
	return nil
}

func after(all []run, k int) []*element {
	for k++; k < len(all); k++ {
		if all[k].op != Deleted {
			return all[k].tokens[0].mark.path()
		}
	}
	return nil
}

// marks keeps the marks that are open while words are written.
type marks struct {
	page   *page
	open   []*element
	around []*element // of words of the old text: what is open around them, and is not said twice
	op     Op         // the fate of the words; what was deleted leads nowhere
	begun  bool       // a word was written, so that white space may stand before the next
}

// to ends and begins marks until path is open. White space stands outside of the marks that begin with the next word.
func (m *marks) to(path []*element, space bool) {
	n := shared(m.open, path)
	for len(m.open) > n {
		last := m.open[len(m.open)-1]
		m.open = m.open[:len(m.open)-1]
		m.page.out.WriteString("</" + last.name + ">")
	}
	if space && m.begun {
		m.page.out.WriteByte(' ')
	}
	for _, e := range path[n:] {
		m.page.out.WriteString(e.tag(""))
		m.open = append(m.open, e)
	}
}

func (m *marks) words(tokens []token) {
	var path []*element
	for i, t := range tokens {
		if i == 0 || t.mark != tokens[i-1].mark {
			path = m.path(t)
		}
		m.to(path, t.space)
		m.begun = true
		switch {
		case t.key == pilcrow.key:
			m.page.pilcrow()
		case t.key == lineBreak && m.op != Same:
			m.page.lineBreak(m.op)
		case t.html != "" && m.op != Deleted:
			m.page.out.WriteString(t.html)
		default:
			m.page.out.WriteString(html.EscapeString(t.text))
		}
	}
}

// path returns the marks that a word stands in on the page.
func (m *marks) path(t token) []*element {
	if m.op != Deleted {
		return t.mark.path()
	}
	out := m.around[:len(m.around):len(m.around)]
	for _, e := range t.mark.path() {
		said := slices.ContainsFunc(m.around, func(o *element) bool { return o.own() != "" && o.own() == e.own() })
		if e.name != "a" && !said {
			out = append(out, e)
		}
	}
	return out
}

// pilcrow shows the end of a paragraph, and tells it.
func (p *page) pilcrow() {
	if p.words.Break == "" {
		p.out.WriteString(pilcrow.text)
		return
	}
	p.out.WriteString(`<span aria-hidden="true">` + pilcrow.text + "</span>")
	p.aloud(" ", p.words.Break)
}

// lineBreak shows a line end that was put in or taken out, which nobody would see.
func (p *page) lineBreak(op Op) {
	p.out.WriteString(`<span aria-hidden="true">↵</span>`)
	if op == Inserted {
		p.out.WriteString("<br>")
	}
}
