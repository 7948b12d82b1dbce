package auditor_test

import (
	"crypto/ed25519"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/crypto/ssh"

	"trustpress/generator/approval"
	"trustpress/generator/audience"
	"trustpress/generator/auditor"
	"trustpress/generator/history"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
	"trustpress/templates"
	"trustpress/themes"
)

const (
	policyPage   = bagName + "/data/policies/pol-ac/index.html"
	policiesPage = bagName + "/data/policies/index.html"
)

// approve adds the record of an approval of a site's policy as it stands, and returns the digest of its text.
func approve(t *testing.T, fsys fstest.MapFS, on, signature string) string {
	t.Helper()
	digest := compile(t, fsys).Program.Policies[0].SHA256
	fsys["content/approvals.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil,
		"[[approval]]\npolicy = \"POL-AC\"\nversion = \"1.0\"\nsha256 = %q\nby = \"PER-anna\"\non = %s\nsignature = '''\n%s'''\n", digest, on, signature)}
	return digest
}

// edit changes the policy of a site.
func edit(fsys fstest.MapFS, old, new string) {
	f := fsys["content/policies/access.md"]
	fsys["content/policies/access.md"] = &fstest.MapFile{Data: []byte(strings.Replace(string(f.Data), old, new, 1))}
}

// holds reports what a page does not say.
func holds(t *testing.T, page string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

// The bundle says of each policy whether its text is the approved one, and what is missing stands first.
func TestStateOfApprovals(t *testing.T) {
	const whole = `on these days:</strong> <time class="id">2025-10-01</time> – <time class="id">2026-09-30</time>`
	for _, c := range []struct {
		name   string
		change func(fstest.MapFS)
		state  string
		says   string
	}{
		{"claimed", func(fstest.MapFS) {}, "approval only claimed", whole},
		{"never", func(fsys fstest.MapFS) { edit(fsys, "approved_on: 2024-01-01\n", "") }, "never approved", whole},
		{"changed", func(fsys fstest.MapFS) {
			approve(t, fsys, "2024-01-01", "")
			edit(fsys, "As [AC-02] says", "As [AC-02] said")
		},
			"changed since approval", "The text as it stands is not the one that was approved last."},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := site()
			c.change(fsys)
			files := contents(t, write(t, fsys))
			state := `<span class="state state-missing">` + c.state + `</span>`
			holds(t, files[policyPage], state, c.says)
			if first, table, _ := strings.Cut(files[policiesPage], "<table"); !strings.Contains(first, state) || !strings.Contains(table, state) {
				t.Errorf("the list does not say %q before its table and in it", c.state)
			}
		})
	}
}

func TestApprovedTextsInForce(t *testing.T) {
	fsys := site()
	digest := approve(t, fsys, "2026-01-15", "")
	files := contents(t, write(t, fsys))
	holds(t, files[policyPage], `<span class="state state-approved">approved text</span>`, "there is no version control to ask", digest[:32]+"<wbr>"+digest[32:], "the text as it stands",
		`<td><time class="id">2026-01-15</time></td><td> still in force</td><td><a href="../../policies/pol-ac/1.0/index.html">1.0</a></td>`)
	table := rows(t, files, "policies/policies.csv")
	for column, want := range map[string]string{"bundle.approval": "approved text", "bundle.without_approved_text": "", "bundle.sha256": digest} {
		if got := cell(t, table, "POL-AC", column); got != want {
			t.Errorf("%s: got %q, want %q", column, got, want)
		}
	}
	if strings.Contains(files[policyPage]+files[policiesPage], "on these days:") {
		t.Error("a text that was in force since there is one is said to be missing")
	}
	edit(fsys, "approved_on: 2024-01-01", "status: retired\nretired_on: 2025-12-31")
	delete(fsys, "content/approvals.toml")
	table = rows(t, contents(t, write(t, fsys)), "policies/policies.csv")
	if got, want := cell(t, table, "POL-AC", "bundle.without_approved_text"), "2025-10-01/2025-12-31"; got != want {
		t.Errorf("of a retired policy that nobody approved: got %q, want %q", got, want)
	}
}

// Nobody has to approve what nobody calls in force.
func TestDraftsLackNoDays(t *testing.T) {
	fsys := site()
	edit(fsys, "approved_on: 2024-01-01", "status: draft")
	if page := contents(t, write(t, fsys))[policyPage]; strings.Contains(page, "on these days:") {
		t.Error("a draft is said to have been in force")
	}
}

