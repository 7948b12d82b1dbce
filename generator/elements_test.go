package generator_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
)

// element is the opening tag of an element of a page.
type element struct {
	name  string
	attrs map[string]string
	text  string // what follows the tag, up to the next
}

// elements reads the tags of a page.
func (p webPage) elements(t *testing.T) []element {
	t.Helper()
	text, err := os.ReadFile(p.file())
	if err != nil {
		t.Fatal(err)
	}
	return elements(t, text)
}

// elements reads the tags of a text. That pages are valid HTML is for the W3C checker to say; in one that is valid and holds no
// script, a reader of XML that forgives what HTML may leave out reads the same tags as a browser.
func elements(t *testing.T, text []byte) []element {
	t.Helper()
	reader := xml.NewDecoder(bytes.NewReader(text))
	reader.Strict, reader.Entity = false, xml.HTMLEntity
	var out []element
	for {
		token, err := reader.RawToken()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: strings.ToLower(token.Name.Local), attrs: map[string]string{}}
			for _, a := range token.Attr {
				e.attrs[strings.ToLower(strings.TrimPrefix(a.Name.Space+":"+a.Name.Local, ":"))] = a.Value
			}
			out = append(out, e)
		case xml.CharData:
			if len(out) > 0 {
				out[len(out)-1].text += string(token)
			}
		}
	}
}
