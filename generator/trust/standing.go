package trust

import "trustpress/generator/audience"

// standing is how far a statement goes, in words.
type standing struct {
	Level, AsOf, Until string
	Summed             bool   // the company sums up what another party says: the day is not that party's
	Planned            bool   // nothing holds yet: the day is that on which it is due
	Past               string // what is said instead once the day has passed
}

// standing puts into words who stands behind a statement and until when.
func (s *sheet) standing(st audience.Standing) standing {
	s.dated(st.AsOf)
	out := standing{AsOf: st.AsOf, Until: st.Until, Summed: st.Level == "examined" || st.Level == "certified" || st.Level == "tested"}
	if st.Level != "" {
		out.Level = s.say("level-" + st.Level)
	}
	switch {
	case st.Until == "":
	case st.Level == "planned":
		out.Planned, out.Past = true, s.say("was-due", st.Until)
	default:
		out.Past = s.say("past-since", st.Until)
	}
	return out
}

// Empty reports whether nothing is said.
func (s standing) Empty() bool { return s.Level == "" && s.AsOf == "" && s.Until == "" }
