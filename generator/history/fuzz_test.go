package history

import (
	"bufio"
	"bytes"
	"strings"
	"testing"
)

// FuzzLog: whatever git log says, reading it ends, and what is read can be asked for every path.
func FuzzLog(f *testing.F) {
	commit := func(fields ...string) string {
		return strings.Join(append(fields, "", "A", "a@x", "1 +0000", "2 +0000", "B <b@x>\x1fC", "s"), "\x00") + "\x00"
	}
	f.Add([]byte(commit("c0", "c1") + "\n:100644 100644 1 2 M\x00a\x00:100644 100644 1 1 R100\x00b\x00c\x00" + commit("c1", "") + "\n:000000 100644 0 1 A\x00a\x00"))
	f.Add([]byte(commit("c0", "c1 c2") + "\x00::100644 100644 100644 1 2 3 RM\x00a\x00b\x00c\x00" + commit("c1", "c2") + commit("c2", "c0")))
	f.Add([]byte(commit("c0", "c0") + "\n:100644 100644 1 2 M\x00a\x00:100644 100644 2 1 M\x00b\x00:100644 100644 2 1 C9\x00b\x00a\x00"))
	f.Add([]byte(commit("c0", "") + "\n:120000 100755 1 2 T\x00a\x00:160000 000000 1 0 D\x00../b\x00"))
	f.Fuzz(func(t *testing.T, said []byte) {
		p := newParser(bytes.NewReader(said), func(file string) bool { return !strings.HasPrefix(file, "..") })
		if p.parse() != nil {
			return
		}
		l := &Log{changes: p.changes, at: p.paths(), graph: p.graph(), tree: map[string]string{}, prefix: "a/"}
		for _, c := range p.changes {
			l.tree[c.path] = c.blob
		}
		for _, c := range p.changes {
			for _, r := range l.Of(strings.TrimPrefix(c.path, "a/")) {
				if r.Commit == nil || r.Deleted && r.Blob != "" || r.Added && r.From != "" {
					t.Fatalf("%+v", r)
				}
			}
		}
	})
}

// FuzzBlame: whatever git blame says, each line gets a commit's name or none.
func FuzzBlame(f *testing.F) {
	f.Add("c0 1 1 2\nauthor A\nboundary\nfilename a\n\tline\nc0 2 2\n\tboundary\n0000 3 3 1\n\tnew\n", true)
	f.Add("c0 1 1\n", false)
	f.Add("\n\n", true)
	f.Fuzz(func(t *testing.T, said string, shallow bool) {
		lines, err := parseBlame(bufio.NewReader(strings.NewReader(said)), shallow)
		if err == nil && len(lines) > strings.Count(said, "\n") {
			t.Fatalf("%q has %d lines", said, len(lines))
		}
	})
}

// FuzzBlob: whatever git cat-file says, a text is as long as it says.
func FuzzBlob(f *testing.F) {
	f.Add("c0 blob 2\nab\nc1 missing\n")
	f.Add("c0 blob 99999999999999\n")
	f.Add(" \n")
	f.Fuzz(func(t *testing.T, said string) {
		in := bufio.NewReader(strings.NewReader(said))
		for range 3 {
			text, err := blob(in)
			if err != nil {
				return
			}
			if len(text) > len(said) {
				t.Fatalf("%q gives %d bytes", said, len(text))
			}
		}
	})
}
