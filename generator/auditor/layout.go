package auditor

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/bundle"
	"trustpress/generator/criteria"
	"trustpress/generator/program"
)

// place is where a record is shown: a page below data/ and, where it shares the page with others, its part of it.
type place struct {
	page, part string
}

// href returns the way to the place, or to a heading of the record there, from the root of the payload.
func (p place) href(slug string) string {
	switch {
	case p.part == "" && slug == "":
		return p.page
	case p.part == "":
		return p.page + "#" + slug
	case slug == "":
		return p.page + "#" + p.part
	}
	return p.page + "#" + p.part + partEnd + slug
}

// partEnd ends the name of a part before that of a heading in it. No id and no heading holds one.
const partEnd = ":"

// places says where everything of a bundle stands.
type places struct {
	id         string // of the bundle
	records    map[program.Any]place
	criteria   map[*criteria.Criterion]string
	registers  []*register
	files      []*file
	raw        map[*program.Evidence]*file // absent: held elsewhere
	companion  map[*program.Evidence]*file // of those that no record describes
	sources    map[string]*program.Evidence
	beside     map[*program.Evidence][]*program.Evidence // those that it stands beside, as their companion
	ruled      []*ruled
	rules      map[*program.Policy]*ruled
	signatures map[*program.Approval]string
	requests   int         // how many there are
	lists      []*listFile // of requests, as they came

	earlier       *bundle.Bundle                    // bundle that this one follows, or nil
	kept          map[*program.Evidence]bundle.Held // raw files that an earlier bundle holds
	keptCompanion map[*program.Evidence]bundle.Held
}

// register is one page for all the records of a kind.
type register struct {
	kind    *program.Kind
	page    string
	records []program.Any
}

// paged are the kinds whose records have a page each. Those of the other kinds share one, so that a register reads as one.
var paged = []string{"policy", "procedure", "control", "evidence"}

// The pages that are no record's and no criterion's, below data/.
const (
	indexPage       = "index.html"
	criteriaPage    = "criteria/index.html"
	controlsPage    = "controls/index.html"
	matrixPage      = "matrix/index.html"
	policiesPage    = "policies/index.html"
	evidencePage    = "evidence/index.html"
	descriptionPage = "description/index.html"
	requestsPage    = "requests/index.html"
	reportPage      = "report/index.html" // the sections of the report in their order, each with its place
	opinionPage     = "report/opinion/index.html"
	assertionPage   = "report/assertion/index.html"
	testsPage       = "report/tests/index.html"              // each control once
	byCriterionPage = "report/tests/by-criterion/index.html" // each control under each of its criteria
	otherPage       = "report/other/index.html"
	disclosuresPage = "report/disclosures/index.html"
	inForcePage     = "policies/in-force/index.html"
	calendarPage    = "calendar/index.html"
	readinessPage   = "readiness/index.html"
	rolesPage       = "roles/index.html"
	sincePage       = "since/index.html" // of a bundle that follows another
)

// statementsTwin lists what management states, on whichever page it stands.
const statementsTwin = "report/statements.csv"

// approvalsTwin lists the approvals of all policies, beside the list of them.
const approvalsTwin = "policies/approvals.csv"

// given are the names in a folder that no record may have.
func given(folder string) []string {
	return []string{"index.html", path.Base(folder) + ".csv", path.Base(approvalsTwin), path.Base(path.Dir(inForcePage)), path.Base(signaturesFolder)}
}

// below is the room that a folder leaves for the names in it, in bytes: enough for a file whose name is still worth reading.
const below = 64

