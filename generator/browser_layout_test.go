package generator_test

import (
	"context"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// wider says what reaches past the right edge of a page, unless it scrolls in a region of its own, and how far the page scrolls.
const wider = `(() => {
	const page = document.scrollingElement;
	if (page.scrollWidth <= page.clientWidth) return [];
	const scrolls = e => e && e !== page && e !== document.body && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
	const name = e => e.tagName.toLowerCase() + (e.className ? "." + [...e.classList].join(".") : "") + ": " + e.textContent.trim().slice(0, 60);
	const past = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > page.clientWidth + 0.5 && !scrolls(e.parentElement));
	return [page.scrollWidth + " pixels in " + page.clientWidth, ...past.slice(0, 8).map(name)];
})()`

// unreachable says which regions scroll and cannot be reached by Tab, or do not say what they hold.
const unreachable = `[...document.querySelectorAll("body *")].filter(e => {
	const style = getComputedStyle(e);
	return e.scrollWidth > e.clientWidth && e.clientWidth > 0 && /auto|scroll/.test(style.overflowX) || e.scrollHeight > e.clientHeight && /auto|scroll/.test(style.overflowY);
}).filter(e => !e.hasAttribute("tabindex") || e.tabIndex < 0 || e.localName !== "pre" && !e.matches("[role][aria-label], [role][aria-labelledby]"))
.map(e => e.outerHTML.slice(0, 120))`

// No page scrolls sideways, on a telephone or on a wide screen; what is too wide for it scrolls in a region of its own, which
// the keyboard reaches in every browser and which says what it holds. What is 320 pixels wide here is a window of 1280 at a zoom
// of 400 %, so that text at 200 % is within what is tried.
func fitsItsWindow(t *testing.T, ctx context.Context, p webPage) {
	visit(t, ctx, onDisk(p.file()))
	for _, pixels := range []int64{320, 2560} {
		do(t, ctx, width(pixels))
		ask[chromedp.Void](t, ctx, settle)
		if past := ask[[]string](t, ctx, wider); len(past) > 0 {
			t.Errorf("%s at %d scrolls sideways: %q", p.name, pixels, past)
		}
		for _, region := range ask[[]string](t, ctx, unreachable) {
			t.Errorf("%s at %d has a region out of reach: %s", p.name, pixels, region)
		}
	}
}

// The tests see a line that is too long, and let a table be that scrolls by itself.
func TestPagesThatScrollSidewaysAreSeen(t *testing.T) {
	ctx := tab(t)
	visit(t, ctx, onDisk(ownPage(t, `<!DOCTYPE html><title>A page</title><style>pre { width: 400px } div { overflow-x: auto } table { width: 3000px }</style>
		<pre>long</pre><div><table><tr><td>wide</table></div>`)))
	do(t, ctx, width(320))
	if past := ask[[]string](t, ctx, wider); len(past) != 2 || past[1] != "pre: long" {
		t.Errorf("at 320: %q", past)
	}
	do(t, ctx, width(2560))
	if past := ask[[]string](t, ctx, wider); len(past) > 0 {
		t.Errorf("at 2560: %q", past)
	}
}

// The tests see a region that scrolls and is out of reach, and one that has no name.
func TestRegionsOutOfReachAreSeen(t *testing.T) {
	ctx := tab(t)
	do(t, ctx, width(320))
	visit(t, ctx, onDisk(ownPage(t, `<!DOCTYPE html><title>A page</title><style>div { overflow-x: auto } p { width: 900px }</style>
		<div><p>a</p></div><div tabindex="0"><p>b</p></div><div tabindex="0" role="group" aria-label="c"><p>c</p></div>`)))
	want := []string{"<div><p>a</p></div>", `<div tabindex="0"><p>b</p></div>`}
	if got := ask[[]string](t, ctx, unreachable); !slices.Equal(got, want) {
		t.Errorf("seen: %q", got)
	}
}
