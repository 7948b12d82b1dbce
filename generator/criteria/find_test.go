package criteria

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestEveryIDComesBack(t *testing.T) {
	s := Builtin()
	for _, f := range s.Frameworks() {
		for _, c := range f.Criteria {
			for _, spelling := range []string{c.String(), strings.ToUpper(c.String()), strings.ToLower(c.String()), s.Short(c)} {
				if got := s.Find(spelling).Criterion; got != c {
					t.Errorf("%s: got %v, want %s", spelling, got, c)
				}
				if !s.Looks(spelling) {
					t.Errorf("%s does not look like a criterion", spelling)
				}
			}
		}
	}
}

func TestAliases(t *testing.T) {
	for spelling, want := range map[string]string{
		"cc6.1": "tsc:CC6.1", "Cc6.1": "tsc:CC6.1", "TSC:cc6.1": "tsc:CC6.1", "pi1.5": "tsc:PI1.5", " CC6.1 ": "tsc:CC6.1",
		"a.5.15": "iso27001:A.5.15", "ISO27001:4.1": "iso27001:4.1",
		"Art. 32": "gdpr:32", "Art.32": "gdpr:32", "art 32": "gdpr:32", "Article 32": "gdpr:32", "ARTICLE 32": "gdpr:32",
		"artikel 32": "gdpr:32", "Art.\u00a032": "gdpr:32", "Art. 32(1)(b)": "gdpr:32(1)(b)", "Article 32(1)(B)": "gdpr:32(1)(b)",
		"artikel 32.1": "gdpr:32(1)", "artikel 32.1 b": "gdpr:32(1)(b)", "gdpr:Art. 32(1)(b)": "gdpr:32(1)(b)", "32(1)(b)": "gdpr:32(1)(b)",
		"GDPR:Article 28(3)(h)": "gdpr:28(3)(h)", "Art. 60": "gdpr:60",
	} {
		c := Builtin().Find(spelling).Criterion
		if c == nil || c.String() != want {
			t.Errorf("%q: got %v, want %s", spelling, c, want)
		}
		if !Builtin().Looks(strings.TrimSpace(spelling)) {
			t.Errorf("%q does not look like a criterion", spelling)
		}
	}
}

func TestHints(t *testing.T) {
	const example = `a criterion is written as in "CC6.1" or "tsc:CC6.1"`
	for _, test := range []struct{ spelling, hint string }{
		{"CC6.11", `did you mean "CC6.1"?`},
		{"CC 6.1", `did you mean "CC6.1"?`},
		{"cc 6.1", `did you mean "CC6.1"?`},
		{"CC06.1", `did you mean "CC6.1"?`},
		{"CC6.01", `did you mean "CC6.1"?`},
		{"CC6-1", `did you mean "CC6.1"?`},
		{"CC6–1", `did you mean "CC6.1"?`},
		{"CC-6.1", `did you mean "CC6.1"?`},
		{"CC6.1.2", `did you mean "CC6.1"?`},
		{"CC6.1(a)", `did you mean "CC6.1"?`},
		{"CC6.9", `did you mean "CC6.8"?`},
		{"CC9.9", `did you mean "CC9.2"?`},
		{"CC10.1", `did you mean "CC1.1"?`},
		{"CCC6.1", `did you mean "CC6.1"?`},
		{"PI1.6", `did you mean "PI1.5"?`},
		{"P9.1", `did you mean "P8.1"?`},
		{"A4.1", `did you mean "A1.1"?`},
		{"tsc:CC6.11", `did you mean "tsc:CC6.1"?`},
		{"tsc: CC6.1", `did you mean "tsc:CC6.1"?`},
		{"tsc:A.5.15", `a criterion of tsc is written as in "tsc:CC6.1"`},
		{"soc2:CC6.1", `did you mean "tsc:CC6.1"?`},
		{"CC6.1, CC6.2", `name one criterion at a time: "CC6.1", "CC6.2"`},
		{"tsc:CC6.1-tsc:CC6.3", `name one criterion at a time: "tsc:CC6.1", "tsc:CC6.3"`},
		{"CC6.1 and CC6.2 and CC6.3", `name one criterion at a time: "CC6.1", "CC6.2", …`},
		{"A.5.38", `did you mean "A.5.37"?`},
		{"A5.15", `did you mean "A.5.15"?`},
		{"A-5.15", `did you mean "A.5.15"?`},
		{"Annex A 5.15", `did you mean "A.5.15"?`},
		{"Bilaga A.5.15", `did you mean "A.5.15"?`},
		{"ISO 27001:2022 A.5.15", `did you mean "A.5.15"?`},
		{"iso-27001:A.5.15", `did you mean "iso27001:A.5.15"?`},
		{"iso27001:5.15", `did you mean "iso27001:A.5.15"?`},
		{"A.9.2.1", "numbers of four parts are those of the 2013 edition; Annex A of 2022 runs from A.5.1 to A.8.34"},
		{"5.1", `write "iso27001:5.1" or "A.5.1"`},
		{"5.15", `did you mean "A.5.15"?`},
		{"4.1", `did you mean "iso27001:4.1"?`},
		{"32", `did you mean "gdpr:32"?`},
		{"32(1)", `did you mean "gdpr:32(1)"?`},
		{"art 32.1.b", `did you mean "32(1)(b)"?`},
		{"Art. 32 (1) (b)", `did you mean "32(1)(b)"?`},
		{"Art. 032", `did you mean "gdpr:32"?`},
		{"GDPR Art. 32(1)(b)", `did you mean "32(1)(b)"?`},
		{"Art. 32 GDPR", `did you mean "gdpr:32"?`},
		{"gdpr:32.1.b", `did you mean "gdpr:32(1)(b)"?`},
		{"gdpr:100", "gdpr runs from 1 to 99"},
		{"gdpr:0", "gdpr runs from 1 to 99"},
		{"gdpr:Article 120(1)", "gdpr runs from 1 to 99"},
		{"gdpr:32(b)", `a criterion of gdpr is written as in "gdpr:32(1)(b)"`},
		{"hipaa:164.308", "the known frameworks are tsc, iso27001, gdpr"},
		{"AC-02", example},
		{"foo", example},
		{"2026", example},
		{"", example},
	} {
		m := Builtin().Find(test.spelling)
		if m.Hint != test.hint || m.Criterion != nil || m.Heading {
			t.Errorf("%q: got %v %q, want %q", test.spelling, m.Criterion, m.Hint, test.hint)
		}
	}
}

