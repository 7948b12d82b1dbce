package trust_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// papers is a site with documents of each access.
func papers(extra string) fstest.MapFS {
	site := spoken(extra)
	site["content/trust/documents/NDA 2026 å.txt"] = &fstest.MapFile{Data: []byte("Not a word.\r\n")}
	site["content/trust/documents/72c4.age"] = &fstest.MapFile{Data: []byte("age-encryption.org/v1\n-> X25519 abc\n")}
	site["content/trust/documents/private.txt"] = &fstest.MapFile{Data: []byte("Hidden bytes")}
	site["content/trust/documents.toml"] = &fstest.MapFile{Data: []byte(`[[document]]
id = "DOC-NDA"
title = "Agreement on secrecy"
version = "2"
issued = 2026-01-10
expires = 2026-12-31
access = "open"
file = "trust/documents/NDA 2026 å.txt"
[[document]]
id = "DOC-OLD"
title = "Older agreement"
access = "open"
file = "trust/documents/NDA 2026 å.txt"
[[document]]
id = "DOC-REPORT"
title = "Report & letter"
version = "2026"
access = "listed"
nda = "DOC-NDA"
sha256 = "1b5ca6900adc6357d768dd37da5adcc9c3cc6c7e0ef69aadae22ac6ca1f4f339"
size = 2184307
file = "trust/documents/private.txt"
how = "Ask us."
[[document]]
id = "DOC-SEALED"
title = "Log"
access = "sealed"
file = "trust/documents/72c4.age"
[[document]]
id = "DOC-PRIVATE"
title = "Hidden paper"
classification = "internal"
access = "open"
file = "trust/documents/private.txt"
`)}
	return site
}

// What is open is handed out byte for byte, what is encrypted below a prefix of its own, and nothing else; where nobody wrote the digest
// of a file, it is that of its bytes.
func TestDocumentsAreHandedOut(t *testing.T) {
	got := files(t, papers(""))
	if got["documents/doc-nda/NDA-2026-a.txt"] != "Not a word.\r\n" || !strings.HasPrefix(got["sealed/72c4.age"], "age-") {
		t.Error("a file is not handed out as it is")
	}
	for name, text := range got {
		if strings.Contains(text, "Hidden") || strings.Contains(name, "private") || strings.HasPrefix(name, "sv/documents/doc") {
			t.Errorf("%s is handed out", name)
		}
	}
	sum := sha256.Sum256([]byte("Not a word.\r\n"))
	holds(t, got, "documents/index.html", `<a href="../documents/doc-nda/NDA-2026-a.txt"><svg class="icon download"`, `Download</a> <span class="about">TXT, 13 bytes</span>`, hex.EncodeToString(sum[:]),
		`data-after="2026-12-31" data-then="expired on 2026-12-31"`, "2.2 MB", `<a href="../sealed/72c4.age"><svg class="icon sealed"`, "age -d -i key.txt", "cannot be recalled")
	holds(t, got, "sv/documents/index.html", `<a href="../../documents/doc-nda/NDA-2026-a.txt">`, "13 byte", "2,2 MB")
}

// A listed document is asked for by a letter that says which, or through a form that is told.
func TestDocumentsAreAskedFor(t *testing.T) {
	page := files(t, papers("[trust]\nrequests = \"mailto:trust@example.com?subject=old\"\n"))["documents/index.html"]
	for _, want := range []string{`href="mailto:trust@example.com?subject=Request%20for%20a%20document%3A%20Report%20%26%20letter&amp;body=Document%3A%20Report%20%26%20letter%0D%0AVersion%3A%202026%0D%0ASHA-256%3A%201b5c`,
		"non-disclosure%20agreement%3A%20yes", `Read first: <a href="#tp.id.doc-nda">Agreement on secrecy</a>`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not there, in\n%s", want, page)
		}
	}
	form := files(t, papers("[trust]\nrequests = \"https://example.com/ask?from=trust\"\n"))
	holds(t, form, "documents/index.html", `href="https://example.com/ask?document=DOC-REPORT&amp;from=trust&amp;version=2026"`)
}

// A document in whose place another has come stands apart, and leads there.
func TestSupersededDocumentsStandApart(t *testing.T) {
	site := papers("")
	site["content/trust/documents.toml"].Data = []byte(strings.Replace(string(site["content/trust/documents.toml"].Data), "version = \"2\"", "version = \"2\"\nsupersedes = \"doc-old\"", 1))
	page := files(t, site)["documents/index.html"]
	_, past, found := strings.Cut(page, `<h2 id="tp.superseded">`)
	if !found || !strings.Contains(past, `Superseded by <a href="#tp.id.doc-nda">Agreement on secrecy</a>`) || strings.Count(past, "<h3") != 1 {
		t.Errorf("the page is\n%s", page)
	}
}

// sha256sum itself checks the lists of digests, in a copy of the folder that they stand in.
func TestSumsAreThoseOfSha256sum(t *testing.T) {
	tool, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Skip("there is no sha256sum here")
	}
	got, dir := files(t, papers("")), t.TempDir()
	for name, text := range got {
		if !regexp.MustCompile(`^(documents|sealed)/`).MatchString(name) {
			continue
		}
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for folder, want := range map[string]int{"documents": 2, "sealed": 1} {
		check := exec.Command(tool, "--check", "--strict", "SHA256SUMS")
		check.Dir = filepath.Join(dir, folder)
		out, err := check.CombinedOutput()
		if err != nil || strings.Count(string(out), ": OK\n") != want {
			t.Errorf("%s: %v\n%s", folder, err, out)
		}
	}
}

// A record that is public as a whole may have a public id beside its own: it is known by that alone, wherever others name it.
func TestDocumentsAreKnownByTheirPublicID(t *testing.T) {
	site := papers("")
	text := strings.Replace(string(site["content/trust/documents.toml"].Data), "version = \"2\"", "public = { id = \"NDA\" }\nversion = \"2\"", 1)
	text = strings.Replace(text, "title = \"Older agreement\"", "$0\nsupersedes = \"DOC-NDA\"\nbody = \"See [DOC-NDA], [the agreement][DOC-NDA] and [DOC-REPORT].\"", 1)
	site["content/trust/documents.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "$0", "title = \"Older agreement\"", 1))}
	page := files(t, site)["documents/index.html"]
	for _, want := range []string{`id="tp.id.nda"`, `See <a class="whole" href="#tp.id.nda">NDA</a>, <a href="#tp.id.nda">the agreement</a> and <a class="whole" href="#tp.id.doc-report">DOC-REPORT</a>`,
		`Read first: <a href="#tp.id.nda">Agreement on secrecy</a>`, `<a href="#tp.id.nda">Agreement on secrecy</a></p>`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not there, in\n%s", want, page)
		}
	}
	if strings.Contains(page, "DOC-NDA") || strings.Contains(page, "doc-nda") {
		t.Errorf("it has two ids:\n%s", page)
	}
}
