package handbook_test

import (
	"html"
	"net/url"
	"strings"
	"testing"

	"trustpress/generator"
)

// A policy's page leads to every text that was in force and to what changed since, and to where the approved text stands.
func TestPolicyLeadsToItsTexts(t *testing.T) {
	page := shelf(t, grown(t), generator.Options{})["policies/pol-ac/index.html"]
	shows(t, page, "changed since approval", "(version 2)", `href="../../policies/pol-ac/changes/2026.1/index.html">words inserted: 1`, "“Third”",
		`id="tp.approvals"`, `href="../../2026.1/policies/pol-ac/index.html">Version 2026.1`, `href="../../2025.1/policies/pol-ac/index.html">Version 2025.1`,
		`id="tp.in-force"`, "2026-03-01", "still in force", "changes/2026.1/index.html", "2025-11-01", "2026-02-28", "changes/2025.1/index.html",
		`id="tp.versions"`, "Today’s text", "this text", "Version 2026.1", "2026-03-10", "Version 2025.1", "2025-11-10")
}

// A page of an older version tells what its archive knows, and leads to what is known today.
func TestOldPagesLeadToToday(t *testing.T) {
	all := shelf(t, grown(t), generator.Options{})
	page := all["2025.1/policies/pol-ac/index.html"]
	shows(t, page, "This is version 2025.1", "approved text", "An archive does not say who committed the record", "../../../policies/pol-ac/index.html#tp.approvals",
		"in force when this version was released", "holds texts alone", "../../../policies/pol-ac/index.html#tp.revisions")
	for _, p := range []string{"2025.1/approvals/index.html", "2025.1/in-force/index.html"} {
		if _, ok := all[p]; ok {
			t.Errorf("there is a page %s", p)
		}
	}
}

// The page of approvals counts how the policies stand, and puts first what needs somebody.
func TestApprovalsPutFirstWhatNeedsSomebody(t *testing.T) {
	site := grown(t)
	site["content/policies/n.md"] = file("---\nid: POL-A\ntitle: A draft\nstatus: draft\n---\nText.\n")
	site["content/policies/o.md"] = file("---\nid: POL-B\ntitle: Asserted\napproved_by: The board\n---\nText.\n")
	site["content/policies/p.md"] = file("---\nid: POL-C\ntitle: Nobody\nnext_review: 2026-01-01\n---\nText.\n")
	all := shelf(t, site, generator.Options{})
	shows(t, all["approvals/index.html"], `<strong>4</strong> policies`, `state-claimed"><strong>1<`, `state-never"><strong>2<`, `state-changed"><strong>1<`,
		"POL-AC", "changed since approval", "words inserted: 1", "Anna Å", "POL-C", "never approved", "overdue", "POL-B", "approval only claimed", "The board",
		"POL-A", "never approved", "draft", "restricted", "POL-X")
	shows(t, all["index.html"], `href="approvals/index.html">Approvals`, "changed since approval", `href="in-force/index.html"`, `href="versions/index.html"`)
}

// What was in force is told for every day, and days on which nothing was are told first.
func TestInForceNamesGaps(t *testing.T) {
	site := grown(t)
	site["content/policies/n.md"] = file("---\nid: POL-N\ntitle: Nobody\n---\nText.\n")
	site["content/policies/d.md"] = file("---\nid: POL-D\ntitle: A draft\nstatus: draft\n---\nText.\n")
	page := shelf(t, site, generator.Options{})["in-force/index.html"]
	gaps, page, _ := strings.Cut(page, "Along the period")
	shows(t, gaps, "Days without an approved text", "POL-N", "2026-01-01</time> to <time>2026-06-30")
	if strings.Contains(gaps, "POL-AC") || strings.Contains(gaps, "POL-D") {
		t.Error("a policy is missed that was in force, or that is a draft")
	}
	shows(t, page, "<svg", "POL-AC 1, 2025-11-01 to 2026-02-28", "POL-AC 2, 2026-03-01",
		`id="tp.months"`, "2026.1/policies", `id="tp.policies"`, "2026-03-01", "still in force", "2025-11-01", "2026-02-28",
		"No longer in the handbook", "POL-OLD", `href="../2025.1/policies/pol-old/index.html">Version 2025.1`, "since version 2026.1", "2025-10-01", "not known until when")
}

