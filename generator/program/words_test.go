package program_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/config"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// Where a word of a policy stands, that word stands, in whatever form the policy is written; and an older text of the same file has the
// words that it had.
func TestPlacesOfWords(t *testing.T) {
	const toml = "[organization]\nname = \"Nordan Ledger AB\"\n[params]\ndays = 3\nhours = \"24 hours\"\n"
	for name, files := range map[string]map[string]string{
		"front matter": {"policies/p.md": "---\nid: POL\ntitle: Access of {{ org.name }}\ndescription: \"Who gets in\"\n---\nLeavers lose\n<!-- when\n\n-->\n\naccess | in {{params.hours}}.\nåäö------\n"},
		"folded":       {"policies/p.md": "---\nid: POL\ntitle: 'Access'\ndescription: >-\n  Who gets\n  in, and who {{ params.days }}\n  not\n---\nLeavers.\n"},
		"TOML":         {"policies/p.md": "+++\nid = \"POL\"\ntitle = \"Access\"\n+++\nLeavers\u00a0lose {{ params.days }}.\n"},
		"a row":        {"policies.toml": "[[policy]]\nid = \"POL\"\ntitle = \"Access\"\ndescription = \"Who gets in\"\nbody = \"\"\"\nLeavers lose\nit in {{ params.days }} days.\n\"\"\"\n"},
		"a row with a file": {"policies.toml": "[[policy]]\nid = \"POL\"\ntitle = \"Access\"\nfile = \"texts/p.md\"\n",
			"texts/p.md": "---\ntitle: Not this\n---\nLeavers lose it in {{ params.hours }}.\n"},
	} {
		t.Run(name, func(t *testing.T) {
			site, _ := config.Parse("site.toml", []byte(toml))
			fsys := fstest.MapFS{"site.toml": {Data: []byte(toml)}}
			for file, text := range files {
				fsys["content/"+file] = &fstest.MapFile{Data: []byte(text)}
			}
			p := onlyPolicy(t, fsys, site)
			text, _ := program.Words(fsys, site, p)
			words, places := strings.Fields(text), program.Places(fsys, site, p)
			if len(words) == 0 || len(words) != len(places) {
				t.Fatalf("%d words stand at %d places", len(words), len(places))
			}
			for i, at := range places {
				line := strings.Split(string(fsys[at.File].Data), "\n")[at.Line-1]
				there := line[at.Column-1:]
				if at.File == "site.toml" {
					if !strings.Contains(line, "=") {
						t.Errorf("%q stands at %q of the site file", words[i], line)
					}
				} else if !strings.HasPrefix(there, words[i]) && words[i] != "åäö---" && there != ">-" { // of a folded field its beginning is known
					t.Errorf("%q stands at %q", words[i], there)
				}
			}
			home := p.Document
			if home == "" {
				home = p.Span.File
			}
			if before, ok := program.WordsBefore(site, p, fsys[home].Data); !ok || before != text {
				t.Errorf("before: %q, now %q", before, text)
			}
		})
	}
}

func onlyPolicy(t *testing.T, fsys fstest.MapFS, site *config.Site) *program.Policy {
	t.Helper()
	tree, found, err := source.Read(fsys, site, func(int, int) {})
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	prog, found := program.Build(site, tree, source.Skimmer(site), func(int, int) {})
	if len(prog.Policies) != 1 || len(found) > 0 {
		t.Fatal(prog.Policies, found)
	}
	return prog.Policies[0]
}

// An older text of a register has the row of a policy under the id that it had, or has none.
func TestWordsBeforeOfARow(t *testing.T) {
	site, _ := config.Parse("site.toml", []byte("[organization]\nname = \"A\"\n[content]\nfront_matter = { code = \"id\" }\n"))
	p := onlyPolicy(t, fstest.MapFS{"content/policies.toml": {Data: []byte("[[policy]]\ncode = \"POL\"\nformer_ids = [\"POL-0\"]\ntitle = \"Access\"\nbody = \"Now.\"\n")}}, site)
	for text, want := range map[string]string{
		"[[policy]]\ncode = \"OTHER\"\ntitle = \"No\"\n[[policy]]\ncode = \"pol\"\ntitle = \"Access\"\nbody = \"Then.\"\n": "Access Then. ",
		"[policy]\ncode = \"POL-0\"\ntitle = \"Entry\"\n":                                                                  "Entry ",
		"[[policy]]\ncode = \"OTHER\"\ntitle = \"No\"\n":                                                                   "",
		"policy = \"POL\"\n": "",
		"[[[":                "",
		"\xff":               "",
		"":                   "",
	} {
		words, ok := program.WordsBefore(site, p, []byte(text))
		if got := strings.ReplaceAll(words, "\n", " "); got != want || ok != (want != "") {
			t.Errorf("%q has the words %q, %v; want %q", text, got, ok, want)
		}
	}
}
