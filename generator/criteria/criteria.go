// Package criteria owns the catalogues of criteria: what exists, how it is written, in which category and group it stands, what
// it is called in English and Swedish, and which criteria of different catalogues speak of the same matter.
//
// A catalogue is one TOML file and nothing else. Three are built in: the Trust Services Criteria (TSP section 100), ISO/IEC
// 27001:2022 and Regulation (EU) 2016/679. A site adds its own under content/frameworks, such as the control objectives of a
// SOC 1 report, and they are read by the same code into the same types.
//
// The package refuses the text of the AICPA and of ISO, which is theirs: identifiers are facts, and every title and summary of
// those two catalogues is written for trustpress. It refuses to guess: a spelling is a criterion, an accepted alias of one, or
// refused with the valid spelling named. And it refuses to let one catalogue stand for another: pairs between catalogues are
// informative and never cover anything.
package criteria

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"trustpress/generator/diag"
)

// Text is a short text in the languages of the catalogues.
type Text struct{ EN, SV string }

// In returns the text in a language ("sv", "sv-SE"), or in the other one if it is not written in that.
func (t Text) In(lang string) string {
	if lang == "sv" || strings.HasPrefix(lang, "sv-") {
		return cmp.Or(t.SV, t.EN)
	}
	return cmp.Or(t.EN, t.SV)
}

// Framework is one catalogue. A Framework must not be copied.
type Framework struct {
	ID         string
	Name       Text
	Edition    string // which text of the standard the identifiers are those of
	Note       Text   // what a reader must know of where the titles come from
	Categories []Category
	Groups     []*Group
	Criteria   []*Criterion // those listed, in catalogue order
	Span       diag.Span    // of the id in a site's own file; zero for a built-in framework

	order    int
	label    Text
	grammar  grammar
	unlisted unlisted
	ids      map[string]*Criterion // by folded id
	keys     map[string]*Criterion // by key
	headings map[string]heading    // by key
	minted   sync.Map              // folded id → *Criterion: below a listed one, or unlisted
}

// Category is a part of a catalogue that a report may cover or leave out, as the five categories of TSP section 100 ¶.08.
type Category struct {
	ID      string
	Name    Text
	Aliases []string
	// Always marks the category that applies whenever any other of its framework is chosen, and that nobody chooses: the common
	// criteria (TSP section 100 ¶.10).
	Always bool
}

// Group is a heading of a catalogue with the criteria below it: CC6, clause 9, Annex A.8, chapter IV.
type Group struct {
	ID       string
	Title    Text
	Category string // of its criteria, unless they say otherwise; "" if categories do not apply
	Kind     string // a word of the catalogue: "clause" and "annex-a" in ISO/IEC 27001
	Criteria []*Criterion

	headings []string // further spellings that name the heading
}

// Criterion is one item of a catalogue that controls are mapped to. There is one Criterion for each identifier, so that
// pointers can be compared.
type Criterion struct {
	Framework *Framework
	ID        string // canonical, without the framework: "CC6.1", "A.5.15", "32(1)(b)"
	Category  string // "" if categories do not apply; "common" for CC1.1 to CC9.2
	Group     *Group // nil if the catalogue has none
	Title     Text
	Summary   Text
	Kind      string     // of its group
	Relevance Relevance  // whether it asks anything of a company
	Parent    *Criterion // the listed one, or the article, that this is a part of; nil at the top
	OSCAL     string     // a token that OSCAL takes as control-id: it begins with a letter

	order int
	key   string
}

// Relevance says whether a criterion asks something of those who choose its framework.
type Relevance string

const (
	Expected    Relevance = ""            // of everybody
	Conditional Relevance = "conditional" // of some; the others give the reason why not
	Context     Relevance = "context"     // of nobody: it may be cited and need not be covered
)

// String returns the identifier with its framework, "tsc:CC6.1", which is never ambiguous.
func (c *Criterion) String() string { return c.Framework.ID + ":" + c.ID }

// Label returns the identifier as readers know it where criteria of several frameworks stand together: "CC6.1", "ISO 27001
// A.5.15", "GDPR Art. 32(1)(b)".
func (c *Criterion) Label(lang string) string {
	label := c.Framework.label.In(lang)
	if label == "" {
		return c.ID
	}
	return strings.ReplaceAll(label, "{id}", c.ID)
}

// InScope reports whether the frameworks and categories chosen, given by their ids, bring the criterion in. The common
// criteria are in as soon as any category is (TSP section 100 ¶.14).
func (c *Criterion) InScope(frameworks, categories []string) bool {
	if !slices.Contains(frameworks, c.Framework.ID) {
		return false
	}
	return c.Category == "" || slices.Contains(categories, c.Category) || c.Framework.always(c.Category, categories)
}

func (f *Framework) always(category string, chosen []string) bool {
	i := slices.IndexFunc(f.Categories, func(c Category) bool { return c.ID == category })
	if i < 0 || !f.Categories[i].Always {
		return false
	}
	return slices.ContainsFunc(f.Categories, func(c Category) bool { return slices.Contains(chosen, c.ID) })
}

// Compare orders criteria by framework, then as their catalogue does; a part stands after the whole.
func (c *Criterion) Compare(d *Criterion) int {
	return cmp.Or(cmp.Compare(c.Framework.order, d.Framework.order), cmp.Compare(c.order, d.order), compareKeys(c.key, d.key),
		cmp.Compare(c.ID, d.ID))
}
