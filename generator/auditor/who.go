package auditor

import (
	"slices"

	"trustpress/generator/bundle"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// whoData is who does what in the audit, and what the records say of each person: whom an auditor asks about what.
type whoData struct {
	Twin    link
	Stated  bool // that anybody has a role in the audit
	Company []whoPerson
	Firm    []whoFirm
	FirmIs  string
	Areas   []whoArea
	One     []whoOne
}

// whoPerson is a person of the company.
type whoPerson struct {
	Person link
	Role   string
	Does   []string
	Parts  []whoPart
}

// Any reports whether the records say anything of the person.
func (p whoPerson) Any() bool {
	return slices.ContainsFunc(p.Parts, func(part whoPart) bool { return len(part.Records) > 0 })
}

// whoPart is what a person has to do with records of one kind.
type whoPart struct {
	Key, Anchor, Title string
	Records            []link
}

// whoFirm is somebody of the firm.
type whoFirm struct {
	Name string
	Does []string
}

// whoArea is a family of controls, and who owns them.
type whoArea struct {
	Family   string
	Systems  []string
	Controls int
	Owners   []whoOwner
	Unowned  []link
}

type whoOwner struct {
	Person   link
	Controls []link
}

// whoOne is a control whose owner also approved a policy behind it, or collected evidence of it.
type whoOne struct {
	Control, Person     link
	Approved, Collected []link
}

func (w *writer) who(v view) any {
	out := whoData{Twin: v.twin(rolesPage), Stated: len(v.Roles) > 0, FirmIs: v.Site.Audit.Firm, Areas: v.whoAreas(), One: v.whoOnes()}
	for i, p := range v.byRole() {
		out.Company = append(out.Company, v.whoPerson(p, i))
	}
	for _, r := range v.Roles {
		if r.Person != nil {
			continue
		}
		i := slices.IndexFunc(out.Firm, func(f whoFirm) bool { return f.Name == r.Name })
		if i < 0 {
			i, out.Firm = len(out.Firm), append(out.Firm, whoFirm{Name: r.Name})
		}
		out.Firm[i].Does = append(out.Firm[i].Does, r.Does)
	}
	return out
}

// byRole returns the people of the company: first those with a role in the audit, in the order of the roles.
func (v view) byRole() []*program.Person {
	var out []*program.Person
	add := func(p *program.Person) {
		if p != nil && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	for _, r := range v.Roles {
		add(r.Person)
	}
	for _, p := range v.Program.People {
		add(p)
	}
	return out
}

func (v view) whoPerson(p *program.Person, n int) whoPerson {
	out := whoPerson{Person: v.record(p), Role: p.Role, Does: v.does(p)}
	part := func(key string, records []link) {
		out.Parts = append(out.Parts, whoPart{key, "tp.who." + itoa(n+1) + "." + itoa(len(out.Parts)+1), v.text("auditor-" + key), once(records)})
	}
	part("owns-controls", whose(v, v.Program.Controls, func(c *program.Control) bool { return c.Owner.To == p }))
	part("owns-policies", whose(v, v.Program.Policies, func(x *program.Policy) bool { return x.Owner.To == p }))
	part("owns-requests", whose(v, v.Program.Requests, func(r *program.Request) bool { return r.Owner.To == p }))
	part("collects", whose(v, v.Program.Evidence, func(e *program.Evidence) bool { return e.CollectedBy.To == p }))
	part("approves", whose(v, v.Program.Policies, func(x *program.Policy) bool { return v.approvedBy(x, p) }))
	return out
}

// does returns what a person does in the audit.
func (v view) does(p *program.Person) []string {
	var out []string
	for _, r := range v.Roles {
		if r.Person == p {
			out = append(out, r.Does)
		}
	}
	return out
}

// approvedBy reports whether a person approved a text of a policy.
func (v view) approvedBy(policy *program.Policy, p *program.Person) bool {
	return p != nil && slices.ContainsFunc(v.Approved[policy].Approvals, func(a *trace.Approval) bool { return a.By.To == p })
}

// whose returns the ways to those records of a list that are somebody's.
func whose[T program.Any](v view, list []T, his func(T) bool) []link {
	var out []link
	for _, rec := range list {
		if his(rec) {
			out = append(out, v.record(rec))
		}
	}
	return out
}

// whoAreas sorts the controls by what their ids have in common, and by who owns them.
func (v view) whoAreas() []whoArea {
	var out []whoArea
	at := map[string]int{}
	for _, c := range v.Program.Controls {
		if c.Retired() {
			continue
		}
		family := program.Family(c.ID)
		i, known := at[family]
		if !known {
			i = len(out)
			at[family], out = i, append(out, whoArea{Family: family})
		}
		out[i].add(v, c)
	}
	return out
}

func (a *whoArea) add(v view, c *program.Control) {
	a.Controls++
	for _, s := range c.Systems {
		if !slices.Contains(a.Systems, s) {
			a.Systems = append(a.Systems, s)
		}
	}
	if !c.Owner.Written() {
		a.Unowned = append(a.Unowned, v.record(c))
		return
	}
	owner := v.owner(c.Owner)
	i := slices.IndexFunc(a.Owners, func(o whoOwner) bool { return o.Person == owner })
	if i < 0 {
		i, a.Owners = len(a.Owners), append(a.Owners, whoOwner{Person: owner})
	}
	a.Owners[i].Controls = append(a.Owners[i].Controls, v.record(c))
}

// whoOnes lists where the owner of a control has another hand in what shows it. Those with both come first.
func (v view) whoOnes() []whoOne {
	var both, one []whoOne
	for _, c := range v.Program.Controls {
		p := c.Owner.To
		if p == nil || c.Retired() {
			continue
		}
		is := whoOne{Control: v.record(c), Person: v.record(p)}
		for _, ref := range c.Policies {
			if ref.To != nil && v.approvedBy(ref.To, p) {
				is.Approved = append(is.Approved, v.record(ref.To))
			}
		}
		is.Approved = once(is.Approved)
		is.Collected = whose(v, v.evidenceOf[c], func(e *program.Evidence) bool { return e.CollectedBy.To == p })
		switch approved, collected := len(is.Approved) > 0, len(is.Collected) > 0; {
		case approved && collected:
			both = append(both, is)
		case approved || collected:
			one = append(one, is)
		}
	}
	return append(both, one...)
}

// whoTwin has a row for each person of the company, and for each of the firm.
func (w *writer) whoTwin() twin {
	return twin{bundle.TableOf(rolesPage), func(v view) [][]string {
		out := [][]string{{"of", "name", "role", "does", "owns_controls", "owns_policies", "owns_requests", "collected_evidence", "approved_policies", "bundle.page"}}
		data := w.who(v).(whoData)
		for _, p := range data.Company {
			row := []string{"company", p.Person.label(), p.Role, joined(p.Does)}
			for _, part := range p.Parts {
				row = append(row, joined(labels(part.Records)))
			}
			out = append(out, append(row, "data/"+p.Person.Href))
		}
		for _, f := range data.Firm {
			out = append(out, []string{"firm", f.Name, "", joined(f.Does), "", "", "", "", "", ""})
		}
		return out
	}}
}
