package source_test

import (
	"strings"
	"testing"
	"time"
)

// TestHostileLines reads lines in which much opens and nothing closes. Four times the text may take about four times as long, and
// not sixteen times, on a fast machine and on a busy one.
func TestHostileLines(t *testing.T) {
	for _, piece := range []string{
		"{{ ", "{{ fill: ", "{{", "{% ", "<% ", "${a ", "{{ org.name }} [a](b) ", "[a](", "[a](<", "[a](b (", "[a](b \"", "[a][", "[", "[[AC-02] ",
		"[a]({{ org.name ", "[a]({{ org.website }}/b) ", "https://example.com/{{ org.name ", "[AC-02](", "![a](", "[a](b)", "{{ a\n", "{% a\n",
	} {
		t.Run(piece, func(t *testing.T) {
			short, long := reading(t, piece, 50_000), reading(t, piece, 200_000)
			inTime := func() bool { return long <= 9*short+300*time.Millisecond }
			for tries := 0; !inTime() && tries < 8; tries++ { // a busy machine is not the text's fault
				long = min(long, reading(t, piece, 200_000))
			}
			if !inTime() {
				t.Errorf("50 kB took %v, and 200 kB took %v", short, long)
			}
		})
	}
	document(t, strings.Repeat("[", 20_000)+strings.Repeat("]", 20_000))
}

// reading returns how long a text of a size takes, the better of two tries.
func reading(t *testing.T, piece string, size int) time.Duration {
	t.Helper()
	text := strings.Repeat(piece, size/len(piece))
	best := time.Hour
	for range 2 {
		start := time.Now()
		document(t, text)
		best = min(best, time.Since(start))
	}
	return best
}
