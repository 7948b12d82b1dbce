package generator_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/bundle"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// examined is the shelf with an audit, and with approvals of what its policies were: "POL-AC 2025.1 2025-09-20" approves the text that a
// version has, on a day, and "POL-AC today 2026-05-01" that of today.
func examined(t *testing.T, approvals ...string) fstest.MapFS {
	t.Helper()
	site := shelf(t)
	config := string(site["site.toml"].Data) + "[audit]\ntype = 2\nperiod_from = 2025-10-01\nperiod_to = 2026-09-30\n[frameworks]\nin_scope = [\"tsc\"]\n[auditor]\nbundle_id = \"b\"\n"
	site["site.toml"] = &fstest.MapFile{Data: []byte(config)}
	e, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rows strings.Builder
	for _, line := range approvals {
		f := strings.Fields(line)
		for _, v := range append(e.Past.Versions, trace.NewVersion(&program.Release{Version: "today"}, e.Program.Outlines())) {
			if was := v.Find("policy", f[:1]); v.Version == f[1] {
				fmt.Fprintf(&rows, "[[approval]]\npolicy = %q\nversion = %q\nsha256 = %q\nby = \"PER-anna\"\non = %s\n", f[0], was.Version, was.SHA256, f[2])
			}
		}
	}
	site["content/approvals.toml"] = &fstest.MapFile{Data: []byte(rows.String())}
	return site
}

// bundled writes the auditor's bundle of a site, and returns its policies.
func bundled(t *testing.T, site fstest.MapFS) map[string]string {
	t.Helper()
	e, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	outputs, err := generator.Write(site, e, []string{"auditor"}, nil, ledger(t))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for name, f := range filesOf(t, outputs["auditor"]) {
		if name, ok := strings.CutPrefix(name, "b/data/policies/"); ok {
			out[name] = string(f.Data)
		}
	}
	return out
}

// The bundle holds every text that was in force in the period, whatever became of the policy: the words that were approved, with the parameters of
// that day, and what changed.
func TestBundleHoldsTheTextsInForce(t *testing.T) {
	site := examined(t, "POL-AC 2025.1 2025-09-20", "POL-AC 2026.1 2026-02-03", "POL-SU 2025.1 2025-09-20", "POL-RW 2025.1 2025-09-20", "POL-XX 2025.1 2025-09-20", "POL-XX 2026.1 2026-02-03")
	files := bundled(t, site)
	for _, c := range []struct{ name, has string }{
		{"pol-ac/1.0/words.txt", "\nvendor][POL-SU].\n"},
		{"pol-ac/1.0/words.txt", "\nparams.length\n=\n12\n"},
		{"pol-ac/1.1/words.txt", "\nparams.length\n=\n14\n"},
		{"pol-ac/1.0/1.0.md", "---\nid: POL-AC\ntitle: Access\n"},
		{"pol-ac/1.0/index.html", "A password has 12 letters."},
		{"pol-ac/1.0/index.html", `<a href="../../../policies/pol-vm/index.html">the vendor</a>`},
		{"pol-ac/1.0/index.html", "from version 2025.1 of the handbook, released 2025-10-01"},
		{"pol-ac/1.1/index.html", `<a href="../../../policies/pol-vm/index.html">the vendor</a>`},
		{"pol-ac/1.1/changes/index.html", "</span>12<span"},
		{"pol-ac/1.1/changes/index.html", "</span>14<span"},
		{"pol-ac/changes/index.html", "and the need"},
		{"pol-ac/index.html", `href="../../policies/pol-ac/changes/index.html">What changed since the last approval`},
		{"pol-vm/2025-09-20/words.txt", "\nSuppliers\n"},
		{"pol-rw/2025-09-20/words.txt", "\nlock.\n"},
		{"pol-xx/2025-09-20/index.html", "Nobody reads this."},
		{"pol-xx/2026-02-03/changes/index.html", "</span>that<span"},
		{"approvals.csv", "\nPOL-RW,"}, // though today's handbook has it no more
		{"in-force/index.html", "No longer in the handbook"},
		{"in-force/in-force.csv", "POL-RW,Remote work,approved text,2025-10-01,2026-01-31,"},
		{"in-force/in-force.csv", "POL-AC,Access,approved text,2025-10-01,2026-02-02,1.0,2025-09-20,2026-02-02,"},
		{"in-force/in-force.csv", "POL-AI,AI,no approved text,2026-02-01,2026-09-30,"},
	} {
		if !strings.Contains(files[c.name], c.has) {
			t.Errorf("%s has no %q", c.name, c.has)
		}
	}
	lines := strings.Split(strings.TrimSpace(files["in-force/approved.sha256"]), "\n")
	for _, line := range lines {
		digest, name, _ := strings.Cut(line, "  data/policies/")
		if fmt.Sprintf("%x", sha256.Sum256([]byte(files[name]))) != digest {
			t.Errorf("%s has not the digest %s", name, digest)
		}
	}
	if len(lines) != 6 {
		t.Errorf("there are %d digests", len(lines))
	}
}

// A bundle that follows another holds the old texts again.
func TestFollowingBundleHoldsTheTextsInForce(t *testing.T) {
	site := examined(t, "POL-AC 2025.1 2025-09-20")
	e, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	outputs, err := generator.Write(site, e, []string{"auditor"}, nil, ledger(t))
	if err != nil {
		t.Fatal(err)
	}
	folder, err := fs.Sub(filesOf(t, outputs["auditor"]), "b")
	if err != nil {
		t.Fatal(err)
	}
	earlier, err := bundle.Read(folder, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	if outputs, err = generator.Follow(site, e, earlier, nil, ledger(t)); err != nil {
		t.Fatal(err)
	}
	if files := filesOf(t, outputs["auditor"]); files["b-2/data/policies/pol-ac/1.0/words.txt"] == nil {
		t.Error("the approved words are not there")
	}
}

// opened counts how often an archive is read.
type opened struct {
	fstest.MapFS
	archives int
}

func (o *opened) ReadFile(name string) ([]byte, error) {
	if strings.HasSuffix(name, ".zip") {
		o.archives++
	}
	return o.MapFS.ReadFile(name)
}

// A version is opened once for all that the bundle shows of it, and not at all where an earlier build has kept that.
func TestVersionsAreOpenedOnce(t *testing.T) {
	site := &opened{MapFS: examined(t, "POL-AC 2025.1 2025-09-20", "POL-XX 2025.1 2025-09-20", "POL-AC 2026.1 2026-02-03", "POL-XX 2026.1 2026-02-03", "POL-AC today 2026-05-01")}
	cache := output.NewCache(filepath.Join(t.TempDir(), "cache"), "test")
	var before fstest.MapFS
	for _, want := range []int{2, 0} {
		e, err := generator.Compile(site, generator.Options{Cache: cache})
		if err != nil {
			t.Fatal(err)
		}
		site.archives = 0
		outputs, err := generator.Write(site, e, []string{"auditor"}, cache, ledger(t))
		if err != nil {
			t.Fatal(err)
		}
		if site.archives != want {
			t.Errorf("%d archives were read, want %d", site.archives, want)
		}
		files := filesOf(t, outputs["auditor"])
		if before != nil {
			if err := same(before, files); err != nil {
				t.Error(err)
			}
		}
		before = files
	}
}

func filesOf(t *testing.T, tree *output.Tree) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, f := range tree.Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		out[f.Path] = &fstest.MapFile{Data: b.Bytes()}
	}
	return out
}
