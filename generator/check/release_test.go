package check_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"trustpress/generator/check"
	"trustpress/generator/diag"
	"trustpress/generator/output"
)

func TestReleases(t *testing.T) {
	var tree output.Tree
	tree.AddBytes("site.toml", diag.Span{}, []byte("[organization]\nname = \"Nordan Ledger AB\"\n"))
	var b bytes.Buffer
	if err := output.ZIP(&b, &tree, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	archive, digest := b.String(), fmt.Sprintf("%x", sha256.Sum256(b.Bytes()))
	row := func(version, digest string) string {
		return fmt.Sprintf("[[release]]\nversion = %q\ndate = 2026-03-31\n%s", version, digest)
	}
	right, wrong := fmt.Sprintf("sha256 = %q\n", digest), fmt.Sprintf("sha256 = \"%064d\"\n", 0)
	const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"
	for _, test := range []struct {
		name, rows string
		archives   map[string]string
		want       string
	}{
		{"a release", row("2026.1", right), map[string]string{"2026.1.zip": archive}, ""},
		{"a digest in capitals", row("2026.1", "sha256 = \""+strings.ToUpper(digest)+"\"\n"), map[string]string{"2026.1.zip": archive}, ""},
		{"two releases", row("2026.1", right) + row("2026.10", right), map[string]string{"2026.1.zip": archive, "2026.10.zip": archive}, ""},
		{"an archive that is not there", row("2026.1", right), nil, "release-missing-archive 2:11"},
		{"a pointer", row("2026.1", right), map[string]string{"2026.1.zip": pointer}, "release-missing-archive 2:11"},
		{"another archive", row("2026.1", wrong), map[string]string{"2026.1.zip": archive}, "release-digest-mismatch 4:10"},
		{"no digest", row("2026.1", ""), map[string]string{"2026.1.zip": archive}, "release-digest-mismatch 1:3"},
		{"one version, twice, whatever is recorded", row("2026.1", wrong) + row("v2026.01", right), map[string]string{"2026.1.zip": archive}, "duplicate-release 6:11"},
		{"an archive without a row", row("2026.1", right), map[string]string{"2026.1.zip": archive, "2026.2.ZIP": archive}, "archive-without-release 1:1"},
		{"a name that cannot be one", row("../2026.1", right), nil, "invalid-value 2:11"},
		{"notes beside the archives", row("2026.1", right), map[string]string{"2026.1.zip": archive, "notes.txt": "a\n"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			site := lay(check.Find("TP001").Beneath())
			site["content/releases.toml"] = &fstest.MapFile{Data: []byte(test.rows)}
			for name, text := range test.archives {
				site["content/releases/"+name] = &fstest.MapFile{Data: []byte(text)}
			}
			var got []string
			found := run(t, site)
			for _, f := range found {
				got = append(got, fmt.Sprintf("%s %d:%d", f.Rule, f.Line, f.Column))
			}
			if strings.Join(got, "; ") != test.want {
				t.Errorf("want %q, got\n%s", test.want, listing(found))
			}
		})
	}
}
