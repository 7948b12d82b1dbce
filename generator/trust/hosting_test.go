package trust_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/trust"
)

// offering is a small site below a folder of its host, with a list that programs read.
func offering() fstest.MapFS {
	site := spoken("")
	site["content/vendors.toml"] = &fstest.MapFile{Data: []byte("[[vendor]]\nid = \"VEN-A\"\ntitle = \"A\"\npublic = \"Stores.\"\nsubprocessor = { public = true, products = [\"P\"] }\n")}
	return site
}

// The file of headers holds the table, below the folder of the host. No two of its rules for one file name the same field, because
// a host would send both.
func TestHeadersFile(t *testing.T) {
	all := files(t, offering())
	rules := map[string]map[string]string{}
	last := ""
	for line := range strings.Lines(all["_headers"]) {
		line = strings.TrimSuffix(line, "\n")
		name, value, field := strings.Cut(line, ": ")
		if !field {
			last, rules[line] = line, map[string]string{}
			continue
		}
		rules[last][strings.TrimPrefix(name, "  ")] = value
	}
	for path, want := range map[string][2]string{
		"/trust/*":                                {"Content-Security-Policy", trust.Policy},
		"/trust/assets/fonts/*":                   {"Cache-Control", "public, max-age=2592000"},
		"/trust/subprocessors/subprocessors.csv":  {"Content-Type", "text/csv; charset=utf-8"},
		"/trust/subprocessors/subprocessors.json": {"Access-Control-Allow-Origin", "*"},
		"/trust/sealed/*":                         {"X-Robots-Tag", "noindex"},
	} {
		if got := rules[path][want[0]]; got != want[1] {
			t.Errorf("%s: %s is %q, want %q", path, want[0], got, want[1])
		}
	}
	for name := range rules["/trust/*"] {
		for path, fields := range rules {
			if _, twice := fields[name]; twice && path != "/trust/*" {
				t.Errorf("%s names %s, and so does the rule for all", path, name)
			}
		}
	}
	for name := range all {
		if ext := name[strings.LastIndex(name, ".")+1:]; (ext == "csv" || ext == "json") != (rules["/trust/"+name] != nil) {
			t.Errorf("%s: there is a rule: %v", name, rules["/trust/"+name] != nil)
		}
	}
}
