package approval_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"trustpress/generator/approval"
	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/source"
)

// pieces are what a Markdown text is made of, as far as it could tell where a comment begins and ends. W is a word.
var pieces = []string{"W\n", "\n", "<!-- W\n", "<!-- W -->\n", "<!-- W --> W\n", "W -->\n", "-->\n", "--> \t\r\n", "<!-->\n", "<!--->\n", "<!-- W --!> W\n", "W <!-- W\n", "  <!-- W\n", "\t<!-- W\n",
	"```\n", "``` W\n", "``` `W\n", "```` \t\r\n", "`````W\n", "~~~\n", "~~~ `W\n", "~~~~\n", "  ```\n", "   ~~~\n", "    ```\n", "\t```\n", " \t```\n", "``\n", "```\v\n", "```\u00a0\n",
	"<div>\n", "</div>\n", "  <div>\n", "    <div>\n", "<pre>W\n", "</pre>\n", "<script>\n", "</script>\n", "<?W\n", "?>\n", "<![CDATA[\n", "]]>\n", "<!A\n", "W>\n", "<a b='\n", "'>\n", "<https://example.com>\n",
	"- W\n", "- ```\n", "- <!-- W\n", "-\n", "10) W\n", "1. ~~~\n", "  W\n", "     W\n", "> W\n", "> ```\n", "> <!-- W\n", ">\n", "> <div>\n", "# W\n", "===\n", "---\n", "***\n", "| W | W |\n", "|---|---|\n",
	"[a]: /b\n", "[a]: /b '\n", "W'\n", "[a]:\n", "[^1]: W\n", "[^1]: ```\n", "W[^1]\n", "![W](/u \"\n", "W\")\n", "`W\n", "W`\n", "{{ W\n", "W }}\n", "{%\n",
	"W", " ", "    ", "\t", "<!--", "-->", "```", "~~~", "<", "> ", "- ", "[", "\r", "\\", "\ufeff", "\v", "`", "*"}

// seeds adds texts of every kind, the same ones each time.
func seeds(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 4000 {
		picks := make([]byte, 4+i%24)
		for j := range picks {
			picks[j] = byte(r.Uint32())
		}
		f.Add(picks)
	}
}

var (
	seen = regexp.MustCompile(`w[0-9]+w`)
	tags = regexp.MustCompile(`<[^>]*>`)
)

// Whatever a reader sees of a text is in its words: no comment that is taken away is one that is shown. Each word
// stands in one place alone.
func FuzzWhatIsSeenIsInTheWords(f *testing.F) {
	seeds(f)
	parser := source.NewParser(&config.Site{}, source.NewLabels(nil, func(string) bool { return false }))
	f.Fuzz(func(t *testing.T, picks []byte) {
		var body strings.Builder
		for _, p := range picks {
			for i, text := range strings.Split(pieces[int(p)%len(pieces)], "W") {
				if i > 0 {
					fmt.Fprintf(&body, "w%dw", body.Len())
				}
				body.WriteString(text)
			}
		}
		prose, _ := parser.Body(&source.Document{File: diag.NewFile("a.md", []byte(body.String()))})
		words := seen.FindAllString(approval.Words("", "", body.String(), nil), -1)
		for _, word := range seen.FindAllString(tags.ReplaceAllString(prose.HTML, ""), -1) {
			if !slices.Contains(words, word) {
				t.Errorf("%s is shown, and is not in the words of\n%q\n%s", word, body.String(), prose.HTML)
			}
		}
	})
}

// However a text is wrapped, indented and commented, it has one digest; and it has another as soon as one letter is another.
func FuzzWordsKeepTheirDigest(f *testing.F) {
	seeds(f)
	vocabulary := []string{"access", "åäö", "{{", "org.name", "}}", "|", "---", "-", "#", "*", ">", "[AC-02]", "`code`", "1.", "a<b"}
	between := []string{" ", "\n", "\r\n", "\t", " \n\n ", "\u00a0", "\u202f ", "\n<!-- note -->\n", "\n<!--\n```\n<div>\n\n-->\t\r\n", "\f\v"}
	f.Fuzz(func(t *testing.T, picks []byte) {
		var one, other, changed strings.Builder
		for i, p := range picks {
			word := vocabulary[int(p)%len(vocabulary)]
			one.WriteString(word + " ")
			other.WriteString(word + between[int(p/16)%len(between)])
			if i == len(picks)/2 {
				word += "x"
			}
			changed.WriteString(word + " ")
		}
		want := approval.Words("t", "d", one.String(), nil)
		if got := approval.Words("t", "d", "\n"+other.String(), nil); got != want {
			t.Errorf("%q has the words\n%q, not\n%q", other.String(), got, want)
		}
		if again := approval.Words("", "", want, nil); again != want {
			t.Errorf("the words of %q are %q", want, again)
		}
		if got := approval.Words("t", "d", changed.String(), nil); len(picks) > 0 && approval.Digest(got) == approval.Digest(want) {
			t.Errorf("%q and %q have one digest", changed.String(), one.String())
		}
	})
}

// Where a word stands, that word stands: in order, nothing twice, and between two of them nothing but white space and comments.
func FuzzWhereWordsStand(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, picks []byte) {
		var b strings.Builder
		for _, p := range picks {
			b.WriteString(pieces[int(p)%len(pieces)])
		}
		text, end := b.String(), 0
		var words, between strings.Builder
		for _, w := range approval.Body(text) {
			if w.Start < end || w.End <= w.Start {
				t.Fatalf("%q stands at %d to %d of\n%q, behind %d", w.Text, w.Start, w.End, text, end)
			}
			there := approval.Line(text[w.Start:w.End])
			if len(there) != 1 || there[0].Text != w.Text {
				t.Errorf("%q does not stand at %d to %d of\n%q", w.Text, w.Start, w.End, text)
			}
			words.WriteString(w.Text + "\n")
			between.WriteString(text[end:w.Start] + " ")
			end = w.End
		}
		if words.String() != approval.Words("", "", text, nil) {
			t.Errorf("%q has other words where they stand", text)
		}
		between.WriteString(text[end:])
		if strings.Trim(between.String(), " \t\r\n\v\f\u00a0\u202f") != "" && !strings.Contains(between.String(), "<!--") {
			t.Errorf("%q stands between the words of\n%q", between.String(), text)
		}
	})
}

// Any bytes have words, each on a line of its own, without white space.
func FuzzWords(f *testing.F) {
	f.Add("t", "\xff<!--", "a\x00b", "```\n<!-- \n")
	f.Fuzz(func(t *testing.T, title, description, value, body string) {
		words := approval.Words(title, description, body, []approval.Value{{Name: "params.a", Value: value}})
		if words != "" && !strings.HasSuffix(words, "\n") || strings.ContainsAny(words, " \t\r\v\f") || strings.Contains(words, "\n\n") {
			t.Errorf("%q", words)
		}
		approval.Parameters(title, description, body)
	})
}
