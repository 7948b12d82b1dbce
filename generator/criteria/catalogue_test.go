package criteria

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestBuiltinHasNoFindings(t *testing.T) {
	s, findings := loadBuiltin()
	_, more := readPairs(embedded("pairs"), s)
	for _, f := range append(findings, more...) {
		t.Errorf("%s:%d:%d: %s: %s", f.File, f.Line, f.Column, f.Rule, f.Message)
	}
}

// The counts are those of TSP section 100, ISO/IEC 27001:2022 and of the articles listed of Regulation (EU) 2016/679.
func TestCounts(t *testing.T) {
	want := map[string]int{
		"tsc": 61, "tsc CC1": 5, "tsc CC2": 3, "tsc CC3": 4, "tsc CC4": 2, "tsc CC5": 3, "tsc CC6": 8, "tsc CC7": 5, "tsc CC8": 1,
		"tsc CC9": 2, "tsc A1": 3, "tsc C1": 2, "tsc PI1": 5, "tsc P1": 1, "tsc P2": 1, "tsc P3": 2, "tsc P4": 3, "tsc P5": 2,
		"tsc P6": 7, "tsc P7": 1, "tsc P8": 1,
		"iso27001": 123, "iso27001 4": 4, "iso27001 5": 3, "iso27001 6": 5, "iso27001 7": 7, "iso27001 8": 3, "iso27001 9": 6,
		"iso27001 10": 2, "iso27001 A.5": 37, "iso27001 A.6": 8, "iso27001 A.7": 14, "iso27001 A.8": 34,
		"gdpr": 54, "gdpr I": 4, "gdpr II": 7, "gdpr III": 12, "gdpr IV": 20, "gdpr V": 7, "gdpr VI": 0, "gdpr VII": 0, "gdpr VIII": 2,
		"gdpr IX": 2, "gdpr X": 0, "gdpr XI": 0,
	}
	got := map[string]int{}
	for _, f := range Builtin().Frameworks() {
		got[f.ID] = len(f.Criteria)
		for _, g := range f.Groups {
			got[f.ID+" "+g.ID] = len(g.Criteria)
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	kinds := map[string]int{}
	for _, c := range Builtin().Framework("iso27001").Criteria {
		kinds[c.Kind]++
	}
	if kinds["clause"] != 30 || kinds["annex-a"] != 93 {
		t.Errorf("got %v, want 30 clauses and 93 of Annex A", kinds)
	}
}

func TestScope(t *testing.T) {
	const s, a, c, pi, p = "security", "availability", "confidentiality", "processing-integrity", "privacy"
	tests := []struct {
		categories []string
		want       int
	}{
		{nil, 0}, {[]string{s}, 33}, {[]string{a}, 36}, {[]string{c}, 35}, {[]string{pi}, 38}, {[]string{p}, 51},
		{[]string{s, a, c}, 38}, {[]string{s, a, c, pi, p}, 61}, {[]string{"Säkerhet", "tillgänglighet", "sekretess"}, 38},
		{[]string{"common"}, 0}, {[]string{"nothing"}, 0},
	}
	for _, test := range tests {
		if got := Builtin().InScope([]string{"tsc"}, test.categories); len(got) != test.want {
			t.Errorf("%v: got %d, want %d", test.categories, len(got), test.want)
		}
	}
	if got := Builtin().InScope([]string{"iso27001"}, nil); len(got) != 123 {
		t.Errorf("iso27001: got %d, want 123", len(got))
	}
	all := Builtin().InScope([]string{"gdpr", "tsc"}, []string{s})
	if !slices.IsSortedFunc(all, (*Criterion).Compare) || all[0].String() != "tsc:CC1.1" {
		t.Errorf("got %v, want catalogue order", all)
	}
	for _, c := range all {
		if c.Relevance == Context {
			t.Errorf("%s asks nothing of a company and is in scope", c)
		}
	}
	if len(all) != 33+54-11 {
		t.Errorf("got %d", len(all))
	}
	for _, id := range []string{"gdpr:4", "gdpr:60", "gdpr:32(1)(b)"} {
		if c := Builtin().Find(id).Criterion; !c.InScope([]string{"gdpr"}, nil) || c.InScope([]string{"tsc"}, []string{s}) {
			t.Errorf("a reference to %s is in the scope of its framework alone", id)
		}
	}
}

func TestTexts(t *testing.T) {
	whole := func(what string, x Text) {
		if x.EN == "" || x.SV == "" || strings.TrimSpace(x.EN) != x.EN || strings.TrimSpace(x.SV) != x.SV || strings.Contains(x.EN+x.SV, "\n") {
			t.Errorf("%s: %q", what, x)
		}
	}
	for _, f := range Builtin().Frameworks() {
		whole(f.ID, f.Name)
		whole(f.ID+" note", f.Note)
		for _, c := range f.Categories {
			whole(c.ID, c.Name)
		}
		for _, g := range f.Groups {
			whole(g.ID, g.Title)
		}
		for _, c := range f.Criteria {
			whole(c.String(), c.Title)
			if f.ID == "tsc" {
				whole(c.String()+" summary", c.Summary)
			}
			if c.Group == nil || (c.Category == "") != (len(f.Categories) == 0) {
				t.Errorf("%s: group %v, category %q", c, c.Group, c.Category)
			}
		}
	}
	_, note := Builtin().AboutPairs()
	whole("note on pairs", note)
}

func TestTextFallsBack(t *testing.T) {
	if got := (Text{EN: "a"}).In("sv"); got != "a" {
		t.Errorf("got %q", got)
	}
	if got := (Text{"a", "b"}).In("sv-SE") + (Text{"a", "b"}).In("de") + (Text{SV: "b"}).In("en"); got != "bab" {
		t.Errorf("got %q", got)
	}
}

func TestPairs(t *testing.T) {
	s, n := Builtin(), 0
	for _, c := range s.Framework("tsc").Criteria {
		with := s.Pairs(c)
		n += len(with)
		if !slices.IsSortedFunc(with, (*Criterion).Compare) || len(slices.Compact(slices.Clone(with))) != len(with) {
			t.Errorf("%s: %v", c, with)
		}
		for _, framework := range []string{"iso27001", "gdpr"} {
			if !slices.ContainsFunc(with, func(d *Criterion) bool { return d.Framework.ID == framework }) {
				t.Errorf("%s has no counterpart in %s", c, framework)
			}
		}
		for _, d := range with {
			if d.Framework == c.Framework || !slices.Contains(s.Pairs(d), c) {
				t.Errorf("%s and %s are not a pair both ways", c, d)
			}
		}
	}
	if n != 371 {
		t.Errorf("got %d pairs, want 371", n)
	}
	var without []string
	for _, c := range s.Framework("iso27001").Criteria {
		if len(s.Pairs(c)) == 0 {
			without = append(without, c.ID)
		}
	}
	if want := []string{"4.4", "7.1", "A.5.32"}; !slices.Equal(without, want) {
		t.Errorf("without counterpart: got %v, want %v", without, want)
	}
	if s.Pairs(s.Find("gdpr:32(1)(b)").Criterion) != nil {
		t.Error("a pair with an article says nothing of its points")
	}
}

// NIST OSCAL 1.2.1 takes a control-id that is a token: it begins with a letter or an underscore.
func TestOSCAL(t *testing.T) {
	token := regexp.MustCompile(`^[a-z][a-z0-9.-]*$`)
	for _, f := range Builtin().Frameworks() {
		seen := map[string]bool{}
		for _, c := range f.Criteria {
			if !token.MatchString(c.OSCAL) || seen[c.OSCAL] {
				t.Errorf("%s: %q", c, c.OSCAL)
			}
			seen[c.OSCAL] = true
		}
	}
	for id, want := range map[string]string{"tsc:CC6.1": "cc6.1", "iso27001:4.1": "cl-4.1", "iso27001:A.5.15": "a.5.15", "gdpr:32": "art-32",
		"gdpr:60": "art-60", "gdpr:32(1)(b)": "art-32.1.b"} {
		if got := Builtin().Find(id).Criterion.OSCAL; got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}

func TestEveryArticle(t *testing.T) {
	s := Builtin()
	before := s.Find("gdpr:1").Criterion
	for n := 2; n <= 99; n++ {
		id := strconv.Itoa(n)
		whole, paragraph, point := s.Find("gdpr:"+id).Criterion, s.Find("gdpr:"+id+"(1)").Criterion, s.Find("gdpr:"+id+"(1)(b)").Criterion
		if whole == nil || paragraph == nil || point == nil {
			t.Fatalf("article %d: %v %v %v", n, whole, paragraph, point)
		}
		if paragraph.Parent != whole || point.Parent != whole || point.Title != whole.Title || whole.Parent != nil || whole.Group == nil {
			t.Errorf("article %d: %+v", n, point)
		}
		order := []*Criterion{before, whole, paragraph, point}
		if !slices.IsSortedFunc(order, (*Criterion).Compare) || before.Compare(whole) == 0 {
			t.Errorf("article %d: out of order: %v", n, order)
		}
		before = whole
	}
	if got := s.Find("gdpr:60").Criterion.Title; got != (Text{"Article 60", "Artikel 60"}) {
		t.Errorf("got %q", got)
	}
	for _, id := range []string{"0", "100", "032", "+5", "32(0)", "32()", "32(1)b", "32(b)", "32(1)(b)(i)", "32(100)"} {
		if c := s.Find("gdpr:" + id).Criterion; c != nil {
			t.Errorf("%s: got %s", id, c)
		}
	}
	if s.Find("gdpr:32(1)(b)").Criterion != s.Find("Art. 32(1)(B)").Criterion {
		t.Error("one identifier gave two criteria")
	}
}
