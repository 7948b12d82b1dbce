package audience

import (
	"strconv"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// report returns a report as far as its public table names its fields.
func (s speaker) report(r *program.Report, text PublicText) PublicReport {
	t := s.translation(r)
	day := func(field string, d node.Day) string { return told(r, field, d.String()) }
	out := PublicReport{PublicText: text,
		Kind: told(r, "kind", r.Kind), Type: told(r, "type", number(int64(r.Type))), Opinion: told(r, "opinion", r.Opinion),
		From: day("period", r.Period.From), To: day("period", r.Period.To), On: day("as_of", r.AsOf), Issued: day("issued", r.Issued),
		NextExpected: day("next_expected", r.NextExpected), ValidUntil: day("valid_until", r.ValidUntil),
		Certificate: told(r, "certificate", r.Certificate), Accreditation: told(r, "accreditation", r.Accreditation),
		Categories: s.categories(list(r, "categories", r.Categories)),
		Services:   s.list(list(r, "services", r.Services), t.Services), Locations: s.places(list(r, "locations", r.Locations), t.Locations),
		NotInScope: s.without(r), Scope: s.line(told(r, "scope", r.Scope), t.Scope), Exceptions: s.line(told(r, "exceptions", r.Exceptions), t.Exceptions),
		Signatory: s.line(told(r, "signatory", r.Signatory), t.Signatory), Changes: s.line(told(r, "changes", r.Changes), t.Changes),
		Use: told(r, "use", r.Use), Access: told(r, "access", r.Access), SHA256: told(r, "sha256", r.SHA256)}
	if program.Publishes(r, "auditor") {
		a := r.Auditor
		out.Auditor, out.AuditorCountry, out.LicenceURL, out.PeerReviewURL = a.Name, Country(a.Country, s.lang), a.LicenceURL, a.PeerReviewURL
	}
	if program.Publishes(r, "covers") {
		out.Covers = referred(r.Covers)
	}
	if program.Publishes(r, "supersedes") {
		out.Supersedes = referred(r.Supersedes)
	}
	if program.Publishes(r, "size") {
		out.Size = size(r.Size)
	}
	return out
}

// without returns what a report does not cover: categories where it is about categories, else what somebody wrote.
func (s speaker) without(r *program.Report) Said {
	names := list(r, "not_in_scope", r.NotInScope)
	if len(list(r, "categories", r.Categories)) > 0 {
		return Said{Words: s.categories(names)}
	}
	return s.list(names, s.translation(r).NotInScope)
}

// referred returns the id by which everybody knows the record that a reference leads to, or "".
func referred[T any, P interface {
	*T
	program.Any
}](ref program.Ref[T]) string {
	if ref.To == nil {
		return ""
	}
	return program.PublicID(P(ref.To))
}

func number(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

func size(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}
