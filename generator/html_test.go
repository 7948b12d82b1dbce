package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
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
	dir := t.TempDir()
	writeAll(t, example(t), dir)
	out, err := exec.Command(java, "-jar", checker, "--errors-only", "--skip-non-html", dir).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// No page carries a style, a script or a handler of its own, and none loads anything from another host.
func TestPagesHoldNothingInline(t *testing.T) {
	dir := t.TempDir()
	writeAll(t, example(t), dir)
	pages := 0
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) != ".html" {
			return err
		}
		pages++
		text, err := os.ReadFile(p)
		for _, banned := range []string{"<script", "<style", " style=", " onclick=", " onload=", "javascript:", "<iframe", `src="http`, `rel="stylesheet" href="http`} {
			if bytes.Contains(text, []byte(banned)) {
				t.Errorf("%s holds %q", strings.TrimPrefix(p, dir), banned)
			}
		}
		return err
	})
	if err != nil || pages < 100 {
		t.Errorf("%d pages, %v", pages, err)
	}
}
