package criteria

import (
	"fmt"
	"slices"

	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// pairs says which criteria of different catalogues speak of the same matter.
type pairs struct {
	relationship string
	note         Text
	with         map[*Criterion][]*Criterion // both ways, in catalogue order
}

type pairSheet struct {
	Relationship string `field:"relationship,required"`
	Note         Text   `field:"note,required"`
	Pairs        []pair `field:"pair,required"`
}

type pair struct {
	Of   node.Text   `field:"of,required"`
	With []node.Text `field:"with,required"`
}

// Pairs returns the criteria of other catalogues that speak of the same matter, in catalogue order. They are informative:
// AboutPairs returns the sentence that goes with them wherever they are shown.
func (s *Set) Pairs(c *Criterion) []*Criterion {
	return slices.Clone(s.pairs().with[c])
}

// AboutPairs returns how paired criteria relate, in a word of OSCAL's mapping model (NIST IR 8477), and what pairs are not.
func (s *Set) AboutPairs() (relationship string, note Text) {
	return s.pairs().relationship, s.pairs().note
}

func readPairs(file *diag.File, s *Set) (*pairs, []diag.Finding) {
	tree, findings := node.TOML(file, 0, len(file.Text), ruleSyntax)
	var in pairSheet
	d := node.Decoder{Rules: node.Rules{Unknown: ruleUnknown, Misspelt: ruleMisspelt, Missing: ruleMissing, Value: ruleValue}}
	d.Struct(tree, &in)
	out := &pairs{in.Relationship, in.Note, map[*Criterion][]*Criterion{}}
	for _, p := range in.Pairs {
		for _, with := range p.With {
			out.join(s.named(p.Of, &d), s.named(with, &d))
		}
	}
	for _, with := range out.with {
		slices.SortFunc(with, (*Criterion).Compare)
	}
	return out, append(findings, d.Findings...)
}

func (p *pairs) join(a, b *Criterion) {
	if a == nil || b == nil {
		return
	}
	p.with[a] = append(p.with[a], b)
	p.with[b] = append(p.with[b], a)
}

func (s *Set) named(id node.Text, d *node.Decoder) *Criterion {
	c := s.Find(id.Text).Criterion
	if c == nil {
		d.Fail(id.Span, fmt.Sprintf("unknown criterion %q", id.Text), "")
	}
	return c
}
