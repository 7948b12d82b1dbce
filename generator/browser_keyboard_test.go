package generator_test

import (
	"cmp"
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// stops keeps what Tab is to stop at, in the order of the page. A link in a picture that is hidden from screen readers is no
// stop, if the page that it leads to is linked beside the picture too.
const stops = `(() => {
	const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(e => e.checkVisibility());
	const hidden = e => e.closest("[aria-hidden=true]");
	const to = e => (e.getAttribute("href") || "").replace(/#.*/, "");
	const linked = new Set(all.filter(e => !hidden(e)).map(to));
	globalThis.stops = all.filter(e => !hidden(e) || !linked.has(to(e)));
	return globalThis.stops.length;
})()`

// focus is where the keyboard is: the number of the stop, and how it shows.
type focus struct {
	Stop    int     // its place among the stops; -1 is none of them
	What    string  // the text of the element, for messages
	Outline float64 // how thick the line around it is, in pixels
	Seen    bool    // it is in the window
}

const focused = `(() => {
	const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
	return {
		Stop: stops.indexOf(e),
		What: e.localName + ": " + e.textContent.trim().slice(0, 40),
		Outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
		Seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
	};
})()`

// seated opens a page in a wide tab, with the keyboard before its first stop, and returns the number of its stops.
func seated(t *testing.T, ctx context.Context, address string) int {
	t.Helper()
	do(t, ctx, width(1280))
	visit(t, ctx, address)
	return ask[int](t, ctx, stops)
}

// press presses a key and returns where the keyboard then is.
func press(t *testing.T, ctx context.Context, key string) focus {
	t.Helper()
	do(t, ctx, chromedp.KeyEvent(key))
	return ask[focus](t, ctx, focused)
}

// tour presses Tab through a page and returns what is wrong with the way.
func tour(t *testing.T, ctx context.Context, n int) []string {
	t.Helper()
	var wrong []string
	for i := range n {
		at := press(t, ctx, kb.Tab)
		switch {
		case at.Stop != i:
			return append(wrong, "out of turn: "+at.What)
		case at.Outline < 2:
			wrong = append(wrong, "no outline: "+at.What)
		case !at.Seen:
			wrong = append(wrong, "out of the window: "+at.What)
		}
	}
	return wrong
}

const content = `(() => {
	const main = document.querySelector("main"), top = main.getBoundingClientRect().top;
	const next = stops.findIndex(e => main.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
	return {Hash: decodeURIComponent(location.hash), ID: main.id, Next: next, Top: top, Shows: top >= -1 && top < innerHeight / 2};
})()`

// The first Tab reaches the way past the navigation, which then shows. Enter goes to the content: the page shows it, and the next
// Tab is in it or behind it.
func skipsToContent(t *testing.T, ctx context.Context, p webPage) {
	seated(t, ctx, onDisk(p.file()))
	if at := press(t, ctx, kb.Tab); at.Stop != 0 || !at.Seen || !ask[bool](t, ctx, `document.activeElement.matches(".skip")`) {
		t.Errorf("%s: the first Tab reaches %+v", p.name, at)
	}
	press(t, ctx, kb.Enter)
	ask[chromedp.Void](t, ctx, settle)
	main := ask[struct {
		Hash, ID string
		Next     int
		Top      float64
		Shows    bool
	}](t, ctx, content)
	if main.Hash != "#"+main.ID || !main.Shows {
		t.Errorf("%s: the skip link leads to %+v", p.name, main)
	}
	if main.Next < 0 {
		return // nothing behind the navigation can be reached, nor need be
	}
	if at := press(t, ctx, kb.Tab); at.Stop != main.Next {
		t.Errorf("%s: after the skip link, Tab reaches %+v, want number %d", p.name, at, main.Next)
	}
}

// longTour is how many stops are tried on a page.
const longTour = 40

// Tab stops at each link and each region that scrolls, in the order of the page, in the window and with a line around it. The
// shortest page of each kind is tried.
func TestTheKeyboardReachesEverything(t *testing.T) {
	short := onePerKind(buildPages(t), func(a, b webPage) int { return cmp.Compare(a.size, b.size) })
	for _, p := range short {
		if p.lang != "en" {
			continue // another language has other words in the same order
		}
		t.Run(p.kind(), func(t *testing.T) {
			t.Parallel()
			ctx := tab(t)
			n := seated(t, ctx, onDisk(p.file()))
			for _, wrong := range tour(t, ctx, min(n, longTour)) {
				t.Errorf("%s: %s", p.name, wrong)
			}
		})
	}
}

// The tests see a link that Tab passes over, one that does not show that it is reached, and one that is reached out of sight.
func TestAWrongTourIsSeen(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"passed over":  {`<a href="#1">1</a><a href="#2" tabindex="-1">2</a><a href="#3">3</a>`, "out of turn: a: 3"},
		"not shown":    {`<a href="#1">1</a><a href="#2" style="outline: none">2</a>`, "no outline: a: 2"},
		"out of sight": {`<a href="#1">1</a><a href="#2" style="position: fixed; left: -999px">2</a>`, "out of the window: a: 2"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := tab(t)
			n := seated(t, ctx, onDisk(ownPage(t, `<!DOCTYPE html><title>A page</title><style>:focus { outline: 3px solid }</style>`+c.body)))
			if got := strings.Join(tour(t, ctx, n), "; "); got != c.want {
				t.Errorf("seen %q, want %q", got, c.want)
			}
		})
	}
}
