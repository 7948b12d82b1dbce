package generator_test

import (
	"bytes"
	"cmp"
	"os/exec"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// spoken returns the text of a printed page, without what only lays it out.
func spoken(t *testing.T, pdf []byte) string {
	t.Helper()
	reader, err := exec.LookPath("pdftotext")
	need(t, "pdftotext", err == nil)
	cmd := exec.Command(reader, "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return bare(string(text))
}

// bare takes the spaces out of a text, which a line on paper breaks at other places.
func bare(text string) string { return strings.Join(strings.Fields(text), "") }

// A page of each output prints on A4, as text and not as a picture: with every heading, and without what leads past the
// navigation of a screen. The longest page is tried, which breaks over sheets.
func TestPagesPrint(t *testing.T) {
	longest := map[string]webPage{}
	for _, p := range buildPages(t) {
		if known, ok := longest[p.output]; !ok || cmp.Compare(p.size, known.size) > 0 {
			longest[p.output] = p
		}
	}
	for output, p := range longest {
		t.Run(output, func(t *testing.T) {
			ctx := tab(t)
			do(t, ctx, scheme("dark"))
			visit(t, ctx, onDisk(p.file()))
			pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(pdf, []byte("/MediaBox [0 0 594.95996 841.91998]")) {
				t.Errorf("%s does not print on A4", p.name)
			}
			text := spoken(t, pdf)
			for _, heading := range ask[[]string](t, ctx, `[...document.querySelectorAll("h1, h2, h3")].map(e => e.textContent)`) {
				if !strings.Contains(text, bare(heading)) {
					t.Errorf("%s prints without the heading %q", p.name, heading)
				}
			}
			if skip := ask[string](t, ctx, `document.querySelector(".skip").textContent`); strings.Contains(text, bare(skip)) {
				t.Errorf("%s prints %q", p.name, skip)
			}
		})
	}
}
