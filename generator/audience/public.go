package audience

import (
	"html"
	"strings"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// Public is what everybody may read. It holds strings, and nothing that leads back to a record.
type Public struct {
	Language         string
	Organization     PublicOrganization
	Service          PublicService
	AsOf             string // the newest date among the public facts, or ""
	Controls         []PublicText
	Policies         []PublicText
	Commitments      []PublicText
	CUECs            []PublicText
	Responsibilities []PublicText // of user entities; a CUEC is none
	Vendors          []PublicText
	Subprocessors    []PublicSubprocessor
	Texts            []PublicText // whatever else a person wrote as public
}

// PublicOrganization is the [organization] table of site.toml.
type PublicOrganization struct{ Name, LegalName, Country, Website, SecurityContact, PrivacyContact string }

// PublicService is the [service] table of site.toml.
type PublicService struct{ Name, Summary string }

// PublicText is one public statement.
type PublicText struct {
	ID         string // only if a person wrote public.id, or the record is public
	Title      string // plain text; "" if a person wrote none
	HTML       string // finished
	Criteria   []string
	ReviewedOn string
}

// PublicSubprocessor is a vendor whose subprocessor table is public.
type PublicSubprocessor struct {
	Name                                      string // the vendor's public title
	Purpose                                   string // its public text, in plain words
	Products, Locations, Chain                []string
	Transfer                                  string
	Announced, Effective, ObjectionUntil, End string
}

// ForEverybody makes the public projection.
func ForEverybody(e *Edition) Public {
	o, s := e.Site.Organization, e.Site.Service
	p := Public{Language: e.Site.Site.Languages[0],
		Organization: PublicOrganization{o.Name, o.LegalName, o.Country, o.Website, o.SecurityContact, o.PrivacyContact},
		Service:      PublicService{s.Name, s.Summary}}
	for _, rec := range e.Program.Records() {
		p.add(rec)
	}
	return p
}

func (p *Public) add(rec program.Any) {
	if v, ok := rec.(*program.Vendor); ok && v.Subprocessor != nil && v.Subprocessor.Public {
		p.subprocessor(v)
	}
	text, ok := publicText(rec)
	if !ok {
		return
	}
	p.newest(text.ReviewedOn)
	switch rec.(type) {
	case *program.Control:
		p.Controls = append(p.Controls, text)
	case *program.Policy:
		p.Policies = append(p.Policies, text)
	case *program.Commitment:
		p.Commitments = append(p.Commitments, text)
	case *program.CUEC:
		p.CUECs = append(p.CUECs, text)
	case *program.Responsibility:
		p.Responsibilities = append(p.Responsibilities, text)
	case *program.Vendor:
		p.Vendors = append(p.Vendors, text)
	default:
		p.Texts = append(p.Texts, text)
	}
}

// newest moves the as-of date forward. ISO dates order as text.
func (p *Public) newest(date string) { p.AsOf = max(p.AsOf, date) }

// publicText returns what a person wrote about a record for everybody: its public table, or all of a public document.
func publicText(rec program.Any) (PublicText, bool) {
	r := rec.Base()
	switch {
	case !r.Public.Text.Empty():
		out := PublicText{ID: r.Public.ID, Title: plain(r.Public.Title), HTML: readable(r.Public.Text), ReviewedOn: r.Public.ReviewedOn.String()}
		for _, c := range r.Public.Criteria {
			if c.To != nil {
				out.Criteria = append(out.Criteria, c.To.String())
			}
		}
		return out, true
	case r.IsPublic():
		words, whole := program.Whole(rec)
		return PublicText{ID: r.ID, Title: program.Name(rec), HTML: readable(words), ReviewedOn: reviewed(r)}, whole && !words.Empty()
	}
	return PublicText{}, false
}

// reviewed returns the date of review that a public record states.
func reviewed(r *program.Record) string {
	if n := r.Fields.Get("reviewed_on"); n != nil {
		if day, err := node.ParseDay(n.Text); err == nil {
			return day.String()
		}
	}
	return ""
}

// readable returns a text without the links of its references: what a reader sees stays, but for the id of a record that is not
// public, in whose place its public id stands.
func readable(p program.Prose) string {
	return p.Fill(func(ref source.Ref, to program.Target, inner string) string {
		if ref.Bare && to.Record != nil && !to.Record.Base().IsPublic() {
			return html.EscapeString(to.Record.Base().Public.ID)
		}
		return inner
	})
}

// plain returns the words of a text of one line.
func plain(p program.Prose) string {
	text := readable(p)
	for open := strings.IndexByte(text, '<'); open >= 0; open = strings.IndexByte(text, '<') {
		end := strings.IndexByte(text[open:], '>')
		if end < 0 {
			break
		}
		text = text[:open] + text[open+end+1:]
	}
	return strings.TrimSpace(html.UnescapeString(text))
}

func (p *Public) subprocessor(v *program.Vendor) {
	s := v.Subprocessor
	p.Subprocessors = append(p.Subprocessors, PublicSubprocessor{Name: plain(v.Public.Title), Purpose: plain(v.Public.Text),
		Products: s.Products, Locations: s.Locations, Chain: s.Chain, Transfer: s.Transfer, Announced: s.Announced.String(),
		Effective: s.Effective.String(), ObjectionUntil: s.ObjectionUntil.String(), End: s.Ended.String()})
	for _, day := range []node.Day{s.Announced, s.Effective, s.Ended} {
		p.newest(day.String())
	}
}
