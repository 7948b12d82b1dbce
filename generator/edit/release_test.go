package edit_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/config"
	"trustpress/generator/edit"
	"trustpress/generator/node"
	"trustpress/generator/output"
)

const (
	policy = "---\nid: POL-AC\ntitle: Access\nowner: PER-anna\n---\nAccess follows the role.\n"
	first  = "[[release]]\nversion = \"2026.2\"\ndate = 2026-03-31\nsha256 = \"00\"\n"
)

// site is a small site, with files over it.
func site(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range map[string]string{
		"nordan.toml":                 "[organization]\nname = \"Nordan\"\n[content]\nignore = [\"drafts/**\"]\n",
		"content/people.toml":         "[[person]]\nid = \"PER-anna\"\nname = \"Anna\"\n",
		"content/policies/access.md":  policy,
		"content/incidents.toml":      "[[incident]]\nid = \"INC-1\"\ntitle = \"What nobody outside knows\"\n",
		"content/logo.svg":            "<svg/>",
		"content/photo.png":           "PNG",
		"content/.notes.md":           "hidden",
		"content/drafts/a.md":         "ignored",
		"content/evidence/files/a.md": "raw",
		"content/releases/notes.md":   "of releases",
		"themes/own/a.toml":           "outside",
	} {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func compile(fsys fs.FS, name string) (*audience.Edition, error) {
	day, err := node.ParseDay("2026-09-30")
	if err != nil {
		return nil, err
	}
	return generator.Compile(fsys, generator.Options{Site: name, AsOf: day})
}

func again(fsys fs.FS) (*audience.Edition, error) { return compile(fsys, config.File) }

func release(t *testing.T, fsys fs.FS, version, on string) (*edit.Frozen, error) {
	t.Helper()
	e, err := compile(fsys, "nordan.toml")
	if err != nil {
		t.Fatal(err)
	}
	day, err := node.ParseDay(on)
	if err != nil {
		t.Fatal(err)
	}
	return edit.Release(fsys, e, version, day, again)
}

func TestReleaseHoldsTheSources(t *testing.T) {
	fsys := site(nil)
	fsys["content/link.md"] = &fstest.MapFile{Data: []byte("policies/access.md"), Mode: fs.ModeSymlink}
	frozen, err := release(t, fsys, "2026.2", "2026-09-30")
	if err != nil {
		t.Fatal(err)
	}
	inside, err := output.OpenZIP(frozen.Archive.Text)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	if err := fs.WalkDir(inside, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, p)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(names, " "), "content/incidents.toml content/logo.svg content/people.toml content/policies/access.md site.toml"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if text, err := fs.ReadFile(inside, "content/policies/access.md"); err != nil || string(text) != policy {
		t.Errorf("the policy is %q, %v", text, err)
	}
	if c := frozen.Archive; c.Path != "content/releases/2026.2.zip" || !c.New || fmt.Sprintf("%x", sha256.Sum256(c.Text)) != frozen.SHA256 {
		t.Errorf("the archive is %s, new %t, %s", c.Path, c.New, frozen.SHA256)
	}
	want := fmt.Sprintf("[[release]]\nversion = \"2026.2\"\ndate = 2026-09-30\nsha256 = %q\n", frozen.SHA256)
	if c := frozen.Row; c.Path != "content/releases.toml" || !c.New || string(c.Text) != want {
		t.Errorf("the register is %s, new %t:\n%s", c.Path, c.New, c.Text)
	}
	twice, err := release(t, fsys, "2026.2", "2026-09-30")
	if err != nil || twice.SHA256 != frozen.SHA256 {
		t.Errorf("twice, and not the same bytes: %v", err)
	}
}

func TestReleaseKeepsTheRegister(t *testing.T) {
	for _, old := range []string{first, "# ours\r\n" + strings.ReplaceAll(first, "\n", "\r\n"), strings.TrimSuffix(first, "\n") + "  # spring"} {
		frozen, err := release(t, site(map[string]string{"content/releases.toml": old}), "2026.10", "2026-09-30")
		if err != nil {
			t.Fatal(err)
		}
		text := string(frozen.Row.Text)
		if !strings.HasPrefix(text, old) || strings.Count(text, "[[release]]") != 2 || frozen.Row.New {
			t.Errorf("%q became\n%q", old, text)
		}
		if lines := strings.Count(text, "\n"); strings.Contains(old, "\r") && strings.Count(text, "\r\n") != lines {
			t.Errorf("lines end in two ways: %q", text)
		}
		alone, err := release(t, site(nil), "2026.10", "2026-09-30")
		if err != nil || alone.SHA256 != frozen.SHA256 {
			t.Errorf("the versions before it change the archive: %v", err)
		}
	}
}

func TestReleaseRefuses(t *testing.T) {
	for _, test := range []struct{ name, register, version, on, want string }{
		{"no name", first, "draft", "2026-09-30", `"draft" cannot be the name of a version`},
		{"a way out", first, "../x", "2026-09-30", `"../x" cannot be the name of a version`},
		{"the same again", first, "2026.2", "2026-09-30", "there is a version 2026.2 already, of 2026-03-31"},
		{"the same, written otherwise", first, "V2026.02", "2026-09-30", `"V2026.02" cannot be the name of a version`},
		{"the same, with a v", first, "v2026-02", "2026-09-30", "there is a version 2026.2 already, of 2026-03-31"},
		{"in capitals", "[[release]]\nversion = \"1-RC\"\ndate = 2026-03-31\n", "1-rc", "2026-09-30", "there is a version 1-RC already"},
		{"an earlier one", strings.Replace(first, "2026.2", "2026.10", 1), "2026.3", "2026-09-30", "2026.3 would stand before 2026.10, which is released"},
		{"an earlier day", first, "2026.3", "2026-03-30", "2026.2 was released on 2026-03-31, and this version would be of 2026-03-30"},
		{"a register of another form", "release = [{ version = \"2026.2\", date = 2026-03-31, sha256 = \"00\" }]\n", "2026.3", "2026-09-30", "content/releases.toml: no row can follow what stands there"},
	} {
		frozen, err := release(t, site(map[string]string{"content/releases.toml": test.register}), test.version, test.on)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) || !strings.Contains(err.Error(), "\nhint: ") || frozen != nil {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
	if _, err := release(t, site(map[string]string{"content/releases.toml": first}), "2026.3", "2026-03-31"); err != nil {
		t.Errorf("two versions on one day: %v", err)
	}
}

func TestReleaseRefusesNamesThatNoArchiveHolds(t *testing.T) {
	_, err := release(t, site(map[string]string{"content/policies/a:b.md": strings.Replace(policy, "POL-AC", "POL-B", 1)}), "1", "2026-09-30")
	if err == nil || !strings.HasPrefix(err.Error(), "content/policies/a:b.md: ") {
		t.Errorf("got %v", err)
	}
}

// What cannot be built again is no version: the archive is compiled before anything is returned.
func TestReleaseIsProven(t *testing.T) {
	fsys := site(nil)
	e, err := compile(fsys, "nordan.toml")
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if _, err := edit.Release(fsys, e, "1", e.AsOf, func(fs.FS) (*audience.Edition, error) { return nil, broken }); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	fsys["content/policies/access.md"] = &fstest.MapFile{Data: []byte(strings.Replace(policy, "POL-AC", "POL-X", 1))}
	if _, err := edit.Release(fsys, e, "1", e.AsOf, again); err == nil || !strings.Contains(err.Error(), "does not hold the records of the site") {
		t.Errorf("a file that was changed meanwhile: got %v", err)
	}
}
