package generator_test

import (
	"context"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The tests of the files browser_*_test.go ask a real browser: one for all of them, with two tabs, in which one page after the
// other is opened.

// pageTime is how long a test may take over a page.
const pageTime = 60 * time.Second

var (
	tabs     = make(chan context.Context, 2)
	shut     = func() {}
	starting sync.Once
	started  error
)

func TestMain(m *testing.M) {
	code := m.Run()
	shut()
	os.RemoveAll(built.root)
	os.Exit(code)
}

// startBrowser starts the browser that chromedp finds, and opens the tabs. It fetches nothing of its own, and as root it has no
// sandbox.
func startBrowser() {
	first, end := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(chromedp.Flag("disable-component-update", true)))
	shut = end
	if started = chromedp.Do(first, prepare); started != nil {
		return
	}
	second, _ := chromedp.NewContext(first) // which ends with the browser
	started = chromedp.Do(second, prepare)
	tabs <- first
	tabs <- second
}

// prepare makes a tab fit for tests: it takes keys though its window is behind another, takes nothing out of the cache, and keeps
// what the policy of a page refuses.
var prepare = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err1 := cdp.Call(ctx, t, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	_, err2 := cdp.Call(ctx, t, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	_, err3 := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: refused})
	return errors.Join(err1, err2, err3)
})

// tab returns an empty tab, wide and light, which is free for the next page when the test ends.
func tab(t *testing.T) context.Context {
	t.Helper()
	starting.Do(startBrowser)
	need(t, "Chromium", !errors.Is(started, exec.ErrNotFound))
	if started != nil {
		t.Fatal(started)
	}
	free := <-tabs
	ctx, stop := context.WithTimeout(free, pageTime)
	t.Cleanup(func() {
		stop()
		tabs <- free
	})
	do(t, ctx, chromedp.Navigate("about:blank"), scheme("light"), width(1280))
	return ctx
}

// do runs steps in a tab and fails the test if one of them fails.
func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// ask evaluates a script in a tab and returns what it says.
func ask[T any](t *testing.T, ctx context.Context, script string, opts ...chromedp.EvaluateOption) T {
	t.Helper()
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, append(opts, chromedp.EvalAwaitPromise)...))
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// settle waits until the fonts are there and the page is drawn.
const settle = `document.fonts.ready.then(() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn))))`

// visit opens an address and waits until the page is drawn.
func visit(t *testing.T, ctx context.Context, address string) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(address))
	ask[chromedp.Void](t, ctx, settle)
}

// onDisk is the address of a file.
func onDisk(file string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
}

// width makes a tab so wide, in CSS pixels.
func width(pixels int64) chromedp.Action[chromedp.Void] { return chromedp.EmulateViewport(pixels, 900) }

// scheme makes a tab prefer "light" or "dark".
func scheme(name string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}},
		})
		return err
	})
}

// ownPage writes a page of the test's own and returns its file.
func ownPage(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "own.html")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// eachSample runs a test on one page of each kind, two at a time.
func eachSample(t *testing.T, test func(*testing.T, context.Context, webPage)) {
	t.Helper()
	for _, p := range samples(t) {
		t.Run(p.kind(), func(t *testing.T) {
			t.Parallel()
			test(t, tab(t), p)
		})
	}
}

// promises are what a page of every kind is tried for, in this order. They stand in the files of their subjects.
var promises = []struct {
	name string
	try  func(*testing.T, context.Context, webPage)
}{
	{"opens from disk", opensFromDisk},
	{"fits its window", fitsItsWindow},
	{"the skip link leads to the content", skipsToContent},
	{"keeps a strict policy", keepsStrictPolicy},
}

// A page of every kind holds what all pages promise.
func TestPagesHoldTheirPromises(t *testing.T) {
	eachSample(t, func(t *testing.T, ctx context.Context, p webPage) {
		for _, promise := range promises {
			t.Run(promise.name, func(t *testing.T) { promise.try(t, ctx, p) })
		}
	})
}
