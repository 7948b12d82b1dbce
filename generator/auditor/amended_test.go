package auditor_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/history"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// kept is a site in version control.
type kept struct {
	*testing.T
	dir  string
	fsys fstest.MapFS
}

func keep(t *testing.T) *kept {
	k := &kept{t, t.TempDir(), site()}
	k.git("", "init", "-q", "-b", "main")
	return k
}

func (k *kept) git(on string, args ...string) {
	k.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = k.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=Bo Ek", "GIT_AUTHOR_EMAIL=bo@example.com",
		"GIT_COMMITTER_NAME=Bo Ek", "GIT_COMMITTER_EMAIL=bo@example.com", "GIT_AUTHOR_DATE="+on+"T12:00:00Z", "GIT_COMMITTER_DATE=2026-10-02T12:00:00Z")
	if said, err := cmd.CombinedOutput(); err != nil {
		k.Skipf("SKIPPED: git %s: %s", args, said)
	}
}

// write writes a file of the site.
func (k *kept) write(name, text string) {
	k.Helper()
	k.fsys[name] = &fstest.MapFile{Data: []byte(text)}
	k.lay()
}

func (k *kept) lay() {
	k.Helper()
	for name, f := range k.fsys {
		path := filepath.Join(k.dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			k.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			k.Fatal(err)
		}
	}
}

// commit commits all of it on a day, as the author writes.
func (k *kept) commit(on, subject string) {
	k.Helper()
	k.lay()
	k.git(on, "add", "-A")
	k.git(on, "commit", "-qm", subject)
}

// bundle makes the bundle of the folder, or of a clone of it.
func (k *kept) bundle(dir string) map[string]string {
	k.Helper()
	e, err := generator.Compile(os.DirFS(dir), generator.Options{History: func() (*history.Log, error) { return history.Read(dir) }})
	if err != nil {
		k.Fatal(err)
	}
	return pagesOf(k.T, audience.ForAuditor(e), k.fsys)
}

const (
	controlFile = "content/controls/AC-02.md"
	controlPage = bagName + "/data/controls/ac-02/index.html"
	controlList = bagName + "/data/controls/index.html"
)

func TestControlThatStood(t *testing.T) {
	k := keep(t)
	k.commit("2025-05-01", "begin")
	files := k.bundle(k.dir)
	says(t, files[controlPage], "Whether its text changed", "unchanged in the period", "last changed before the period, on 2025-05-01")
	says(t, files[controlList], `Text changed in the period <span class="count">0`, `1 <span class="state state-unchanged">`)
	if got := cell(t, rows(t, files, "matrix/controls.csv"), "AC-02", "text_in_period"); got != "unchanged" {
		t.Errorf("the sheet says %q", got)
	}
	if got := cell(t, rows(t, files, "controls/controls.csv"), "AC-02", "bundle.text_in_period"); got != "unchanged" {
		t.Errorf("the list says %q", got)
	}
}

func TestControlThatChanged(t *testing.T) {
	k := keep(t)
	k.commit("2025-05-01", "begin")
	k.write(controlFile, strings.Replace(controlText, "compares", "looks", 1))
	k.commit("2026-02-03", "who <b> looks")
	k.write(controlFile, strings.Replace(controlText, "compares", "reads", 1))
	k.commit("2026-10-01", "later")
	files := k.bundle(k.dir)
	says(t, files[controlPage], "changed in the period", `<time class="id">2026-02-03</time><div class="about">committed on 2026-10-02`, "Bo Ek", "who &lt;b&gt; looks",
		"changed again (commits: 1, the first of 2026-10-01)", "they are not timestamps", "not begin</td>")
	says(t, files[controlList], `Text changed in the period <span class="count">1`, "who &lt;b&gt; looks")
	table := rows(t, files, "matrix/controls.csv")
	if got := cell(t, table, "AC-02", "text_changes"); !strings.HasPrefix(got, "2026-02-03 ") || !strings.HasSuffix(got, " Bo Ek: who <b> looks (Text)") {
		t.Errorf("the sheet says %q", got)
	}
}

// A commit that changed what a control is mapped to changed nothing of what the control says.
func TestControlThatWasMapped(t *testing.T) {
	k := keep(t)
	k.commit("2025-05-01", "begin")
	k.write(controlFile, strings.Replace(strings.Replace(controlText, "risks: [RISK-1]\n", "", 1), "compares, as", "compares,\nas", 1))
	k.commit("2026-02-03", "no risk")
	files := k.bundle(k.dir)
	says(t, files[controlPage], "unchanged in the period", "no risk", "changed nothing of what the control says")
	says(t, files[controlList], `Text changed in the period <span class="count">0`)
	if got := cell(t, rows(t, files, "matrix/controls.csv"), "AC-02", "text_changes"); got != "" {
		t.Errorf("the sheet says %q", got)
	}
	k.write(controlFile, strings.Replace(controlText, "[quarterly]", "[monthly]", 1))
	k.commit("2026-03-03", "more often")
	says(t, k.bundle(k.dir)[controlPage], "changed in the period", "What differs: Frequency</div>")
}

