package generator_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers is the import policy: each package and what of ours it may import, tests aside. A stage may import the stages above it
// and leaves; a leaf nothing of ours. Change the code to fit the table, not the other way.
var layers = func() map[string][]string {
	stages := []string{"diag", "node", "config", "source", "criteria", "program", "trace", "check", "readiness", "audience", "calendar"}
	leaves := []string{"approval", "bag", "brand", "chart", "history", "mail", "nearest", "plain", "redline", "render", "requestlist", "seal", "secret", "spreadsheet", "tabular", "theme", "wording"}
	table := map[string][]string{}
	for _, leaf := range leaves {
		table[leaf] = nil
	}
	for i, stage := range stages {
		table[stage] = slices.Concat(stages[:i], leaves)
	}
	table["output"] = slices.Concat([]string{"diag"}, leaves)
	table["bundle"] = slices.Concat(stages, leaves)
	for _, writer := range []string{"edit", "handbook", "auditor", "scaffold"} {
		table[writer] = slices.Concat(stages, leaves, []string{"output"})
	}
	table["auditor"] = append(table["auditor"], "bundle")
	for _, adder := range []string{"collect", "requests"} {
		table[adder] = slices.Concat(stages, leaves, []string{"edit"})
	}
	table["trust"] = slices.Concat([]string{"diag", "audience", "output"}, leaves)
	table[""] = slices.Concat(stages, leaves, []string{"output", "bundle", "handbook", "trust", "auditor"})
	return table
}()

// owners are the packages that alone may use a part of the outside world, tests aside.
var owners = map[string][]string{
	"os":                               {"output"},
	"os/exec":                          {"history"},
	"math/rand":                        nil,
	"math/rand/v2":                     nil,
	"crypto/rand":                      {"seal"},
	"net/http":                         nil,
	"filippo.io/age":                   {"seal"},
	"github.com/hiddeco/sshsig":        {"approval"},
	"github.com/aymanbagabas/go-udiff": {"redline"},
	"golang.org/x/net/html":            {"redline"},
	"github.com/yuin/goldmark":         {"source", "render"},
	"github.com/BurntSushi/toml":       {"theme", "secret"},
	"github.com/pelletier/go-toml/v2":  {"node"},
	"go.yaml.in/yaml/v3":               {"node"},
	"github.com/alecthomas/chroma/v2":  {"render"},
	"github.com/zricethezav/gitleaks/": {"secret"},
	"github.com/xuri/excelize/v2":      {"spreadsheet"},
}

func TestImportsRunOneWay(t *testing.T) {
	for _, pkg := range packages(t) {
		allowed, known := layers[pkg.name]
		if !known {
			t.Errorf("generator/%s is not in the table", pkg.name)
			continue
		}
		for _, path := range pkg.imports {
			if ours, ok := strings.CutPrefix(path, "trustpress/generator/"); ok && !slices.Contains(allowed, ours) {
				t.Errorf("generator/%s imports %s, which the table does not allow", pkg.name, ours)
			}
			if path == "trustpress/templates" || path == "trustpress/themes" {
				t.Errorf("generator/%s imports %s; cmd hands them in", pkg.name, path)
			}
			for owned, by := range owners {
				if (path == owned || strings.HasPrefix(path, strings.TrimSuffix(owned, "/")+"/")) && !slices.Contains(by, pkg.name) && !owns(path, pkg.name) {
					t.Errorf("generator/%s imports %s, which belongs to %v", pkg.name, path, by)
				}
			}
		}
	}
}

// owns reports whether a longer path of the owners' table gives a package what a shorter one denies: os/exec apart from os.
func owns(path, name string) bool {
	for owned, by := range owners {
		if path == owned && slices.Contains(by, name) {
			return true
		}
	}
	return false
}

func TestNobodyReadsTheClock(t *testing.T) {
	for _, pkg := range packages(t) {
		for _, file := range pkg.files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, banned := range []string{"time.Now(", "time.Since(", "os.Getenv("} {
				if strings.Contains(string(text), banned) {
					t.Errorf("%s calls %s; the day and the environment come from cmd", file, banned)
				}
			}
		}
	}
}

type pkg struct {
	name    string
	imports []string
	files   []string
}

// packages reads the packages of the generator, without their tests. Files of every system are read, not of this one alone.
func packages(t *testing.T) []pkg {
	t.Helper()
	var out []pkg
	dirs, err := filepath.Glob("*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range append([]string{"."}, dirs...) {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
		if len(files) == 0 {
			continue
		}
		p := pkg{name: strings.TrimPrefix(dir, "."), files: files}
		for _, file := range files {
			f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, spec := range f.Imports {
				path, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				p.imports = append(p.imports, path)
			}
		}
		out = append(out, p)
	}
	if len(out) < len(layers) {
		t.Errorf("the table names %d packages, and there are %d", len(layers), len(out))
	}
	return out
}
