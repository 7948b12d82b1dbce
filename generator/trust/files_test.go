package trust_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// spoken is the small site in two languages, below a folder of its host.
func spoken(extra string) fstest.MapFS {
	site := small()
	site["site.toml"] = &fstest.MapFile{Data: []byte(`as_of = 2026-06-30
[organization]
name = "Exempel & Co"
security_contact = "security@example.com"
[service]
name = "Tjänsten"
[site]
languages = ["en", "sv"]
base_url = "https://example.com/trust"
` + extra)}
	return site
}

// Where a record had another id, a page leads on from its old address, on every host and in every language; where it stands on a
// page with others, its old anchor stands there too.
func TestFormerIDsLeadOn(t *testing.T) {
	site := spoken("")
	site["content/policies/a.md"] = &fstest.MapFile{Data: []byte("---\nid: POL-A\ntitle: Open policy\nclassification: public\nformer_ids: [POL-OLD]\n---\nText.\n")}
	site["content/controls/AC-02.md"] = &fstest.MapFile{Data: []byte("---\nid: AC-02\ntitle: Hidden\nformer_ids: [SECRET-1]\npublic: { id: C-2, text: Done., former_ids: [C-1] }\n---\n")}
	got := files(t, site)
	holds(t, got, "policies/pol-old/index.html", `<meta http-equiv="refresh" content="0; url=../../policies/pol-a/index.html">`, `<a href="../../policies/pol-a/index.html">Open policy</a>`)
	holds(t, got, "sv/policies/pol-old/index.html", "Sidan har flyttat")
	holds(t, got, "policies/index.html", `<span id="tp.id.pol-old"></span>`)
	holds(t, got, "controls/index.html", `<span id="tp.id.c-1"></span>`)
	want := "/trust/policies/pol-old/ /trust/policies/pol-a/ 301\n/trust/sv/policies/pol-old/ /trust/sv/policies/pol-a/ 301\n"
	if got["_redirects"] != want {
		t.Errorf("redirects:\n%swant\n%s", got["_redirects"], want)
	}
	if strings.Contains(strings.ToLower(whole(got)), "secret-1") {
		t.Error("a former id that is not public is told")
	}
}

// The page for an address where nothing stands is shown at any depth: what it loads and leads to begins at the root of the host.
func TestLostPageStandsAnywhere(t *testing.T) {
	page := files(t, spoken(""))["404.html"]
	for _, want := range []string{`href="/trust/assets/ledger.css"`, `href="/trust/index.html"`, `href="/trust/sv/index.html"`, "Sidan finns inte"} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not there, in\n%s", want, page)
		}
	}
	if strings.Contains(page, `"../`) || strings.Contains(page, "canonical") {
		t.Errorf("a way depends on where the page stands:\n%s", page)
	}
}

// RFC 9116: there is no such file without a contact and a day.
func TestSecurityTxt(t *testing.T) {
	const path = ".well-known/security.txt"
	if _, ok := files(t, spoken(""))[path]; ok {
		t.Error("there is one that never expires")
	}
	site := spoken("[trust.security_txt]\nexpires = 2027-03-31\nencryption = \"https://example.com/key.asc\"\n")
	site["content/trust/pages/v.md"] = &fstest.MapFile{Data: []byte("---\nid: VDP\ntitle: Tell us\nsection: security\n---\nTell us.\n")}
	got := files(t, site)
	want := "Contact: mailto:security@example.com\nExpires: 2027-03-31T00:00:00Z\nEncryption: https://example.com/key.asc\nPreferred-Languages: en, sv\n" +
		"Canonical: https://example.com/trust/.well-known/security.txt\nPolicy: https://example.com/trust/security/\n"
	if got[path] != want {
		t.Errorf("got\n%swant\n%s", got[path], want)
	}
	holds(t, got, "sv/security/index.html", `<a href="../../.well-known/security.txt">security.txt</a>`)
}

// Where it is known at which address the site will stand, each page names it, and itself in each language.
func TestPagesNameTheirAddress(t *testing.T) {
	got := files(t, spoken(""))
	holds(t, got, "sv/controls/index.html", `<link rel="canonical" href="https://example.com/trust/sv/controls/">`,
		`<link rel="alternate" hreflang="en" href="https://example.com/trust/controls/">`, `<link rel="alternate" hreflang="sv" href="https://example.com/trust/sv/controls/">`)
	holds(t, got, "sv/policies/pol-a/index.html", `hreflang="en" href="https://example.com/trust/policies/pol-a/"`, `<a href="../../../policies/pol-a/index.html" hreflang="en" lang="en">English</a>`)
}
