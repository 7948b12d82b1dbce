package handbook_test

import (
	"fmt"
	"html"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/audience"
	"trustpress/generator/handbook"
)

var (
	hrefs    = regexp.MustCompile(` (?:href|src)="([^"]*)"`)
	ids      = regexp.MustCompile(` id="([^"]*)"`)
	labels   = regexp.MustCompile(` aria-labelledby="([^"]*)"`)
	headings = regexp.MustCompile(`<h([1-6])[ >]`)
	active   = regexp.MustCompile(`(?i)<script|<style|<iframe|<object|\sstyle=|\son[a-z]+="|\ssrc="(?:[^"]*:|//)|<link[^>]+href="(?:https?:)?//`)
)

// Every link within the handbook leads to a file that is there, and to a heading of it.
func TestLinksLeadSomewhere(t *testing.T) {
	for name, all := range sites(t) {
		for p, text := range all {
			for _, m := range hrefs.FindAllStringSubmatch(text, -1) {
				u, err := url.Parse(html.UnescapeString(m[1]))
				switch {
				case err != nil:
					t.Errorf("%s: %s: %v", name, p, err)
				case u.Scheme == "":
					leads(t, all, p, u)
				}
			}
		}
	}
}

func leads(t *testing.T, all map[string]string, from string, u *url.URL) {
	t.Helper()
	to := path.Join(path.Dir(from), u.Path)
	if u.Path == "" {
		to = from
	}
	if strings.HasPrefix(u.Path, "/") {
		t.Errorf("%s: the link %q does not work from a disk", from, u)
	}
	text, ok := all[to]
	if !ok {
		t.Errorf("%s: the link %q leads to no file", from, u)
	}
	if u.Fragment != "" && !strings.Contains(text, ` id="`+u.Fragment+`"`) {
		t.Errorf("%s: the link %q leads to no heading", from, u)
	}
}

// No page runs anything or loads anything from elsewhere; an id stands once; what names a part is there; headings skip no level.
func TestPagesAreSound(t *testing.T) {
	for name, all := range sites(t) {
		for p, text := range all {
			if !strings.HasSuffix(p, ".html") {
				continue
			}
			if found := active.FindString(text); found != "" {
				t.Errorf("%s: %s holds %q", name, p, found)
			}
			seen := map[string]bool{}
			for _, m := range ids.FindAllStringSubmatch(text, -1) {
				if seen[m[1]] {
					t.Errorf("%s: %s has the id %q twice", name, p, m[1])
				}
				seen[m[1]] = true
			}
			for _, m := range labels.FindAllStringSubmatch(text, -1) {
				if !seen[m[1]] {
					t.Errorf("%s: %s names a part by %q, which is not there", name, p, m[1])
				}
			}
			inOrder(t, name+": "+p, text)
		}
	}
}

func inOrder(t *testing.T, name, text string) {
	last := "0"
	for _, m := range headings.FindAllStringSubmatch(text, -1) {
		if m[1][0] > last[0]+1 {
			t.Errorf("%s: a heading of level %s follows one of level %s", name, m[1], last)
		}
		last = m[1]
	}
}

// Of a confidential record staff see the id and a state, never its words; of a person name and role.
func TestConfidentialStaysOut(t *testing.T) {
	all := pages(t, small())
	for p, text := range all {
		for _, secret := range []string{"Hidden", "hidden@", "ac-09"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s holds %q", p, secret)
			}
		}
	}
	for _, p := range []string{"controls/ac-09/index.html", "risks/index.html", "people/per-2/index.html", "criteria/gdpr/33/index.html"} {
		if _, ok := all[p]; ok {
			t.Errorf("there is a page %s", p)
		}
	}
	shows(t, all["criteria/tsc/cc6.2/index.html"], "mapped", "a control whose details are restricted")
	if strings.Contains(all["criteria/tsc/cc6.2/index.html"]+all["coverage/index.html"], "AC-09") {
		t.Error("what a confidential control is mapped to is told")
	}
	shows(t, all["gaps/index.html"], "AC-09", "the details are restricted", "missing")
	shows(t, all["people/per-1/index.html"], "Anna Å", "Role", "Lead")
	if _, used, _ := strings.Cut(all["policies/pol-ac/index.html"], "Where this is used"); strings.Contains(used, "Anna Å") {
		t.Error("a policy tells that it is mentioned in the text on a person")
	}
	if strings.Contains(all["coverage/index.html"], "Art. 33") {
		t.Error("a criterion that a confidential record alone refers to is in the table of criteria")
	}
	shows(t, all["controls/ac-01/index.html"], "Risks", "(restricted)")
}

