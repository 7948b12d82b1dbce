package generator_test

import (
	"bytes"
	"testing"
	"testing/fstest"
	"time"

	"trustpress/generator"
)

// A register that goes missing breaks every reference to it. Looking for what each was meant to be must not take the square of the
// number of documents.
func TestManyBrokenReferences(t *testing.T) {
	broken := func(n int) (time.Duration, int) {
		site := generated(n)
		for name, file := range site {
			text := bytes.ReplaceAll(file.Data, []byte("[POL-0"), []byte("[POL-9"))
			site[name] = &fstest.MapFile{Data: bytes.ReplaceAll(text, []byte("/POL-0"), []byte("/POL-9"))}
		}
		start := time.Now()
		report, err := generator.Check(site, generator.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return time.Since(start), len(report.Findings)
	}
	for try := 1; ; try++ { // on a busy machine one of the two may have waited
		short, _ := broken(1000)
		long, found := broken(8000)
		if found < 16000 {
			t.Fatalf("%d findings: the references are not broken", found)
		}
		t.Logf("1,000 documents %v, 8,000 documents %v", short, long)
		if long <= 20*short {
			return
		}
		if try == 3 {
			t.Fatalf("1,000 documents took %v, and 8,000 took %v", short, long)
		}
	}
}