func TestSignedApproval(t *testing.T) {
	signer, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed([]byte(strings.Repeat("k", ed25519.SeedSize))))
	if err != nil {
		t.Fatal(err)
	}
	fsys := site()
	digest := approve(t, fsys, "2026-01-15", "")
	signature, err := approval.Sign(signer, digest)
	if err != nil {
		t.Fatal(err)
	}
	approve(t, fsys, "2026-01-15", signature)
	public := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(signer.PublicKey())))
	fsys["content/people.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "[[person]]\nid = \"PER-anna\"\nname = \"Anna Åberg\"\nsigning_keys = [%q]\n", public)}
	key := ssh.FingerprintSHA256(signer.PublicKey())
	files := contents(t, write(t, fsys))
	holds(t, files[policyPage], "Signed with a key of the person: <code>"+strings.ReplaceAll(key, "+", "&#43;")+"</code>")
	table := rows(t, files, "policies/approvals.csv")
	for column, want := range map[string]string{"version": "1.0", "sha256": digest, "approved_on": "2026-01-15", "approved_by": "Anna Åberg", "attribution": "signed", "key": key,
		"commit": "", "bundle.page": "data/policies/pol-ac/index.html"} {
		if got := cell(t, table, "POL-AC", column); got != want {
			t.Errorf("%s: got %q, want %q", column, got, want)
		}
	}
	const file = "policies/signatures/pol-ac_1.0.sig"
	if got := files[bagName+"/data/"+file]; got != signature {
		t.Errorf("the file of the signature has %q", got)
	}
	if got := cell(t, table, "POL-AC", "bundle.signature"); got != "data/"+file {
		t.Errorf("the signature is said to be in %q", got)
	}
	holds(t, files[policyPage], `href="../../`+file+`"`)
	verified(t, unpack(t, files), digest, "data/"+file, public)
	fsys["content/people.toml"] = &fstest.MapFile{Data: []byte("[[person]]\nid = \"PER-anna\"\nname = \"Anna Åberg\"\n")}
	holds(t, contents(t, write(t, fsys))[policyPage], `<span class="state state-missing">signature does not hold</span>`)
}

// verified reports a signature in a bag that OpenSSH does not take for one of a digest, as VERIFY.txt tells an auditor to ask it.
func verified(t *testing.T, bag, digest, signature, public string) {
	t.Helper()
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("SKIPPED: there is no ssh-keygen here")
	}
	signers := filepath.Join(t.TempDir(), "signers")
	if err := os.WriteFile(signers, []byte("anna "+public+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("ssh-keygen", "-Y", "verify", "-n", approval.Namespace, "-f", signers, "-I", "anna", "-s", signature)
	c.Dir, c.Stdin = bag, strings.NewReader(digest+"\n")
	if said, err := c.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, said)
	}
}

// Who recorded an approval for somebody else is named.
func TestRecordedByAnother(t *testing.T) {
	fsys := site()
	approve(t, fsys, "2026-01-15", "")
	a := compile(t, fsys)
	commit := &history.Commit{Hash: "0123456789abcdef0123456789abcdef01234567", Author: history.Person{Name: "Bo Ek", Email: "bo@example.com"}}
	a.Approved[a.Program.Policies[0]].Approvals[0].Attribution = trace.Attribution{How: trace.Recorded, Commit: commit}
	files := pagesOf(t, a, fsys)
	holds(t, files[policyPage], `Recorded by Bo Ek for <a href="../../registers/people/index.html#per-anna">Anna Åberg</a>`, commit.Hash)
	table := rows(t, files, "policies/approvals.csv")
	for column, want := range map[string]string{"attribution": "recorded by another", "recorded_by": "Bo Ek", "commit": commit.Hash} {
		if got := cell(t, table, "POL-AC", column); got != want {
			t.Errorf("%s: got %q, want %q", column, got, want)
		}
	}
}

func pagesOf(t *testing.T, a *audience.Auditor, fsys fstest.MapFS) map[string]string {
	t.Helper()
	look, err := theme.Load(nil, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := auditor.Write(a, fsys, look)
	if err != nil {
		t.Fatal(err)
	}
	return contents(t, tree)
}

// The recipe in the bundle makes the approved words of the file beside them.
func TestStockToolsWorkOutAnApproval(t *testing.T) {
	for _, tool := range []string{"sh", "awk", "sed", "tr", "diff"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("SKIPPED: there is no %s here", tool)
		}
	}
	fsys := site()
	edit(fsys, "As [AC-02] says.", "As [AC-02] says:\u00a0\n\n| a | b |\n|-----|---|\n| c\t| å |\n\n---\n\nEnd.\r\n")
	approve(t, fsys, "2026-01-15", "")
	files := contents(t, write(t, fsys))
	text := files[bagName+"/data/VERIFY.txt"]
	_, recipe, _ := strings.Cut(text, "    export LC_ALL=C")
	recipe, _, found := strings.Cut(recipe, "| diff - words.txt\n")
	if !found {
		t.Fatal("there is no recipe")
	}
	c := exec.Command("sh", "-c", "export LC_ALL=C"+strings.NewReplacer("'TITLE'", "'Access control'", "'DESCRIPTION'", "''", "4.1.md", "1.0.md").Replace(recipe)+"| diff - words.txt")
	c.Dir = filepath.Join(unpack(t, files), "data/policies/pol-ac/1.0")
	if said, err := c.CombinedOutput(); err != nil {
		t.Errorf("got %s, %v", said, err)
	}
}
