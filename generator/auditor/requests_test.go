package auditor_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A number that stands twice in a list is one request: the later row asked for something that nobody took in, and has no answer.
func TestANumberThatStandsTwiceIsAnsweredOnce(t *testing.T) {
	fsys := site()
	fsys["content/requests/lists/list.csv"] = &fstest.MapFile{Data: []byte("Nr;Request\n1;The review\n 1;Something else\n2;The list\n")}
	fsys["content/requests.toml"] = &fstest.MapFile{Data: []byte("[[request]]\nid = \"REQ-1\"\nnumber = \"1\"\ntitle = \"The review\"\nstatus = \"closed\"\n" +
		"[[request]]\nid = \"REQ-2\"\nnumber = \"2\"\ntitle = \"The list\"\nstatus = \"open\"\n")}
	table, err := opened(t, contents(t, write(t, fsys)), "requests/requests.xlsx").GetRows("list")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, row := range table {
		if len(row) > 1 {
			got[row[1]] = strings.Join(row[2:], "")
		}
	}
	if got["The review"] == "" || got["The list"] == "" || got["Something else"] != "" {
		t.Errorf("the rows are answered %q", got)
	}
}
