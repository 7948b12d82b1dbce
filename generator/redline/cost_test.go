package redline_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"trustpress/generator/redline"
)

// prose is a text of n words in paragraphs; other seeds share its vocabulary, or have one of their own.
func prose(n int, seed int64, stem string) string {
	w := rand.New(rand.NewSource(seed))
	var out strings.Builder
	for i := 0; i < n; i += 80 {
		if i%800 == 0 {
			fmt.Fprintf(&out, "<h2 id=\"%s-%d\">Part %d of it</h2>\n", stem, i, i)
		}
		out.WriteString("<p>")
		for range 80 {
			fmt.Fprintf(&out, "%s%d ", stem, w.Intn(3000))
		}
		out.WriteString("</p>\n")
	}
	return out.String()
}

// patient is how long a comparison may take on a busy machine. None of these is near it unless its cost grows with the square.
const patient = 20 * time.Second

func TestCostIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts")
	}
	const words = 100_000
	deep := strings.Repeat("<blockquote><ul><li>", 30_000) + "x"
	for name, c := range map[string][2]string{
		"wholly different":        {prose(words, 1, "a"), prose(words, 2, "b")},
		"of the same words":       {prose(words, 1, "a"), prose(words, 2, "a")},
		"one paragraph":           {"<p>" + strings.NewReplacer("<p>", "", "</p>", "").Replace(prose(words, 1, "a")), "<p>" + prose(words, 2, "a")[3:]},
		"one word over and over":  {strings.Repeat("a ", words), strings.Repeat("a b ", words)},
		"a paragraph for each":    {strings.Repeat("<p>a</p><p>b</p>", words/2), strings.Repeat("<p>b</p><p>a</p><p>c</p>", words/2)},
		"an item for each":        {"<ul>" + items(words/2, 1), "<ul>" + items(words/2, 2)},
		"deep":                    {deep, deep + "y"},
		"marks that never end":    {strings.Repeat("<b><i>x", words), strings.Repeat("<i><b>y", words)},
		"a row of a thousand":     {"<table><tr>" + strings.Repeat("<td>x", 1000), "<table><tr>" + strings.Repeat("<td>y", 2000)},
		"tables of sixty columns": {table(400, 60, 1), table(400, 60, 2)},
		"code":                    {"<pre><code>" + strings.ReplaceAll(prose(words, 1, "a"), " ", "\n"), "<pre><code>" + strings.ReplaceAll(prose(words, 2, "a"), " ", "\n")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			r := redline.Compare(c[0], c[1])
			_, _ = r.HTML(loud, ""), r.Text(loud, nil)
			took := time.Since(start)
			t.Log(took)
			if took > patient {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func items(n int, seed int64) string {
	w := rand.New(rand.NewSource(seed))
	var out strings.Builder
	for range n {
		fmt.Fprintf(&out, "<li>w%d w%d</li>", w.Intn(n), w.Intn(n))
	}
	return out.String()
}

func table(rows, columns int, seed int64) string {
	w := rand.New(rand.NewSource(seed))
	var out strings.Builder
	out.WriteString("<table>")
	for range rows {
		out.WriteString("<tr>")
		for range columns {
			fmt.Fprintf(&out, "<td>w%d</td>", w.Intn(50))
		}
	}
	return out.String()
}

func BenchmarkFewChanges(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		before := prose(n, 1, "a")
		after := strings.Replace(strings.Replace(before, "a7 ", "b7 ", 5), "a8 ", "", 5)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				redline.Compare(before, after).HTML(loud, "")
			}
		})
	}
}

func BenchmarkWhollyDifferent(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		before, after := prose(n, 1, "a"), prose(n, 2, "b")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				redline.Compare(before, after).HTML(loud, "")
			}
		})
	}
}
