package trace_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/approval"
	"trustpress/generator/config"
	"trustpress/generator/criteria"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/trace"
)

// digest returns what an approval of the policy is over whose text is one word.
func digest(word string) string { return approval.Digest(approval.Words("Access", "", word, nil)) }

// ruled is a bound site with one policy, which a test gives a text, keys, approvals ("A 2026-01-31" approves the text A on that day) and
// versions ("A 2026-01-31 2026-02-01 draft" came out with it, and says when it takes effect and its status; "-" for neither).
func ruled(t *testing.T, text, keys string, approvals, versions []string) (*trace.Trace, *program.Policy) {
	t.Helper()
	var register strings.Builder
	for i, line := range approvals {
		f := strings.Fields(line)
		fmt.Fprintf(&register, "[[approval]]\npolicy = \"POL\"\nversion = \"%d\"\nsha256 = %q\nby = \"PER\"\non = %s\n", i+1, digest(f[0]), f[1])
	}
	past := trace.Past{Words: func(in *trace.Version, _ []string) map[string]string {
		return map[string]string{"POL": approval.Words("Access", "", strings.Fields(versions[len(in.Version)-1])[0], nil)}
	}}
	for i, line := range versions {
		f := strings.Fields(line)
		was := program.Outline{Kind: "policy", ID: "POL", SHA256: digest(f[0]), Status: strings.Trim(f[3], "-")}
		if f[2] != "-" {
			was.EffectiveOn = day(t, f[2])
		}
		release := &program.Release{Version: strings.Repeat("1", i+1), Date: day(t, f[1])}
		past.Versions = append(past.Versions, trace.NewVersion(release, []program.Outline{was}))
	}
	fsys := fstest.MapFS{
		"content/people.toml":    {Data: []byte("[[person]]\nid = \"PER\"\nname = \"Karin\"\n")},
		"content/policies/p.md":  {Data: []byte("---\nid: POL\ntitle: Access\n" + keys + "---\n" + text + "\n")},
		"content/approvals.toml": {Data: []byte(register.String())},
	}
	bound := bind(t, fsys, past)
	return bound, bound.Program.Policies[0]
}

func bind(t *testing.T, fsys fstest.MapFS, past trace.Past) *trace.Trace {
	t.Helper()
	site, _ := config.Parse("site.toml", []byte("[organization]\nname = \"A\"\n"))
	tree, found, err := source.Read(fsys, site, func(int, int) {})
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	parser := source.NewParser(site, source.NewLabels(tree.IDs(), func(string) bool { return false }))
	prog, found := program.Build(site, tree, parser, func(int, int) {})
	if len(found) > 0 {
		t.Fatal(found)
	}
	bound, found, err := trace.Bind(fsys, site, tree, criteria.Builtin(), prog, past, day(t, "2026-09-30"))
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	return bound
}

