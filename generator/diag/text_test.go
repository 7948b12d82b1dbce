package diag

import (
	"strings"
	"testing"
	"unicode"
)

// The findings that every format is tested with.
var (
	plain = Finding{
		Rule: "unknown-criterion", Code: "TP201", Severity: Error,
		Span:    Span{"content/controls/AC-02.md", 6, 5, 6, 11},
		Message: `unknown criterion "CC6.11"`, Hint: `did you mean "CC6.1"?`,
		Related: []Related{{Span{"content/x.md", 1, 1, 1, 4}, "the category is chosen here"}},
	}
	noHint = Finding{
		Rule: "review-overdue", Code: "TP401", Severity: Warning,
		Span:    Span{"content/policies/på plats.md", 3, 1, 4, 2},
		Message: "was to be reviewed by 2026-01-31",
	}
	broken = Finding{
		Rule: "broken-link", Code: "TP206", Severity: Error,
		Span:    Span{"a,b:100%.md", 1, 1, 1, 1},
		Message: "no file\n\"x\r.md\" \x1b[31m\u202e", Hint: "a & <b>",
	}
	early  = Finding{Rule: "invalid-config", Severity: Error, Span: Span{File: "site.toml"}, Message: "cannot be read"}
	waived = Waived{Finding: noHint, Waiver: "content/waivers.toml:3", Reason: "owner on leave", Owner: "ada", Expires: "2026-12-31"}
	ahead  = &Horizon{From: "2026-09-30", Within: "30 days", Dates: []Date{
		{Span: Span{File: "content/vendors.toml", Line: 9, Column: 19}, Day: "2026-10-21", Days: 21, What: "the last day to object", Record: "VEN-1"},
		{Day: "2026-10-22", Days: 22, What: "security.txt expires"},
	}}
)

func findings(f ...Finding) Report { return Report{Findings: f} }

func TestWriteText(t *testing.T) {
	tests := []struct {
		name   string
		report Report
		color  bool
		want   string
	}{
		{"empty", Report{}, false, ""},
		{"hint and related", findings(plain), false, `content/controls/AC-02.md:6:5: error: unknown criterion "CC6.11" [unknown-criterion TP201]
    hint: did you mean "CC6.1"?
    content/x.md:1:1: the category is chosen here
1 error
`},
		{"no hint, letters beyond ASCII", findings(noHint), false, `content/policies/på plats.md:3:1: warning: was to be reviewed by 2026-01-31 [review-overdue TP401]
1 warning
`},
		{"hostile", findings(broken), false, `a,b:100%.md:1:1: error: no file<U+000A>"x<U+000D>.md" <U+001B>[31m<U+202E> [broken-link TP206]
    hint: a & <b>
1 error
`},
		{"no line, no code", findings(early), false, "site.toml: error: cannot be read [invalid-config]\n1 error\n"},
		{"no place", findings(Finding{Rule: "x", Severity: Warning, Message: "y"}), false, "warning: y [x]\n1 warning\n"},
		{"counts", Report{Findings: []Finding{early, early, noHint}, Waived: []Waived{waived}}, false, `site.toml: error: cannot be read [invalid-config]
site.toml: error: cannot be read [invalid-config]
content/policies/på plats.md:3:1: warning: was to be reviewed by 2026-01-31 [review-overdue TP401]
2 errors, 1 warning, 1 waived
`},
		{"waived alone", Report{Waived: []Waived{waived, waived}}, false, "2 waived\n"},
		{"horizon", Report{Findings: []Finding{early}, Horizon: ahead}, false, `site.toml: error: cannot be read [invalid-config]
1 error
within 30 days of 2026-09-30: 2 dates
2026-10-21   21 days  VEN-1: the last day to object (content/vendors.toml:9:19)
2026-10-22   22 days  security.txt expires
`},
		{"empty horizon", Report{Horizon: &Horizon{From: "2026-09-30", Within: "1 day"}}, false, "within 1 day of 2026-09-30: nothing\n"},
		{"color", findings(early, noHint), true, "\x1b[1msite.toml:\x1b[0m \x1b[1;31merror:\x1b[0m cannot be read [invalid-config]\n" +
			"\x1b[1mcontent/policies/på plats.md:3:1:\x1b[0m \x1b[1;33mwarning:\x1b[0m was to be reviewed by 2026-01-31 [review-overdue TP401]\n" +
			"1 error, 1 warning\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			if err := WriteText(&b, tt.report, tt.color); err != nil {
				t.Fatal(err)
			}
			if got := b.String(); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestVisible(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"på plats 🙂 \u00a0 \uFFFD e\u0301", "på plats 🙂 \u00a0 \uFFFD e\u0301"},
		{"a\tb\x00\x7f\u009b", "a<U+0009>b<U+0000><U+007F><U+009B>"},
		{"\u200b\u200e\u2066\ufeff\u00ad", "<U+200B><U+200E><U+2066><U+FEFF><U+00AD>"},
		{"\u2028\u2029\U000e0041", "<U+2028><U+2029><U+E0041>"},
		{"a\xffb\xc3", "a<0xFF>b<0xC3>"},
	}
	for _, tt := range tests {
		if got := Visible(tt.in); got != tt.want {
			t.Errorf("Visible(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Whatever the input holds, no format hands a terminal more than text; and one finding stays one line, or is one object.
func FuzzNothingRaw(f *testing.F) {
	f.Add("a\x1b[2J", "b\u202ec", "d\r\n::error::e", "\xff\xfe\u2028")
	f.Add("%0A", "\u009b31m", "\x00\x7f", "\U000e0001")
	f.Fuzz(func(t *testing.T, file, message, hint, name string) {
		finding := Finding{Rule: name, Code: "TP001", Severity: Error, Span: Start(file), Message: message, Hint: hint,
			Related: []Related{{Start(hint), file}}}
		r := Report{Findings: []Finding{finding}, Waived: []Waived{{finding, file + ":3", message, hint, name}}}
		outputs := map[string]func(*strings.Builder) error{
			"text":   func(b *strings.Builder) error { return WriteText(b, r, false) },
			"github": func(b *strings.Builder) error { return WriteGitHub(b, r) },
			"json":   func(b *strings.Builder) error { return WriteJSON(b, r) },
			"sarif":  func(b *strings.Builder) error { return WriteSARIF(b, r, nil, name, nil) },
		}
		for format, write := range outputs {
			var b strings.Builder
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			text, ok := strings.CutSuffix(b.String(), "\n")
			if !ok {
				t.Errorf("%s: the last line has no end", format)
			}
			if format == "text" { // the finding, its hint, its related place, the count
				if got, most := strings.Count(text, "\n"), 3; got > most {
					t.Errorf("text: %d lines, want at most %d", got+1, most+1)
				}
				text = strings.ReplaceAll(text, "\n", "")
			}
			for _, c := range text {
				if unicode.Is(unicode.C, c) || c == '\u2028' || c == '\u2029' {
					t.Errorf("%s: %U in %q", format, c, text)
				}
			}
		}
	})
}
