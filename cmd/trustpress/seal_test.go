package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"filippo.io/age"
)

const secretFinding = "Finding 4: the staging bucket could be listed by anybody.\n"

// siteToSealIn makes a site and a plain file beside it, and goes there.
func siteToSealIn(t *testing.T) *age.X25519Identity {
	t.Helper()
	t.Chdir(t.TempDir())
	write(t, "site/site.toml", "as_of = 2026-09-30\n[organization]\nname = \"Nordan Ledger AB\"\n[site]\noutputs = [\"handbook\", \"trust\"]\n")
	write(t, "site/content/people.toml", "[[person]]\nid = \"PER-anna\"\nname = \"Anna Exempel\"\n")
	write(t, "report.pdf", secretFinding)
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// trustpress runs a command and returns what it prints to stdout.
func trustpress(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out, rest bytes.Buffer
	root := command()
	root.SetOut(&out)
	root.SetErr(&rest)
	root.SetArgs(args)
	err := root.Execute()
	if strings.Contains(out.String()+rest.String(), "staging bucket") {
		t.Errorf("what is sealed is printed:\n%s%s", out.String(), rest.String())
	}
	return out.String(), err
}

// found returns the files below a folder.
func found(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// The row that is printed is one that check takes once its blanks are filled, and names a file that the recipient opens.
func TestSealPrintsTheRowOfTheRegister(t *testing.T) {
	key := siteToSealIn(t)
	row, err := trustpress(t, "seal", "report.pdf", "--site", "site/site.toml", "--to", key.Recipient().String())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range found(t, ".") {
		switch {
		case name == "report.pdf":
		case strings.Contains(text, "staging bucket"):
			t.Errorf("%s holds what is sealed", name)
		case strings.HasSuffix(name, ".age"):
			opens(t, text, key)
		}
	}
	write(t, "site/content/trust/documents.toml", row)
	if report, err := trustpress(t, "check", "--site", "site/site.toml", "--strict"); err == nil {
		t.Errorf("the blanks of the row are taken for an answer:\n%s", report)
	}
	row = strings.ReplaceAll(row, `id = ""`, `id = "DOC-PENTEST"`)
	row = strings.ReplaceAll(row, `title = ""`, `title = "Penetration test of 2026"`)
	write(t, "site/content/trust/documents.toml", row)
	if report, err := trustpress(t, "check", "--site", "site/site.toml", "--strict"); err != nil {
		t.Errorf("the filled row is not taken: %v\n%s", err, report)
	}
}

func opens(t *testing.T, sealed string, key age.Identity) {
	t.Helper()
	r, err := age.Decrypt(strings.NewReader(sealed), key)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(r); err != nil || string(text) != secretFinding {
		t.Errorf("opened to %q, %v", text, err)
	}
}

// Whatever goes wrong, there is neither half a file nor one less than before.
func TestWriteWholeLeavesNothingOnFailure(t *testing.T) {
	stopped, stop := context.WithCancel(context.Background())
	stop()
	broken := iotest.ErrReader(errors.New("the disk fails"))
	text := func() io.Reader { return strings.NewReader("new") }
	for name, c := range map[string]struct {
		ctx     context.Context
		from    io.Reader
		as      string
		replace bool
	}{
		"a source that fails":  {context.Background(), io.MultiReader(text(), broken), "new.age", false},
		"an interrupt":         {stopped, text(), "new.age", false},
		"a place that is used": {context.Background(), text(), "old.age", false},
		"a folder in the way":  {context.Background(), text(), "folder", true},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			write(t, filepath.Join(folder, "old.age"), "old")
			if err := os.Mkdir(filepath.Join(folder, "folder"), 0o755); err != nil {
				t.Fatal(err)
			}
			dir, err := os.OpenRoot(folder)
			if err != nil {
				t.Fatal(err)
			}
			defer dir.Close()
			if _, err := writeWhole(c.ctx, dir, c.from, func(string) string { return c.as }, c.replace); err == nil {
				t.Error("it is written")
			}
			if files := found(t, folder); len(files) != 1 || files[filepath.ToSlash(filepath.Join(folder, "old.age"))] != "old" {
				t.Errorf("left are %v", files)
			}
		})
	}
}
