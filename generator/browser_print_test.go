package generator_test

import (
	"bytes"
	"context"
	"os/exec"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// printedText returns the text of a printed page, without its spaces.
func printedText(t *testing.T, pdf []byte) string {
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

// A page of each output prints on A4, as text and not as a picture: with every heading, and without the ways of a screen. The
// longest page is tried, which breaks over sheets.
func TestPagesPrint(t *testing.T) {
	longest := map[string]webPage{}
	for _, p := range buildPages(t) {
		if p.size > longest[p.output].size {
			longest[p.output] = p
		}
	}
	for output, p := range longest {
		t.Run(output, func(t *testing.T) {
			ctx := tab(t)
			do(t, ctx, onPaper)
			visit(t, ctx, onDisk(p.file()))
			for _, way := range ask[[]string](t, ctx, waysOfAScreen) {
				t.Errorf("%s prints %q", p.name, way)
			}
			pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(pdf, []byte("/MediaBox [0 0 594.95996 841.91998]")) {
				t.Errorf("%s does not print on A4", p.name)
			}
			text := printedText(t, pdf)
			for _, heading := range ask[[]string](t, ctx, `[...document.querySelectorAll("h1, h2, h3")].map(e => e.textContent)`) {
				if !strings.Contains(text, bare(heading)) {
					t.Errorf("%s prints without the heading %q", p.name, heading)
				}
			}
		})
	}
}

// onPaper makes a tab show a page as it prints, though the reader prefers the dark.
var onPaper = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: "print", Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}},
	})
	return err
})

// waysOfAScreen are what leads from page to page, which paper does not, and dark colours.
const waysOfAScreen = `(() => {
	const out = [...document.querySelectorAll(".skip, body > header nav")].filter(e => e.checkVisibility()).map(e => e.textContent.trim());
	const paper = getComputedStyle(document.documentElement).backgroundColor;
	return paper === "rgb(255, 255, 255)" ? out : [...out, paper];
})()`

// The first page of a bundle prints whole: every table with its head, nothing wider than the sheet, every link with where it leads.
func TestFirstPageOfABundlePrints(t *testing.T) {
	for _, p := range buildPages(t) {
		if p.output != "auditor" || p.template != "index" {
			continue
		}
		t.Run(p.site, func(t *testing.T) {
			ctx := tab(t)
			do(t, ctx, onPaper, width(sheetWidth))
			visit(t, ctx, onDisk(p.file()))
			for _, past := range ask[[]string](t, ctx, wider) { // on paper nothing scrolls in a region of its own
				t.Errorf("%s does not fit a sheet: %s", p.name, past)
			}
			pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
			if err != nil {
				t.Fatal(err)
			}
			text := printedText(t, pdf)
			for _, word := range ask[[]string](t, ctx, `document.querySelector("main").innerText.split(/[\s-]+/).filter(w => w.length < 20)`) { // a longer one may break, and any after a hyphen
				if !strings.Contains(text, word) {
					t.Errorf("%s prints without %q", p.name, word)
				}
			}
			links := ask[int](t, ctx, `document.querySelectorAll("main a[href]").length`)
			if n := bytes.Count(pdf, []byte("/URI (")) + bytes.Count(pdf, []byte("/Dest")); n < links {
				t.Errorf("%s has %d links, and printed %d", p.name, links, n)
			}
		})
	}
}

// sheetWidth is how wide an A4 sheet is between its margins, in CSS pixels.
const sheetWidth = 657
