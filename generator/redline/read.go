package redline

import "strings"

func (k Kind) row() bool { return k.Name == Row || k.Name == HeadRow }

func (p *parser) newLeaf(e *element) {
	p.leaf = &leaf{element: e, path: p.box.path(), kind: p.kindOf(e)}
	p.space = false
}

// kindOf tells what a block is from its tag and from the boxes around it.
func (p *parser) kindOf(e *element) Kind {
	k := Kind{Name: Paragraph}
	if e != nil {
		switch {
		case e.name == "tr":
			return Kind{Name: Row}
		case e.name == "hr":
			return Kind{Name: Rule}
		case e.name[0] == 'h':
			return Kind{Heading, int(e.name[1] - '0')}
		case e.name == "pre":
			k.Name = Code
		}
	}
	for box := p.box; box != nil; box = box.up {
		if box.name != "li" && box.name != "blockquote" {
			continue
		}
		if k.Level++; k.Level == 1 && k.Name == Paragraph {
			k.Name = box.holds()
		}
	}
	return k
}

// holds returns the kind of the text that stands in an item or a quotation.
func (e *element) holds() Name {
	switch {
	case e.name == "blockquote":
		return Quotation
	case e.used:
		return Paragraph
	}
	e.used = true
	if e.up != nil && e.up.name == "ol" {
		return Numbered
	}
	return Item
}

func (p *parser) text(text string) {
	switch {
	case p.mute != "":
	case p.leaf != nil && p.leaf.kind.Name == Code:
		p.code(text)
	default:
		space := split(text, func(word string, space bool) {
			p.space = p.space || space
			p.add(token{text: word, key: word})
		})
		p.space = p.space || space
	}
}

// add adds a token to the cell that is open, and opens one where there is none.
func (p *parser) add(t token) {
	if p.leaf == nil {
		p.newLeaf(nil)
	}
	if n := len(p.leaf.cells); n == 0 || p.leaf.kind.row() && !p.cell {
		p.leaf.cells = append(p.leaf.cells, cell{element: &element{name: "td", old: p.old}})
		p.cell = p.leaf.kind.row()
		if p.cell {
			p.stack = append(p.stack, opened{"td", cellRole})
		}
	}
	if p.mark != nil && p.mark.note() {
		t.key = "\x00" + p.mark.class
	}
	t.mark, t.space = p.mark, p.space
	last := &p.leaf.cells[len(p.leaf.cells)-1]
	last.tokens = append(last.tokens, t)
	p.space = false
}

// code adds lines of code as they are, each a cell.
func (p *parser) code(text string) {
	for line := range strings.Lines(text) {
		cells := p.leaf.cells
		if n := len(cells); n == 0 || ended(cells[n-1]) {
			p.leaf.cells = append(cells, cell{})
		}
		last := &p.leaf.cells[len(p.leaf.cells)-1]
		last.tokens = append(last.tokens, token{text: line, key: line, mark: p.mark})
	}
}

// ended reports whether a line of code has its end.
func ended(line cell) bool {
	return strings.HasSuffix(line.tokens[len(line.tokens)-1].text, "\n")
}

// store ends the leaf that is open, if there is one and it holds anything.
func (p *parser) store() {
	l := p.leaf
	p.leaf, p.cell = nil, false
	if l == nil {
		return
	}
	if l.kind.Name == Code && len(l.cells) > 0 && !ended(l.cells[len(l.cells)-1]) {
		last := &l.cells[len(l.cells)-1]
		last.tokens = append(last.tokens, token{text: "\n", key: "\n"})
	}
	l.summarise()
	if len(l.cells) > 0 || l.kind.Name == Rule {
		p.doc.leaves = append(p.doc.leaves, l)
	}
}

// summarise writes down what a leaf is compared by.
func (l *leaf) summarise() {
	var content strings.Builder
	content.WriteString(l.shape())
	for _, c := range l.cells {
		if l.kind.Name == Code {
			content.WriteString(c.plain() + "\x02")
			split(c.plain(), l.word)
			continue
		}
		for _, t := range c.tokens {
			content.WriteString(t.form() + "\x03")
			if t.html == "" {
				l.word(t.text, false)
			}
		}
		content.WriteByte(2)
	}
	if l.content = content.String(); l.kind.Name == Code {
		l.content = flat(strings.ReplaceAll(l.content, "\x02", " "))
	}
}

// shape keeps apart leaves that cannot be one block, whatever their words.
func (l *leaf) shape() string {
	switch {
	case l.flowing():
		return ""
	case l.kind.row():
		return "\x01row "
	}
	return "\x01" + string(l.kind.Name) + " "
}

// flat returns text with one blank wherever there is white space.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func (l *leaf) word(text string, _ bool) {
	if isWord(text) {
		l.words = append(l.words, text)
	}
}

// plain returns the text of a line of code.
func (c cell) plain() string {
	var out strings.Builder
	for _, t := range c.tokens {
		out.WriteString(t.text)
	}
	return out.String()
}

// keys returns by what the tokens of a cell are compared.
func keys(tokens []token) []string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.key
	}
	return out
}
