package trust

import "trustpress/generator/audience"

// section is a list of statements under a heading.
type section struct {
	Anchor, Title, About string
	Texts                []statement
}

func (s *sheet) section(name string, texts []audience.PublicText) section {
	return section{"tp." + name, s.say("public-" + name), s.say("about-" + name), s.statements(texts, name)}
}

// written leaves out the sections in which nothing stands.
func written(sections ...section) []section {
	var out []section
	for _, one := range sections {
		if len(one.Texts) > 0 {
			out = append(out, one)
		}
	}
	return out
}

// customers is what customers do: complementary user entity controls, and responsibilities, which are none.
func customers(s *sheet) any {
	return written(s.section("cuecs", s.CUECs), s.section("responsibilities", s.Responsibilities))
}

// more is whatever else a person wrote as public.
func more(s *sheet) any {
	return written(s.section("texts", remainder(s.Public)), s.section("vendors", s.Vendors))
}

// remainder returns the texts that stand on no page of their own.
func remainder(p *audience.Public) []audience.PublicText {
	var out []audience.PublicText
	for _, one := range p.Pages {
		if one.Section == "" || one.Section == "about" {
			out = append(out, one.PublicText)
		}
	}
	for _, one := range p.Claims {
		if one.Section == "" || one.Section == "about" {
			out = append(out, one.PublicText)
		}
	}
	return append(out, p.Texts...)
}

func remaining(p *audience.Public) int { return len(remainder(p)) + len(p.Vendors) }
