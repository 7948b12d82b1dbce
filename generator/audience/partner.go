package audience

import (
	"slices"

	"trustpress/generator/program"
)

// vendor adds a vendor where it is shown: among the subservice organizations, the subprocessors or both, else by itself.
func (s speaker) vendor(p *Public, v *program.Vendor, text PublicText, said bool) {
	processes, serves := v.Subprocessor != nil && v.Subprocessor.Public, v.Subservice != nil && v.Subservice.Public
	if said && !processes && !serves {
		p.Vendors = append(p.Vendors, text)
	}
	if serves {
		p.Subservices = append(p.Subservices, s.subservice(v, text))
	}
	if processes {
		p.Subprocessors = append(p.Subprocessors, s.subprocessor(v, text))
	}
}

func (s speaker) subservice(v *program.Vendor, text PublicText) PublicSubservice {
	sub, t := v.Subservice, s.translation(v).Subservice
	out := PublicSubservice{PublicText: text, Method: sub.Method, Services: s.list(sub.Services, t.Services)}
	for i := range sub.CSOCs {
		c := &sub.CSOCs[i]
		one := PublicText{Criteria: s.keys(c.Criteria)}
		var translated program.Prose
		if len(t.CSOCs) == len(sub.CSOCs) {
			translated = t.CSOCs[i]
		}
		one.HTML, one.Lang = s.words(c.Text, translated)
		out.Expected = append(out.Expected, one)
	}
	return out
}

func (s speaker) subprocessor(v *program.Vendor, text PublicText) PublicSubprocessor {
	sub, t := v.Subprocessor, s.translation(v).Subprocessor
	out := PublicSubprocessor{PublicText: text, LegalName: sub.LegalName, OrgNumber: sub.OrgNumber, Country: sub.Country, Address: sub.Address,
		Contact: sub.Contact, Products: s.list(sub.Products, t.Products), Data: s.list(sub.Data, t.Data),
		DataSubjects: s.list(sub.DataSubjects, t.DataSubjects), Locations: s.places(sub.Locations, t.Locations),
		AccessFrom: s.places(sub.AccessFrom, t.AccessFrom), Transfer: sub.Transfer, DPAURL: sub.DPAURL, SecurityURL: sub.SecurityURL,
		Replaces: sub.Replaces, TransferNote: s.line(sub.TransferNote, t.TransferNote), Reason: s.line(sub.Reason, t.Reason),
		Announced: sub.Announced.String(), Effective: sub.Effective.String(), ObjectionUntil: sub.ObjectionUntil.String(), End: sub.Ended.String()}
	purposes := s.list(program.Purposes(sub.Chain), t.Chain)
	for _, link := range sub.Chain {
		one := PublicLink{Name: link.Name, Country: link.Country}
		if link.Purpose != "" {
			one.Purpose = Said{purposes.Words[:1], purposes.Lang}
			purposes.Words = purposes.Words[1:]
		}
		out.Chain = append(out.Chain, one)
	}
	return out
}

// list returns the items of a plain field in the language that is spoken, if each is translated, else as they are written.
func (s speaker) list(written, translated []string) Said {
	switch {
	case len(written) == 0:
		return Said{}
	case len(translated) == len(written):
		return Said{Words: translated}
	}
	return Said{written, s.foreign(slices.Equal(written, translated))}
}

// line returns a plain field of one text.
func (s speaker) line(written, translated string) Said {
	if translated == "" {
		return s.list(one(written), nil)
	}
	return s.list(one(written), one(translated))
}

func one(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// places returns a list of places, in which countries are written by their codes.
func (s speaker) places(written, translated []string) Said {
	out := s.list(written, translated)
	if slices.ContainsFunc(out.Words, func(text string) bool { return !program.IsCountry(text) }) {
		return out
	}
	words := make([]string, len(out.Words))
	for i, text := range out.Words {
		words[i] = Country(text, s.lang)
	}
	return Said{Words: words}
}
