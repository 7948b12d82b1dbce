package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// files writes a small site.
func files(t *testing.T, dir string, texts map[string]string) {
	t.Helper()
	for name, text := range texts {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

const bundledSite = `[organization]
name = "Nordan Ledger AB"
[service]
name = "Nordan Ledger"
[audit]
type = 2
period_from = 2025-10-01
period_to = 2026-09-30
categories = ["security"]
stage = "readiness"
[auditor]
bundle_id = "nordan-2026"
`

const bundledEvidence = "[[evidence]]\nid = \"EV-1\"\ntitle = \"Review\"\ncontrols = [\"AC-02\"]\nkind = \"report\"\nsource = \"spring.csv\"\noccurred_on = 2026-03-31\n"

// The recipe of the manual finds both bundles intact, and complains of a file of either that is not.
func TestTheManualVerifiesBundles(t *testing.T) {
	for _, tool := range []string{"sh", "sha256sum"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("there is no %s: the recipe was NOT tried", tool)
		}
	}
	site, have := t.TempDir(), t.TempDir()
	files(t, site, map[string]string{"site.toml": bundledSite, "content/evidence.toml": bundledEvidence, "content/evidence/files/spring.csv": "a\n1\n",
		"content/controls/AC-02.md": "---\nid: AC-02\ntitle: Access is reviewed\ncriteria: [CC6.2]\nfrequency: [annual]\n---\nBy the owner.\n"})
	bundle := func(day string, more ...string) string {
		out := filepath.Join(site, "dist")
		if status := run(append([]string{"bundle", "--site", filepath.Join(site, "site.toml"), "--out", out, "--as-of", day}, more...)); status != done {
			t.Fatalf("exit status %d", status)
		}
		made, err := filepath.Glob(filepath.Join(out, "auditor", "*.zip"))
		if err != nil || len(made) != 1 {
			t.Fatalf("%v, %v", made, err)
		}
		name := strings.TrimSuffix(filepath.Base(made[0]), ".zip")
		if err := os.CopyFS(filepath.Join(have, name), os.DirFS(strings.TrimSuffix(made[0], ".zip"))); err != nil {
			t.Fatal(err)
		}
		return name
	}
	first := bundle("2026-09-30")
	files(t, site, map[string]string{"content/incidents.toml": "[[incident]]\nid = \"INC-1\"\ntitle = \"Rain\"\n"})
	second := bundle("2026-10-30", "--since", filepath.Join(have, first))
	script := recipe(t, "bundle.md", "held.sh")
	if out, err := shell(t, have, os.Environ(), script, first, second); err != nil || strings.Count(out, "tagmanifest-sha256.txt\n") != 2 {
		t.Errorf("%v: %s", err, out)
	}
	files(t, have, map[string]string{first + "/data/evidence/ev-1/spring.csv": "a\n2\n"})
	for _, bundles := range [][]string{{first}, {second}} {
		if out, err := shell(t, have, os.Environ(), script, bundles...); err == nil || !strings.Contains(out, "data/evidence/ev-1/spring.csv: FAILED") {
			t.Errorf("%v: %v: %s", bundles, err, out)
		}
	}
}

// A pipe that stands for a file of a bundle blocks nobody.
func TestABundleOfPipesIsRefused(t *testing.T) {
	mkfifo, err := exec.LookPath("mkfifo")
	if err != nil {
		t.Skip("there is no mkfifo: a pipe was NOT tried")
	}
	dir := t.TempDir()
	files(t, dir, map[string]string{"site.toml": bundledSite})
	for _, folder := range []string{"x", "y/x"} {
		at := filepath.Join(dir, folder)
		if err := os.MkdirAll(at, 0o755); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(mkfifo, filepath.Join(at, "bagit.txt")).CombinedOutput(); err != nil {
			t.Skipf("%v: %s: a pipe was NOT tried", err, out)
		}
		if status := run([]string{"bundle", "--site", filepath.Join(dir, "site.toml"), "--out", filepath.Join(dir, "dist"), "--as-of", "2026-09-30", "--since", filepath.Join(dir, strings.SplitN(folder, "/", 2)[0])}); status != failed {
			t.Errorf("%s: exit status %d", folder, status)
		}
	}
}
