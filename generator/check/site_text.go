package check

import (
	"maps"
	"slices"

	"trustpress/generator/config"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// siteTexts returns what everybody reads of site.toml in words.
func siteTexts(s *config.Site) []program.Told {
	var out []program.Told
	add := func(lang string, n *node.Node) {
		if n != nil && n.Kind == node.String && !program.IsAddress(n.Text) {
			out = append(out, program.Told{Lang: lang, Words: n.Text, Node: n})
		}
	}
	organization, service := s.Tree.Get("organization"), s.Tree.Get("service")
	for _, key := range []string{"name", "legal_name", "address"} {
		add("", organization.Get(key))
	}
	for _, key := range []string{"name", "summary"} {
		add("", service.Get(key))
	}
	for _, lang := range slices.Sorted(maps.Keys(s.Service.Translations)) {
		add(lang, service.Get("translations").Get(lang).Get("summary"))
	}
	return out
}

// inapplicable returns why criteria are not relevant (DC 200 DC 8), as site.toml says it.
func inapplicable(s *config.Site) []program.Told {
	var out []program.Told
	if list := s.Tree.Get("audit").Get("not_applicable"); list != nil {
		for _, row := range list.Items {
			if n := row.Get("reason"); n != nil && n.Kind == node.String {
				out = append(out, program.Told{Key: "reason", Words: n.Text, Node: n})
			}
		}
	}
	return out
}
