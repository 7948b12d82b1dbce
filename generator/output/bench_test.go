package output

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"trustpress/generator/diag"
)

// pages is a tree of n pages of 5 to 15 kB, each in a folder of its own, as a handbook is.
func pages(n int, edition byte) *Tree {
	tree := &Tree{}
	for i := range n {
		text := bytes.Repeat([]byte{'a' + byte(i%26)}, 5000+i%10_000)
		if i == n/2 {
			text[0] = edition
		}
		tree.AddBytes(fmt.Sprintf("controls/ac-%05d/index.html", i), diag.Span{}, text)
	}
	return tree
}

// memory is a folder on a memory file system where there is one, so that the disk does not decide.
func memory(b *testing.B) string {
	dir, err := os.MkdirTemp("/dev/shm", "trustpress")
	if err != nil {
		return b.TempDir()
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func BenchmarkWrite10000(b *testing.B) {
	one, two := pages(10_000, '1'), pages(10_000, '2')
	dir := memory(b) + "/out"
	b.Run("fresh", func(b *testing.B) {
		for range b.N {
			b.StopTimer()
			os.RemoveAll(dir)
			b.StartTimer()
			mustWrite(b, dir, one)
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		mustWrite(b, dir, one)
		for b.Loop() {
			mustWrite(b, dir, one)
		}
	})
	b.Run("one changed", func(b *testing.B) {
		for i := range b.N {
			mustWrite(b, dir, []*Tree{one, two}[i%2])
		}
	})
}

func BenchmarkFindings10000(b *testing.B) {
	tree := pages(10_000, '1')
	for b.Loop() {
		tree.Findings()
	}
}
