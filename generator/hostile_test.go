package generator_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/output"
)

// An archive that trustpress could have written and never did, with what no site may hold, makes no page outside of its version and no
// tag or attribute of its own.
func TestHostileArchives(t *testing.T) {
	for _, id := range []string{"../../../out", "..", "/out", `x" onclick="run()`, "<script>run()</script>", "CON", "a/b", "a\\b", strings.Repeat("x", 400), "index.html", "javascript:run()"} {
		for _, former := range []string{"POL-AC", id} {
			site := shelf(t)
			archive := zipped(t, map[string]string{
				"site.toml":             "[organization]\nname = \"N\"\n[site]\noutputs = [\"handbook\"]\n",
				"content/people.toml":   "[[person]]\nid = \"PER-anna\"\nname = \"</title><script>run()</script>\"\n",
				"content/policies.toml": fmt.Sprintf("[[policy]]\nid = %q\nformer_ids = [%q]\ntitle = \"</title><script>run()</script>\"\nowner = \"PER-anna\"\nversion = \"</td><script>run()</script>\"\nbody = \"[x][%s] <script>run()</script>\"\n", id, former, "POL-X"),
			}, "2024-01-01")
			site["content/releases/2024.1.zip"] = &fstest.MapFile{Data: archive}
			row := fmt.Sprintf("[[release]]\nversion = \"2024.1\"\ndate = 2024-01-01\nsha256 = \"%X\"\n", sha256.Sum256(archive))
			site["content/releases.toml"] = &fstest.MapFile{Data: append([]byte(row), site["content/releases.toml"].Data...)}
			hostile(t, id, site)
		}
	}
}

// hostile builds a site, which may be refused, and looks at what was written.
func hostile(t *testing.T, name string, site fstest.MapFS) {
	t.Helper()
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Errorf("%q: %v", name, err)
		return
	}
	outputs, err := generator.Write(site, edition, []string{"handbook"}, nil, ledger(t))
	if err != nil {
		t.Errorf("%q: %v", name, err)
		return
	}
	root := t.TempDir()
	if _, err = output.Write(filepath.Join(root, "a", "b", "handbook"), outputs["handbook"], output.Options{}); err != nil {
		t.Logf("%q is refused: %v", name, err)
	}
	err = filepath.WalkDir(root, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if !strings.HasPrefix(p, filepath.Join(root, "a", "b")) {
			t.Errorf("%q: %s was written", name, p)
		}
		text, err := os.ReadFile(p)
		if filepath.Ext(p) == ".html" {
			for _, e := range elements(t, text) {
				if found := inline(e); found != "" {
					t.Errorf("%q: %s: <%s> holds %s", name, p, e.name, found)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
