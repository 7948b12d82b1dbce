package trust

// mention is a statement by its name.
type mention struct {
	ID, Name, Href string
	Inclusive      bool // of a subservice organization: its controls are part of the description
}

// controlsOf returns the public controls that name each criterion.
func (s *sheet) controlsOf() map[string][]mention {
	out := map[string][]mention{}
	for i, c := range s.Controls {
		st := s.head(c.PublicText, "control", i)
		one := mention{ID: st.ID, Name: st.Title, Href: s.href(controlsPath, st.Anchor)}
		if one.ID == "" && one.Name == "" {
			one.Name = s.say("control-without-name", i+1)
		}
		add(out, c.Criteria, one)
	}
	return out
}

// othersOf returns the subservice organizations of which something is told under each criterion.
func (s *sheet) othersOf() map[string][]mention {
	out := map[string][]mention{}
	for i, o := range s.Subservices {
		st := s.head(o.PublicText, "subservice", i)
		one := mention{Name: st.Title, Href: s.href(systemPath, st.Anchor), Inclusive: o.Method == "inclusive"}
		for _, e := range o.Expected {
			add(out, e.Criteria, one)
		}
	}
	return out
}

// customersOf returns the complementary user entity controls that name each criterion.
func (s *sheet) customersOf() map[string][]mention {
	out := map[string][]mention{}
	for i, c := range s.CUECs {
		st := s.head(c, "cuecs", i)
		one := mention{ID: st.ID, Name: st.Title, Href: s.href(customersPath, st.Anchor)}
		if one.ID == "" && one.Name == "" {
			one.Name = s.say("cuec-without-name", i+1)
		}
		add(out, c.Criteria, one)
	}
	return out
}

// add adds a statement to each of the criteria that it names, once. What one statement names is added in one go.
func add(to map[string][]mention, keys []string, one mention) {
	for _, key := range keys {
		if n := len(to[key]); n == 0 || to[key][n-1].Href != one.Href {
			to[key] = append(to[key], one)
		}
	}
}
