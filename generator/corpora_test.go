package generator_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/audience"
)

// corpora holds policy trees that others wrote. They are not part of the project.
const corpora = "../../shared/corpora"

func lay(t *testing.T, site fstest.MapFS, over, from string) {
	t.Helper()
	root := os.DirFS(from)
	err := fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, p)
		site[over+p] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A small site file and two registers make a handbook of policies that know nothing of trustpress, and every finding is true:
// the corpus draws tables in HTML, which no page of ours shows.
func TestPoliciesOfOthersBuildUntouched(t *testing.T) {
	if _, err := os.Stat(corpora + "/tailscale"); err != nil {
		t.Skipf("SKIPPED: there is no %s beside the checkout, so policies by others are not tried", corpora)
	}
	site := fstest.MapFS{}
	lay(t, site, "content/security-policies/", corpora+"/tailscale")
	lay(t, site, "", "../testdata/tailscale")
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(edition.Program.Policies); n != 14 {
		t.Errorf("%d policies, want 14", n)
	}
	for _, f := range edition.Report.Findings {
		line := strings.Split(string(site[f.File].Data), "\n")[f.Line-1]
		if f.Rule != "vanished-html" || !strings.HasPrefix(line, "<") {
			t.Errorf("%s:%d:%d: %s: %s", f.File, f.Line, f.Column, f.Rule, f.Message)
		}
	}
	if generator.Blocked(edition.Report, "handbook") {
		t.Error("the handbook is blocked")
	}
	pages := pages(t, site, edition, "handbook")
	if !slices.ContainsFunc(pages, func(p string) bool { return p == "policies/pol-access-control/index.html" }) {
		t.Errorf("no page of the access control policy among %d", len(pages))
	}
}

// pages returns the names of an output's files.
func pages(t *testing.T, site fs.FS, e *audience.Edition, name string) []string {
	t.Helper()
	outputs, err := generator.Write(site, e, []string{name}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range outputs[name].Files() {
		out = append(out, f.Path)
	}
	return out
}

// Whatever strangers wrote is read or refused with findings that have a place, and never ends in a panic.
func TestForeignTreesAreRefusedWithPlaces(t *testing.T) {
	trees, err := os.ReadDir(corpora)
	if err != nil {
		t.Skipf("SKIPPED: there is no %s beside the checkout, so trees by others are not tried", corpora)
	}
	for _, tree := range trees {
		for _, folder := range []string{"content/", "content/policies/", "content/controls/", "content/evidence/"} {
			site := fstest.MapFS{"site.toml": {Data: []byte("as_of = 2026-03-01\n[organization]\nname = \"X\"\n")}}
			lay(t, site, folder, corpora+"/"+tree.Name())
			report, err := generator.Check(site, generator.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range report.Findings {
				file := site[f.File]
				if file == nil {
					t.Fatalf("%s: a finding in %q, which is no file", tree.Name(), f.File)
				}
				lines := strings.Split(string(file.Data), "\n")
				if f.Line < 1 || f.Line > len(lines) || f.Column < 1 || f.Column > len(lines[f.Line-1])+1 {
					t.Errorf("%s: %s:%d:%d is no place", tree.Name(), f.File, f.Line, f.Column)
				}
			}
		}
	}
}