func TestHeadings(t *testing.T) {
	for _, test := range []struct{ spelling, hint string }{
		{"P6.0", "P6.0 is a heading; name one of P6.1 to P6.7"},
		{"p06.0", "P6.0 is a heading; name one of P6.1 to P6.7"},
		{"P1.0", "P1.0 is a heading; name P1.1"},
		{"P3", "P3 is a heading; name P3.1 or P3.2"},
		{"CC6", "CC6 is a heading; name one of CC6.1 to CC6.8"},
		{"cc 9", "CC9 is a heading; name CC9.1 or CC9.2"},
		{"tsc:CC8", "CC8 is a heading; name tsc:CC8.1"},
		{"A.5", "A.5 is a heading; name one of A.5.1 to A.5.37"},
		{"iso27001:6.1", "6.1 is a heading; name one of iso27001:6.1.1 to iso27001:6.1.3"},
		{"iso27001:4", "4 is a heading; name one of iso27001:4.1 to iso27001:4.4"},
		{"gdpr:Chapter IV", "Chapter IV is a heading; name one of gdpr:24 to gdpr:43"},
		{"gdpr:kapitel VI", "Kapitel VI is a heading; name one of gdpr:51 to gdpr:59"},
		{"gdpr:VIII", "VIII is a heading; name one of gdpr:77 to gdpr:84"},
	} {
		m := Builtin().Find(test.spelling)
		if m.Hint != test.hint || !m.Heading || m.Criterion != nil {
			t.Errorf("%q: got %v %q, want %q", test.spelling, m.Heading, m.Hint, test.hint)
		}
	}
}

func TestBareDigitsAreAmbiguous(t *testing.T) {
	m := Builtin().Find("5.1")
	if len(m.Ambiguous) != 2 || m.Ambiguous[0].String() != "iso27001:5.1" || m.Ambiguous[1].String() != "iso27001:A.5.1" {
		t.Errorf("got %v", m.Ambiguous)
	}
}

func TestLooks(t *testing.T) {
	for _, label := range []string{"CC6.1", "cc6.1", "CC 6.1", "CC06.1", "CC6.11", "CC6-1", "CC6", "P6.0", "p6.1", "PI1.6", "A1.1", "C1.3", "A.5.15",
		"A.5.99", "A.9.2.1", "A.5", "Annex A 5.15", "Art. 32(1)(b)", "artikel 32.1 b", "art 32.1.b", "Article 5", "32(1)(b)", "tsc:CC6.1",
		"tsc:nothing", "gdpr:100", "gdpr:32", "iso27001:4.1", "GDPR:Art. 32", "Art. 32 GDPR", "GDPR Art. 32"} {
		if !Builtin().Looks(label) {
			t.Errorf("%q should look like a criterion", label)
		}
	}
	for _, label := range []string{"", " ", "x", "X", "AC-02", "POL-AC", "RFC-2119", "1", "32", "5.1", "2026-09-30", "32(1)", "P1", "A1", "C1", "C3",
		"P1-2", "p 12-14", "p. 4", "P99.9", "C99", "CC", "CC BY 4.0", "A", "A/B", "a.b", "v1.2", "Art", "Article", "Article 101", "Article one",
		"artikel 29-gruppen", "hipaa:164.308", "ISO 27001", "ISO27001:2022", "ISO 27001:2022", "GDPR: our view", "gdpr:", "tsc: see below", "note:CC6.1",
		"see CC6.1", "the quarterly review", "åtkomst", "^1", "CC6.1, CC6.2", "§ 5", "Chapter 4", strings.Repeat("CC6.1", 50)} {
		if Builtin().Looks(label) {
			t.Errorf("%q should not look like a criterion", label)
		}
	}
}

