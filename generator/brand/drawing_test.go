package brand_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"trustpress/generator/brand"
)

const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"`

// A drawing comes out as its shapes alone, in one way to write them.
func TestDrawingsAreDrawnAnew(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"shapes", head + ` width="10mm"><path fill="#123456" d="M1 2
			h3"/> text <rect width="5" height="4" transform="rotate(45 2 2)"></rect></svg>`,
			head + `><path d="M1 2 h3" fill="#123456"/><rect height="4" transform="rotate(45 2 2)" width="5"/></svg>`},
		{"a size and no viewBox", `<svg width="30px" height="15.0"><g/></svg>`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 15"><g/></svg>`},
		{"what is told beside the picture", `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><!-- by Anna -->
			<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0,0,24,24" inkscape:label="draft 7" data-name="Layer 1" aria-label="x">
			<title>T</title><desc>D</desc><metadata><x xmlns="urn:x">M</x></metadata><inkscape:path><g/></inkscape:path><g id="annas-layer" display="none"><circle r="1"/></g><circle r="2"/></svg>`,
			head + `><circle r="2"/></svg>`},
		{"script", head + ` onload="x()"><script>x()</script><a href="https://example.com/"><circle r="2" onclick="x()"/></a><animate attributeName="r"/></svg>`,
			head + `><g><circle r="2"/></g></svg>`},
		{"ways out", head + `><use href="https://example.com/#a"/><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="other.svg#a"/><circle fill="url(https://example.com/#a)" style="stroke: url('//example.com/#a'); opacity: .5" r="2"/></svg>`,
			head + `><use/><use/><circle opacity=".5" r="2"/></svg>`},
		{"references", head + `><defs><linearGradient id="Annas gradient"/><linearGradient id="b"><stop offset="0" stop-color="red"/></linearGradient><clipPath id="c"/></defs>
			<g clip-path="url( '#c' )" id="g"><circle r="2" fill="url(#b) none"/></g><use href="#g"/></svg>`,
			head + `><defs><linearGradient/><linearGradient id="p2"><stop offset="0" stop-color="red"/></linearGradient><clipPath id="p1"/></defs>` +
				`<g clip-path="url(#p1)" id="p3"><circle fill="url(#p2) none" r="2"/></g><use href="#p3"/></svg>`},
		{"styles", head + `><defs><style type="text/css"><![CDATA[/* x */ .a, .b { fill: red; font-family: Arial } .b{stroke:rgb(0 0 0 / 50%)}]]></style></defs><path class="a" fill="blue"/><path class="b c" style="fill:#123!important;-x-y:z"/></svg>`,
			head + `><defs/><path fill="red"/><path fill="#123" stroke="rgb(0 0 0 / 50%)"/></svg>`},
	} {
		got, err := brand.Drawing([]byte(c.in))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\n got %s\nwant %s", c.name, err, got, c.want)
		}
	}
}

// doubled is a drawing in which each group uses the one before it twice.
func doubled(times int) string {
	out := `<g id="a0"><circle r="1"/></g>`
	for i := range times {
		out += fmt.Sprintf(`<g id="a%d"><use href="#a%d"/><use href="#a%d"/></g>`, i+1, i, i)
	}
	return out
}

// What is used again is drawn, as often as a drawing may hold shapes.
func TestShapesAreUsedAgain(t *testing.T) {
	if _, err := brand.Drawing([]byte(head + ">" + doubled(8) + "</svg>")); err != nil {
		t.Error(err)
	}
}

// What would change a picture by its absence is not left out in silence.
func TestDrawingsThatAreRefused(t *testing.T) {
	for in, want := range map[string]string{
		"":                                  "it does not parse",
		"<svg":                              "it does not parse",
		"<html/>":                           "it holds <html> where one <svg> is to be",
		head + "/><svg/>":                   "it holds <svg> where one <svg> is to be",
		head + "><g></svg>":                 "it does not parse",
		head + ">&logo;</svg>":              "it does not parse",
		"<svg/>":                            "it has no viewBox",
		`<svg viewBox="0 0 0 1"/>`:          "it has no viewBox",
		`<svg viewBox="0 0 NaN 1"/>`:        "it has no viewBox",
		`<svg width="100%" height="2em"/>`:  "it has no viewBox",
		head + "><text>Nordan</text></svg>": "it holds the element <text>",
		head + `><image href="data:image/png;base64,"/></svg>`: "it holds the element <image>",
		head + "><foreignObject/></svg>":                       "it holds the element <foreignObject>",
		head + "><style>@import url(x);</style></svg>":         "its style sheet",
		head + "><style>path > g { fill: red }</style></svg>":  "its style sheet speaks of more than classes",
		head + ">" + strings.Repeat("<g>", 50):                 "it has too many elements",
		head + ">" + strings.Repeat("<g/>", 6000) + "</svg>":   "it has too many elements",
		head + ">" + doubled(25) + "</svg>":                    "it draws too many shapes",
		head + `><g id="a"><use href="#a"/></g></svg>`:         "one of its shapes within itself",
		head + ">" + strings.Repeat(" ", 300<<10) + "</svg>":   "it is larger than 256 kB",
	} {
		if got, err := brand.Drawing([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.80s: %s, %v, want %q", in, got, err, want)
		}
	}
}

var outward = regexp.MustCompile(`(?i)script|\son[a-z]+=|data-|style|://|@import|<!|<\?|url\([^#]|href="[^#]`)

// No drawing makes it panic. What comes out holds shapes alone, shows where it parses, and comes out the same again.
func FuzzDrawing(f *testing.F) {
	f.Add([]byte(head + ` width="3"><style>.a{fill:url(#b)}</style><g class="a" id="b" onload="x" style="stroke:url('x')"><a xlink:href="#b"/></g></svg>`))
	f.Add([]byte(`<svg width="1px" height="0x1p-2"><use href="#a"/><path d="M0 0" id="a" fill="hsl(1 2% 3%/4)"/></svg>`))
	f.Fuzz(func(t *testing.T, in []byte) {
		out, err := brand.Drawing(in)
		if err != nil {
			return
		}
		shapes, ok := bytes.CutPrefix(out, []byte(`<svg xmlns="http://www.w3.org/2000/svg"`))
		if found := outward.Find(shapes); found != nil || !ok {
			t.Errorf("%q stands in %s", found, out)
		}
		if again, err := brand.Drawing(out); err != nil || !bytes.Equal(again, out) {
			t.Errorf("%v: %s\nbecomes %s", err, out, again)
		}
		if _, err := brand.Proportion(out, 36); err != nil {
			t.Errorf("%s: %v", out, err)
		}
		wellFormed(t, out)
	})
}

func wellFormed(t *testing.T, text []byte) {
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
}
