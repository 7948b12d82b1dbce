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

// axe runs in a world of its own beside the page, in which the page's policy against scripts does not hold. It returns what asks
// it for the violations of some rules, as the tab then shows the page: each in a line.
func axe(t *testing.T, ctx context.Context, source string) func(rules string) []string {
	t.Helper()
	world, err := chromedp.Run(ctx, isolatedWorld)
	if err != nil {
		t.Fatal(err)
	}
	inWorld := func(p *runtime.EvaluateParams) { p.ContextID = world }
	ask[chromedp.Void](t, ctx, source, inWorld)
	return func(rules string) []string {
		t.Helper()
		ask[chromedp.Void](t, ctx, settle)
		return ask[[]string](t, ctx, `axe.run(document, {resultTypes: ["violations"], `+rules+`}).then(found =>
			found.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary)))`, inWorld)
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

// The rules by their tags: those of WCAG 2.2 at level AA and below, and what is good practice. A rule that axe does not run by
// itself, such as the size of targets, is run where its tag is named. Contrast takes most of the time and stands apart.
const (
	formRules   = `runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}, rules: {"color-contrast": {enabled: false}}`
	colourRules = `runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}`
)

type view struct {
	name, scheme string
	width        int64
	rules        string
}

// forms and colours are the ways in which a page is looked at. Colours are the same however wide it is and whatever language it
// speaks; the dark changes nothing else.
var (
	forms   = []view{{"wide", "light", 1280, formRules}, {"narrow", "light", 320, formRules}}
	colours = []view{{"light", "light", 1280, colourRules}, {"dark", "dark", 1280, colourRules}}
)

// A page of every kind is without a violation of axe-core's rules, light and dark, wide and narrow.
func TestPagesAreAccessible(t *testing.T) {
	source := axeSource(t)
	eachSample(t, func(t *testing.T, ctx context.Context, p webPage) {
		visit(t, ctx, onDisk(p.file()))
		look := axe(t, ctx, source)
		views := forms
		if p.lang == "en" {
			views = slices.Concat(forms, colours)
		}
		for _, view := range views {
			do(t, ctx, scheme(view.scheme), width(view.width))
			for _, violation := range look(view.rules) {
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
	want := map[string][]string{"wide": {"image-alt"}, "narrow": {"image-alt", "target-size"}, "dark": {"color-contrast"}}
	for _, view := range slices.Concat(forms, colours) {
		do(t, ctx, scheme(view.scheme), width(view.width))
		if got := axeRules(look(view.rules)); !slices.Equal(got, want[view.name]) {
			t.Errorf("%s: found %q, want %q", view.name, got, want[view.name])
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
