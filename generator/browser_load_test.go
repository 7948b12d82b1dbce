package generator_test

import (
	"context"
	"testing"
)

// A page of every kind opens from the disk, where there is no server: in its own style, with every font it names, without a
// complaint.
func opensFromDisk(t *testing.T, ctx context.Context, p webPage) {
	seen := watch(t, ctx)
	visit(t, ctx, onDisk(p.file()))
	_, troubles, _ := seen.read()
	for _, trouble := range append(troubles, ask[[]string](t, ctx, unstyled)...) {
		t.Errorf("%s: %s", p.name, trouble)
	}
}

// unstyled says what of the theme did not reach a page: a browser alone gives a body a margin and a page no background, and
// shows the skip link.
const unstyled = `(() => {
	const out = [];
	if (getComputedStyle(document.body).margin !== "0px") out.push("the body has the margin of a page without style");
	if (getComputedStyle(document.documentElement).backgroundColor === "rgba(0, 0, 0, 0)") out.push("the page has no background");
	if (document.querySelector(".skip").getBoundingClientRect().bottom > 0) out.push("the skip link shows");
	for (const font of document.fonts) if (font.status === "error") out.push("the font " + font.family + " did not load");
	return out;
})()`

// The tests see a page without its style.
func TestPagesWithoutStyleAreSeen(t *testing.T) {
	ctx := tab(t)
	seen := watch(t, ctx)
	visit(t, ctx, onDisk(ownPage(t, `<!DOCTYPE html><title>A page</title><link rel="stylesheet" href="gone.css"><a class="skip" href="#a">Skip</a>`)))
	if got := ask[[]string](t, ctx, unstyled); len(got) != 3 {
		t.Errorf("seen: %q", got)
	}
	if _, troubles, _ := seen.read(); len(troubles) == 0 {
		t.Error("a style sheet that is not there is passed over")
	}
}

// overviewBytes is what the overview of trust may weigh: 60 kB, with all that it loads and as the browser gets it from a host
// that does not compress.
const overviewBytes = 60 << 10

// The overview of trust is light enough for a bad line, in each language.
func TestTheOverviewOfTrustIsLight(t *testing.T) {
	overviews := map[string]bool{}
	for _, p := range buildPages(t) {
		if first := p.within() == "index.html" || p.within() == p.lang+"/index.html"; p.output != "trust" || !first {
			continue
		}
		overviews[p.lang] = true
		t.Run(p.name, func(t *testing.T) {
			ctx := tab(t)
			seen := watch(t, ctx)
			visit(t, ctx, serve(t, p.root)+p.name)
			asked, _, bytes := seen.read()
			if bytes > overviewBytes || bytes < p.size {
				t.Errorf("%d bytes, want at most %d: the page has %d of them, and asks for %q", bytes, overviewBytes, p.size, asked)
			}
		})
	}
	if !overviews["en"] || !overviews["sv"] {
		t.Errorf("overviews in %v, want one in English and one in Swedish", overviews)
	}
}
