package brand

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

const (
	namespace = "http://www.w3.org/2000/svg"
	xlink     = "http://www.w3.org/1999/xlink"
)

// plain are the elements that are kept.
var plain = map[string]bool{"svg": true, "g": true, "defs": true, "symbol": true, "use": true, "path": true, "rect": true, "circle": true,
	"ellipse": true, "line": true, "polyline": true, "polygon": true, "linearGradient": true, "radialGradient": true, "stop": true, "clipPath": true, "mask": true}

// silent are the elements that show nothing of their own, or not at first. They are left out, with all within them.
var silent = map[string]bool{"title": true, "desc": true, "metadata": true, "script": true, "view": true, "cursor": true,
	"animate": true, "animateColor": true, "animateMotion": true, "animateTransform": true, "set": true, "discard": true}

// servers are the elements that serve others whether they are displayed or not.
var servers = map[string]bool{"linearGradient": true, "radialGradient": true, "stop": true, "clipPath": true, "mask": true, "symbol": true}

// reader builds a drawing out of XML.
type reader struct {
	*xml.Decoder
	elements int
	css      string // of all style sheets
}

// read reads the elements of a drawing, and its style sheets.
func read(svg []byte) (root *element, css string, err error) {
	if len(svg) > drawingBytes {
		return nil, "", fmt.Errorf("it is larger than %d kB", drawingBytes>>10)
	}
	r := &reader{Decoder: xml.NewDecoder(bytes.NewReader(svg))}
	for {
		token, err := r.Token()
		if errors.Is(err, io.EOF) && root != nil {
			return root, r.css, nil
		}
		if err != nil {
			return nil, "", fmt.Errorf("it does not parse: %w", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local != "svg" || root != nil {
			return nil, "", fmt.Errorf("it holds <%s> where one <svg> is to be", start.Name.Local)
		}
		if root, err = r.element(start, 1); err != nil {
			return nil, "", err
		}
	}
}

// element reads an element to its end. It returns nil if that is left out.
func (r *reader) element(start xml.StartElement, depth int) (*element, error) {
	name := start.Name.Local
	if start.Name.Space != namespace && start.Name.Space != "" || silent[name] {
		return nil, r.Skip()
	}
	if name == "style" {
		return nil, r.style(start)
	}
	if name == "a" {
		name = "g"
	}
	if !plain[name] {
		return nil, fmt.Errorf("it holds the element <%s>, which is no plain shape", name)
	}
	if r.elements++; r.elements > drawingElements || depth > drawingDepth {
		return nil, errors.New("it has too many elements, or too many within each other")
	}
	e := &element{name: name, attrs: map[string]string{}}
	for _, a := range start.Attr {
		if a.Name.Space == "" || a.Name.Space == xlink && a.Name.Local == "href" {
			e.attrs[a.Name.Local] = tidy(a.Value)
		}
	}
	return e, r.within(e, depth)
}

func (r *reader) style(start xml.StartElement) error {
	var sheet struct {
		CSS string `xml:",chardata"`
	}
	if err := r.DecodeElement(&sheet, &start); err != nil {
		return fmt.Errorf("it does not parse: %w", err)
	}
	r.css += sheet.CSS
	return nil
}

// within reads what an element holds.
func (r *reader) within(e *element, depth int) error {
	for {
		token, err := r.Token()
		if err != nil {
			return fmt.Errorf("it does not parse: %w", err)
		}
		switch token := token.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			child, err := r.element(token, depth+1)
			if err != nil {
				return err
			}
			if child != nil {
				e.children = append(e.children, child)
			}
		}
	}
}
