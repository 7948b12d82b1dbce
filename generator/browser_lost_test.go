package generator_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"trustpress/generator/trust"
)

// hosted serves the trust center of a site at the root of a host, as hosts of static files do: a folder by its page, and for what is
// not there the page that says so.
func hosted(t *testing.T, site string) string {
	t.Helper()
	buildPages(t)
	dir := filepath.Join(built.root, site, "trust")
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", trust.Policy)
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(r.URL.Path))); err == nil {
			files.ServeHTTP(w, r)
			return
		}
		page, err := os.ReadFile(filepath.Join(dir, "404.html"))
		if err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		w.Write(page)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// Whoever is lost, however deep, sees a page of the trust center, in its style, and finds home.
func TestTheLostFindHome(t *testing.T) {
	host := hosted(t, "en")
	ctx := tab(t)
	visit(t, ctx, host+"/policies/pol-gone/and/deeper/")
	for _, trouble := range append(ask[[]string](t, ctx, unstyled), ask[[]string](t, ctx, "refused")...) {
		t.Error(trouble)
	}
	do(t, ctx, chromedp.Click("main a[hreflang=sv]"))
	ask[chromedp.Void](t, ctx, settle)
	if at := ask[string](t, ctx, "location.href + ' ' + document.documentElement.lang"); at != host+"/sv/ sv" {
		t.Errorf("the way home leads to %s", at)
	}
}

// A page that has moved leads to where it stands now, with no help of the host.
func TestMovedPagesLeadOn(t *testing.T) {
	tried, ctx := 0, tab(t)
	for _, p := range buildPages(t) {
		if p.template != "moved" || p.site != "en" {
			continue
		}
		tried++
		do(t, ctx, chromedp.Navigate(onDisk(p.file()))) // without settling: the page is left at once
		do(t, ctx, chromedp.WaitReady("main:not([data-template=moved])"))
		if at := ask[string](t, ctx, "document.querySelector('main').dataset.template + ' ' + document.documentElement.lang"); strings.HasPrefix(at, "moved") || !strings.HasSuffix(at, p.lang) {
			t.Errorf("%s leads to %s", p.name, at)
		}
	}
	if tried < 2 {
		t.Errorf("%d pages of the example have moved, want one in each language", tried)
	}
}
