package generator_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// need skips a test whose tools are not on this machine, and says so; where they are to be there, as in CI, it fails.
func need(t *testing.T, what string, ok bool) {
	t.Helper()
	switch {
	case ok:
	case os.Getenv("TRUSTPRESS_TOOLS") == "required":
		t.Fatalf("%s is not here, and is required", what)
	default:
		t.Skipf("SKIPPED: %s is not here", what)
	}
}

// Every page of the example is valid HTML by the W3C checker.
func TestPagesAreValidHTML(t *testing.T) {
	const checker = "../testdata/browser/node_modules/vnu-jar/build/dist/vnu.jar"
	_, noChecker := os.Stat(checker)
	need(t, "the W3C checker (npm ci in testdata/browser)", noChecker == nil)
	java, err := exec.LookPath("java")
	need(t, "java", err == nil)
	buildPages(t)
	out, err := exec.Command(java, "-jar", checker, "--errors-only", "--skip-non-html", built.root).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// No page carries a style, a script or a handler of its own, or another page.
func TestPagesHoldNothingInline(t *testing.T) {
	for _, p := range buildPages(t) {
		for _, e := range p.elements(t) {
			if found := inline(e); found != "" {
				t.Errorf("%s: <%s> holds %s", p.name, e.name, found)
			}
		}
	}
}

// inline returns what of an element would run or look otherwise than the theme's own files say, or "".
func inline(e element) string {
	switch e.name {
	case "style", "iframe", "frame", "object", "embed", "base", "foreignobject":
		return "something of its own"
	case "script":
		if e.attrs["src"] == "" || strings.TrimSpace(e.text) != "" {
			return "a script of its own"
		}
	}
	for key, value := range e.attrs {
		address, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(value)), ":")
		if key == "style" || key == "srcdoc" || key == "http-equiv" && value != "refresh" || strings.HasPrefix(key, "on") || address == "javascript" {
			return key + "=" + value
		}
	}
	return ""
}

// The test sees what is inline in each of its forms, and lets a file of the theme be.
func TestInlineIsSeen(t *testing.T) {
	for _, text := range []string{`<style>`, `<p style="color: red">`, `<script>run()</script>`, `<script src="x.js">run()</script>`, `<a onclick="run()">`,
		`<svg ONLOAD="run()">`, `<a href=" JavaScript:run()">`, `<iframe src="x">`, `<base href="x">`, `<meta http-equiv="set-cookie">`} {
		if inline(elements(t, []byte(text))[0]) == "" {
			t.Errorf("%s is passed over", text)
		}
	}
	for _, text := range []string{`<script src="x.js"></script>`, `<a href="x.html#onward:">`, `<p class="style">`} {
		if found := inline(elements(t, []byte(text))[0]); found != "" {
			t.Errorf("%s holds %s", text, found)
		}
	}
}
