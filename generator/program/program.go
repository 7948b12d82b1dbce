// Package program owns the compliance program: one struct per kind of record, and their making from documents and registers.
// A kind is declared once: its line in Program names its folder and what it needs, and the tags of its struct drive all that
// is done per field, from both written forms.
//
// It refuses to follow a reference: it holds what the author wrote, with its place, and package trace binds it.
package program

import (
	"reflect"
	"slices"
	"strings"

	"trustpress/generator/node"
	"trustpress/generator/source"
)

// Program is every record of a site, each kind in the order of its files.
//
// The tags say, of each kind: its name, which is also that of its tables in a register; its folder and register below the
// content root; the class of a record that states none; and the keys that it cannot do without.
type Program struct {
	Policies         []*Policy         `kind:"policy" folder:"policies" class:"internal" need:"id title"`
	Procedures       []*Procedure      `kind:"procedure" folder:"procedures" class:"internal" need:"id title"`
	Controls         []*Control        `kind:"control" folder:"controls" class:"internal" need:"id title"`
	Evidence         []*Evidence       `kind:"evidence" folder:"evidence" class:"confidential" need:"id title controls kind"`
	Commitments      []*Commitment     `kind:"commitment" folder:"commitments" class:"internal" need:"id title"`
	Descriptions     []*Description    `kind:"description" folder:"description" class:"confidential" need:"section"`
	Statements       []*Statement      `kind:"statement" folder:"statements" class:"confidential" need:"about"`
	People           []*Person         `kind:"person" folder:"people" class:"internal" need:"id name"`
	Vendors          []*Vendor         `kind:"vendor" folder:"vendors" class:"internal" need:"id title"`
	CUECs            []*CUEC           `kind:"cuec" folder:"cuecs" class:"confidential" need:"id text"`
	Responsibilities []*Responsibility `kind:"responsibility" folder:"responsibilities" class:"confidential" need:"id text"`
	VendorCUECs      []*VendorCUEC     `kind:"vendor_cuec" folder:"vendor_cuecs" class:"confidential" need:"id text"`
	Risks            []*Risk           `kind:"risk" folder:"risks" class:"confidential" need:"id title"`
	Incidents        []*Incident       `kind:"incident" folder:"incidents" class:"confidential" need:"id title"`
	Deficiencies     []*Deficiency     `kind:"deficiency" folder:"deficiencies" class:"confidential" need:"id title"`
	Changes          []*Change         `kind:"change" folder:"changes" class:"confidential" need:"id title"`
	Requests         []*Request        `kind:"request" folder:"requests" class:"confidential" need:"id title"`
	Reports          []*Report         `kind:"report" folder:"reports" class:"confidential" need:"id title"`
	Documents        []*Document       `kind:"document" folder:"trust/documents" class:"public" need:"id title"`
	Updates          []*Update         `kind:"update" folder:"trust/updates" class:"public" need:"id title"`
	Questions        []*Question       `kind:"question" folder:"trust/questions" class:"public" need:"id title"`
	Pages            []*Page           `kind:"page" folder:"trust/pages" class:"public" need:"id title"`
	Claims           []*Claim          `kind:"claim" folder:"trust/claims" class:"public" need:"id title text"`
	Disclosures      []*Disclosure     `kind:"disclosure" folder:"disclosures" class:"confidential" need:"id title"`
	Waivers          []*Waiver         `kind:"waiver" folder:"waivers" class:"confidential" need:"rule target reason owner expires"`
	Approvals        []*Approval       `kind:"approval" folder:"approvals" class:"internal" need:"policy sha256 by on"`
	Releases         []*Release        `kind:"release" folder:"releases" class:"internal" need:"version date"`

	records    []Any
	incomplete map[*Kind]bool
	parser     *source.Parser
}

// Kind is one kind of record.
type Kind struct {
	Name   string
	Folder string   // below the content root; the register is Folder + ".toml"
	Class  string   // of a record that states none
	Need   []string // keys that it cannot do without
	Type   reflect.Type
	field  int
}

// Kinds lists every kind in the order of Program.
var Kinds = kinds()

func kinds() []*Kind {
	var out []*Kind
	t := reflect.TypeFor[Program]()
	for i := range t.NumField() {
		f := t.Field(i)
		if name := f.Tag.Get("kind"); name != "" {
			out = append(out, &Kind{Name: name, Folder: f.Tag.Get("folder"), Class: f.Tag.Get("class"),
				Need: strings.Fields(f.Tag.Get("need")), Type: f.Type.Elem().Elem(), field: i})
		}
	}
	return out
}

// KindNamed returns the kind of a name, or nil.
func KindNamed(name string) *Kind {
	for _, k := range Kinds {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// KindOf returns the kind whose records a struct type holds, or nil.
func KindOf(t reflect.Type) *Kind {
	for _, k := range Kinds {
		if k.Type == t {
			return k
		}
	}
	return nil
}

// New returns an empty record of the kind.
func (k *Kind) New() Any {
	rec := reflect.New(k.Type).Interface().(Any)
	rec.Base().Kind = k
	return rec
}

// Anonymous reports whether records of the kind need no id.
func (k *Kind) Anonymous() bool { return !k.needs("id") }

func (k *Kind) needs(key string) bool {
	for _, n := range k.Need {
		if n == key {
			return true
		}
	}
	return false
}

// has reports whether records of the kind have a field.
func (k *Kind) has(key string) bool {
	return slices.ContainsFunc(node.Fields(k.Type), func(f node.Field) bool { return f.Key == key })
}

// sourced reports whether "file" names a file that the record is about, and not its text.
func (k *Kind) sourced() bool {
	f, _ := k.Type.FieldByName("Source")
	return f.Tag.Get("field") == "file"
}

// Records returns every record, kind by kind.
func (p *Program) Records() []Any { return p.records }

// Incomplete reports whether some records of a kind could not be read far enough to know their ids, so that a reference to
// one of them may look as if it led nowhere; with nil, whether that is so of any kind.
func (p *Program) Incomplete(k *Kind) bool {
	if k == nil {
		return len(p.incomplete) > 0
	}
	return p.incomplete[k]
}

// Doubtful reports whether something of a kind could not be read, so that nothing is to be concluded from what its records do
// not say.
func (p *Program) Doubtful(kind string) bool {
	for _, rec := range p.records {
		if r := rec.Base(); r.Broken && r.Kind.Name == kind {
			return true
		}
	}
	return p.incomplete[KindNamed(kind)]
}

// add appends a record to the list of its kind.
func (p *Program) add(rec Any) {
	list := reflect.ValueOf(p).Elem().Field(rec.Base().Kind.field)
	list.Set(reflect.Append(list, reflect.ValueOf(rec)))
	p.records = append(p.records, rec)
}
