package diag

import (
	"strings"
	"testing"
)

func TestWriteGitHub(t *testing.T) {
	tests := []struct {
		name   string
		report Report
		want   string
	}{
		{"empty", Report{}, ""},
		{"horizon", Report{Horizon: ahead}, "::notice file=content/vendors.toml,line=9,col=19,endLine=9,endColumn=19,title=horizon::2026-10-21 (21 days): VEN-1: the last day to object\n" +
			"::notice title=horizon::2026-10-22 (22 days): security.txt expires\n"},
		{"hint and related", findings(plain), "::error file=content/controls/AC-02.md,line=6,col=5,endLine=6,endColumn=11,title=unknown-criterion TP201::" +
			`unknown criterion "CC6.11"%0Ahint: did you mean "CC6.1"?%0Acontent/x.md:1:1: the category is chosen here` + "\n"},
		{"several lines", findings(noHint), "::warning file=content/policies/på plats.md,line=3,endLine=4,title=review-overdue TP401::was to be reviewed by 2026-01-31\n"},
		{"hostile", findings(broken), "::error file=a%2Cb%3A100%25.md,line=1,col=1,endLine=1,endColumn=1,title=broken-link TP206::" +
			`no file%0A"x<U+000D>.md" <U+001B>[31m<U+202E>%0Ahint: a & <b>` + "\n"},
		{"no line", findings(early), "::error file=site.toml,title=invalid-config::cannot be read\n"},
		{"waived", Report{Waived: []Waived{waived}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			if err := WriteGitHub(&b, tt.report); err != nil {
				t.Fatal(err)
			}
			if got := b.String(); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
