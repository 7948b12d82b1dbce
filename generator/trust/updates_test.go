package trust_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// noticed is a site with notices, one of which corrects another.
func noticed() fstest.MapFS {
	site := spoken("")
	for name, text := range map[string]string{
		"a": "id: UPD-1\ntitle: Files waited\nclass: incident\npublished: 2025-12-30\noccurred_on: 2025-12-20\nresolved_on: 2025-12-21\nseverity: medium\naffects: [Files]\nformer_ids: [UPD-0]\n---\nAn alert came at nine.",
		"b": "id: UPD-2\ntitle: The alert came earlier\nclass: incident\npublished: 2026-01-05\ncorrects: UPD-1\n---\nIt came at six, not at nine.",
		"c": "id: UPD-3\ntitle: A hole is closed\nclass: advisory\npublished: 2026-02-01\nexpires: 2026-03-01\n---\nNothing to do.",
		"d": "id: UPD-4\ntitle: Hidden notice\nclass: incident\nclassification: internal\npublished: 2026-02-02\n---\nHidden.",
		"e": "id: UPD-5\ntitle: Later\nclass: product\npublished: 2026-02-01\n---\nSee [UPD-1].",
	} {
		site["content/trust/updates/"+name+".md"] = &fstest.MapFile{Data: []byte("---\n" + text + "\n")}
	}
	return site
}

// Notices stand by year, the newest first, and each has a page of its own; incidents and advisories have lists of theirs.
func TestUpdatesStandByYear(t *testing.T) {
	got := files(t, noticed())
	list := got["updates/index.html"]
	last := -1
	for _, want := range []string{"2026</h2>", "Later", "A hole is closed", "The alert came earlier", "2025</h2>", `<h3><a href="../updates/upd-1/index.html">Files waited</a>`} {
		at := strings.Index(list, want)
		if at < last {
			t.Errorf("%q is not there or not in its place, in\n%s", want, list)
		}
		last = at
	}
	holds(t, got, "updates/index.html", `<span id="tp.id.upd-0"></span>`, `class="level">security advisory`, `data-after="2026-03-01" data-then="expired on 2026-03-01"`)
	holds(t, got, "incidents/index.html", "Files waited", "The alert came earlier", `href="../updates/upd-1/index.html"`)
	holds(t, got, "advisories/index.html", "A hole is closed", `<a href="../updates/index.html">Updates</a>`, `<a href="../incidents/index.html">Incidents</a>`)
	if strings.Contains(got["incidents/index.html"], "A hole") || strings.Contains(whole(got), "Hidden") {
		t.Error("a notice stands where it does not belong")
	}
	holds(t, got, "updates/upd-1/index.html", "<h1>Files waited</h1>", "An alert came at nine.", "2025-12-20", "2025-12-21", "medium", "Files")
	holds(t, got, "updates/upd-5/index.html", `<a class="whole" href="../../updates/upd-1/index.html#tp.id.upd-1">UPD-1</a>`)
	holds(t, got, "updates/upd-0/index.html", `url=../../updates/upd-1/index.html`)
	holds(t, got, "sv/updates/upd-1/index.html", "Publicerat")
}

// What was wrong in a notice is said in another, and each leads to the other. Its own text stays.
func TestACorrectedNoticeStays(t *testing.T) {
	got := files(t, noticed())
	holds(t, got, "updates/upd-1/index.html", `Corrected on 2026-01-05: <a href="../../updates/upd-2/index.html">The alert came earlier</a>`, "An alert came at nine.", "As of 2026-01-05.")
	holds(t, got, "updates/upd-2/index.html", `<dd><a href="../../updates/upd-1/index.html">Files waited</a></dd>`)
	holds(t, got, "updates/index.html", "A notice is not changed once it is published.", `Corrected on 2026-01-05: <a href="../updates/upd-2/index.html">`)
}

// A site without notices has no page of them.
func TestNoUpdatesNoPage(t *testing.T) {
	for name := range files(t, spoken("")) {
		for _, page := range []string{"updates", "incidents", "advisories", "questions", "eu", "documents", "sealed"} {
			if strings.Contains(name, page+"/") {
				t.Errorf("there is %s", name)
			}
		}
	}
}
