package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"trustpress/generator"
	"trustpress/generator/audience"
)

// What the example builds to stands in testdata/golden, an archive for each output: the paths of all its files, and the beginning of
// the first page of each template in each language, so that a review shows what a change of the code does to a page.
// UPDATE_GOLDENS=1 writes the archives anew.
func TestTheExampleBuildsToTheGoldens(t *testing.T) {
	site := example(t)
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"handbook", "trust", "auditor"} {
		got := txtar.Format(sampled(t, site, edition, name))
		file := filepath.Join("..", "testdata", "golden", name+".txtar")
		if os.Getenv("UPDATE_GOLDENS") != "" {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what its golden says: %s\nif that is meant, run UPDATE_GOLDENS=1 go test ./generator -run Goldens", name, difference(got, want))
		}
	}
}

// sampled returns the paths of an output, and the first page of each template and language.
func sampled(t *testing.T, site fs.FS, edition *audience.Edition, name string) *txtar.Archive {
	outputs, err := generator.Write(site, edition, []string{name}, nil, ledger(t))
	if err != nil {
		t.Fatal(err)
	}
	var paths strings.Builder
	out := &txtar.Archive{Files: []txtar.File{{Name: "paths"}}}
	seen := map[string]bool{}
	for _, f := range outputs[name].Files() {
		paths.WriteString(f.Path + "\n")
		if path.Ext(f.Path) != ".html" {
			continue
		}
		var page bytes.Buffer
		if err := f.Write(&page); err != nil {
			t.Fatal(err)
		}
		kind := string(pageLang.Find(page.Bytes())) + string(pageTemplate.Find(page.Bytes()))
		if !seen[kind] {
			out.Files = append(out.Files, txtar.File{Name: f.Path, Data: beginning(page.Bytes())})
		}
		seen[kind] = true
	}
	out.Files[0].Data = []byte(paths.String())
	return out
}

// beginning returns the first lines of a page: a long one goes on as it has begun.
func beginning(page []byte) []byte {
	const lines = 120
	at := 0
	for range lines {
		end := bytes.IndexByte(page[at:], '\n')
		if end < 0 {
			return page
		}
		at += end + 1
	}
	return append(page[:at:at], "…\n"...)
}
