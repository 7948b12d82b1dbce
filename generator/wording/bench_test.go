package wording_test

import (
	"os"
	"testing"

	"trustpress/generator/wording"
)

func BenchmarkFind(b *testing.B) {
	text, err := os.ReadFile("../../content/policies/access-control.md")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		wording.Find(string(text))
	}
}
