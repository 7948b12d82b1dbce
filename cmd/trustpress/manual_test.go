package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"trustpress/generator"
	"trustpress/generator/approval"
)

// recipe returns the code block of a manual page that stands under a comment with its name.
func recipe(t *testing.T, page, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("manual", page))
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(text), "<!-- recipe: "+name+" -->\n")
	fence, after, _ := strings.Cut(after, "sh\n")
	code, _, closed := strings.Cut(after, "\n"+fence+"\n")
	if !found || !closed {
		t.Fatalf("%s has no recipe %s", page, name)
	}
	return code + "\n"
}

// shells returns environments in which each awk that is there is the one that is called.
func shells(t *testing.T) map[string][]string {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no sh: the recipes were NOT tried")
	}
	out := map[string][]string{}
	for awk, tools := range map[string][]string{"mawk": {"awk"}, "gawk": {"awk"}, "original-awk": {"awk"}, "busybox": {"awk", "sed", "tr", "sort"}} {
		program, err := exec.LookPath(awk)
		if err != nil {
			continue
		}
		dir := t.TempDir()
		for _, tool := range tools {
			if err := os.Symlink(program, filepath.Join(dir, tool)); err != nil {
				t.Skip(err)
			}
		}
		out[awk] = append(os.Environ(), "PATH="+dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	}
	if _, err := exec.LookPath("awk"); err == nil && len(out) == 0 {
		out["awk"] = os.Environ()
	}
	if len(out) == 0 {
		t.Skip("there is no awk: the recipes were NOT tried")
	}
	return out
}

// shell runs a script of the manual.
func shell(t *testing.T, dir string, env []string, script string, args ...string) (string, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "recipe.sh")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sh", append([]string{file}, args...)...)
	cmd.Dir, cmd.Env = dir, env
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func TestTheManualsWordsAreOurs(t *testing.T) {
	site := filepath.Join("..", "..")
	edition, err := generator.Compile(os.DirFS(site), generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	script := recipe(t, "approvals.md", "words.sh")
	for awk, env := range shells(t) {
		for _, p := range edition.Program.Policies {
			words, err := shell(t, site, env, script, "site.toml", p.Document)
			if err != nil || approval.Digest(words) != p.SHA256 {
				t.Errorf("%s: %s has other words than %s: %v", awk, p.Document, p.SHA256, err)
			}
		}
	}
}

// odd are pieces of Markdown that a careless recipe would read otherwise.
var odd = []string{"Access\n", "\n", "<!-- a\n", "<!-- a -->\n", "<!-- a --> b\n", "b -->\n", "--> \t\r\n", "<!-->\n", "<!--->\n", "<!-- a --!> b\n", " <!-- a\n", "```\n", "``` a\n", "``` `a\n", "```` \r\n", "~~~~~\n",
	"~~~ `\n", "  ```\n", "    ```\n", "\t~~~\n", "<div>\n", "   <b>\n", "    <b>\n", "- a\r\n", "| a|b |\n", "|:-----|---|\n", "--a----b-\n", "{{org.name}}", "{{ params.length }}\n", "{{{params.length}}}", "{{\nparams.length\n}}\n",
	"{{ fill: a }}", "{{ nothing.here }}\n", "\u00a0\u202f\u2009å\u00a0", "\v\f", "\\n%s\\", "$x`'\"", "\xff", "---\n", "+++\n", "*", "a & b/\n", "title: no\n"}

func TestTheManualsWordsOfOddTexts(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("site.toml", "[organization]\r\nname = \"Nordan\u00a0Ledger | AB\"  # ours\n[params]\nlength = 14 # letters\n[public_params]\nlength = true\n")
	values := map[string]string{"org.name": "Nordan\u00a0Ledger | AB", "params.length": "14"}
	script, all := recipe(t, "approvals.md", "words.sh"), shells(t)
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 40 {
		var body strings.Builder
		for range 3 + i/4 {
			body.WriteString(odd[r.IntN(len(odd))])
		}
		write("policy.md", "\ufeff\n---\r\nid: A\ntitle: \"Access: |all|\"\ndescription: Who gets {{ org.name }} 'in'\n---\r\n"+body.String())
		title, description := "Access: |all|", "Who gets {{ org.name }} 'in'"
		var params []approval.Value
		for _, name := range approval.Parameters(title, description, body.String()) {
			if value, known := values[name]; known {
				params = append(params, approval.Value{Name: name, Value: value})
			}
		}
		want := approval.Words(title, description, body.String(), params)
		for awk, env := range all {
			if got, err := shell(t, dir, env, script, "site.toml", "policy.md"); err != nil || got != want {
				t.Errorf("%s: %v: %q has the words\n%q, not\n%q", awk, err, body.String(), got, want)
			}
		}
	}
	write("policy.md", "Access is given.")
	env := append(os.Environ(), "TITLE=Over two\nlines", `DESCRIPTION=a \n b`)
	if got, err := shell(t, dir, env, script, "site.toml", "policy.md"); err != nil || got != approval.Words("Over two\nlines", `a \n b`, "Access is given.", nil) {
		t.Errorf("%v: %q", err, got)
	}
}

func TestTheManualVerifiesASignature(t *testing.T) {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("there is no ssh-keygen: the recipe was NOT tried")
	}
	dir := t.TempDir()
	digest := approval.Digest("a\n")
	make := `set -e
for who in karin anna; do ssh-keygen -q -t ed25519 -N '' -C "$who at work" -f $who; done
printf '%s\n' "$1" | ssh-keygen -Y sign -q -n trustpress-approval -f karin > karin.sig
for who in karin anna; do printf '[[person]]\nid = "PER-%s"\nsigning_keys = [\n  "%s",\n]\n\n' $who "$(cat $who.pub)"; done > people.toml
for who in karin anna; do printf '[[approval]]\npolicy = "A"\nsha256 = "%s"\nby = "PER-%s"\non = 2026-09-30\nsignature = """\n%s\n"""\n\n' "$1" $who "$(cat karin.sig)"; done > approvals.toml
`
	if out, err := shell(t, dir, os.Environ(), make, digest); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	script := recipe(t, "approvals.md", "verify.sh")
	for awk, env := range shells(t) {
		out, err := shell(t, dir, env, script, "PER-karin", digest, "people.toml", "approvals.toml")
		if err != nil || !strings.Contains(out, `Good "trustpress-approval" signature for PER-karin`) {
			t.Errorf("%s: %v: %s", awk, err, out)
		}
		for person, digest := range map[string]string{"PER-anna": digest, "PER-karin": strings.Repeat("0", 64), "PER-olle": digest} {
			if out, err := shell(t, dir, env, script, person, digest, "people.toml", "approvals.toml"); err == nil {
				t.Errorf("%s: %s did not sign %s: %s", awk, person, digest, out)
			}
		}
	}
}
