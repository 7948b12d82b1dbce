package generator_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// axeSource reads axe-core, which finds what keeps people from a page.
func axeSource(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../testdata/browser/node_modules/axe-core/axe.min.js")
	need(t, "axe-core (npm ci in testdata/browser)", err == nil)
	return string(text)
}

// axeRun names the rules by their tags: those of WCAG 2.2 at level AA and below, and what is good practice. A rule that axe does
// not run by itself, such as the size of targets, is run where its tag is named.
const axeRun = `axe.run(document, {
	runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
	resultTypes: ["violations"],
}).then(found => found.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary)))`

// axe runs in a world of its own beside the page, in which the page's policy against scripts does not hold. It returns what a
// function sees of the tab: each violation in a line.
func axe(t *testing.T, ctx context.Context, source string) func() []string {
	t.Helper()
	world, err := chromedp.Run(ctx, isolatedWorld)
	if err != nil {
		t.Fatal(err)
	}
	inWorld := func(p *runtime.EvaluateParams) { p.ContextID = world }
	ask[chromedp.Void](t, ctx, source, inWorld)
	return func() []string {
		t.Helper()
		ask[chromedp.Void](t, ctx, settle)
		return ask[[]string](t, ctx, axeRun, inWorld)
	}
}

func isolatedWorld(ctx context.Context, t *chromedp.Target) (runtime.ExecutionContextID, error) {
	tree, err := cdp.Call(ctx, t, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		return 0, err
	}
	world, err := cdp.Call(ctx, t, page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{FrameID: tree.FrameTree.Frame.ID, WorldName: "axe"})
	return world.ExecutionContextID, err
}

// views are the ways in which a page is looked at. A page in a second language has its own words in the same colours, and is
// looked at in two of them.
var views = []struct {
	name   string
	scheme string
	width  int64
	second bool
}{
	{"light and wide", "light", 1280, true},
	{"light and narrow", "light", 320, false},
	{"dark and wide", "dark", 1280, false},
	{"dark and narrow", "dark", 320, true},
}

// A page of every kind is without a violation of axe-core's rules, light and dark, wide and narrow.
func TestPagesAreAccessible(t *testing.T) {
	source := axeSource(t)
	eachSample(t, func(t *testing.T, ctx context.Context, p webPage) {
		visit(t, ctx, onDisk(p.file()))
		look := axe(t, ctx, source)
		for _, view := range views {
			if p.lang != "en" && !view.second {
				continue
			}
			do(t, ctx, scheme(view.scheme), width(view.width))
			for _, violation := range look() {
				t.Errorf("%s, %s: %s", p.name, view.name, violation)
			}
		}
	})
}

// The tests see what they look for: a picture without words, text that is too pale in the dark alone, and links too small and
// too close together for a finger on a narrow screen alone.
func TestAxeFindsViolations(t *testing.T) {
	source := axeSource(t)
	ctx := tab(t)
	visit(t, ctx, onDisk(ownPage(t, `<!DOCTYPE html><html lang="en"><head><title>A page</title><meta name="color-scheme" content="light dark"><style>
		p { color: #000; background: #fff }
		@media (prefers-color-scheme: dark) { p { color: #444; background: #333 } }
		nav a { display: inline-block; padding: 1rem }
		@media (max-width: 30rem) { nav a { display: block; padding: 0; font-size: 8px; line-height: 8px } }
		</style></head><body><main><h1>A page</h1><img src="data:," width="9" height="9"><p>Text</p><nav><a href="#1">1</a><a href="#2">2</a></nav></main></body></html>`)))
	look := axe(t, ctx, source)
	for _, view := range views {
		do(t, ctx, scheme(view.scheme), width(view.width))
		want := []string{"image-alt"}
		if view.scheme == "dark" {
			want = append(want, "color-contrast")
		}
		if view.width == 320 {
			want = append(want, "target-size")
		}
		slices.Sort(want)
		if got := axeRules(look()); !slices.Equal(got, want) {
			t.Errorf("%s: found %q, want %q", view.name, got, want)
		}
	}
}

// axeRules returns the rules that violations are of.
func axeRules(violations []string) []string {
	var out []string
	for _, v := range violations {
		rule, _, _ := strings.Cut(v, ":")
		out = append(out, rule)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
