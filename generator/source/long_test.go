package source_test

import (
	"strings"
	"testing"
	"time"
)

// TestHostileLines reads lines in which much opens and nothing closes. The time may grow with the text, not with its square: each
// takes well under a second, and took up to a minute before; the bound leaves room for a slow and busy machine.
func TestHostileLines(t *testing.T) {
	for _, piece := range []string{
		"{{ ", "{{ fill: ", "{{", "{% ", "<% ", "${a ", "{{ org.name }} [a](b) ", "[a](", "[a](<", "[a](b (", "[a](b \"", "[a][", "[", "[[AC-02] ",
		"[a]({{ org.name ", "[a]({{ org.website }}/b) ", "https://example.com/{{ org.name ", "[AC-02](", "![a](", "[a](b)", "{{ a\n", "{% a\n",
	} {
		t.Run(piece, func(t *testing.T) {
			text := strings.Repeat(piece, 200_000/len(piece))
			start := time.Now()
			document(t, text)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("200 kB took %v", took)
			}
		})
	}
	document(t, strings.Repeat("[", 20_000)+strings.Repeat("]", 20_000))
}
