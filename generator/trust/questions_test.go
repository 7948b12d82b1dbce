package trust_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// inquired is a site with questions of three topics.
func inquired() fstest.MapFS {
	site := spoken("")
	site["content/controls/AC-02.md"] = &fstest.MapFile{Data: []byte("---\nid: AC-02\ntitle: Hidden\npublic: { id: C-2, text: Done. }\n---\n")}
	site["content/controls/AC-03.md"] = &fstest.MapFile{Data: []byte("---\nid: AC-03\ntitle: Hidden\n---\n")}
	for name, text := range map[string]string{
		"a": "id: Q-NIGHT\ntitle: Whom do we call?\ntopic: contact\n---\nThe one on call.",
		"b": "id: Q-SCOPE\ntitle: What is in scope?\ntopic: scope\ncriteria: [CC6.1]\ncontrols: [AC-02, AC-03]\nrefs: [CAIQ IAM-01]\nreviewed_on: 2026-05-01\nreview_every: 6 months\n---\n=All of it, see [AC-02]: <b>all</b>.\n\n- One\n- Two",
		"c": "id: Q-ODD\ntitle: Anything else?\n---\nNo.",
		"d": "id: Q-HIDDEN\ntitle: Hidden question?\nclassification: internal\n---\nHidden.",
	} {
		site["content/trust/questions/"+name+".md"] = &fstest.MapFile{Data: []byte("---\n" + text + "\n")}
	}
	site["content/trust/questions/a.sv.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Vem ringer vi?\n---\nDen som har jour.\n")}
	return site
}

// Questions stand by topic in the order in which reviewers ask, with what they rest on.
func TestQuestionsStandByTopic(t *testing.T) {
	got := files(t, inquired())
	page := got["questions/index.html"]
	last := -1
	for _, want := range []string{`<h2 id="tp.topic.scope">What is in scope</h2>`, `id="tp.id.q-scope"`, "<h3>What is in scope?</h3>", `<a class="whole" href="../controls/index.html#tp.id.c-2">C-2</a>`,
		"CC6.1", "2026-11-01", "CAIQ IAM-01", `<h2 id="tp.topic.contact">`, "Whom do we call?", `<h2 id="tp.topic.other">`, "Anything else?"} {
		at := strings.Index(page[max(last, 0):], want)
		if at < 0 {
			t.Errorf("%q is not there or not in its place, in\n%s", want, page)
			continue
		}
		last = max(last, 0) + at
	}
	if strings.Contains(whole(got), "Hidden") || strings.Contains(page, "AC-0") {
		t.Error("something is told that is not public")
	}
	holds(t, got, "sv/questions/index.html", "Vem ringer vi?", "Frågor och svar")
}

// The same as a table for the tools of questionnaires: plain text, no formula, and the language of each answer.
func TestQuestionsForQuestionnaires(t *testing.T) {
	got := files(t, inquired())
	rows := readCSV(t, got["questions/questions.csv"])
	for head, want := range map[string]string{"id": "Q-SCOPE", "topic": "scope", "question": "What is in scope?", "answer": "'=All of it, see C-2: all. ¶ • One ¶ • Two",
		"refs": "CAIQ IAM-01", "criteria": "CC6.1", "level": "self-assessed", "as_of": "2026-05-01", "holds_until": "2026-11-01", "language": "en"} {
		if got := cellOf(t, rows, 1, head); got != want {
			t.Errorf("%s: got %q, want %q", head, got, want)
		}
	}
	rows = readCSV(t, got["sv/questions/questions.csv"])
	if len(rows) != 4 || cellOf(t, rows, 1, "language") != "en" || cellOf(t, rows, 2, "language") != "sv" || cellOf(t, rows, 2, "question") != "Vem ringer vi?" {
		t.Errorf("in Swedish: %q", rows)
	}
}
