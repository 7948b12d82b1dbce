package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"trustpress/generator/diag"
)

// svg reports what in a drawing could run a program or reach another host, at the first such place.
func svg(file *diag.File) []diag.Finding {
	d := xml.NewDecoder(bytes.NewReader(file.Text))
	d.Strict = true
	style := false // the text that comes next is a style's
	for {
		start := int(d.InputOffset())
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		what := ""
		switch token := token.(type) {
		case xml.StartElement:
			what, style = unsafeElement(token), strings.EqualFold(token.Name.Local, "style")
		case xml.EndElement:
			style = false
		case xml.CharData:
			if reaches(string(token)) || style && bytes.ContainsRune(token, '\\') {
				what = "a style that reaches outside it"
			}
		case xml.Directive:
			if bytes.Contains(token, []byte("ENTITY")) {
				what = "an entity"
			}
		case xml.ProcInst:
			if token.Target != "xml" {
				what = "a processing instruction"
			}
		}
		if err != nil {
			what = "XML that does not parse"
		}
		if what != "" {
			return []diag.Finding{{Rule: "unsafe-svg", Span: file.Span(start, int(d.InputOffset())), Message: "this drawing holds " + what,
				Hint: "export it as plain shapes"}}
		}
	}
}

// active are the elements that run, embed or change things.
var active = map[string]bool{"script": true, "foreignobject": true, "iframe": true, "embed": true, "object": true, "handler": true, "set": true,
	"animate": true, "audio": true, "video": true}

func unsafeElement(e xml.StartElement) string {
	name := strings.ToLower(e.Name.Local)
	if active[name] {
		return fmt.Sprintf("the element %q", e.Name.Local)
	}
	for _, a := range e.Attr {
		key, value := strings.ToLower(a.Name.Local), strings.ToLower(strings.TrimSpace(a.Value))
		switch {
		case strings.HasPrefix(key, "on"):
			return fmt.Sprintf("the handler %q", a.Name.Local)
		case (key == "href" || key == "src") && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/png") && !strings.HasPrefix(value, "data:image/jpeg"):
			return "a reference to something outside it"
		case a.Name.Space == "" && strings.Contains(value, `\`): // it can hide any word of a style
			return fmt.Sprintf("a backslash in %q", a.Name.Local)
		case reaches(value), strings.Contains(value, "javascript:"):
			return fmt.Sprintf("a reference to something outside it in %q", a.Name.Local)
		}
	}
	return ""
}

// reaches reports whether a style loads something: url(#name) stays inside the drawing, every other does not.
func reaches(style string) bool {
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	return strings.Contains(style, "@import") || strings.Contains(style, "image-set(") || strings.Count(style, "url(") > strings.Count(style, "url(#")
}
