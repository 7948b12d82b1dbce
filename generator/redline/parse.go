package redline

import (
	"strings"

	"golang.org/x/net/html"
)

// deepest is how many tags may stand inside one another; the words of what is deeper stand in what is around it.
const deepest = 32

// document is a text as a row of blocks.
type document struct {
	leaves []*leaf
	ids    map[string]bool // anchors of the text
}

// parse reads finished HTML in one pass over its tags. No tree is built: text of ours is well formed, and with a stack of bounded
// depth a hostile one costs no more than its length.
func parse(text string, old bool) document {
	p := &parser{old: old, doc: document{ids: map[string]bool{}}}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			p.finish()
			return p.doc
		case html.TextToken:
			p.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			p.start(z.Token())
		case html.EndTagToken:
			name, _ := z.TagName()
			p.end(string(name))
		}
	}
}

// opened is a tag that has not ended yet.
type opened struct {
	name string
	role role
}

type parser struct {
	old   bool
	doc   document
	stack []opened
	box   *element
	mark  *element
	leaf  *leaf
	cell  bool // a cell of the row is open
	space bool
	mute  string // the tag whose text nobody sees
}

func (p *parser) start(t html.Token) {
	if p.mute != "" {
		return
	}
	switch role := roles[t.Data]; role {
	case muteRole:
		p.mute = t.Data
	case atomRole:
		p.atom(t)
	case markRole:
		p.startMark(t)
	case cellRole:
		p.startCell(t)
	case otherRole:
		p.boundary()
	default:
		p.startBlock(t, role)
	}
}

func (p *parser) startMark(t html.Token) {
	if len(p.stack) >= deepest {
		return
	}
	if p.leaf != nil && p.leaf.kind.Name == Code && p.leaf.inner == nil && len(p.leaf.cells) == 0 && t.Data == "code" {
		p.leaf.inner = p.element(t, nil)
		return
	}
	p.mark = p.element(t, p.mark)
	p.stack = append(p.stack, opened{t.Data, markRole})
}

func (p *parser) startCell(t html.Token) {
	if p.leaf == nil || !p.leaf.kind.row() {
		return
	}
	p.closeTo(func(o opened) bool { return o.role == leafRole })
	p.leaf.cells = append(p.leaf.cells, cell{element: p.element(t, nil)})
	p.stack = append(p.stack, opened{t.Data, cellRole})
	p.cell, p.space = true, false
	if t.Data == "th" && len(p.leaf.cells) == 1 && p.box.name == "thead" {
		p.leaf.kind.Name = HeadRow
	}
}

// startBlock begins a box or a leaf. Inside a cell there are words alone, and a leaf holds no block.
func (p *parser) startBlock(t html.Token, role role) {
	if p.cell && t.Data != "tr" {
		p.boundary()
		return
	}
	p.finishLeaf()
	if t.Data == "li" {
		p.endItem()
	}
	if len(p.stack) >= deepest {
		return
	}
	p.stack = append(p.stack, opened{t.Data, role})
	if e := p.element(t, p.box); role == leafRole {
		p.newLeaf(e)
	} else {
		p.box = e
	}
}

// endItem ends the item before this one, where its end was left out.
func (p *parser) endItem() {
	if len(p.stack) > 0 && p.stack[len(p.stack)-1].name == "li" {
		p.closeTo(func(o opened) bool { return o.name == "li" })
		p.pop()
	}
}

func (p *parser) end(name string) {
	if p.mute != "" {
		if p.mute == name {
			p.mute = ""
		}
		return
	}
	role := roles[name]
	if role == otherRole {
		p.boundary()
		return
	}
	for i := len(p.stack) - 1; i >= 0; i-- {
		o := p.stack[i]
		if o.name == name {
			for len(p.stack) > i {
				p.pop()
			}
			return
		}
		if role == markRole && o.role != markRole || role == cellRole && o.role == leafRole {
			return
		}
	}
}

// closeTo ends what is open until last says that it is what shall stay open.
func (p *parser) closeTo(last func(opened) bool) {
	for len(p.stack) > 0 && !last(p.stack[len(p.stack)-1]) {
		p.pop()
	}
}

func (p *parser) pop() {
	o := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	switch o.role {
	case markRole:
		p.mark = p.mark.up
	case cellRole:
		p.cell = false
	case leafRole:
		p.store()
	case boxRole:
		p.store()
		p.box = p.box.up
	}
}

// finishLeaf ends the leaf that is open, with the marks in it.
func (p *parser) finishLeaf() {
	for len(p.stack) > 0 && p.stack[len(p.stack)-1].role != boxRole {
		p.pop()
	}
	p.store()
}

func (p *parser) finish() {
	p.closeTo(func(opened) bool { return false })
	p.store()
}

// boundary is the edge of something that a redline does not show, but that keeps words apart.
func (p *parser) boundary() {
	p.space = true
	if p.leaf != nil && p.leaf.element == nil {
		p.finishLeaf()
	}
}
