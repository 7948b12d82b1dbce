package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/edit"
)

// folder makes a folder with files, and returns a look at all that is in it.
func folder(t *testing.T, files map[string]string) (dir string, look func() map[string]string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	return dir, func() map[string]string {
		out := map[string]string{}
		err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(name)
			rel, _ := filepath.Rel(dir, name)
			out[filepath.ToSlash(rel)] = string(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("there is %q, and not %q", got, want)
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s holds %q, and not %q", name, got[name], text)
		}
	}
}

func TestApplyMakesEveryChange(t *testing.T) {
	dir, look := folder(t, map[string]string{"a.toml": "old"})
	if _, err := apply(dir, edit.Change{Path: "a.toml", Text: []byte("new"), Was: []byte("old")}, edit.Change{Path: "b/c.zip", Text: []byte("made"), New: true}); err != nil {
		t.Fatal(err)
	}
	same(t, look(), map[string]string{"a.toml": "new", "b/c.zip": "made"})
	if info, err := os.Stat(filepath.Join(dir, "a.toml")); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("who may read it changed: %v, %v", info.Mode(), err)
	}
}

func TestApplyMakesNoChangeWhereOneCannotBe(t *testing.T) {
	before := map[string]string{"a.toml": "old", "there": "old"}
	for name, second := range map[string]edit.Change{
		"it is there already": {Path: "there", New: true},
		"it was changed":      {Path: "there", Was: []byte("older")},
		"it is not there":     {Path: "away"},
		"it is outside":       {Path: "../outside", New: true},
		"its folder is none":  {Path: "there/file", New: true},
		"it is a folder":      {Path: "."},
	} {
		dir, look := folder(t, before)
		if _, err := apply(dir, edit.Change{Path: "a.toml", Text: []byte("new"), Was: []byte("old")}, edit.Change{Path: "new", New: true}, second); err == nil {
			t.Errorf("%s, and nobody says so", name)
		}
		same(t, look(), before)
	}
}

func TestApplyPutsBackWhatItChanged(t *testing.T) {
	dir, look := folder(t, map[string]string{"a.toml": "old", "a.part": "new", "b.part": "made"})
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	err = exchange(root, []pending{{Change: edit.Change{Path: "a.toml", Was: []byte("old")}, part: "a.part", mode: 0o640},
		{Change: edit.Change{Path: "b", New: true}, part: "b.part"}, {Change: edit.Change{Path: "c", New: true}, part: "c.part"}})
	if err == nil {
		t.Error("a text that is not there got its name")
	}
	got := look()
	delete(got, "b.part") // apply removes what has no name
	same(t, got, map[string]string{"a.toml": "old"})
}

func TestApplyTakesBackWhatItDid(t *testing.T) {
	before := map[string]string{"a.toml": "old"}
	dir, look := folder(t, before)
	back, err := apply(dir, edit.Change{Path: "a.toml", Text: []byte("new"), Was: []byte("old")}, edit.Change{Path: "b/c/d.zip", Text: []byte("made"), New: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := back(); err != nil {
		t.Fatal(err)
	}
	same(t, look(), before)
	if _, err := os.Stat(filepath.Join(dir, "b")); err == nil {
		t.Error("a folder that was made is still there")
	}
	if info, err := os.Stat(filepath.Join(dir, "a.toml")); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("who may read it changed: %v, %v", info.Mode(), err)
	}
}

func TestApplyLeavesNoFolderBehind(t *testing.T) {
	dir, _ := folder(t, map[string]string{"there": "old"})
	if _, err := apply(dir, edit.Change{Path: "b/c", Text: []byte("made"), New: true}, edit.Change{Path: "there", New: true}); err == nil {
		t.Error("a file that is there was made")
	}
	if _, err := os.Stat(filepath.Join(dir, "b")); err == nil {
		t.Error("the folder of a file that was not made is there")
	}
}

func TestApplyFollowsNoLink(t *testing.T) {
	dir, look := folder(t, map[string]string{"real": "old"})
	if err := os.Symlink("real", filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	if _, err := apply(dir, edit.Change{Path: "link", Text: []byte("new")}); err == nil {
		t.Error("a link was written to")
	}
	same(t, look(), map[string]string{"real": "old", "link": "old"})
}

func TestApplyCopiesWhatWasMeasured(t *testing.T) {
	from := fstest.MapFS{"export.csv": {Data: []byte("id\r\n1\r\n")}}
	sum := sha256.Sum256(from["export.csv"].Data)
	copied := &edit.Copy{FS: from, Name: "export.csv", Told: "~/export.csv", SHA256: hex.EncodeToString(sum[:])}
	changes := []edit.Change{{Path: "raw/a.csv", Copy: copied, New: true}, {Path: "a.toml", Text: []byte("new"), Was: []byte("old")}}
	dir, look := folder(t, map[string]string{"a.toml": "old"})
	if _, err := apply(dir, changes...); err != nil {
		t.Fatal(err)
	}
	same(t, look(), map[string]string{"a.toml": "new", "raw/a.csv": "id\r\n1\r\n"})

	from["export.csv"].Data = []byte("id\r\n1\r\n2\r\n")
	dir, look = folder(t, map[string]string{"a.toml": "old"})
	if _, err := apply(dir, changes...); err == nil || !strings.HasPrefix(err.Error(), "~/export.csv changed while it was read\nhint: ") {
		t.Errorf("other bytes were written, and nobody says so: %v", err)
	}
	delete(from, "export.csv")
	if _, err := apply(dir, changes...); err == nil {
		t.Error("a file that is gone was copied")
	}
	same(t, look(), map[string]string{"a.toml": "old"})
	if _, err := os.Stat(filepath.Join(dir, "raw")); err == nil {
		t.Error("the folder of a file that was not written is there")
	}
}
