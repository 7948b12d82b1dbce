package wording

import (
	"html"
	"regexp"
	"strings"
)

// awards matches a heading under which a bare name is a claim.
var awards = regexp.MustCompile(`(?i)certif|accredit|ackredit|approv|godkän|complian|efterlev`)

var (
	told      = regexp.MustCompile(`(?i)\b(?:alt|title|aria-label|content|placeholder)\s*=\s*"([^"]*)"`)
	inlineTag = map[string]bool{"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "br": true, "cite": true, "code": true, "data": true, "del": true, "dfn": true, "em": true,
		"i": true, "img": true, "ins": true, "kbd": true, "label": true, "mark": true, "q": true, "s": true, "samp": true, "small": true, "span": true, "strong": true, "sub": true,
		"time": true, "u": true, "var": true, "wbr": true, "input": true, "td": true, "th": true}
	skipped = map[string]bool{"script": true, "style": true, "svg": true, "template": true, "sup": true}
)

// Blocks returns the blocks of rendered HTML as a reader sees them, with what images and links say beside.
func Blocks(page string) []Block {
	c := &cutter{}
	for page != "" {
		open := strings.IndexByte(page, '<')
		if open < 0 {
			open = len(page)
		}
		c.words(page[:open])
		page = c.element(page[open:])
	}
	c.flush()
	return c.blocks
}

// element reads the tag or the comment that a page begins with, and returns what follows it.
func (c *cutter) element(page string) string {
	if strings.HasPrefix(page, "<!--") {
		_, rest, _ := strings.Cut(page, "-->")
		return rest
	}
	end := ending(page)
	if page == "" || end == 0 {
		return page
	}
	inside, closes := strings.CutPrefix(page[1:end], "/")
	n := strings.IndexFunc(inside, func(r rune) bool { return !word(r) })
	if n < 0 {
		n = len(inside)
	}
	if n > 0 { // else it is a declaration
		c.tag(strings.ToLower(inside[:n]), closes, inside[n:])
	}
	return page[min(end+1, len(page)):]
}

// ending returns where the tag ends that a page begins with: at the first angle bracket outside quotation marks.
func ending(page string) int {
	quote := byte(0)
	for i := range len(page) {
		switch c := page[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return len(page)
}

// cutter collects the text of one block after the other.
type cutter struct {
	blocks []Block
	text   strings.Builder
	inside string // an element whose content is not shown, or ""
	lead   Lead
	block  string // the element that the text stands in
	item   bool   // inside an item of a list
}

func (c *cutter) words(text string) {
	if c.inside == "" {
		c.text.WriteString(Unmarked(html.UnescapeString(text)))
	}
}

func (c *cutter) tag(name string, end bool, attributes string) {
	switch {
	case c.inside != "":
		if end && name == c.inside {
			c.inside = ""
		}
		return
	case skipped[name] && !end:
		c.inside = name
		return
	}
	if strings.IndexByte(attributes, '=') >= 0 {
		for _, said := range told.FindAllStringSubmatch(attributes, -1) {
			c.blocks = append(c.blocks, Block{Text: html.UnescapeString(said[1])})
		}
	}
	if !inlineTag[name] {
		c.flush()
		c.block = name
		if end {
			c.block = ""
		}
		if name == "li" {
			c.item = !end
		}
		return
	}
	c.text.WriteString(sign(name, end))
}

// sign returns what stands for a tag inside a block.
func sign(name string, end bool) string {
	switch name {
	case "code", "kbd", "samp", "var":
		if end {
			return EndCode
		}
		return Code
	case "br":
		return "\n"
	case "q":
		return `"`
	case "td", "th":
		if end {
			return " | "
		}
	}
	return ""
}

func (c *cutter) flush() {
	text := strings.Trim(c.text.String(), " \t\r\n|")
	c.text.Reset()
	if text == "" {
		return
	}
	if c.block == "pre" && !strings.HasPrefix(text, Code) {
		text = Code + text + EndCode
	}
	kind := Paragraph
	switch {
	case len(c.block) == 2 && c.block[0] == 'h' && c.block != "hr":
		kind = Heading
	case c.item:
		kind = Item
	}
	c.blocks = append(c.blocks, Block{text, c.lead.Of(kind, text)})
}

// Kind says what a block is to those that follow it.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	Item // of a list
)

// Lead follows what the blocks of a text stand under.
type Lead struct{ heading, half string }

// Of returns what a block stands under, and notes what it means for the next ones: a heading leads until the next, a sentence that ends
// in a colon leads the list below it.
func (l *Lead) Of(kind Kind, text string) string {
	if kind == Heading {
		l.heading, l.half = text, ""
		return ""
	}
	if kind == Item && l.half != "" {
		return l.half
	}
	if kind == Paragraph {
		l.half = ""
		if strings.HasSuffix(text, ":") {
			l.half = strings.TrimSuffix(text, ":")
		}
	}
	return l.heading
}
