package diag

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

var rules = []Rule{
	{Code: "TP201", Name: "unknown-criterion", Severity: Error, Says: "a criterion that its framework does not have"},
	{Code: "TP401", Name: "review-overdue", Severity: Warning, Says: "a policy past its review date"},
	{Code: "TP499", Name: "silenced", Severity: Off},
}

func sarif(t *testing.T, r Report, lines Lines) string {
	t.Helper()
	var b strings.Builder
	if err := WriteSARIF(&b, r, rules, "1.2.3", lines); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The schema is the one that OASIS publishes with the standard, byte for byte.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(sarifSchema, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(sarifSchema)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSARIFIsValid(t *testing.T) {
	s := schema(t)
	reports := map[string]Report{
		"empty":     {},
		"findings":  findings(plain, noHint, broken, early),
		"waived":    {Findings: []Finding{plain}, Waived: []Waived{waived, {Finding: plain, Waiver: "?"}}, Horizon: ahead},
		"unplaced":  findings(Finding{Rule: "x", Message: "y"}),
		"odd names": findings(Finding{Rule: "x", Span: Start("a:b/#c?d%20.md"), Message: "y"}, Finding{Rule: "x", Span: Start("\xff\n.md")}),
	}
	for name, r := range reports {
		t.Run(name, func(t *testing.T) {
			doc, err := jsonschema.UnmarshalJSON(strings.NewReader(sarif(t, r, nil)))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(doc); err != nil {
				t.Errorf("%#v", err)
			}
		})
	}
	if err := s.Validate(map[string]any{"version": "2.1.0"}); err == nil {
		t.Error("the schema accepts a log without runs")
	}
}

const head = `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0",` +
	`"runs":[{"tool":{"driver":{"name":"trustpress","version":"1.2.3","rules":[` +
	`{"id":"TP201","name":"unknown-criterion","shortDescription":{"text":"a criterion that its framework does not have"},"defaultConfiguration":{"level":"error"}},` +
	`{"id":"TP401","name":"review-overdue","shortDescription":{"text":"a policy past its review date"},"defaultConfiguration":{"level":"warning"}},` +
	`{"id":"TP499","name":"silenced","shortDescription":{"text":"silenced"},"defaultConfiguration":{"level":"none"}}]}},` +
	`"originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"the directory of site.toml"}}},"columnKind":"utf16CodeUnits","results":[`

func TestWriteSARIF(t *testing.T) {
	tests := []struct {
		name   string
		report Report
		want   string
	}{
		{"empty", Report{}, ``},
		{"hint and related", findings(plain), `{"ruleId":"TP201","ruleIndex":0,"level":"error",` +
			`"message":{"text":"unknown criterion \"CC6.11\"\nhint: did you mean \"CC6.1\"?"},` +
			`"locations":[{"physicalLocation":{"artifactLocation":{"uri":"content/controls/AC-02.md","uriBaseId":"%SRCROOT%"},` +
			`"region":{"startLine":6,"startColumn":5,"endLine":6,"endColumn":11}}}],` +
			`"relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"content/x.md","uriBaseId":"%SRCROOT%"},` +
			`"region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":4}},"message":{"text":"the category is chosen here"}}],` +
			`"partialFingerprints":{"trustpress/v1":"FINGERPRINT"},"suppressions":[]}`},
		{"waived, space and å", Report{Waived: []Waived{waived}}, `{"ruleId":"TP401","ruleIndex":1,"level":"warning",` +
			`"message":{"text":"was to be reviewed by 2026-01-31"},` +
			`"locations":[{"physicalLocation":{"artifactLocation":{"uri":"content/policies/p%C3%A5%20plats.md","uriBaseId":"%SRCROOT%"},` +
			`"region":{"startLine":3,"startColumn":1,"endLine":4,"endColumn":2}}}],` +
			`"partialFingerprints":{"trustpress/v1":"FINGERPRINT"},` +
			`"suppressions":[{"kind":"external","status":"accepted","justification":"owner on leave (ada, until 2026-12-31)",` +
			`"location":{"physicalLocation":{"artifactLocation":{"uri":"content/waivers.toml","uriBaseId":"%SRCROOT%"},"region":{"startLine":3}}}}]}`},
		{"horizon", Report{Horizon: ahead}, `{"ruleId":"horizon","level":"note","message":{"text":"2026-10-21: VEN-1: the last day to object"},` +
			`"locations":[{"physicalLocation":{"artifactLocation":{"uri":"content/vendors.toml","uriBaseId":"%SRCROOT%"},"region":{"startLine":9,"startColumn":19}}}],` +
			`"partialFingerprints":{"trustpress/v1":"FINGERPRINT"},"suppressions":[]},` +
			`{"ruleId":"horizon","level":"note","message":{"text":"2026-10-22: security.txt expires"},"locations":[],` +
			`"partialFingerprints":{"trustpress/v1":"FINGERPRINT"},"suppressions":[]}`},
		{"no line, no code", findings(early), `{"ruleId":"invalid-config","level":"error","message":{"text":"cannot be read"},` +
			`"locations":[{"physicalLocation":{"artifactLocation":{"uri":"site.toml","uriBaseId":"%SRCROOT%"}}}],` +
			`"partialFingerprints":{"trustpress/v1":"FINGERPRINT"},"suppressions":[]}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := sarif(t, tt.report, nil)
			for _, f := range fingerprints(t, got) {
				if len(f) != 64 {
					t.Errorf("got fingerprint %q, want 64 digits", f)
				}
				got = strings.ReplaceAll(got, f, "FINGERPRINT")
			}
			if want := head + tt.want + "]}]}\n"; got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func fingerprints(t *testing.T, text string) []string {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range log.Runs[0].Results {
		out = append(out, r.Fingerprints[fingerprint])
	}
	return out
}

// A finding is known again after lines moved, and told from its twin and its neighbour.
func TestSARIFFingerprints(t *testing.T) {
	moved, other := plain, plain
	moved.Line, moved.EndLine = 60, 60
	other.Message = `unknown criterion "CC6.12"`
	before := fingerprints(t, sarif(t, findings(plain, plain, other), nil))
	after := fingerprints(t, sarif(t, findings(moved, moved, other), nil))
	for i := range before {
		if before[i] != after[i] {
			t.Errorf("%d: got %s, want %s", i, after[i], before[i])
		}
	}
	if before[0] == before[1] || before[0] == before[2] || before[1] == before[2] {
		t.Errorf("got %v, want three", before)
	}
}

func TestSARIFColumns(t *testing.T) {
	text := "på 🙂 x\xff y"
	lines := func(file string, n int) string {
		if file == "a.md" && n == 2 {
			return text
		}
		return ""
	}
	tests := []struct {
		name         string
		file         string
		line         int
		column, want int
	}{
		{"first", "a.md", 2, 1, 1},
		{"before å", "a.md", 2, 2, 2},
		{"behind å", "a.md", 2, 4, 3},
		{"before the face", "a.md", 2, 5, 4},
		{"behind the face", "a.md", 2, 9, 6},
		{"behind a byte that is no UTF-8", "a.md", 2, 12, 9},
		{"end of the line", "a.md", 2, len(text) + 1, 11},
		{"past the end", "a.md", 2, len(text) + 3, 13},
		{"within å", "a.md", 2, 3, 3},
		{"no text", "b.md", 2, 9, 9},
		{"no column", "a.md", 2, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := (sarifPrinter{lines: lines}).column(tt.file, tt.line, tt.column); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
	if got := (sarifPrinter{}).column("a.md", 2, 9); got != 9 {
		t.Errorf("without lines: got %d, want 9", got)
	}
}
