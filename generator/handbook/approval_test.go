package handbook_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// rows returns a register of approvals of POL-AC: of each a version, a digest, a person and a day.
func rows(approvals ...[4]string) string {
	var b strings.Builder
	for _, a := range approvals {
		fmt.Fprintf(&b, "[[approval]]\npolicy = \"POL-AC\"\nversion = %q\nsha256 = %q\nby = %q\non = %s\n", a[0], a[1], a[2], a[3])
	}
	return b.String()
}

// digest returns the digest of the words of a policy of a site.
func digest(t *testing.T, site fstest.MapFS, id string) string {
	t.Helper()
	for _, p := range compile(t, site).Program.Policies {
		if p.ID == id {
			return p.SHA256
		}
	}
	t.Fatalf("there is no policy %s", id)
	return ""
}

// approved is the small site with approvals of POL-AC.
func approved(approvals ...[4]string) fstest.MapFS {
	return with(map[string]string{"content/approvals.toml": rows(approvals...)})
}

var someDigest = strings.Repeat("ab", 32)

// A policy says of its approvals what is recorded, the newest first, and names no approver whom staff may not know of.
func TestPolicyShowsApprovals(t *testing.T) {
	now := digest(t, small(), "POL-AC")
	page := pages(t, approved([4]string{"1", someDigest, "PER-2", "2025-01-02"}, [4]string{"2", now, "PER-1", "2026-01-02"}))["policies/pol-ac/index.html"]
	shows(t, page, "Document control", `state-approved">approved text<`, "Anna Å", "2026-01-02", "(version 2)",
		`id="tp.approvals"`, "<td>2</td>", "2026-01-02", "Anna Å", "there is no version control to ask", "this text", now,
		"<td>1</td>", "2025-01-02", "<td>(restricted)</td>", "in no released version of the handbook", someDigest,
		`id="tp.in-force"`, "2026-01-03", "still in force", "<td>2</td>", "2025-01-02", "2026-01-02", "<td>1</td>", "(restricted)")
	if strings.Contains(page, "Hidden") {
		t.Error("an approver is named whom staff may not know of")
	}
}

// What stands in the front matter alone is a claim; a text that was changed after its approval is another text.
func TestPolicySaysHowItStands(t *testing.T) {
	for want, site := range map[string]fstest.MapFS{
		`state-claimed">approval only claimed<`:  small(),
		`state-changed">changed since approval<`: approved([4]string{"1", someDigest, "PER-1", "2025-01-02"}),
		`state-never">never approved<`: with(map[string]string{
			"content/policies/access.md": "---\nid: POL-AC\ntitle: Access\n---\nText.\n"}),
	} {
		if page := pages(t, site)["policies/pol-ac/index.html"]; !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// An approval that staff may not read is there, and is not told.
func TestConfidentialApprovalIsNotTold(t *testing.T) {
	register := rows([4]string{"1.99", someDigest, "PER-1", "2025-01-02"}) + "classification = \"confidential\"\n"
	page := pages(t, with(map[string]string{"content/approvals.toml": register}))["policies/pol-ac/index.html"]
	shows(t, page, "(restricted)")
	for _, secret := range []string{"1.99", someDigest} {
		if strings.Contains(page, secret) {
			t.Errorf("the page tells %s", secret)
		}
	}
}

// What stands against an approval is told as far as the approval and its person are.
func TestGapsTellNoConfidentialApproval(t *testing.T) {
	now := digest(t, small(), "POL-AC")
	for name, c := range map[string]struct{ by, more, told string }{
		"anybody's":                     {"PER-1", "", "1.99, is to begin with"},
		"of a person that is withheld":  {"PER-2", "", "1.99"},
		"a record that is confidential": {"PER-1", "classification = \"confidential\"\n", ""},
	} {
		register := rows([4]string{"1.99", now, c.by, "2026-01-02"}) + "signature = \"xyz\"\n" + c.more
		page := pages(t, with(map[string]string{"content/approvals.toml": register}))["gaps/index.html"]
		shows(t, page, "nattributed")
		for _, words := range []string{"1.99", "is to begin with"} {
			if strings.Contains(page, words) != strings.Contains(c.told, words) {
				t.Errorf("%s: the page of gaps and %q", name, words)
			}
		}
	}
}

// Of a procedure nothing is said of approvals; its history is told.
func TestProcedureHasNoApprovals(t *testing.T) {
	page := pages(t, with(map[string]string{"content/procedures/p.md": "---\nid: PRO-1\ntitle: Steps\n---\nText.\n"}))["procedures/pro-1/index.html"]
	shows(t, page, "Document control", "Revision history", "The document tells of no changes")
	for _, said := range []string{`id="tp.approvals"`, `id="tp.in-force"`, "never approved"} {
		if strings.Contains(page, said) {
			t.Errorf("the page of a procedure holds %q", said)
		}
	}
}
