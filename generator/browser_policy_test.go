package generator_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// refused keeps what the policy of a page refuses, from before the page is read.
const refused = `globalThis.refused = [];
addEventListener("securitypolicyviolation", e => refused.push(e.effectiveDirective + " refuses " + (e.blockedURI || "something")))`

// Under a policy that allows nothing inline and no other host, a page of every kind asks for nothing that is refused, for
// nothing out of its output, and for nothing that is not there.
func keepsStrictPolicy(t *testing.T, ctx context.Context, p webPage) {
	host := serve(t, p.root)
	seen := watch(t, ctx)
	visit(t, ctx, host+p.name)
	asked, troubles, _ := seen.read()
	for _, trouble := range append(troubles, ask[[]string](t, ctx, "refused")...) {
		t.Errorf("%s: %s", p.name, trouble)
	}
	if len(asked) < 2 {
		t.Errorf("%s asks for %q, and for no style sheet", p.name, asked)
	}
	for _, address := range asked {
		if !strings.HasPrefix(address, host+p.site+"/"+p.output+"/") && !strings.HasPrefix(address, "data:") {
			t.Errorf("%s asks for %s", p.name, address)
		}
	}
}

// The tests hear a refusal where there is one, and note what is not there.
func TestRefusalsAreHeard(t *testing.T) {
	file := ownPage(t, `<!DOCTYPE html><title>A page</title><p style="color: red">Text</p><img src="https://example.com/x.png"><img src="gone.png">`)
	host := serve(t, filepath.Dir(file))
	ctx := tab(t)
	seen := watch(t, ctx)
	visit(t, ctx, host+filepath.Base(file))
	want := []string{"img-src refuses https://example.com/x.png", "style-src-attr refuses inline"}
	if got := slices.Sorted(slices.Values(ask[[]string](t, ctx, "refused"))); !slices.Equal(got, want) {
		t.Errorf("heard %q, want %q", got, want)
	}
	if _, troubles, _ := seen.read(); !slices.Contains(troubles, "404 for "+host+"gone.png") {
		t.Errorf("noted %q", troubles)
	}
}
