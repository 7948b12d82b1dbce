package program_test

import (
	"fmt"
	"strings"
	"testing"

	"trustpress/generator/program"
)

// said prints what a record holds as "key=value", an exclamation mark after the keys that the author wrote.
func said(fields []program.Field) string {
	out := make([]string, len(fields))
	for i, f := range fields {
		mark := ""
		if f.Written {
			mark = "!"
		}
		out[i] = f.Key + mark + "=" + held(f.Value)
	}
	return strings.Join(out, " ")
}

func held(v program.Value) string {
	var parts []string
	for _, leaf := range v.Leaves() {
		switch x := leaf.(type) {
		case program.Prose:
			leaf = "prose"
		case program.CriterionRef:
			leaf = x.Text
		case program.Pointer:
			leaf = "->" + x.ID + "#" + x.Anchor
		case program.Word:
			leaf = "<" + string(x) + ">"
		case program.Period:
			leaf = x.From.String() + "/" + x.To.String()
		}
		parts = append(parts, fmt.Sprint(leaf))
	}
	if v.Fields != nil {
		parts = append(parts, "{"+said(v.Fields)+"}")
	}
	for _, row := range v.Rows {
		parts = append(parts, "["+said(row)+"]")
	}
	return strings.Join(parts, ",")
}

func TestWritten(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"what nobody wrote holds nothing, or what stands for it", "incidents.toml", "[[incident]]\nid = \"I\"\ntitle = \"T\"\nseverity = \"\"\n",
			"id!=I title!=T classification=<confidential>"},
		{"no is a value where it is written", "incidents.toml", "[[incident]]\nid = \"I\"\ntitle = \"T\"\ndc4 = false\ncontrols = [\"AC-1\"]\n",
			"id!=I title!=T classification=<confidential> dc4!=false controls!=->AC-1#"},
		{"a key with nothing after it is not written", "incidents/I.md", "---\nid: I\ntitle: T\ndc4:\nseverity:\n---\n", "id!=I title!=T classification=<confidential>"},
		{"nought is a value where it is written", "evidence.toml", "[[evidence]]\nid = \"E\"\ntitle = \"T\"\ncontrols = [\"AC-1\"]\nkind = \"report\"\nrow_count = 0\npersonal_data = false\n" +
			"collected_at = 2026-03-31\ncollected_by = \"a script\"\ncovers = { from = 2026-01-01, to = 2026-03-31 }\n",
			"id!=E title!=T classification=<confidential> controls!=->AC-1# kind!=<report> collected_at!=2026-03-31 collected_by!=->a script# row_count!=0 " +
				"covers!=2026-01-01/2026-03-31 personal_data!=false"},
		{"words have a name, other texts are themselves", "controls.toml", "[[control]]\nid = \"A\"\ntitle = \"T\"\nfrequency = [\"event\", \"daily\"]\nsystems = [\"event\"]\n" +
			"criteria = [\"CC6.1\"]\npolicies = [\"POL#a\"]\npublic = \"Text.\"\n",
			"id!=A title!=T classification=<internal> public!=prose criteria!=CC6.1 policies!=->POL#a frequency!=<event>,<daily> systems!=event"},
		{"tables hold fields, lists of them rows of the same keys", "vendors.toml", "[[vendor]]\nid = \"V\"\ntitle = \"T\"\nreview_every = \"12 months\"\npublic = { title = \"T\" }\n" +
			"[vendor.subprocessor]\npublic = false\nlocations = [\"Umeå\"]\n[[vendor.reports]]\ntype = \"A\"\n[[vendor.reports]]\nreviewed_on = 2026-01-02\n",
			"id!=V title!=T classification=<internal> public!={title!=prose} subprocessor!={public!=false locations!=Umeå} " +
				"reports!=[type!=A reviewed_on=],[type= reviewed_on!=2026-01-02] review_every!=12 months"},
	} {
		p, _ := build(t, map[string]string{test.file: test.text})
		if got := said(program.Written(p.Records()[0])); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestIsAddress(t *testing.T) {
	for text, want := range map[string]bool{"https://a.example/": true, "http://a.example/": true, "mailto:a@a.example": true, "javascript:alert(1)": false,
		"see https://a.example/": false, "": false} {
		if got := program.IsAddress(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}
