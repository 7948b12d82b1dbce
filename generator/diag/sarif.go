package diag

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Lines gives line n, counted from 1, of a file of the site, and "" where there is no such line or its text is not at hand.
type Lines func(file string, n int) string

// WriteSARIF prints a report as SARIF 2.1.0 (OASIS, with errata 1), for code scanning and editors. SARIF counts columns in UTF-16
// code units or in code points, never in bytes; lines turns ours into the former, which is what JavaScript counts, and so
// GitHub and most editors. Where the text is not at hand, or lines is nil, a column stays a count of bytes: the same number
// unless the line has characters beyond ASCII before it.
func WriteSARIF(w io.Writer, r Report, rules []Rule, version string, lines Lines) error {
	p := sarifPrinter{lines: lines, index: map[string]int{}, seen: map[string]int{}}
	driver := sarifDriver{Name: "trustpress", Version: version, Rules: []sarifRule{}}
	for i, rule := range rules {
		p.index[rule.Name] = i
		driver.Rules = append(driver.Rules, newSARIFRule(rule))
	}
	run := sarifRun{
		Tool:       sarifTool{driver},
		BaseIDs:    map[string]sarifBase{siteRoot: {sarifText{"the directory of site.toml"}}},
		ColumnKind: "utf16CodeUnits",
		Results:    []sarifResult{},
	}
	for _, f := range r.Findings {
		run.Results = append(run.Results, p.result(f))
	}
	for _, v := range r.Waived {
		result := p.result(v.Finding)
		result.Suppressions = []sarifSuppression{p.suppression(v)}
		run.Results = append(run.Results, result)
	}
	for _, d := range r.dates() {
		run.Results = append(run.Results, p.date(d))
	}
	return encode(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	siteRoot    = "%SRCROOT%" // the name that readers of SARIF know
	fingerprint = "trustpress/v1"
)

// sarifPrinter is what turning findings into results needs to know, and to remember.
type sarifPrinter struct {
	lines Lines
	index map[string]int // rules by name
	seen  map[string]int // how often a finding's identity occurred
}

func newSARIFRule(r Rule) sarifRule {
	says := r.Says
	if says == "" {
		says = r.Name
	}
	return sarifRule{ID: cmp.Or(r.Code, r.Name), Name: r.Name, Short: sarifText{says}, Default: sarifDefault{sarifLevel(r.Severity)}}
}

func sarifLevel(s Severity) string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "none"
}

func (p sarifPrinter) result(f Finding) sarifResult {
	out := sarifResult{
		RuleID:       cmp.Or(f.Code, f.Rule),
		Level:        sarifLevel(f.Severity),
		Message:      sarifText{sarifMessage(f)},
		Locations:    []sarifLocation{},
		Fingerprints: map[string]string{fingerprint: p.identity(f)},
		Suppressions: []sarifSuppression{}, // said to be none, which SARIF tells from not known
	}
	if i, ok := p.index[f.Rule]; ok {
		out.RuleIndex = &i
	}
	if f.File != "" {
		out.Locations = append(out.Locations, sarifLocation{Physical: p.physical(f.Span)})
	}
	for _, rel := range f.Related {
		out.Related = append(out.Related, sarifLocation{Physical: p.physical(rel.Span), Message: &sarifText{rel.Message}})
	}
	return out
}

// date is a note: nothing is wrong yet. Its identity holds the day, so that it is another once that has been moved.
func (p sarifPrinter) date(d Date) sarifResult {
	out := p.result(Finding{Span: d.Span, Message: d.Day + ": " + d.Says(), Record: d.Record})
	out.RuleID, out.Level = "horizon", "note"
	return out
}

// sarifMessage is the message and its hint: readers show no other field of a result. Braces stay as they are: the standard
// would have them doubled, for the sake of messages with arguments, but readers show the doubles where there are none.
func sarifMessage(f Finding) string {
	if f.Hint == "" {
		return f.Message
	}
	return f.Message + "\nhint: " + f.Hint
}

// suppression says who accepted the finding, why, until when and where that is written.
func (p sarifPrinter) suppression(v Waived) sarifSuppression {
	out := sarifSuppression{Kind: "external", Status: "accepted", Justification: v.Reason}
	if v.Owner != "" || v.Expires != "" {
		out.Justification = fmt.Sprintf("%s (%s, until %s)", v.Reason, v.Owner, v.Expires)
	}
	if i := strings.LastIndexByte(v.Waiver, ':'); i > 0 {
		if n, err := strconv.Atoi(v.Waiver[i+1:]); err == nil && n > 0 {
			out.Location = &sarifLocation{Physical: p.physical(Span{File: v.Waiver[:i], Line: n})}
		}
	}
	return out
}

// identity is the same for the same finding in another commit, though lines were added above it. It holds no line; of findings
// that are alike in all else, each has its number.
func (p sarifPrinter) identity(f Finding) string {
	key := strings.Join([]string{f.Rule, f.File, f.Record, f.At, f.Message}, "\x00")
	sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(p.seen[key])))
	p.seen[key]++
	return hex.EncodeToString(sum[:])
}

func (p sarifPrinter) physical(s Span) sarifPhysical {
	out := sarifPhysical{Artifact: sarifArtifact{URI: (&url.URL{Path: s.File}).String(), BaseID: siteRoot}}
	if s.Line < 1 {
		return out
	}
	out.Region = &sarifRegion{StartLine: s.Line, StartColumn: p.column(s.File, s.Line, s.Column)}
	if s.EndLine >= s.Line && s.EndColumn > 0 {
		out.Region.EndLine, out.Region.EndColumn = s.EndLine, p.column(s.File, s.EndLine, s.EndColumn)
	}
	return out
}

// column turns a column in bytes into one in UTF-16 code units. 0 stays 0, which is not printed.
func (p sarifPrinter) column(file string, line, column int) int {
	text := ""
	if p.lines != nil && column > 1 {
		text = p.lines(file, line)
	}
	if text == "" {
		return max(column, 0)
	}
	n := 1
	for i := 0; i < min(column-1, len(text)); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		n++
		if r > 0xffff {
			n++
		}
	}
	return n + max(0, column-1-len(text)) // past the end of the line, as a column may be
}

// The parts of SARIF that are used here, in the order and with the names of the standard.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool            `json:"tool"`
	BaseIDs    map[string]sarifBase `json:"originalUriBaseIds"`
	ColumnKind string               `json:"columnKind"`
	Results    []sarifResult        `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Short   sarifText    `json:"shortDescription"`
	Default sarifDefault `json:"defaultConfiguration"`
}

type sarifDefault struct {
	Level string `json:"level"`
}

type sarifBase struct {
	Description sarifText `json:"description"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    *int               `json:"ruleIndex,omitempty"`
	Level        string             `json:"level"`
	Message      sarifText          `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions []sarifSuppression `json:"suppressions"`
}

type sarifSuppression struct {
	Kind          string         `json:"kind"`
	Status        string         `json:"status"`
	Justification string         `json:"justification,omitempty"`
	Location      *sarifLocation `json:"location,omitempty"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI    string `json:"uri"`
	BaseID string `json:"uriBaseId"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}
