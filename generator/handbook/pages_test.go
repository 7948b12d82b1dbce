package handbook_test

import (
	"strings"
	"testing"
)

// A criterion's page leads to the sections that its controls carry out, and to those that name it.
func TestCriterionNamesSections(t *testing.T) {
	page := pages(t, small())["criteria/tsc/cc6.1/index.html"]
	_, sections, _ := strings.Cut(page, "Policies and procedures")
	shows(t, sections, `policies/pol-ac/index.html">`, "<td></td><td>yes</td>", `policies/pol-ac/index.html#%C3%A4ndringar">`, "<td></td><td>yes</td>",
		`policies/pol-ac/index.html#%C3%A4ndringar-1">`, "Access &lt;control&gt;, Ändringar", "AC-01")
	if _, used, ok := strings.Cut(sections, "Where this is used"); ok && strings.Contains(used, "POL-AC") {
		t.Error("the policy is told of twice")
	}
}

// How many windows are missing stands beside the state of a control.
func TestCriterionCountsWhatIsMissing(t *testing.T) {
	shows(t, pages(t, small())["criteria/tsc/cc6.1/index.html"], "AC-01", "missing</span> 2 of 4")
}

// What no longer holds says so on its page and wherever it is named, and stands last in its list.
func TestRetiredIsClear(t *testing.T) {
	all := pages(t, with(map[string]string{
		"content/policies/a.md": "---\nid: POL-A\ntitle: Old rules\nstatus: retired\nnext_review: 2020-01-01\nformer_ids: [POL-0]\n---\nSee [POL-D].\n",
		"content/policies/d.md": "---\nid: POL-D\ntitle: New rules\nstatus: draft\n---\nNot [POL-A] any more.\n",
	}))
	shows(t, all["policies/pol-a/index.html"], "no longer in force", "Former ids", "POL-0")
	shows(t, all["policies/pol-d/index.html"], "This document is a draft.", "Where this is used", "Old rules (retired)")
	shows(t, all["policies/index.html"], "POL-AC", "New rules", "draft", "Old rules (retired)", "2020-01-01")
	if strings.Contains(all["policies/index.html"], "overdue") {
		t.Error("a retired policy is overdue")
	}
}

// A review whose day has passed is said to be overdue, on the page as in the list.
func TestOverdueReviews(t *testing.T) {
	all := pages(t, with(map[string]string{"content/vendors.toml": `
[[vendor]]
id = "VEN-1"
title = "Halls AB"
location = "Umeå"
review_every = "1 year"
reviewed_on = 2025-05-01
[vendor.subprocessor]
locations = ["Sweden"]
[vendor.subservice]
method = "carve-out"
monitored_by = ["VM-01"]
`}))
	shows(t, all["vendors/index.html"], "Halls AB", "Umeå", "subprocessor", "subservice organization (carve-out)", "2026-05-01", "overdue")
	shows(t, all["vendors/ven-1/index.html"], "Reviewed on", "2025-05-01", "Next review", "2026-05-01", "overdue", "Monitored by")
}

// A person's page lists what the person owns apart from other references, and the list counts it.
func TestPersonOwns(t *testing.T) {
	all := pages(t, with(map[string]string{
		"content/policies/b.md": "---\nid: POL-B\ntitle: Ask first\n---\nAsk [PER-1].\n",
	}))
	owned, used, _ := strings.Cut(all["people/per-1/index.html"], "Where this is used")
	shows(t, owned, "Owns", "POL-AC", "Policy", "2027-01-02", "AC-01", "Control", "missing", "VEN-1", "Vendor")
	shows(t, used, "POL-B", "in the text")
	if strings.Contains(used, "under Owner") || strings.Contains(owned, "AC-09") {
		t.Error("what is owned is listed twice, or what staff may not read is listed")
	}
	shows(t, all["people/index.html"], "Anna Å", "Lead", "<td>4</td>")
}

// Commitments are listed with their category in words, and with the controls that keep them.
func TestCommitmentsShowControls(t *testing.T) {
	page := pages(t, with(map[string]string{"content/commitments.toml": `
[[commitment]]
id = "CMT-1"
title = "Kept safe"
category = "processing-integrity"
kind = "service commitment"
controls = ["AC-01", "AC-09"]
`}))["commitments/index.html"]
	shows(t, page, "Kept safe", "Processing integrity", "service commitment", `title="Access is approved"`, "AC-01", "(restricted)")
}

// A window that a waiver accepts is still missing, and is said to be accepted; what covers nothing leads to its criterion.
func TestAcceptedAndUncoveredAreNamed(t *testing.T) {
	all := pages(t, with(map[string]string{"content/waivers.toml": `
[[waiver]]
rule = "missing-occurrence"
target = "AC-01@2026-01-01"
reason = "Hidden"
owner = "PER-1"
expires = 2027-01-01
`, "content/evidence/EV-9.md": "---\nid: EV-9\ntitle: Hidden\ncontrols: [AC-01]\nkind: report\noccurred_on: 2026-04-10\n---\n"}))
	_, missing, _ := strings.Cut(all["calendar/index.html"], "Due and missing")
	shows(t, missing, "AC-01", "(waived)")
	shows(t, all["gaps/index.html"], "Uncovered criterion", `<a href="../criteria/tsc/cc1.1/index.html">`)
}

// A no that somebody wrote is shown, a column that nothing stands in is not, and an address is a link.
func TestFieldsAsWritten(t *testing.T) {
	page := pages(t, with(map[string]string{"content/vendors.toml": `
[[vendor]]
id = "VEN-1"
title = "Halls AB"
website = "http://halls.example/"
data = "mailto:halls@halls.example"
[vendor.subprocessor]
public = false
[vendor.subservice]
method = "carve-out"
monitored_by = ["VM-01"]
[[vendor.reports]]
type = "SOC 2"
`}))["vendors/ven-1/index.html"]
	shows(t, page, `<a href="mailto:halls@halls.example">`, `<a href="http://halls.example/">`, "<dt>Public</dt><dd>no</dd>", `<th scope="col">Type</th></tr>`)
	if strings.Count(page, "<dt>Public</dt>") != 1 {
		t.Error("a no that nobody wrote is shown")
	}
}
