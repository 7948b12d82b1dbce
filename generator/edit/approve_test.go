package edit_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/edit"
)

const (
	anyone = "[[person]]\nid = \"PER-karin\"\nname = \"Karin\"\n"
	access = "---\nid: POL-AC\ntitle: Access\nversion: '1.0 \"final\"'\n---\nAccess is given.\n"
)

var digests = regexp.MustCompile(`sha256 = "[0-9a-f]{64}"`)

// approve records an approval in a site whose register holds a text, if it is there.
func approve(t *testing.T, register string, there bool) (edit.Change, error) {
	t.Helper()
	site := fstest.MapFS{"site.toml": {Data: []byte("as_of = 2026-09-30\n[organization]\nname = \"N\"\n")},
		"content/people.toml": {Data: []byte(anyone)}, "content/policies/access.md": {Data: []byte(access)}}
	if there {
		site["content/approvals.toml"] = &fstest.MapFile{Data: []byte(register)}
	}
	e, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a, err := edit.Approve(site, e, "POL-AC", "PER-karin")
	if err != nil {
		t.Fatal(err)
	}
	return a.Record("")
}

func TestWhatStandsInARegisterStays(t *testing.T) {
	const earlier = "[[approval]]\npolicy = \"POL-AC\"\nby = \"PER-karin\"\non = 2025-09-30"
	for name, tt := range map[string]struct{ old, between string }{
		"no register":              {"", ""},
		"an empty one":             {"", ""},
		"blank lines":              {"\n\n", ""},
		"a note alone":             {"# Approvals of the board\n", "\n"},
		"a row":                    {earlier + "\n", "\n"},
		"no end of the last line":  {earlier, "\n\n"},
		"the line ends of Windows": {strings.ReplaceAll(earlier+"\n", "\n", "\r\n"), "\r\n"},
		"those, and no last one":   {strings.ReplaceAll(earlier, "\n", "\r\n"), "\r\n\r\n"},
		"a byte order mark":        {"\ufeff" + earlier + "\n", "\n"},
		"a table of its own":       {"[approval]\npolicy = \"POL-AC\"\n", "refused"},
		"a key at its top":         {"approval = []\n", "refused"},
		"a quote that never ends":  {"a = \"\"\"\n", "refused"},
		"bytes that are no text":   {"# \xff\n", "refused"},
	} {
		c, err := approve(t, tt.old, name != "no register")
		if tt.between == "refused" {
			if err == nil || !strings.Contains(err.Error(), "\nhint: ") {
				t.Errorf("%s: %q, %v", name, c.Text, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		row := "[[approval]]\npolicy = \"POL-AC\"\nversion = \"1.0 \\\"final\\\"\"\nsha256 = \"c8dcf2f1\"\nby = \"PER-karin\"\non = 2026-09-30\n"
		if strings.Contains(tt.old, "\r") {
			row = strings.ReplaceAll(row, "\n", "\r\n")
		}
		got := digests.ReplaceAllString(string(c.Text), `sha256 = "c8dcf2f1"`)
		if want := tt.old + tt.between + row; got != want || c.New != (name == "no register") || c.Path != "content/approvals.toml" {
			t.Errorf("%s: %q, new: %t\nwant %q", name, got, c.New, want)
		}
	}
}