func TestCategories(t *testing.T) {
	for name, want := range map[string]string{"security": "security", "Security": "security", "Säkerhet": "security", "SÄKERHET": "security",
		"tillgänglighet": "availability", "konfidentialitet": "confidentiality", "sekretess": "confidentiality",
		"Processing integrity": "processing-integrity", "processing_integrity": "processing-integrity", "behandlingsintegritet": "processing-integrity",
		"personlig integritet": "privacy", "dataskydd": "privacy", "integritet": "", "common": "", "": "", "safety": ""} {
		if got, ok := Builtin().Category(name); got != want || ok != (want != "") {
			t.Errorf("%q: got %q %v, want %q", name, got, ok, want)
		}
	}
	const all = "one of security, availability, confidentiality, processing-integrity, privacy"
	for name, want := range map[string]string{"integritet": `"integritet" can mean either; write "processing-integrity" or "privacy"`,
		"privcy": `did you mean "privacy"?`, "sakerhet": `did you mean "security"?`, "common": all, "": all} {
		if got := Builtin().CategoryHint(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestCategoryName(t *testing.T) {
	for id, want := range map[string][2]string{"privacy": {"Privacy", "Personlig integritet"}, "safety": {"", ""}} {
		if en, sv := Builtin().CategoryName(id, "en"), Builtin().CategoryName(id, "sv"); en != want[0] || sv != want[1] {
			t.Errorf("%q: got %q and %q, want %q", id, en, sv, want)
		}
	}
}

func TestLabels(t *testing.T) {
	for id, want := range map[string]string{"CC6.1": "CC6.1", "A.5.15": "ISO 27001 A.5.15", "gdpr:32(1)(b)": "GDPR Art. 32(1)(b)"} {
		if got := Builtin().Find(id).Criterion.Label("en"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"CC6.1", "tsc:CC6.11", "gdpr:32(1)(b)", "P6.0", "5.1", "A.5.38", "art 32.1.b", "(?i)[", "CC6.1,CC6.2", ":::", "Å:1",
		"\xff", "00000", "99999999999999999999", "gdpr:99999999999999999999", "A.5.\u0661", "\u00a0"} {
		f.Add(seed)
	}
	s := Builtin()
	f.Fuzz(func(t *testing.T, text string) {
		m, looks := s.Find(text), s.Looks(text)
		switch {
		case m.Criterion != nil:
			if again := s.Find(m.Criterion.String()).Criterion; again != m.Criterion {
				t.Errorf("%q: %s became %v", text, m.Criterion, again)
			}
			if !looks && strings.TrimSpace(text) == text {
				t.Errorf("%q is %s and does not look so", text, m.Criterion)
			}
			if m.Hint != "" || m.Heading || m.Ambiguous != nil {
				t.Errorf("%q: %+v", text, m)
			}
		case m.Hint == "" && len(text) < maxID:
			t.Errorf("%q is refused without a word", text)
		case utf8.ValidString(text) && !utf8.ValidString(m.Hint) || strings.Contains(m.Hint, "\n"):
			t.Errorf("%q: hint %q", text, m.Hint)
		}
		s.Category(text)
		s.CategoryHint(text)
	})
}

func BenchmarkBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		loadBuiltin()
	}
}

func BenchmarkLooks(b *testing.B) {
	labels := []string{"the quarterly review", "AC-02", "CC6.1", "x", "POL-AC", "a long remark about access reviews", "Art. 32(1)(b)", "A.5.15", "RFC-2119",
		"procedures"}
	for _, label := range labels {
		b.Run(label, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Builtin().Looks(label)
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Builtin().Find("CC6.1")
	}
}

// Labels that reach no regular expression: one that does borrows a machine from a pool, which the race detector empties.
func TestLooksAllocatesNothing(t *testing.T) {
	for _, label := range []string{"the quarterly review", "POL-AC", "gdpr:32(1)(b)", "RFC-2119", "procedures", "åtkomst"} {
		if n := testing.AllocsPerRun(100, func() { Builtin().Looks(label) }); n > 0 {
			t.Errorf("%q: %v allocations", label, n)
		}
	}
}
