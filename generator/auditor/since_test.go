package auditor_test

import (
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/auditor"
	"trustpress/generator/bag"
	"trustpress/generator/bundle"
	"trustpress/generator/theme"
	"trustpress/templates"
	"trustpress/themes"
)

// handed is a bundle as whoever got it has it.
func handed(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		if !strings.HasSuffix(name, ".zip") {
			out[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return out
}

func readEarlier(t *testing.T, files fs.FS) *bundle.Bundle {
	t.Helper()
	e, err := bundle.Read(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// followed is the bundle of a site that follows an earlier one.
func followed(t *testing.T, earlier map[string]string, fsys fs.FS) map[string]string {
	t.Helper()
	look, err := theme.Load(nil, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := auditor.Follow(readEarlier(t, handed(earlier)), compile(t, fsys), fsys, look)
	if err != nil {
		t.Fatal(err)
	}
	return contents(t, tree)
}

const moreEvidence = `[[evidence]]
id = "EV-4"
title = "Access review of summer"
controls = ["AC-02"]
kind = "report"
source = "summer.csv"
occurred_on = 2026-01-15
`

// later is the site some weeks after its bundle was handed over.
func later() fstest.MapFS {
	fsys := site()
	edit := func(name, old, new string) {
		fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(fsys[name].Data), old, new, 1)), Mode: 0o644}
	}
	edit("content/controls/AC-02.md", "frequency: [quarterly]", "mode: manual\nfrequency: [quarterly]")
	edit("content/evidence.toml", "[[evidence]]", moreEvidence+"[[evidence]]")
	edit("content/people.toml", "Anna Åberg", "Anna Öberg")
	delete(fsys, "content/waivers.toml")
	fsys["content/evidence/files/summer.csv"] = &fstest.MapFile{Data: []byte("a\n1\n"), Mode: 0o644}
	return fsys
}

const secondName = bagName + "-2"

// Whatever the full bundle would hold of evidence is in the one that follows or in the earlier one, where it says, byte for byte.
func TestBothBundlesHoldAllEvidence(t *testing.T) {
	first := contents(t, write(t, site()))
	second, whole := followed(t, first, later()), contents(t, write(t, later()))
	held := map[string]string{}
	for line := range strings.Lines(second[secondName+"/data/since/held-sha256.txt"]) {
		sum, at, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if got := fmt.Sprintf("%x", sha256.Sum256([]byte(first[at]))); got != sum || first[at] == "" {
			t.Errorf("%s is not in the earlier bundle", at)
		}
		held[first[at]] = at
	}
	here := 0
	for name, text := range whole {
		if !strings.HasPrefix(name, bagName+"/data/evidence/ev-") || strings.HasSuffix(name, "index.html") {
			continue
		}
		_, earlier := held[text]
		now := second[secondName+strings.TrimPrefix(name, bagName)] == text
		if earlier == now {
			t.Errorf("%s: in the earlier bundle %t, in this one %t", name, earlier, now)
		}
		if now {
			here++
		}
	}
	if here != 1 || len(held) != 2 {
		t.Errorf("%d files are here and %d held, want 1 and 2", here, len(held))
	}
	for name := range whole {
		if at := secondName + strings.TrimPrefix(name, bagName); strings.HasPrefix(name, bagName+"/") && second[at] == "" && !strings.Contains(name, "/ev-1/") {
			t.Errorf("there is no %s", at)
		}
	}
}

// Each page that speaks of evidence says in which earlier bundle it is, and none says that it is missing.
func TestPagesSayWhereEvidenceIs(t *testing.T) {
	second := followed(t, contents(t, write(t, site())), later())
	const in = "in the earlier bundle " + bagName + ", at data/evidence/ev-1/granskning-av-atkomst-2026.csv"
	for _, page := range []string{"evidence/ev-1/index.html", "evidence/index.html", "controls/ac-02/index.html", "evidence/evidence.csv"} {
		if !strings.Contains(second[secondName+"/data/"+page], in) {
			t.Errorf("%s does not say where it is", page)
		}
	}
	sheet := second[secondName+"/data/evidence/ev-1/index.html"]
	for _, want := range []string{fmt.Sprintf("%x", sha256.Sum256([]byte(rawText))), "<td>Åsa</td><td>kept</td>", "at data/evidence/ev-1/bild-pa-skarmen.png"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet has no %s", want)
		}
	}
	for _, page := range []string{"index.html", "gaps.csv"} {
		if strings.Contains(second[secondName+"/data/"+page], "EV-1") {
			t.Errorf("%s says that EV-1 is missing", page)
		}
	}
	for _, name := range []string{"READ-ME-FIRST.txt", "data/VERIFY.txt", "data/criteria/index.html"} {
		if text := second[secondName+"/"+name]; !strings.Contains(text, bagName) || !strings.Contains(strings.ToLower(text), "both are needed") {
			t.Errorf("%s does not say that both are needed", name)
		}
	}
	for name, text := range second {
		for _, m := range regexp.MustCompile(`(?:href|src)="([^"#]+)`).FindAllStringSubmatch(text, -1) {
			if strings.HasSuffix(name, ".html") && !strings.HasPrefix(m[1], "http") && second[path.Join(path.Dir(name), m[1])] == "" {
				t.Errorf("%s leads to %s, which is not there", name, m[1])
			}
		}
	}
}

func table(t *testing.T, text string) [][]string {
	t.Helper()
	out, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSinceSaysWhatChanged(t *testing.T) {
	first := site()
	first["content/requests.toml"] = &fstest.MapFile{Data: []byte("[[request]]\nid = \"REQ-1\"\ntitle = \"Reviews\"\nrequest = \"All of them.\"\nstatus = \"open\"\n")}
	now := later()
	now["content/requests.toml"] = &fstest.MapFile{Data: []byte("[[request]]\nid = \"REQ-1\"\ntitle = \"Reviews\"\nrequest = \"All of them.\"\nstatus = \"answered\"\nanswers = [\"EV-4\"]\n" +
		"[[request]]\nid = \"REQ-2\"\ntitle = \"More\"\nrequest = \"=more\"\nstatus = \"open\"\n")}
	delete(now, "content/vendors.toml")
	second := followed(t, contents(t, write(t, first)), now)
	var got []string
	for _, row := range table(t, second[secondName+"/data/since/since.csv"])[1:] {
		got = append(got, strings.Join(row[:3], " ")+" "+row[4])
	}
	for _, want := range []string{"controls changed AC-02 mode", "evidence new EV-4 ", "requests answered REQ-1 status", "requests answered REQ-1 evidence", "requests new REQ-2 ",
		"people changed PER-anna name", "vendors gone VEN-1 ", "gaps changed AC-02 reason", "waivers gone missing-occurrence "} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not among\n%s", want, strings.Join(got, "\n"))
		}
	}
	var order []string
	for _, line := range got {
		subject, _, _ := strings.Cut(line, " ")
		order = append(order, subject)
	}
	if got, want := strings.Join(slices.Compact(order), " "), "controls criteria policies evidence requests gaps people vendors waivers"; got != want {
		t.Errorf("the order is %s, want %s", got, want)
	}
	page := second[secondName+"/data/since/index.html"]
	for _, want := range []string{"superseded", "answered since", `href="../evidence/ev-4/index.html"`, `href="../evidence/ev-4/summer.csv"`, `href="../since/held.csv"`, `href="../since/files.csv"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	what := map[string]string{}
	for _, row := range table(t, second[secondName+"/data/since/files.csv"])[1:] {
		what[row[2]] = strings.TrimSpace(row[0] + " " + row[1])
	}
	for at, want := range map[string]string{"data/evidence/ev-4/summer.csv": "new", "data/controls/controls.csv": "changed", "data/assets/ledger.css": "same",
		"data/evidence/ev-1/granskning-av-atkomst-2026.csv": "held " + bagName, "data/registers/vendors/vendors.csv": "gone " + bagName} {
		if what[at] != want {
			t.Errorf("%s: got %q, want %q", at, what[at], want)
		}
	}
}

// A file that changed, and its record with it, is told once: what was recorded is what was measured.
func TestChangedFileIsToldOnce(t *testing.T) {
	last := later()
	last["content/evidence/files/summer.csv"] = &fstest.MapFile{Data: []byte("a\n1\n2\n"), Mode: 0o644}
	recorded := func(fsys fstest.MapFS) fstest.MapFS {
		sum := sha256.Sum256(fsys["content/evidence/files/summer.csv"].Data)
		text := strings.Replace(string(fsys["content/evidence.toml"].Data), "source = \"summer.csv\"", fmt.Sprintf("source = \"summer.csv\"\nsha256 = \"%x\"", sum), 1)
		fsys["content/evidence.toml"] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
		return fsys
	}
	first := contents(t, write(t, recorded(later())))
	page := followed(t, first, recorded(last))[secondName+"/data/since/index.html"]
	_, page, _ = strings.Cut(page, `id="tp.since.evidence"`)
	page, _, _ = strings.Cut(page, "</table>")
	if n := strings.Count(page, "SHA-256"); n != 1 {
		t.Errorf("the digest is told %d times", n)
	}
}

// A file that no record refers to any longer is said to be gone, and one of the same bytes elsewhere stands for it.
func TestEvidenceThatNothingRefersTo(t *testing.T) {
	now := later()
	text := string(now["content/evidence.toml"].Data)
	now["content/evidence.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "companion = \"bild på skärmen.png\"", "", 1))}
	second := followed(t, contents(t, write(t, site())), now)
	if page := second[secondName+"/data/since/index.html"]; !strings.Contains(page, "no record refers to") || !strings.Contains(page, "evidence/ev-1/bild-pa-skarmen.png") {
		t.Error("the page does not say that a file is no longer referred to")
	}
	now["content/evidence.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "companion = \"bild på skärmen.png\"", "companion = \"copy.png\"", 1))}
	now["content/evidence/files/copy.png"] = now["content/evidence/files/bild på skärmen.png"]
	second = followed(t, contents(t, write(t, site())), now)
	if page := second[secondName+"/data/since/index.html"]; strings.Contains(page, "no record refers to") {
		t.Error("the page says that a file is no longer referred to whose bytes are")
	}
}

func TestNothingChanged(t *testing.T) {
	first := contents(t, write(t, site()))
	second := followed(t, first, site())
	if page := second[secondName+"/data/since/index.html"]; !strings.Contains(page, "No record differs") || strings.Contains(page, `id="tp.since.evidence"`) {
		t.Error("the page says that a record differs")
	}
	if text := second[secondName+"/data/VERIFY.txt"]; !strings.Contains(text, "\nTHE BUNDLE THAT IT FOLLOWS\n") || strings.Contains(text, "THIS/") {
		t.Error("VERIFY.txt does not name the bundles")
	}
	if rows := table(t, second[secondName+"/data/since/since.csv"]); len(rows) != 1 {
		t.Errorf("the table has %d rows", len(rows))
	}
	if again := followed(t, first, site()); !maps.Equal(again, second) {
		t.Error("the same input makes other bytes")
	}
}

// Each bundle follows the one before it, and leaves to all of them what they hold.
func TestChain(t *testing.T) {
	first := contents(t, write(t, site()))
	second := followed(t, first, later())
	last := later()
	last["content/evidence/files/summer.csv"] = &fstest.MapFile{Data: []byte("a\n1\n2\n"), Mode: 0o644}
	third := followed(t, second, last)
	const name = bagName + "-3"
	held := third[name+"/data/since/held-sha256.txt"]
	if !strings.Contains(held, "  "+bagName+"/data/evidence/ev-1/granskning") || strings.Contains(held, "summer") || strings.Count(held, "\n") != 2 {
		t.Errorf("it leaves to the others:\n%s", held)
	}
	if third[name+"/data/evidence/ev-4/summer.csv"] != "a\n1\n2\n" {
		t.Error("the file that changed is not in the bundle")
	}
	fourth := followed(t, third, last)
	held = fourth[bagName+"-4/data/since/held-sha256.txt"]
	if !strings.Contains(held, "  "+name+"/data/evidence/ev-4/summer.csv") || strings.Count(held, "\n") != 3 {
		t.Errorf("the fourth leaves to the others:\n%s", held)
	}
	info := fourth[bagName+"-4/bag-info.txt"]
	for _, want := range []string{"Bag-Group-Identifier: " + bagName + "\n", "Bag-Count: 4 of ?\n", "Follows: " + name + "\n",
		fmt.Sprintf("Follows-Tagmanifest-SHA256: %x\n", sha256.Sum256([]byte(third[name+"/tagmanifest-sha256.txt"])))} {
		if !strings.Contains(info, want) {
			t.Errorf("bag-info.txt has no %q:\n%s", want, info)
		}
	}
}

// bagOf is a bag that holds what it is given, in a folder of its own.
func bagOf(t *testing.T, folder string, info []bag.Field, payload map[string]string) fstest.MapFS {
	t.Helper()
	var entries []bag.Entry
	for at, text := range payload {
		entries = append(entries, bag.Entry{Path: at, Write: func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		}})
	}
	sealed, err := bag.Seal(entries)
	if err != nil {
		t.Fatal(err)
	}
	tags, err := bag.Tags(sealed, info)
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for at, text := range payload {
		out[path.Join(folder, at)] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, tag := range tags {
		out[path.Join(folder, tag.Path)] = &fstest.MapFile{Data: tag.Bytes}
	}
	return out
}

func TestReadEarlierRefuses(t *testing.T) {
	ours := []bag.Field{{Label: "External-Identifier", Value: "x-2026"}}
	group := func(id, of, count string) []bag.Field {
		return []bag.Field{{Label: "External-Identifier", Value: id}, {Label: "Bag-Group-Identifier", Value: of}, {Label: "Bag-Count", Value: count}}
	}
	page := map[string]string{"data/index.html": "hi"}
	held := func(text string) map[string]string { return map[string]string{"data/since/held-sha256.txt": text} }
	for _, test := range []struct {
		name  string
		files fs.FS
		want  string
	}{
		{"nothing", fstest.MapFS{}, "it is no bag"},
		{"two folders", fstest.MapFS{"a/x": {}, "b/x": {}}, "it is no bag"},
		{"a folder of another name", bagOf(t, "y", ours, page), `its folder is called "y", and it calls itself "x-2026"`},
		{"no identifier", bagOf(t, "", nil, page), "no identifier"},
		{"an identifier that is a path", bagOf(t, "", []bag.Field{{Label: "External-Identifier", Value: "../x"}}, page), "no identifier"},
		{"a long identifier", bagOf(t, "", []bag.Field{{Label: "External-Identifier", Value: strings.Repeat("x", 60)}}, page), "no identifier"},
		{"no number", bagOf(t, "", group("x-2", "x", "two"), page), "does not say which of them it is"},
		{"a number that overflows", bagOf(t, "", group("x-2", "x", "99999999999999999999 of ?"), page), "does not say which"},
		{"a list that is none", bagOf(t, "", ours, held("hello\n")), "that is no SHA-256"},
		{"a list of what is no evidence", bagOf(t, "", ours, held(strings.Repeat("0", 64)+"  x/data/index.html\n")), "is no evidence in a bundle"},
		{"a list that leaves the folder", bagOf(t, "", ours, held(strings.Repeat("0", 64)+"  x/../data/evidence/a/b\n")), `segment ".."`},
	} {
		if _, err := bundle.Read(test.files, nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
	whole := handed(contents(t, write(t, site())))
	whole[bagName+"/data/controls/controls.csv"] = &fstest.MapFile{Data: []byte("id\r\n")}
	if _, err := bundle.Read(whole, nil); err == nil || !strings.Contains(err.Error(), "it is not as it was made: ") || !strings.Contains(err.Error(), "data/controls/controls.csv is not the file that is listed") {
		t.Errorf("a changed bundle: got %v", err)
	}
}

func TestFollowRefusesAnotherSite(t *testing.T) {
	first := handed(contents(t, write(t, site())))
	for _, test := range []struct{ from, to, want string }{
		{`name = "Åkerlund & Co"`, `name = "Åkerlund & Co AB"`, ""},
		{`name = "Ledger Ö"`, `name = "Ledger Å"`, ""},
		{"name = \"Åkerlund & Co\"\n[service]\nname = \"Ledger Ö\"", "name = \"Other AB\"\n[service]\nname = \"Other\"", `it is of "Ledger Ö" by "Åkerlund & Co", and this site is of "Other" by "Other AB"`},
		{"as_of = 2026-09-30", "as_of = 2026-09-01", "it speaks of 2026-09-30, which is later than the 2026-09-01 of this one"},
		{"period_to = 2026-09-30", "period_to = 2026-08-31", ""},
	} {
		fsys := site()
		fsys["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(siteText, test.from, test.to, 1))}
		e, a := readEarlier(t, first), compile(t, fsys)
		_, err := auditor.Follow(e, a, fsys, nil)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: got %v, want %q", test.to, err, test.want)
		}
		if got, want := e.OtherPeriod(a) != "", strings.Contains(test.from, "period"); got != want {
			t.Errorf("%s: another period: %t, want %t", test.to, got, want)
		}
	}
}

// A bundle of an older version has fewer tables, in other places, with other columns.
func TestFollowsWhatAnOlderVersionMade(t *testing.T) {
	info := []bag.Field{{Label: "Source-Organization", Value: "Åkerlund & Co"}, {Label: "External-Identifier", Value: strings.Repeat("ledger-", 7)[:48]}}
	old := bagOf(t, "", info, map[string]string{
		"data/controls/controls.csv":             "id,title,colour\r\nAC-02,Access is reviewed every quarter,red\r\nAC-09,Gone,blue\r\n",
		"data/registers/requests/requests.csv":   "id,title,status\r\nREQ-1,Reviews,open\r\n",
		"data/evidence/ev-1/controls.csv":        "no table",
		"data/evidence/controls/controls.csv":    "not \"a table",
		"data/evidence/ev-1/granskning-same.csv": rawText,
	})
	files := map[string]string{}
	for name, f := range old {
		files[name] = string(f.Data)
	}
	second := followed(t, files, site())
	id := strings.Repeat("ledger-", 7)[:46] + "-2"
	if id = strings.Replace(id, "--2", "-2", 1); second[id+"/data/index.html"] == "" {
		t.Errorf("there is no bundle %s, but %v", id, slices.Sorted(maps.Keys(second))[:1])
	}
	since := second[id+"/data/since/since.csv"]
	if !strings.Contains(since, "controls,gone,AC-09") || strings.Contains(since, "controls,changed") || !strings.Contains(since, "requests,gone,REQ-1") {
		t.Errorf("it says\n%s", since)
	}
	if page := second[id+"/data/since/index.html"]; !strings.Contains(page, "colour, ") {
		t.Error("the page does not say which columns are not compared")
	}
	if held := second[id+"/data/since/held-sha256.txt"]; !strings.Contains(held, "/data/evidence/ev-1/granskning-same.csv\n") {
		t.Errorf("it leaves to the other:\n%s", held)
	}
}

// What an earlier bundle says is not ours: a long text in it makes no long page, and many rows of one id take no longer than others.
func TestSinceBearsWhateverAnEarlierBundleHolds(t *testing.T) {
	long := strings.Repeat("<b>A", 1_000_000)
	rows := strings.Repeat("AC-02,same\n", 50_000)
	earlier := map[string]string{}
	info := []bag.Field{{Label: "External-Identifier", Value: bagName}, {Label: "Source-Organization", Value: "Åkerlund & Co"}, {Label: "Bagging-Date", Value: "2026-01-01"}}
	for name, file := range bagOf(t, bagName, info, map[string]string{"data/controls/controls.csv": "id,title\n" + rows, "data/policies/policies.csv": "id,title\nOLD-1," + long + "\n" + long + ",x\n"}) {
		earlier[name] = string(file.Data)
	}
	page := followed(t, earlier, site())[secondName+"/data/since/index.html"]
	if !strings.Contains(page, "OLD-1") || strings.Contains(page, "<b>A") || strings.Contains(page, strings.Repeat("&lt;b&gt;A", 1000)) {
		t.Errorf("a page of %d bytes", len(page))
	}
}
