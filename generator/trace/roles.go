package trace

import (
	"fmt"
	"strings"

	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/nearest"
	"trustpress/generator/program"
)

// Role is what somebody does in the audit: a person of the company, or somebody of the firm, who has a name alone.
type Role struct {
	Does   string
	Person *program.Person // nil: of the firm
	Name   string          // of somebody of the firm
}

// staff binds the roles in the audit that site.toml names. One that names nobody, or two, has its finding and is nobody's.
func (t *Trace) staff() {
	if t.Site.Audit == nil {
		return
	}
	for _, role := range t.Site.Audit.Roles {
		person, name := role.Person.Text != "", strings.TrimSpace(role.Name)
		switch {
		case person && name == "":
			t.person(role)
		case !person && name != "":
			t.Roles = append(t.Roles, Role{Does: role.Does.Text, Name: name})
		}
	}
}

// person binds a role of the company's own, as every reference to a person is bound: by id, or by what the person is.
func (t *Trace) person(role config.AuditRole) {
	id, rec := role.Person.Text, t.Record(role.Person.Text)
	if p := t.roles[strings.ToLower(id)]; rec == nil && p != nil {
		rec = p
	}
	kind := program.KindNamed("person")
	person, right := rec.(*program.Person)
	switch {
	case right:
		t.Roles = append(t.Roles, Role{Does: role.Does.Text, Person: person})
	case rec != nil:
		t.log.Add(diag.Finding{Rule: "wrong-kind", Span: role.Person.Span, Message: fmt.Sprintf("%q is a %s, and \"person\" takes a person", id, rec.Base().Kind.Name),
			Related: []diag.Related{{Span: rec.Base().Span, Message: "the record stands here"}}})
	case !t.Program.Incomplete(kind):
		hint := "somebody of the firm has a \"name\" and no record"
		if near, ok := nearest.Within(id, t.names().ids[kind], 2); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		t.log.Add(diag.Finding{Rule: "unknown-record", Span: role.Person.Span, Message: fmt.Sprintf("there is no person %q", id), Hint: hint})
	}
}