func TestReferencesBecomeLinks(t *testing.T) {
	text := pages(t, small())["policies/pol-ac/index.html"]
	shows(t, text,
		`<h1>Access &lt;control&gt;</h1>`,
		`As <a href="../../controls/ac-01/index.html" title="Access is approved">AC-01</a> says, and the hidden one, and (restricted), and `+
			`<a href="../../criteria/tsc/cc6.1/index.html" title="`, `>CC6.1</a>`,
		`<a href="#%C3%A4ndringar-1">below</a>`, "the plan, and", `<span class="figure">a drawing</span>`,
		`<div class="wide" role="group" tabindex="0" aria-label="Table"><table>`, `<th class="right">b</th>`, "(restricted)", "☑",
		`<a href="../../controls/ac-01/index.html#how">The whole control</a>`, `<code>[AC-01]</code>`)
}

func TestPolicyShowsItsControlBlock(t *testing.T) {
	text := pages(t, small())["policies/pol-ac/index.html"]
	shows(t, text, "Document control", "POL-AC", "Version", "2", "approved", "Anna Å", "The board", "2026-01-02", "2026-01-03", "12 months", "2027-01-02",
		"internal", "Status and approval in this list are what the document says of itself", "CC6.1", "GDPR Art. 32(1)(b)", "In this document", "Third",
		"Revision history", "As the document tells it", "First &amp; last", "no version control to ask", "Where this is used", "AC-01", "under Policies", "#%C3%A4ndringar-1", "VM-01")
}

func TestCriteriaSayWhatIsKnown(t *testing.T) {
	all := pages(t, small())
	shows(t, all["criteria/tsc/cc6.1/index.html"], "mapped", "Access is approved", "Anna Å", "missing", "not that the control is sufficient",
		"POL-AC", "informative")
	shows(t, all["criteria/tsc/cc6.4/index.html"], "carved out", "Carved out to", "Halls AB", "monitored by", "VM-01", "Halls are locked.")
	shows(t, all["criteria/tsc/cc6.5/index.html"], "not applicable", "Not applicable: There are no disks.")
	shows(t, all["criteria/tsc/cc1.1/index.html"], ">gap<", "No control of ours names this criterion")
	shows(t, all["criteria/gdpr/32(1)(b)/index.html"], "POL-AC")
	shows(t, all["coverage/index.html"], "CC1.1", ">gap<", "CC6.1", "mapped", "AC-01", "missing", "CC6.4", "carved out", "CC6.5", "There are no disks.")
	shows(t, all["controls/ac-01/index.html"], "2026-01-01 to 2026-03-31", "quarterly", "missing", "2026-07-01 to 2026-09-30", "not yet due",
		"What we say about it publicly", "Access is approved before it is given.")
}

// What is missing is shown as loudly as what is there: on the first page, on a page of its own, and where it is missing.
func TestGapsAreShown(t *testing.T) {
	all := pages(t, small())
	shows(t, all["index.html"], "Exempel &amp; Co handbook", "2026-06-30", "0123abc", `class="gaps"`, "Uncovered criterion", "criteria in scope", "Policies")
	shows(t, all["gaps/index.html"], "Uncovered criterion", "28", "Control without evidence", "No evidence at all in the period.", "AC-01", "AC-09", "the details are restricted")
	shows(t, all["controls/ac-01/index.html"], `class="gaps"`, "control-without-evidence")
}

// Without a theme the tree has the same pages, and nothing else.
func TestNamesNeedNoTheme(t *testing.T) {
	want := pages(t, small())
	got := map[string]bool{}
	for _, f := range handbook.Write(audience.ForStaff(compile(t, small())), nil, nil, nil).Files() {
		got[f.Path] = true
		if _, ok := want[f.Path]; !ok || !strings.HasSuffix(f.Path, ".html") {
			t.Errorf("%s is not a page of the handbook", f.Path)
		}
	}
	for p := range want {
		if strings.HasSuffix(p, ".html") && !got[p] {
			t.Errorf("%s is not there", p)
		}
	}
}

// A page does not grow with the records that it has nothing to do with.
func TestPagesDoNotGrowWithTheSite(t *testing.T) {
	site := small()
	for i := range 300 {
		site[fmt.Sprintf("content/controls/ZZ-%d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"---\nid: ZZ-%d\ntitle: Control %d\ncriteria: [CC7.1]\nfrequency: [event]\n---\nText %d.\n", i, i, i)}
	}
	few, many := pages(t, small()), pages(t, site)
	for _, p := range []string{"policies/pol-ac/index.html", "controls/ac-01/index.html", "criteria/tsc/cc6.1/index.html", "people/per-1/index.html"} {
		if len(many[p]) != len(few[p]) {
			t.Errorf("%s has %d bytes, and %d with 300 controls more", p, len(few[p]), len(many[p]))
		}
	}
}
