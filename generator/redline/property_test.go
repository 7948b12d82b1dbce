package redline_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"trustpress/generator/redline"
)

// loud says everything that can be said, so that a test sees it.
var loud = redline.Words{Inserted: "ins", InsertedEnd: "end ins", Deleted: "del", DeletedEnd: "end del", MovedAway: "away", Moved: "moved", MovedEnd: "end moved",
	Break: "break", Was: "was", Level: "level", Form: "form", Link: "link", Kinds: words.Kinds}

// without returns the signs of a page, white space aside, leaving out an element and what is ours.
func without(t *testing.T, page, name string) string {
	t.Helper()
	var out strings.Builder
	var open []string
	hidden := 0 // depth of the outermost element that is left out
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Fatalf("not closed: %v in\n%s", open, page)
			}
			return out.String()
		case html.TextToken:
			if hidden == 0 {
				out.WriteString(strings.Join(strings.Fields(string(z.Text())), ""))
			}
		case html.StartTagToken:
			tag := z.Token()
			if slices.Contains([]string{"br", "hr", "img", "input"}, tag.Data) {
				continue
			}
			open = append(open, tag.Data)
			if hidden == 0 && (tag.Data == name || ours(tag)) {
				hidden = len(open)
			}
		case html.EndTagToken:
			tag := z.Token()
			if len(open) == 0 || open[len(open)-1] != tag.Data {
				t.Fatalf("</%s> inside %v in\n%s", tag.Data, open, page)
			}
			if hidden == len(open) {
				hidden = 0
			}
			open = open[:len(open)-1]
		}
	}
}

func ours(tag html.Token) bool {
	for _, a := range tag.Attr {
		if a.Key == "aria-hidden" || a.Key == "class" && (a.Val == "aloud" || a.Val == "remark") {
			return true
		}
	}
	return false
}

// holds checks what holds for any two texts.
func holds(t *testing.T, before, after string) *redline.Redline {
	t.Helper()
	r := redline.Compare(before, after)
	page := r.HTML(loud, "")
	if again := redline.Compare(before, after).HTML(loud, ""); again != page {
		t.Fatalf("not the same twice:\n%s\n%s", page, again)
	}
	plain := func(text string) string { return without(t, redline.Compare(text, text).HTML(loud, ""), "") }
	if got, want := without(t, page, "del"), plain(after); got != want {
		t.Fatalf("without <del>, got\n%s\nwant\n%s\nof\n%s\n%s\n→ %s", got, want, before, after, page)
	}
	got, want := without(t, page, "ins"), plain(before)
	if r.Counts.BlocksMoved > 0 {
		got, want = sorted(got), sorted(want)
	}
	if got != want {
		t.Fatalf("without <ins>, got\n%s\nwant\n%s\nof\n%s\n%s\n→ %s", got, want, before, after, page)
	}
	anchors(t, r, page)
	_ = r.Text(loud, nil)
	return r
}

func sorted(text string) string {
	signs := []rune(text)
	slices.Sort(signs)
	return string(signs)
}

// anchors checks that each change has one anchor, and that none stands twice.
func anchors(t *testing.T, r *redline.Redline, page string) {
	t.Helper()
	for _, c := range r.Changes {
		if n := strings.Count(page, ` id="`+c.ID+`"`); n != 1 {
			t.Fatalf("%d anchors %q in\n%s", n, c.ID, page)
		}
	}
	if (len(r.Changes) == 0) != r.Same {
		t.Fatalf("same is %v with %d changes", r.Same, len(r.Changes))
	}
}

// writer makes texts as people write them, small enough that blocks are alike by accident.
type writer struct{ *rand.Rand }

func (w writer) words(n int) string {
	const all = "access review owner system quarter the of a in key backup restore ticket manager 14 99.5 CC6.1 policy, year. and; åäö"
	words := strings.Fields(all)
	out := make([]string, n)
	for i := range out {
		out[i] = words[w.Intn(len(words))]
		switch w.Intn(14) {
		case 0:
			out[i] = "<strong>" + out[i] + "</strong>"
		case 1:
			out[i] = fmt.Sprintf(`<a href="%d">%s it</a>`, w.Intn(3), out[i])
		case 2:
			out[i] = "<code>" + out[i] + "</code>"
		}
	}
	return strings.Join(out, " ")
}