func TestHeld(t *testing.T) {
	for _, c := range []struct {
		name, text, keys    string
		approvals, versions []string
		state, held         string
	}{
		{"nobody approved it", "A", "", nil, nil, "never", ""},
		{"somebody is said to have", "A", "approved_by: Karin\n", nil, nil, "claimed", ""},
		{"and so is its status", "A", "status: approved\n", nil, nil, "claimed", ""},
		{"from its approval on", "A", "", []string{"A 2026-01-15"}, nil, "approved", "1 2026-01-15…"},
		{"or from when it takes effect", "A", "effective_on: 2026-02-01\n", []string{"A 2026-01-15"}, nil, "approved", "1 2026-02-01…"},
		{"not before it was approved", "A", "effective_on: 2026-01-01\n", []string{"A 2026-01-15"}, nil, "approved", "1 2026-01-15…"},
		{"an edit leaves the approved text in force", "B", "effective_on: 2026-09-01\n", []string{"A 2026-01-15"}, nil, "changed", "1 2026-01-15…"},
		{"one text after another", "B", "", []string{"A 2026-01-15", "B 2026-03-01"}, nil, "approved", "1 2026-01-15…2026-02-28, 2 2026-03-01…"},
		{"the order of the records does not matter", "B", "", []string{"B 2026-03-01", "A 2026-01-15"}, nil, "approved", "2 2026-01-15…2026-02-28, 1 2026-03-01…"},
		{"the same text approved again", "A", "", []string{"A 2026-01-15", "A 2026-03-01"}, nil, "approved", "1 2026-01-15…"},
		{"of two on one day the later record", "B", "", []string{"A 2026-01-15", "B 2026-01-15"}, nil, "approved", "2 2026-01-15…"},
		{"a text that comes back on the day it went", "A", "", []string{"A 2026-01-15", "B 2026-03-01", "A 2026-03-01"}, nil, "approved", "1 2026-01-15…"},
		{"a text that comes back", "A", "", []string{"A 2026-01-15", "B 2026-03-01", "A 2026-04-01"}, nil, "approved",
			"1 2026-01-15…2026-02-28, 2 2026-03-01…2026-03-31, 3 2026-04-01…"},
		{"until it was retired", "A", "status: retired\nretired_on: 2026-06-30\n", []string{"A 2026-01-15"}, nil, "approved", "1 2026-01-15…2026-06-30"},
		{"an approval after it was retired holds nothing", "B", "status: retired\nretired_on: 2026-06-30\n", []string{"A 2026-01-15", "B 2026-08-01"}, nil, "approved",
			"1 2026-01-15…2026-06-30"},

		{"an old text takes effect when its version says", "B", "", []string{"A 2026-01-15", "B 2026-06-01"}, []string{"A 2026-01-20 2026-02-01 -"}, "approved",
			"1 2026-02-01…2026-05-31, 2 2026-06-01…"},
		{"and not when a draft said", "B", "", []string{"A 2026-01-15", "B 2026-06-01"}, []string{"A 2026-01-10 2026-05-01 draft", "A 2026-01-20 2026-02-01 -"}, "approved",
			"1 2026-02-01…2026-05-31, 2 2026-06-01…"},
		{"nor when a later approval of the same words moved it", "A", "effective_on: 2026-09-01\n", []string{"A 2026-01-15", "A 2026-08-15"},
			[]string{"A 2026-01-20 2026-02-01 -"}, "approved", "1 2026-02-01…"},
		{"nor when a second approval moved it before any version came out", "A", "effective_on: 2026-09-01\n", []string{"A 2026-01-15", "A 2026-08-15"},
			nil, "approved", "1 2026-01-15…"},
		{"nor when that was effective on its day", "B", "", []string{"A 2026-01-15", "A 2026-08-15", "B 2026-12-01"},
			[]string{"A 2026-08-20 2026-08-15 -"}, "approved", "1 2026-01-15…2026-11-30, 3 2026-12-01…"},
		{"a second approval that moved nothing", "A", "effective_on: 2026-02-01\n", []string{"A 2026-01-15", "A 2026-08-15"},
			nil, "approved", "1 2026-02-01…"},
		{"a version before the approval is better than none", "B", "", []string{"A 2026-01-15", "B 2026-06-01"}, []string{"A 2026-01-10 2026-02-01 -"}, "approved",
			"1 2026-02-01…2026-05-31, 2 2026-06-01…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			bound, p := ruled(t, c.text, c.keys, c.approvals, c.versions)
			known := bound.Approved[p]
			var held []string
			for _, h := range known.Held {
				held = append(held, fmt.Sprintf("%s %s…%s", h.Version, h.From, h.To))
			}
			if got := strings.Join(held, ", "); known.State != c.state || got != c.held {
				t.Errorf("%s: %s\nwant %s: %s", known.State, got, c.state, c.held)
			}
			onEachDay(t, known)
		})
	}
}

// onEachDay holds On against Held: of each day one text, or none.
func onEachDay(t *testing.T, known *trace.Approved) {
	t.Helper()
	for d := day(t, "2026-01-01"); d.Before(day(t, "2026-12-31")); d = d.AddDays(1) {
		var want *trace.Held
		for i := range known.Held {
			if h := &known.Held[i]; !d.Before(h.From) && (h.To.IsZero() || !h.To.Before(d)) {
				if want != nil {
					t.Errorf("on %s two texts are in force", d)
				}
				want = h
			}
		}
		if known.On(d) != want {
			t.Errorf("on %s: %+v", d, known.On(d))
		}
	}
}