// Versions of the handbook tell what version control does not.
func TestControlInVersions(t *testing.T) {
	now := compile(t, site()).Program.Outlines()
	at := slices.IndexFunc(now, func(o program.Outline) bool { return o.ID == "AC-02" })
	version := func(name, on string, of ...program.Outline) *trace.Version {
		day, err := node.ParseDay(on)
		if err != nil {
			t.Fatal(err)
		}
		return trace.NewVersion(&program.Release{Version: name, Date: day}, of)
	}
	other, unread := now[at], now[at]
	other.Parts = slices.Clone(other.Parts)
	other.Parts[len(other.Parts)-1].Digest = "another"
	other.Parts = slices.DeleteFunc(other.Parts, func(p program.Part) bool { return p.Field == "owner" })
	unread.Parts = nil
	for _, c := range []struct {
		versions    []*trace.Version
		state, says string
	}{
		{[]*trace.Version{version("1", "2024-01-01", now[at]), version("2", "2026-01-01", now[at])}, "same in versions", "The control reads the same in version 1 of the handbook, of 2024-01-01"},
		{[]*trace.Version{version("1", "2025-11-01", other), version("2", "2026-01-01", now[at])}, "changed in period",
			`<td>1 (<time class="id">2025-11-01</time>)</td><td>2 (<time class="id">2026-01-01</time>)</td><td>Owner, Text</td>`},
		{[]*trace.Version{version("1", "2026-01-01", other)}, "changed in period", "<td>Today’s text</td><td>Owner, Text</td>"},
		{[]*trace.Version{version("1", "2025-11-01"), version("2", "2026-01-01", now[at])}, "changed in period", "was not there before"},
		{[]*trace.Version{version("1", "2024-01-01", other), version("2", "2025-01-01", now[at])}, "same in versions", "in version 2 of the handbook, of 2025-01-01"},
		{[]*trace.Version{version("1", "2025-11-01", unread)}, "not known", "no version control to ask"},
	} {
		a := compile(t, site())
		a.Past.Versions = c.versions
		files := pagesOf(t, a, site())
		says(t, files[controlPage], c.says)
		if got := cell(t, rows(t, files, "matrix/controls.csv"), "AC-02", "text_in_period"); got != c.state {
			t.Errorf("%s: the sheet says %q, want %q", c.says, got, c.state)
		}
	}
}

// A new name is no other text.
func TestControlThatMoved(t *testing.T) {
	k := keep(t)
	k.commit("2025-05-01", "begin")
	k.git("", "mv", controlFile, "content/controls/moved.md")
	delete(k.fsys, controlFile)
	k.write("content/controls/moved.md", controlText)
	k.commit("2026-02-03", "move")
	says(t, k.bundle(k.dir)[controlPage], "unchanged in the period", "2025-05-01")
}

func TestControlOfWhichNothingIsKnown(t *testing.T) {
	says(t, contents(t, write(t, site()))[controlPage], "state-not-known", "no version control to ask")

	k := keep(t)
	k.commit("2026-10-01", "begin")
	says(t, k.bundle(k.dir)[controlPage], "state-not-known", "only since 2026-10-01, which is after the period")

	k = keep(t)
	k.commit("2025-05-01", "begin")
	k.write(controlFile, strings.Replace(controlText, "compares", "looks", 1))
	files := k.bundle(k.dir)
	says(t, files[controlPage], "state-not-known", "was not committed", "not unchanged in the period")
	if got := cell(t, rows(t, files, "matrix/controls.csv"), "AC-02", "text_in_period"); got != "not known" {
		t.Errorf("the sheet says %q", got)
	}

	k.write(controlFile, controlText)
	k.write("content/notes.toml.txt", "x")
	k.commit("2026-01-01", "another file")
	shallow := filepath.Join(t.TempDir(), "clone")
	k.git("", "clone", "-q", "--depth", "1", "file://"+k.dir, shallow)
	says(t, k.bundle(shallow)[controlPage], "state-not-known", "cut short here")
}

// Of a register it is known that it changed, and not whose row did.
func TestControlsInARegister(t *testing.T) {
	const row = "[[control]]\nid = \"AC-07\"\ntitle = \"Leavers lose access\"\ncriteria = [\"CC6.2\"]\nfrequency = [\"on-exit\"]\n"
	page := bagName + "/data/controls/ac-07/index.html"
	k := keep(t)
	k.write("content/controls.toml", row)
	k.commit("2025-05-01", "begin")
	says(t, k.bundle(k.dir)[page], "unchanged in the period")
	k.write("content/controls.toml", row+strings.ReplaceAll(row, "AC-07", "AC-08"))
	k.commit("2026-02-03", "one more")
	says(t, k.bundle(k.dir)[page], "state-not-known", "is in a register with others", "(commits: 1, the first of 2026-02-03 and the last of 2026-02-03")
}

// Where no period is examined, nothing is said of one.
func TestControlsWithoutAPeriod(t *testing.T) {
	fsys := site()
	before, _, _ := strings.Cut(siteText, "[audit]")
	_, after, _ := strings.Cut(siteText, "[frameworks]")
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(before + "[frameworks]" + after)}
	for name, page := range contents(t, write(t, fsys)) {
		if strings.Contains(page, "Whether its text changed") || strings.Contains(page, "Text changed in the period") {
			t.Errorf("%s speaks of a period", name)
		}
	}
}
