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
	return written(s.section("vendors", s.Vendors), s.section("texts", s.Texts))
}
