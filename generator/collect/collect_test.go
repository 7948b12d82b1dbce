package collect_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/collect"
)

const (
	audited = "as_of = 2026-08-15\n[organization]\nname = \"Nordan\"\n[audit]\ntype = 2\nperiod_from = 2025-11-15\nperiod_to = 2026-11-14\n[frameworks]\nin_scope = [\"goals\"]\n"
	goals   = "id = \"goals\"\nname = \"Goals\"\n[[criterion]]\nid = \"GO1\"\ntitle = \"Access\"\n"
	acted   = `[[control]]
id = "AC-02"
title = "Access is reviewed"
frequency = ["quarterly"]
[[control]]
id = "AC-02b"
title = "So is that of others"
frequency = ["monthly"]
[[control]]
id = "CM-01"
title = "Changes are looked at"
frequency = ["event"]
[[control]]
id = "AC-04"
title = "A second factor is asked"
frequency = ["continuous"]
`
)

// draft begins a piece of evidence of a file, in a site with some evidence.
func draft(t *testing.T, name, text string, keeping collect.Keeping, more map[string]string) (*collect.Draft, error) {
	t.Helper()
	site := fstest.MapFS{}
	put := func(name, text string) { site[name] = &fstest.MapFile{Data: []byte(text)} }
	put("site.toml", audited)
	put("content/frameworks/goals.toml", goals)
	put("content/controls.toml", acted)
	put("content/people.toml", "[[person]]\nid = \"PER-anna\"\nname = \"Anna\"\nemails = [\"Anna@example.com\"]\n")
	for name, text := range more {
		put(name, text)
	}
	e, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if name == "" {
		return collect.New(site, e, keeping, nil, nil)
	}
	handed := &collect.File{FS: fstest.MapFS{path.Base(name): {Data: []byte(text)}}, Name: path.Base(name), Told: name}
	return collect.New(site, e, keeping, handed, func(string) (*collect.File, error) { return nil, fs.ErrNotExist })
}

// said says some things of a draft, in pairs.
func said(t *testing.T, d *collect.Draft, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if err := d.Set(pairs[i], pairs[i+1]); err != nil {
			t.Fatalf("%s: %v", pairs[i], err)
		}
	}
}

// proposed answers every question with what is proposed, and returns that by key.
func proposed(t *testing.T, d *collect.Draft) map[string]string {
	t.Helper()
	out := map[string]string{}
	for {
		q, more := d.Next()
		if !more {
			return out
		}
		out[q.Key] = q.Proposal
		if err := d.Answer(q, ""); err != nil {
			t.Fatalf("%s: %v", q.Key, err)
		}
	}
}

func TestWhatIsProposed(t *testing.T) {
	const covered = "[[evidence]]\nid = \"EV-AC-02-2026-05-14\"\ntitle = \"E\"\ncontrols = [\"AC-02\"]\nkind = \"report\"\ncovers = { from = 2026-02-15, to = 2026-05-14 }\n" +
		"[[evidence]]\nid = \"EV-CM-01-2026\"\ntitle = \"E\"\ncontrols = [\"CM-01\"]\nkind = \"population\"\ncovers = { from = 2025-11-15, to = 2026-04-30 }\n"
	for _, c := range []struct {
		file, text, control   string
		kind, when, title, id string
	}{
		{"AC-02_users_2026-02-01.csv", "id\n1\n", "AC-02", "report", "2025-11-15..2026-02-14", "Users, 2025-11-15..2026-02-14", "EV-AC-02-2026-02-14"},
		{"users.csv", "id\n1\n", "AC-02", "report", "2026-05-15..2026-08-14", "Users, 2026-05-15..2026-08-14", "EV-AC-02-2026-08-14"},
		{"ac-02b users.csv", "id\n1\n", "AC-02b", "report", "2026-07-15..2026-08-14", "Users, 2026-07-15..2026-08-14", "EV-AC-02b-2026-08-14"},
		{"ac-02b 2026-08-15.csv", "id\n1\n", "AC-02b", "report", "2026-08-15..2026-09-14", "So is that of others, 2026-08-15..2026-09-14", "EV-AC-02b-2026-09-14"},
		{"merges.csv", "id\n1\n", "CM-01", "population", "2026-05-01..2026-08-15", "Merges, 2026-05-01..2026-08-15", "EV-CM-01-2026-08-15"},
		{"Screenshot 14.png", "PNG", "AC-04", "screenshot", "", "A second factor is asked", "EV-AC-04"},
		{"Screenshot 2026-07-15 at 2.02.11\u202fPM.png", "PNG", "AC-04", "screenshot", "2026-07-15", "A second factor is asked, 2026-07-15", "EV-AC-04-2026-07-15"},
		{"Skärmavbild 2026-07-15 kl. 14.02.11.png", "PNG", "AC-04", "screenshot", "2026-07-15", "A second factor is asked, 2026-07-15", "EV-AC-04-2026-07-15"},
		{"Skärmbild 2026-07-15 140211.png", "PNG", "AC-02", "screenshot", "2026-07-15", "Access is reviewed, 2026-07-15", "EV-AC-02-2026Q3"},
		{"AC-02 users 2026-03-30.csv", "id\n1\n", "AC-02", "report", "2026-03-30", "Users, 2026-03-30", "EV-AC-02-2026Q1"},
		{"rules.json", `{"mfa": true}`, "AC-04", "configuration", "", "Rules", "EV-AC-04"},
		{"minutes.pdf", "PDF", "CM-01", "report", "2026-05-01..2026-08-15", "Minutes, 2026-05-01..2026-08-15", "EV-CM-01-2026-08-15"},
	} {
		d, err := draft(t, c.file, c.text, collect.Keeping{Email: "anna@EXAMPLE.com"}, map[string]string{"content/evidence.toml": covered})
		if err != nil {
			t.Fatal(err)
		}
		if q, _ := d.Next(); q.Key != "control" || q.Proposal != "" && q.Proposal != c.control {
			t.Errorf("%s: first %q is asked, and %q proposed", c.file, q.Key, q.Proposal)
		}
		said(t, d, "control", c.control)
		got := proposed(t, d)
		for key, want := range map[string]string{"kind": c.kind, "when": c.when, "title": c.title, "id": c.id, "collected-by": "PER-anna",
			"system": "", "query": "", "method": "", "collected-at": "", "row-count": ""} {
			if got[key] != want {
				t.Errorf("%s: %q is proposed as %s, want %q", c.file, got[key], key, want)
			}
		}
	}
}

