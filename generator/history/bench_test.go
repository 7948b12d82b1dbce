package history_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"testing"

	"trustpress/generator/history"
)

// past writes a history for git fast-import: files, edited in turn, and now and then twenty renamed and edited.
func past(files, commits int) *bytes.Buffer {
	var out bytes.Buffer
	names := make([]string, files)
	put := func(i, version int) {
		text := fmt.Sprintf("%s%d\n%s%d\n", page("file"), i, other("version"), version)
		fmt.Fprintf(&out, "M 100644 inline %s\ndata %d\n%s\n", names[i], len(text), text)
	}
	for c := range commits {
		subject := fmt.Sprintf("commit %d", c)
		fmt.Fprintf(&out, "commit refs/heads/main\nauthor P%d <p%d@example.com> %d +0100\ncommitter C <c@example.com> %d +0100\ndata %d\n%s\n", c%40, c%40, 1600000000+c*600, 1600000000+c*600, len(subject), subject)
		switch {
		case c == 0:
			for i := range files {
				names[i] = fmt.Sprintf("site/content/k%d/g%d/f%d.md", i%10, i/10%20, i)
				put(i, 0)
			}
		case c%500 == 0:
			for i := c % 7; i < files; i += files/20 + 1 {
				fmt.Fprintf(&out, "D %s\n", names[i])
				names[i] = fmt.Sprintf("site/content/k%d/c%d-f%d.md", i%10, c, i)
				put(i, c)
			}
		default:
			put(c*7919%files, c)
		}
	}
	return &out
}

// BenchmarkRead reads 20,000 commits over 10,000 files, and asks for the history of each file.
func BenchmarkRead(b *testing.B) {
	if _, err := exec.LookPath("git"); err != nil {
		b.Skip("SKIPPED: git is not here")
	}
	dir := b.TempDir()
	for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"fast-import", "--quiet"}, {"reset", "-q", "--hard"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if args[0] == "fast-import" {
			cmd.Stdin = past(10_000, 20_000)
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	for folder, below := range map[string]string{"": "site/", "/site": ""} {
		b.Run("folder"+folder, func(b *testing.B) {
			for b.Loop() {
				log, err := history.Read(dir + folder)
				if err != nil {
					b.Fatal(err)
				}
				for i := range 10_000 {
					log.Of(fmt.Sprintf("%scontent/k%d/g%d/f%d.md", below, i%10, i/10%20, i))
				}
			}
		})
	}
}