func layOut(earlier *bundle.Bundle, a *audience.Auditor, fsys fs.FS) (*places, error) {
	p := &places{id: bundleID(a), earlier: earlier, kept: map[*program.Evidence]bundle.Held{}, keptCompanion: map[*program.Evidence]bundle.Held{},
		records: map[program.Any]place{}, criteria: map[*criteria.Criterion]string{}, raw: map[*program.Evidence]*file{}, companion: map[*program.Evidence]*file{},
		sources: map[string]*program.Evidence{}, beside: map[*program.Evidence][]*program.Evidence{}}
	if earlier != nil {
		p.id = earlier.Next()
	}
	for kind, records := range byKind(a.Program.Records()) {
		if err := p.kind(kind, records); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(p.registers, func(a, b *register) int {
		return slices.Index(program.Kinds, a.kind) - slices.Index(program.Kinds, b.kind)
	})
	if err := p.cited(a.Cited()); err != nil {
		return nil, err
	}
	if err := p.rule(a); err != nil {
		return nil, err
	}
	if err := p.sign(a); err != nil {
		return nil, err
	}
	if err := p.requestLists(a, fsys); err != nil {
		return nil, err
	}
	return p, p.raws(a, fsys)
}

func byKind(records []program.Any) map[*program.Kind][]program.Any {
	out := map[*program.Kind][]program.Any{}
	for _, rec := range records {
		k := rec.Base().Kind
		out[k] = append(out[k], rec)
	}
	return out
}

// kind gives the records of a kind their places.
func (p *places) kind(k *program.Kind, records []program.Any) error {
	switch {
	case slices.Contains(paged, k.Name):
		return p.pages(k, records)
	case k.Name == "description":
		p.parts(descriptionPage, records)
		return nil
	case k.Name == "request":
		p.parts(requestsPage, records)
		return nil
	case k.Name == "statement":
		p.statements(records)
		return nil
	}
	r := &register{kind: k, page: "registers/" + path.Base(k.Folder) + "/index.html", records: records}
	p.registers = append(p.registers, r)
	p.parts(r.page, records)
	return nil
}

// statements gives what management states its place in the report, or among what is disclosed beside it.
func (p *places) statements(records []program.Any) {
	on := map[string][]program.Any{}
	for _, rec := range records {
		page := disclosuresPage
		switch rec.(*program.Statement).About {
		case aboutAssertion:
			page = assertionPage
		case aboutOther:
			page = otherPage
		}
		on[page] = append(on[page], rec)
	}
	for page, some := range on {
		p.parts(page, some)
	}
}

func (p *places) pages(k *program.Kind, records []program.Any) error {
	ids := make([]string, len(records))
	for i, rec := range records {
		ids[i] = strings.ToLower(rec.Base().ID)
	}
	room := below
	if k.Name == "policy" {
		room = belowPolicy
	}
	folders, err := names("data/"+k.Folder, ids, room)
	for i, folder := range folders {
		p.records[records[i]] = place{page: folder + "/index.html"}
	}
	return err
}

// parts names the parts of a page that many records share. An id is one record's alone, and a record without an id has the
// place of its file for one.
func (p *places) parts(page string, records []program.Any) {
	taken := map[string]int{}
	for _, rec := range records {
		name := strings.ToLower(rec.Base().ID)
		if name == "" {
			name = bag.Name(strings.ToLower(rec.Base().Kind.Name))
		}
		taken[name]++
		if n := taken[name]; n > 1 || rec.Base().ID == "" {
			name += partEnd + itoa(n)
		}
		p.records[rec] = place{page, name}
	}
}

// names gives folders their names, below data/. room is what they leave for the names in them.
func names(folder string, originals []string, room int) ([]string, error) {
	paths, err := bag.Namer{Folder: folder, Taken: given(folder), Below: room}.Names(originals)
	for i := range paths {
		paths[i] = strings.TrimPrefix(paths[i], "data/")
	}
	return paths, err
}

// cited gives the criteria their places, each framework in a folder of its own.
func (p *places) cited(all []*criteria.Criterion) error {
	of := map[*criteria.Framework][]*criteria.Criterion{}
	var frameworks []*criteria.Framework
	var ids []string
	for _, c := range all {
		if of[c.Framework] == nil {
			frameworks, ids = append(frameworks, c.Framework), append(ids, strings.ToLower(c.Framework.ID))
		}
		of[c.Framework] = append(of[c.Framework], c)
	}
	folders, err := bag.Namer{Folder: "data/criteria", Taken: given("data/criteria"), Below: 2 * below}.Names(ids)
	if err != nil {
		return err
	}
	for i, f := range frameworks {
		if err := p.framework(folders[i], of[f]); err != nil {
			return err
		}
	}
	return nil
}

func (p *places) framework(folder string, list []*criteria.Criterion) error {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = strings.ToLower(c.ID)
	}
	folders, err := names(folder, ids, below)
	for i, folder := range folders {
		p.criteria[list[i]] = folder + "/index.html"
	}
	return err
}