// A person's word is asked for before what is only about it, and has nothing that was collected.
func TestWhatIsAskedOfAWord(t *testing.T) {
	d, err := draft(t, "", "", collect.Keeping{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	said(t, d, "control", "CM-01", "kind", "nil", "covers", "2026Q1", "title", "T", "id", "EV-1")
	var asked []string
	for q, more := d.Next(); more; q, more = d.Next() {
		asked = append(asked, q.Asks)
		if err := d.Answer(q, map[string]string{"statement": "Nothing happened; the log has no row."}[q.Key]); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := strings.Join(asked, "; "), "statement, in a sentence; said at, as 2026-03-31T15:04:00+02:00; said by"; got != want {
		t.Errorf("%q is asked, want %q", got, want)
	}
}

func TestYesAndNo(t *testing.T) {
	d, err := draft(t, "users.csv", "id\n1\n", collect.Keeping{Git: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for word, holds := range map[string]bool{"yes": true, "Y": true, "no": false, "n": false} {
		said(t, d, "personal-data", word)
		if got := d.Lasting() != ""; got != holds {
			t.Errorf("%q: it holds personal data: %v", word, got)
		}
	}
	if err := d.Set("personal-data", "maybe"); err == nil {
		t.Error("maybe is taken")
	}
}

func TestNamesOfFiles(t *testing.T) {
	for _, c := range []struct{ file, system, want string }{
		{"Användare i drift.CSV", "Katalogtjänsten", "AC-02_anvandare-i-drift_katalogtjansten_2026-03-31.csv"},
		{"AC-02_access-review_four-systems_2026-03-17.csv", "x", "AC-02_access-review_four-systems_2026-03-17.csv"},
		{"AC-02 access review.csv", "", "AC-02_access-review_2026-03-31.csv"},
		{"2026-03-31.csv", "", "AC-02_a-title_2026-03-31.csv"},
		{"利用者.csv", "", "AC-02_a-title_2026-03-31.csv"},
		{strings.Repeat("a very long name ", 9) + ".csv", strings.Repeat("långt ", 20), "AC-02_a-very-long-name-a-very-long-name-a-very-long_langt-langt-langt-langt-langt_2026-03-31.csv"},
		{"../../a b;c.tar.gz", "", "AC-02_a-b-c-tar_2026-03-31.gz"},
		{"no ending", "", "AC-02_no-ending_2026-03-31"},
		{"CON.csv", "", "AC-02_con_2026-03-31.csv"},
	} {
		d, err := draft(t, c.file, "id\n1\n", collect.Keeping{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		said(t, d, "control", "AC-02", "kind", "report", "covers", "2026Q1", "title", "A title", "id", "EV-1")
		if c.system != "" {
			said(t, d, "system", c.system)
		}
		r, err := d.Finish(false)
		if err != nil || r.File != "content/evidence/files/"+c.want {
			t.Errorf("%s is called %q, %v; want %q", c.file, r.File, err, c.want)
		}
	}
}

func TestAFileGetsANameOfItsOwn(t *testing.T) {
	d, err := draft(t, "users.csv", "id\n1\n", collect.Keeping{}, map[string]string{"content/evidence/files/ac-02_USERS_2026-03-31.csv": "other"})
	if err != nil {
		t.Fatal(err)
	}
	said(t, d, "control", "AC-02", "kind", "report", "covers", "2026Q1")
	if err := d.Settle(); err != nil {
		t.Fatal(err)
	}
	r, err := d.Finish(false)
	sum := sha256.Sum256([]byte("id\n1\n"))
	if err != nil || r.File != "content/evidence/files/AC-02_users_2026-03-31-2.csv" || r.Rows != 1 || len(r.Changes) != 2 {
		t.Fatalf("%+v, %v", r, err)
	}
	if c := r.Changes[0]; !c.New || c.Copy == nil || c.Copy.SHA256 != hex.EncodeToString(sum[:]) || c.Path != r.File {
		t.Errorf("the copy is %+v", c)
	}
}

func TestGitLeavesTheBytesAlone(t *testing.T) {
	const line = "content/evidence/files/** -text"
	for name, tt := range map[string]struct {
		old, want string
		keeping   collect.Keeping
	}{
		"no file":                {"", line + "\n", collect.Keeping{Git: true}},
		"no end of the line":     {"* text=auto", "* text=auto\n" + line + "\n", collect.Keeping{Git: true}},
		"line ends of Windows":   {"* text=auto\r\n", "* text=auto\r\n" + line + "\r\n", collect.Keeping{Git: true}},
		"the line is there":      {"a\n" + line + "\n", "", collect.Keeping{Git: true}},
		"git leaves them alone":  {"* -text\n", "", collect.Keeping{Git: true, Exact: true}},
		"git does not hold them": {"", "", collect.Keeping{}},
	} {
		files := map[string]string{}
		if tt.old != "" {
			files[".gitattributes"] = tt.old
		}
		d, err := draft(t, "users.csv", "id\n1\n", tt.keeping, files)
		if err != nil {
			t.Fatal(err)
		}
		said(t, d, "control", "AC-02", "kind", "report", "title", "T", "id", "EV-1")
		r, err := d.Finish(false)
		if err != nil {
			t.Fatal(err)
		}
		last := r.Changes[len(r.Changes)-1]
		if tt.want == "" && len(r.Changes) != 2 || tt.want != "" && (string(last.Text) != tt.want || last.New != (tt.old == "")) {
			t.Errorf("%s: %d changes, the last of %s: %q", name, len(r.Changes), last.Path, last.Text)
		}
	}
}

// A secret is found wherever it stands in a file, also where two looks at it meet.
func TestSecretsInLongFiles(t *testing.T) {
	key := "AKIA" + "Q3EGRTWJPL5XKZ7V"
	for _, lines := range []int{0, 10, 52427, 52428, 52429, 150000} {
		text := strings.Repeat("nothing to see here\n", lines) + "a " + key + " b\n" + strings.Repeat("nothing to see here\n", 100)
		_, err := draft(t, "a.log", text, collect.Keeping{}, nil)
		if want := "a.log:" + strconv.Itoa(lines+1) + " holds what looks like a secret"; err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%d lines before it: %v, want %q", lines, err, want)
		}
	}
}

func TestAFileThatIsGone(t *testing.T) {
	site := fstest.MapFS{"site.toml": {Data: []byte(audited)}, "content/controls.toml": {Data: []byte(acted)}, "content/frameworks/goals.toml": {Data: []byte(goals)}}
	e, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = collect.New(site, e, collect.Keeping{}, &collect.File{FS: fstest.MapFS{}, Name: "a.csv", Told: "~/a.csv"}, nil)
	if err == nil || err.Error() != "there is no file ~/a.csv" || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// Without an audit there is no period to cut into windows, and a quarterly control is still shown quarter by quarter.
func TestKindWithoutAnAudit(t *testing.T) {
	for control, want := range map[string]string{"AC-02": "report", "CM-01": "population"} {
		d, err := draft(t, "list.csv", "id\n1\n", collect.Keeping{}, map[string]string{"site.toml": "as_of = 2026-08-15\n[organization]\nname = \"Nordan\"\n"})
		if err != nil {
			t.Fatal(err)
		}
		said(t, d, "control", control)
		if q, _ := d.Next(); q.Key != "kind" || q.Proposal != want {
			t.Errorf("%s: %q is asked, and %q proposed, want %q", control, q.Key, q.Proposal, want)
		}
	}
}
