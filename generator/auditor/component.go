package auditor

import (
	"regexp"
	"slices"
	"strings"

	"trustpress/generator/plain"
	"trustpress/generator/program"
)

// component is a part of a system that DC 3 asks to have described, with the beginnings of the words that people have for it.
type component struct {
	key   string
	words map[string]*regexp.Regexp // by language; in others nothing is concluded from words
}

var components = []component{
	{"auditor-dc3-infrastructure", beginnings(`infrastruct|server|hardware|hosting|hosted|network|cloud|data cent`, `infrastruktur|serv|hårdvara|maskinvara|drift|nätverk|moln|datahall`)},
	{"auditor-dc3-software", beginnings(`software|application|program|code|app\b|apps\b`, `programvar|program|mjukvara|applikation|kod|app\b|appar\b`)},
	{"auditor-dc3-people", beginnings(`people|person|staff|employee|team`, `människ|person|medarbetare|anställda|team`)},
	{"auditor-dc3-procedures", beginnings(`procedur|process|routine|polic`, `rutin|procedur|process|policy`)},
	{"auditor-dc3-data", beginnings(`data\b|information|record`, `data\b|uppgift|information|handling`)},
}

func beginnings(english, swedish string) map[string]*regexp.Regexp {
	begins := func(words string) *regexp.Regexp { return regexp.MustCompile(`(?i)\b(?:` + words + `)`) }
	return map[string]*regexp.Regexp{"en": begins(english), "sv": begins(swedish)}
}

// unnamed lists the components for which a description of the system has no word. Whether what it has is enough is not for words to tell.
func (v view) unnamed(section string) []string {
	var said strings.Builder
	for _, d := range v.Program.Descriptions {
		if d.Section == section {
			said.WriteString(plain.Text(string(v.prose(d.Description, ""))) + "\n" + plain.Text(string(v.prose(d.Body, ""))) + "\n")
		}
	}
	if strings.TrimSpace(said.String()) == "" {
		return nil // the section is missing, which is said
	}
	var out []string
	for _, c := range components {
		if words := c.words[v.Site.Site.Languages[0]]; words != nil && !words.MatchString(said.String()) {
			out = append(out, v.text("auditor-dc3-unnamed", v.text(c.key)))
		}
	}
	return out
}

// systems lists the systems that controls name, with those controls.
func (v view) systems() *table {
	t, of := v.blank("field-systems", "kinds-control"), map[string][]link{}
	var all []string
	for _, c := range v.Program.Controls {
		if c.Retired() {
			continue
		}
		for _, name := range c.Systems {
			if of[name] == nil {
				all = append(all, name)
			}
			of[name] = append(of[name], v.record(c))
		}
	}
	slices.Sort(all)
	for _, name := range all {
		t.row(value{Text: name}, value{IDs: of[name]})
	}
	return t
}

// procedures lists the policies that are not retired, and the procedures that say how they are carried out.
func (v view) procedures() *table {
	t := v.blank("auditor-col-policy", "field-version", "field-effective_on")
	row := func(rec program.Any, g *program.Governed) {
		if to := v.record(rec); !g.Retired() {
			t.row(value{Link: &to}, value{Text: g.Version}, date(days{From: g.EffectiveOn.String()}))
		}
	}
	for _, p := range v.Program.Policies {
		row(p, &p.Governed)
	}
	for _, p := range v.Program.Procedures {
		row(p, &p.Governed)
	}
	return t
}