// Who approved one text several times is named once beside the days on which it was in force.
func TestApproversAreNamedOnce(t *testing.T) {
	site := grown(t)
	again := rows([4]string{"2", digest(t, site, "POL-AC"), "PER-1", "2026-04-01"}, [4]string{"2", digest(t, site, "POL-AC"), "PER-1", "2026-05-01"})
	site["content/approvals.toml"].Data = append(site["content/approvals.toml"].Data, again...)
	page := shelf(t, site, generator.Options{})["in-force/index.html"]
	_, row, _ := strings.Cut(page, "<time>2026-04-01</time></td><td><strong>still in force")
	row, _, _ = strings.Cut(row, "</tr>")
	if n := strings.Count(row, "people/per-1"); n != 1 {
		t.Errorf("the person is named %d times: %s", n, row)
	}
}

// Of a confidential policy these pages hold the id alone, whatever an older version and the register of approvals hold.
func TestApprovalsKeepConfidentialPolicies(t *testing.T) {
	for p, page := range shelf(t, grown(t), generator.Options{}) {
		for _, secret := range []string{"Hidden", "hidden@", "9.9", "pol-x"} {
			if strings.HasSuffix(p, ".html") && strings.Contains(page, secret) {
				t.Errorf("%s holds %q", p, secret)
			}
		}
	}
}

// Every link of today's pages and of the older ones leads to a file that is there.
func TestLinksLeadBetweenVersions(t *testing.T) {
	all := shelf(t, grown(t), generator.Options{})
	for p, page := range all {
		for _, m := range hrefs.FindAllStringSubmatch(page, -1) {
			if u, err := url.Parse(html.UnescapeString(m[1])); err == nil && u.Scheme == "" && strings.HasSuffix(p, ".html") {
				leads(t, all, p, u)
			}
		}
	}
}

// A page of an older version says so on the screen and at the head of every sheet of paper; the switcher leads to the page in the others.
func TestOldPagesSayWhatTheyAre(t *testing.T) {
	all := shelf(t, grown(t), generator.Options{})
	shows(t, all["2026.1/policies/pol-ac/index.html"], `href="../../../assets/version-2026.1.css"`, "<summary>Version 2026.1</summary>",
		`href="../../../policies/pol-ac/index.html">`, `aria-current="true">Version 2026.1`, `href="../../../versions/index.html">All versions`,
		`class="banner" aria-label="Version 2026.1"><span>This is version 2026.1, released on <time>2026-03-10</time>.`)
	shows(t, all["assets/version-2026.1.css"], "@page", "This is version 2026.1, released on 2026-03-10.")
	if strings.Contains(all["policies/pol-ac/index.html"], `class="banner"`) {
		t.Error("a page of today has a banner")
	}
	shows(t, all["2025.1/policies/pol-old/index.html"], "Today’s handbook has no such page.")
}

// A redline names both texts, who approved which, and each change.
func TestRedlineNamesBothTexts(t *testing.T) {
	page := shelf(t, grown(t), generator.Options{})["policies/pol-ac/changes/2026.1/index.html"]
	shows(t, page, "From version 2026.1 to today’s text", `href="../../../../2026.1/policies/pol-ac/index.html">Version 2026.1`, "2026-03-10", "(version 2)", "Approved by", "Anna Å", "2026-03-01",
		"No approval of this text is recorded.", "Version 2025.1", "words inserted: 1, deleted: 0", `<a href="#change-1">Third</a>`, "<ins>long</ins>", `id="change-1"`)
}