func (w writer) block(depth int) string {
	switch n := w.Intn(10); {
	case n == 0:
		return fmt.Sprintf("<h%d>%s</h%[1]d>", 2+w.Intn(3), w.words(1+w.Intn(3)))
	case n == 1 && depth < 3:
		return w.list(depth, "ul")
	case n == 2 && depth < 3:
		return w.list(depth, "ol")
	case n == 3 && depth < 3:
		return "<blockquote>" + w.block(depth+1) + w.block(depth+1) + "</blockquote>"
	case n == 4 && depth == 0:
		return w.table()
	case n == 5:
		return "<pre><code>" + strings.ReplaceAll(w.plain(), " ", "\n") + "\n</code></pre>"
	case n == 6 && depth == 0:
		return "<hr>"
	}
	return "<p>" + w.words(1+w.Intn(30)) + "</p>"
}

func (w writer) plain() string {
	return []string{"a: 1 b: 2 c:", "x y z", "{ } }", "a: 1 b: 3"}[w.Intn(4)]
}

func (w writer) list(depth int, name string) string {
	out := "<" + name + ">"
	for range 1 + w.Intn(4) {
		out += "<li>" + w.words(1+w.Intn(5))
		if w.Intn(4) == 0 {
			out += w.list(depth+1, "ul")
		}
		if w.Intn(6) == 0 {
			out += w.block(depth + 1)
		}
		out += "</li>"
	}
	return out + "</" + name + ">"
}

func (w writer) table() string {
	columns := 1 + w.Intn(4)
	row := func(cell string) string {
		out := "<tr>"
		for range columns + w.Intn(20)/19 {
			out += "<" + cell + ">" + w.words(w.Intn(3)) + "</" + cell + ">"
		}
		return out + "</tr>"
	}
	out := "<table><thead>" + row("th") + "</thead><tbody>"
	for range 1 + w.Intn(4) {
		out += row("td")
	}
	return out + "</tbody></table>"
}

// edited is a text with blocks changed, moved, taken out and put in.
func (w writer) edited(blocks []string) []string {
	out := slices.Clone(blocks)
	for range w.Intn(5) {
		if len(out) == 0 {
			return out
		}
		i := w.Intn(len(out))
		switch w.Intn(5) {
		case 0:
			out = slices.Delete(out, i, i+1)
		case 1:
			out = slices.Insert(out, i, w.block(0))
		case 2:
			b := out[i]
			out = slices.Delete(out, i, i+1)
			out = slices.Insert(out, w.Intn(len(out)+1), b)
		case 3:
			out[i] = strings.Replace(out[i], "owner", "auditor", 1)
		case 4:
			out[i] = strings.Replace(out[i], ". ", ".</p><p>", 1)
		}
	}
	return out
}

func TestAnyTwoTexts(t *testing.T) {
	for seed := range 1500 {
		w := writer{rand.New(rand.NewSource(int64(seed)))}
		var before []string
		for range w.Intn(9) {
			before = append(before, w.block(0))
		}
		after := w.edited(before)
		old, now := strings.Join(before, "\n"), strings.Join(after, "\n")
		r := holds(t, old, now)
		parsesBack(t, r.HTML(loud, ""))
		if old == now && !r.Same {
			t.Fatalf("seed %d: equal texts differ", seed)
		}
	}
}

// parsesBack checks that a browser would not mend a page.
func parsesBack(t *testing.T, page string) {
	t.Helper()
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(page), body)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, n := range nodes {
		if err := html.Render(&out, n); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.ReplaceAll(out.String(), "/>", ">"); got != page {
		t.Fatalf("mended:\n%s\nwritten:\n%s", got, page)
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("<p>a b c</p>", "<p>a c</p>")
	f.Add("<table><tr><td>a<td>b", "<ul>x<li>a<ol><li>b</ul>")
	f.Add("<p>a b c d", "<table><tr><td>a b c d")
	f.Add("<hr><pre> </pre>", "<pre> </pre><hr><hr>")
	f.Add("<table><tr><td>a b<td>c</tr></table><table><tr><td>d e f g h<td>i<td>j</table>", "<table><tr><td>a b<td>c<tr><td>d e f g h<td>i<td>j<tr><td>x<td>y<td>z<td>z</table>")
	f.Add("<pre>a\nb", "<b><i><p>x</b></i>&amp;<li>y</table><hr><td>")
	f.Add(strings.Repeat("<div><ul><li>", 100), strings.Repeat("<b>", 1000)+"x")
	f.Add("<script>a<b</script>c", `<p id="change-1">a <input type="checkbox" checked> b<br>c <img src=x alt=y></p>`)
	f.Fuzz(func(t *testing.T, before, after string) { holds(t, before, after) })
}
