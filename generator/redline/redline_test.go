package redline_test

import (
	"strings"
	"testing"

	"trustpress/generator/redline"
)

// words are those of the tests; what is heard is short here, so that a case can be read.
var words = redline.Words{
	MovedAway: "moved to", Moved: "moved here", Was: "was", Level: "level", Link: "link", Form: "set differently",
	Kinds: map[redline.Name]string{redline.Paragraph: "paragraph", redline.Heading: "heading", redline.Item: "item", redline.Numbered: "numbered item",
		redline.Quotation: "quotation", redline.Row: "row", redline.HeadRow: "heading row", redline.Code: "code", redline.Rule: "rule"},
}

// shown is the HTML of a redline without its anchors and its line ends.
func shown(before, after string) string {
	out := redline.Compare(before, after).HTML(words, "")
	out = strings.ReplaceAll(out, "\n", "")
	for {
		from := strings.Index(out, ` id="change-`)
		if from < 0 {
			return out
		}
		to := strings.IndexByte(out[from+5:], '"')
		out = out[:from] + out[from+5+to+1:]
	}
}

const (
	alpha = "<p>Access is given because a task needs it, and no longer.</p>"
	beta  = "<p>Backups are kept for ninety days in another region.</p>"
	gamma = "<p>Every incident is written down before the day ends.</p>"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"a word", "<p>Keys are kept for one year.</p>", "<p>Keys are held for one year.</p>",
			`<p class="changed">Keys are <del>kept</del> <ins>held</ins> for one year.</p>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(c.before, c.after); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
