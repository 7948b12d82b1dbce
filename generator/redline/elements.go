package redline

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// role is what a tag is to a redline. A tag that is not named here is dropped, and its words are kept.
type role int

const (
	otherRole role = iota
	boxRole
	leafRole
	cellRole
	markRole
	atomRole
	muteRole
)

var roles = func() map[string]role {
	out := map[string]role{}
	for role, names := range map[role]string{
		boxRole:  "ul ol li blockquote table thead tbody div section aside figure",
		leafRole: "p h1 h2 h3 h4 h5 h6 pre tr",
		cellRole: "td th",
		markRole: "a em strong code del ins s u b i sup sub span mark small abbr kbd samp var q cite time",
		atomRole: "br img input hr",
		muteRole: "script style title template noscript iframe noembed noframes textarea xmp",
	} {
		for name := range strings.FieldsSeq(names) {
			out[name] = role
		}
	}
	return out
}()

// kept are the attributes that a page gets back, besides class and id.
var kept = map[string]bool{"href": true, "title": true, "lang": true, "dir": true, "role": true, "tabindex": true, "start": true,
	"aria-label": true, "datetime": true, "src": true, "alt": true, "width": true, "height": true, "loading": true, "type": true,
	"checked": true, "disabled": true}

// shown are names that differ in a redline: there, <del> and <ins> are its own.
var shown = map[string]string{"del": "s", "ins": "u"}

func (p *parser) element(t html.Token, up *element) *element {
	e := &element{name: t.Data, old: p.old, up: up, start: 1}
	if other, ok := shown[e.name]; ok {
		e.name = other
	}
	for _, a := range t.Attr {
		switch {
		case a.Key == "class":
			e.class = a.Val
		case a.Key == "id":
			e.id = a.Val
			p.doc.ids[a.Val] = true
		case kept[a.Key]:
			e.attrs += " " + a.Key + `="` + html.EscapeString(a.Val) + `"`
		}
		if a.Key == "href" {
			e.link = a.Val
		}
		if n, err := strconv.Atoi(a.Val); a.Key == "start" && err == nil {
			e.start = n
		}
	}
	if e.depth = 1; up != nil {
		e.key, e.depth = up.key, up.depth+1
	}
	e.key += e.own()
	return e
}

// own returns what of a tag the author wrote: a colour in code and the number of a footnote are ours.
func (e *element) own() string {
	switch {
	case e.name == "span" || e.name == "sup" || e.note():
		return ""
	case e.name == "a":
		return "a " + e.link + "\x01"
	}
	return e.name + "\x01"
}

// note reports whether a link leads to a footnote or back from one. Their numbers change when another comes or goes.
func (e *element) note() bool {
	return e.class == "footnote-ref" || e.class == "footnote-backref"
}

// lineBreak is the key of the end of a line that somebody put there.
const lineBreak = "\x00br"

// atom takes what stands in the text like a word and is none.
func (p *parser) atom(t html.Token) {
	switch t.Data {
	case "hr":
		if p.cell {
			return
		}
		p.finishLeaf()
		p.newLeaf(p.element(t, nil))
		p.store()
	case "br":
		p.add(token{text: "\n", key: lineBreak, html: "<br>"})
		p.space = true
	case "input":
		p.checkbox(t)
	case "img":
		e := p.element(t, nil)
		p.add(token{text: "[" + attr(t, "alt") + "]", key: "\x00img " + attr(t, "src") + "\x00" + attr(t, "alt"), html: e.tag("")})
	}
}

func (p *parser) checkbox(t html.Token) {
	sign := "☐"
	for _, a := range t.Attr {
		if a.Key == "checked" {
			sign = "☑"
		}
	}
	if attr(t, "type") == "checkbox" {
		p.add(token{text: sign, key: sign, html: p.element(t, nil).tag("")})
	}
}

func attr(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// tag returns the opening tag with one more class, or none.
func (e *element) tag(class string) string {
	out := "<" + e.name
	if e.id != "" && !e.old {
		out += ` id="` + html.EscapeString(e.id) + `"`
	}
	if all := strings.TrimSpace(e.class + " " + class); all != "" {
		out += ` class="` + html.EscapeString(all) + `"`
	}
	if !e.old {
		out += e.attrs
	}
	return out + ">"
}