func TestWithout(t *testing.T) {
	within := func(from, to string) program.Period { return program.Period{From: day(t, from), To: day(t, to)} }
	year := within("2025-10-01", "2026-09-30")
	for _, c := range []struct {
		name, keys          string
		approvals, versions []string
		within              program.Period
		want                string
	}{
		{"never approved", "", nil, nil, year, "2025-10-01…2026-09-30"},
		{"approved before", "", []string{"A 2025-01-15"}, nil, year, ""},
		{"a policy that is new", "", []string{"A 2026-01-15"}, nil, year, ""},
		{"one that the handbook had", "", []string{"A 2026-01-15"}, []string{"A 2025-11-01 - -"}, year, "2025-11-01…2026-01-14"},
		{"since long", "", []string{"A 2026-01-15"}, []string{"A 2024-11-01 - -"}, year, "2025-10-01…2026-01-14"},
		{"as a draft", "", []string{"A 2026-01-15"}, []string{"A 2025-11-01 - draft", "A 2025-12-01 - in_review"}, year, ""},
		{"still being written", "status: in_review\n", nil, nil, year, ""},
		{"being written anew", "status: draft\n", []string{"B 2026-01-15"}, []string{"B 2025-11-01 - -"}, year, "2025-11-01…2026-01-14"},
		{"no period", "", nil, nil, program.Period{}, ""},
		{"not beyond the end", "", []string{"A 2026-12-15"}, []string{"A 2026-09-01 - -"}, year, "2026-09-01…2026-09-30"},
		{"one day", "", nil, nil, within("2026-09-30", "2026-09-30"), "2026-09-30…2026-09-30"},
		{"retired in between", "status: retired\nretired_on: 2026-06-30\n", []string{"A 2025-01-15"}, nil, year, ""},
		{"retired, never approved", "status: retired\nretired_on: 2026-06-30\n", nil, nil, year, "2025-10-01…2026-06-30"},
		{"retired before", "status: retired\nretired_on: 2025-06-30\n", nil, nil, year, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			bound, p := ruled(t, "A", c.keys, c.approvals, c.versions)
			var gaps []string
			for _, gap := range bound.Without(p, c.within) {
				gaps = append(gaps, fmt.Sprintf("%s…%s", gap.From, gap.To))
			}
			if got := strings.Join(gaps, ", "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestApprovedWords(t *testing.T) {
	for _, c := range []struct {
		name      string
		approvals []string
		versions  []string
		want      string
	}{
		{"in a version", []string{"A 2026-01-15"}, []string{"A 2026-01-20 - -", "B 2026-03-01 - -"}, "Access\nA\n"},
		{"of the last approval", []string{"A 2026-01-15", "B 2026-02-15"}, []string{"A 2026-01-20 - -", "B 2026-03-01 - -"}, "Access\nB\n"},
		{"in none", []string{"C 2026-01-15"}, []string{"A 2026-01-20 - -"}, ""},
	} {
		bound, p := ruled(t, "D", "", c.approvals, c.versions)
		if got := bound.ApprovedWords([]*program.Policy{p})[p]; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// An approval of which nobody knows what or when it is of is none.
func TestApprovalsThatCannotBeRead(t *testing.T) {
	bound, p := ruled(t, "A", "", []string{"A 2026-01-15"}, nil)
	rec := bound.Program.Approvals[0]
	for _, broken := range []program.Approval{{Record: rec.Record, Policy: rec.Policy, By: rec.By, On: rec.On}, {Record: rec.Record, Policy: rec.Policy, By: rec.By, SHA256: rec.SHA256}} {
		again := *bound.Program
		again.Approvals = []*program.Approval{&broken}
		site, _ := config.Parse("site.toml", []byte("[organization]\nname = \"A\"\n"))
		known, _, err := trace.Bind(fstest.MapFS{}, site, &source.Tree{}, criteria.Builtin(), &again, trace.Past{}, node.Day{})
		if err != nil || known.Approved[p].State != trace.TextNever || known.Approved[p].Last() != nil {
			t.Errorf("%+v: %+v", broken, known.Approved[p])
		}
	}
}

// A policy that is gone keeps its approvals and what was in force, and each text took effect when it said.
func TestGoneKeepsItsApprovals(t *testing.T) {
	out := program.Outline{Kind: "policy", ID: "OLD", Title: "Access", SHA256: digest("A"), EffectiveOn: day(t, "2026-02-01")}
	past := trace.Past{Versions: []*trace.Version{trace.NewVersion(&program.Release{Version: "1", Date: day(t, "2026-01-20")}, []program.Outline{out})}}
	register := "[[approval]]\npolicy = \"OLD\"\nversion = \"1\"\nsha256 = \"" + digest("A") + "\"\nby = \"PER\"\non = 2026-01-15\n"
	bound := bind(t, fstest.MapFS{"content/people.toml": {Data: []byte("[[person]]\nid = \"PER\"\nname = \"Karin\"\n")},
		"content/approvals.toml": {Data: []byte(register)}}, past)
	gone := bound.Gone()
	if len(gone) != 1 || len(gone[0].Held) != 1 || gone[0].Held[0].From != out.EffectiveOn || gone[0].Last().How != trace.Unknown {
		t.Errorf("%+v", gone)
	}
}

// An approval names its policy as it was called then, however often it was renamed since.
func TestApprovalsOfAPolicyRenamedTwice(t *testing.T) {
	version := func(name, date string, o program.Outline) *trace.Version {
		o.Kind, o.SHA256 = "policy", digest("A")
		return trace.NewVersion(&program.Release{Version: name, Date: day(t, date)}, []program.Outline{o})
	}
	past := trace.Past{Versions: []*trace.Version{version("1", "2026-01-20", program.Outline{ID: "POL-A"}),
		version("2", "2026-02-20", program.Outline{ID: "POL-B", FormerIDs: []string{"Pol-A"}})}}
	bound := bind(t, fstest.MapFS{
		"content/people.toml":    {Data: []byte("[[person]]\nid = \"PER\"\nname = \"Karin\"\n")},
		"content/policies/p.md":  {Data: []byte("---\nid: POL-C\ntitle: Access\nformer_ids: [POL-B]\n---\nA\n")},
		"content/approvals.toml": {Data: []byte("[[approval]]\npolicy = \"POL-A\"\nversion = \"1\"\nsha256 = \"" + digest("A") + "\"\nby = \"PER\"\non = 2026-01-15\n")},
	}, past)
	if known := bound.Approved[bound.Program.Policies[0]]; known.State != trace.TextApproved || len(known.Held) != 1 {
		t.Errorf("%+v", known)
	}
}
