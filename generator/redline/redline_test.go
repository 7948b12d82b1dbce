package redline_test

import (
	"encoding/json"
	"slices"
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
	stays = "<p>Another paragraph that stays where it is.</p>"
	gamma = "<p>Every incident is written down before the day ends.</p>"
)

func TestHTML(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(c.before, c.after); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestSame(t *testing.T) {
	for name, c := range map[string][2]string{
		"nothing":          {"", ""},
		"equal":            {alpha + beta, alpha + beta},
		"white space":      {"<p>a b,\nc</p>", " <p>\n a\u00a0b,   c </p>\n\n"},
		"lines of code":    {"<pre><code>a  b\nc\n</code></pre>", "<pre><code>a b\n  c</code></pre>"},
		"a loose list":     {"<ul><li>a</li><li>b</li></ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"},
		"another anchor":   {`<h2 id="a">A</h2>`, `<h2 id="a-1">A</h2>`},
		"a title of ours":  {`<p><a href="x" title="one">y</a></p>`, `<p><a href="x" title="two">y</a></p>`},
		"colours of code":  {`<pre><code>a</code></pre>`, `<pre class="chroma"><code><span class="line"><span class="n">a</span></span></code></pre>`},
		"repeated blocks":  {alpha + alpha + beta + alpha, alpha + alpha + beta + alpha},
		"what is not text": {"<script>a</script>", "<style>b</style><!-- c -->"},
	} {
		r := redline.Compare(c[0], c[1])
		page := r.HTML(loud, "")
		if !r.Same || len(r.Changes) > 0 || len(r.Blocks()) > 0 || r.Text(loud, nil) != "" || strings.Contains(page, "<ins") || strings.Contains(page, "<del") {
			t.Errorf("%s: not the same: %v %s", name, r.Changes, page)
		}
		if r.Counts.WordsInserted+r.Counts.WordsDeleted+r.Counts.BlocksChanged+r.Counts.BlocksMoved > 0 || r.Counts.Share() != 0 {
			t.Errorf("%s: counts %+v", name, r.Counts)
		}
	}
}

func TestCounts(t *testing.T) {
	r := redline.Compare("<h2>A</h2>"+alpha+beta+"<p>Keys are kept, for one year.</p><p>Gone with it.</p>"+stays, "<h2>A</h2>"+beta+"<p>Keys are held for two years.</p>"+gamma+stays+alpha)
	want := redline.Counts{OldWords: 37, NewWords: 43, WordsInserted: 13, WordsDeleted: 7, BlocksInserted: 1, BlocksDeleted: 1, BlocksChanged: 1, BlocksMoved: 1}
	if r.Counts != want {
		t.Errorf("got %+v, want %+v", r.Counts, want)
	}
	if got, want := r.Counts.Share(), 20.0/80; got != want {
		t.Errorf("share: got %v, want %v", got, want)
	}
}

func TestChanges(t *testing.T) {
	rows := func(cells string) string { return "<table><tr><td>a</td>" + cells + "</table>" }
	r := redline.Compare(
		`<h2 id="change-2">Scope</h2><p>Keys are kept for one year.</p><h2>Lists</h2><ul><li>old one here</li></ul>`+rows("<td>c</td></tr><tr><td>b</td><td>d</td></tr>"),
		`<h2 id="change-2">Scope</h2><p>Keys are held for one year.</p><h2>Lists</h2>`+gamma+beta+rows("<td>e</td></tr><tr><td>b</td><td>f</td></tr>"))
	var got []string
	for _, c := range r.Changes {
		got = append(got, strings.Join([]string{c.ID, string(c.Op), string(c.Kind.Name), c.Section, c.Deleted, c.Inserted}, "; "))
	}
	want := []string{
		"change-1; changed; paragraph; Scope; kept; held",
		"change-2_; deleted; item; Lists; old one here; ",
		"change-3; inserted; paragraph; Lists; ; Every incident is written down before the day ends. … Backups are kept for ninety days in another region.",
		"change-4; changed; row; Lists; c … d; e … f",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	page := r.HTML(words, "sv-")
	for _, c := range r.Changes {
		if strings.Count(page, ` id="sv-`+c.ID+`"`) != 1 {
			t.Errorf("%s is not once on the page:\n%s", c.ID, page)
		}
	}
	if strings.Count(page, ` id="change-2"`) != 1 {
		t.Errorf("the heading's own anchor is not once on the page:\n%s", page)
	}
}

func TestAloud(t *testing.T) {
	for want, c := range map[string][2]string{
		`<p class="changed"><del id="change-1"><span class="aloud"> del </span>one<span class="aloud"> end del</span></del> <ins><span class="aloud"> ins </span>two<span class="aloud"> end ins</span></ins> days</p>`: {"<p>one days</p>", "<p>two days</p>"},
		`<p class="changed">one. <del id="change-1"><span class="aloud"> del </span><span aria-hidden="true">¶</span><span class="aloud"> break</span><span class="aloud"> end del</span></del> two.</p>`:               {"<p>one.</p><p>two.</p>", "<p>one. two.</p>"},
	} {
		if got := strings.TrimSpace(redline.Compare(c[0], c[1]).HTML(loud, "")); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	page := redline.Compare(alpha+beta+gamma, beta+gamma+alpha).HTML(loud, "")
	if !strings.Contains(page, `no longer.<span class="aloud"> end moved</span></p>`) {
		t.Errorf("the end of what moved is not told:\n%s", page)
	}
}

func TestAddressesInTheWordsOfTheCaller(t *testing.T) {
	w := words
	w.Address = func(link string) string { return "<" + strings.ToUpper(link) + ">" }
	page := redline.Compare(`<p>See <a href="a">it</a>.</p>`, `<p>See <a href="b">it</a>.</p>`).HTML(w, "")
	if want := "(link &lt;A&gt; → &lt;B&gt;)"; !strings.Contains(page, want) {
		t.Errorf("no %q in %s", want, page)
	}
}

func TestText(t *testing.T) {
	long := "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
	r := redline.Compare(
		"<h2>Scope</h2><p>"+long+"Keys are kept. "+long+"</p>"+alpha+"<h2>Lists</h2><p>stays here</p><table><tr><td>a</td><td>c d</td></tr></table><pre><code>k: 1\nl: 2\n</code></pre>"+beta+gamma,
		"<h2>Scope</h2><p>"+long+"Keys are held. "+long+"</p><h2>Lists</h2><p>stays here</p><table><tr><td>a</td><td>c e</td></tr></table><pre><code>k: 1\nl: 3\n</code></pre>"+beta+gamma+alpha)
	want := `# Scope

… seven eight nine ten eleven twelve thirteen fourteen Keys are [-kept-] {+held+}. one two three four five six seven eight nine …

(moved to) Access is given because a task needs it, …

# Lists

a | c [-d-] {+e+}

k: 1
[-l: 2-]
{+l: 3+}

(moved here) Access is given because a task needs it, and no longer.
`
	if got := r.Text(words, nil); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	colour := func(s redline.Span) string { return strings.ToUpper(string(s.Op)[:1]) + "(" + s.Text + ")" }
	if got, want := redline.Compare("<p>a b</p>", "<p>a c</p>").Text(words, colour), "S(a )D(b)S( )I(c)\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBlocksAreData(t *testing.T) {
	r := redline.Compare("<p>Scope is wide</p>", "<h3>Scope is narrow</h3>")
	got, err := json.Marshal(r.Blocks())
	want := `[{"change":"change-1","op":"changed","kind":{"name":"heading","level":3},"was":{"name":"paragraph"},"section":"Scope is narrow",` +
		`"spans":[{"op":"same","text":"Scope is "},{"op":"deleted","text":"wide"},{"op":"same","text":" "},{"op":"inserted","text":"narrow"}]}]`
	if err != nil || string(got) != want {
		t.Errorf("got  %s %v\nwant %s", got, err, want)
	}
}
