package generator_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/output"
	"trustpress/generator/theme"
	"trustpress/templates"
	"trustpress/themes"
)

func ledger(t testing.TB) *theme.Theme {
	t.Helper()
	look, err := theme.Load(nil, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	return look
}

// build writes the handbook of a site into a folder.
func build(t testing.TB, site fstest.MapFS, dir string) output.Stats {
	t.Helper()
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if generator.Blocked(edition.Report, "handbook") {
		t.Fatal(edition.Report.Findings[0])
	}
	outputs, err := generator.Write(site, edition, []string{"handbook"}, nil, ledger(t))
	if err != nil {
		t.Fatal(err)
	}
	stats, err := output.Write(dir, outputs["handbook"], output.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

// generated is a site of n documents: three policies of ten sections to seven short controls, with references of each sort.
func generated(n int) fstest.MapFS {
	site := fstest.MapFS{"site.toml": {Data: []byte("as_of = 2026-12-31\n[organization]\nname = \"Many AB\"\n")},
		"content/people.toml": {Data: []byte("[[person]]\nid = \"PER-anna\"\nname = \"Anna Exempel\"\nrole = \"Security lead\"\n")}}
	policies := max(1, n*3/10)
	for i := range policies {
		site[fmt.Sprintf("content/policies/%02d/POL-%05d.md", i%20, i)] = &fstest.MapFile{Data: policy(i, policies)}
	}
	for i := range n - policies {
		text := fmt.Sprintf("---\nid: CTL-%05d\ntitle: Control %d\nowner: PER-anna\ncriteria: [CC6.1, CC7.%d]\npolicies: [POL-%05d#scope]\nfrequency: [continuous]\n---\n%s\n\nSee [POL-%05d] and [CC6.2], or [the policy](../../policies/%02d/POL-%05d.md#scope).\n",
			i, i, i%5+1, i%policies, strings.Repeat(fmt.Sprintf("The owner of system %d compares its users with the staff list. ", i), 8), i%policies, i%policies%20, i%policies)
		site[fmt.Sprintf("content/controls/%02d/CTL-%05d.md", i%20, i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

func policy(i, of int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: POL-%05d\ntitle: Policy %d\nowner: PER-anna\nversion: \"1.%d\"\nstatus: approved\n---\n", i, i, i%9)
	for _, head := range []string{"Purpose", "Scope", "Roles", "Rules", "Requirements", "Procedure", "Exceptions", "Monitoring", "Enforcement", "Related"} {
		fmt.Fprintf(&b, "## %s\n\n%s\n\n", head, strings.Repeat(fmt.Sprintf("Rule %d of %s holds **for everybody** who works here, see `system-%d`. ", i, head, i%17), 12))
		fmt.Fprintf(&b, "- [CC6.1] and [the next policy][POL-%05d#scope]\n- a second item\n\n", (i+1)%of)
	}
	b.WriteString("| Role | Duty | Criteria |\n| --- | --- | --- |\n| Owner | decides | [CC5.3] |\n| Reviewer | reads | [CC4.1] |\n\n```yaml\nkind: review\nevery: 12 months\n```\n")
	return []byte(b.String())
}

// BenchmarkBuild builds a handbook of many documents into an empty folder, checks included.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		site := generated(n)
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				build(b, site, filepath.Join(b.TempDir(), fmt.Sprint(i)))
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "documents/s")
		})
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	site := example(t)
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		writeAll(t, site, dir)
	}
	a, b := os.DirFS(first), os.DirFS(second)
	if err := same(a, b); err != nil {
		t.Error(err)
	}
	stats := writeAll(t, site, first)
	if stats.Written != 0 || stats.Removed != 0 {
		t.Errorf("a second build wrote %d files and removed %d", stats.Written, stats.Removed)
	}
}

// writeAll writes every output of a site.
func writeAll(t testing.TB, site fstest.MapFS, dir string) output.Stats {
	t.Helper()
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	outputs, err := generator.Write(site, edition, edition.Site.Site.Outputs, nil, ledger(t))
	if err != nil {
		t.Fatal(err)
	}
	var sum output.Stats
	for name, tree := range outputs {
		stats, err := output.Write(filepath.Join(dir, name), tree, output.Options{})
		if err != nil {
			t.Fatal(err)
		}
		sum.Written += stats.Written
		sum.Removed += stats.Removed
	}
	return sum
}
