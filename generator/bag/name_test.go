package bag

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestName(t *testing.T) {
	tests := []struct{ original, want string }{
		{"report.pdf", "report.pdf"},
		{"Åtkomst – översyn é.pdf", "Atkomst-oversyn-e.pdf"},
		{"A\u030atkomst.pdf", "Atkomst.pdf"},
		{"Screenshot 2026-01-31 at 10.42.07.png", "Screenshot-2026-01-31-at-10.42.07.png"},
		{"report (final).pdf", "report-final.pdf"},
		{"Straße Æsir Łódź.txt", "Strasse-AEsir-Lodz.txt"},
		{"ﬁle①.txt", "file1.txt"},
		{"Отчёт.pdf", "file.pdf"},
		{"報告書", "file"},
		{"", "file"},
		{"...", "file"},
		{".gitignore", "file.gitignore"},
		{"-rf", "rf"},
		{"../../etc/passwd", "etc-passwd"},
		{`C:\Users\a.txt`, "C-Users-a.txt"},
		{"100%.csv", "100.csv"},
		{"a\nb\r.txt", "a-b.txt"},
		{"trailing. ", "trailing"},
		{"con", "_con"},
		{"AUX.log", "_AUX.log"},
		{"com1.tar.gz", "_com1.tar.gz"},
		{"console.log", "console.log"},
		{"a\xffb.txt", "a-b.txt"},
		{"a--b__c.txt", "a--b__c.txt"},
	}
	for _, test := range tests {
		if got := Name(test.original); got != test.want {
			t.Errorf("Name(%q): got %q, want %q", test.original, got, test.want)
		}
	}
}

func FuzzName(f *testing.F) {
	for _, s := range []string{"", ".", "-.-.", "å.pdf", "con.", "a.-b", "\u2100", "x.longextension", "..-a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, original string) {
		got := Name(original)
		checkName(t, got)
		if again := Name(got); again != got {
			t.Errorf("Name(%q) is %q, and of that %q", original, got, again)
		}
	})
}

func checkName(t *testing.T, name string) {
	t.Helper()
	switch {
	case name == "":
		t.Error("the name is empty")
	case strings.ContainsFunc(name, func(r rune) bool { return !plain(r) }):
		t.Errorf("%q holds a character that is not plain", name)
	case strings.ContainsAny(name[:1], ".-"), strings.HasSuffix(name, "."):
		t.Errorf("%q begins or ends badly", name)
	case Device(name):
		t.Errorf("%q is a device", name)
	}
}

func TestNames(t *testing.T) {
	long := strings.Repeat("x", 300)
	tests := []struct {
		originals, taken, want []string
	}{
		{[]string{"b.pdf", "a.pdf"}, nil, []string{"b.pdf", "a.pdf"}},
		{[]string{"å.pdf", "a.pdf", "A.pdf", "ä.pdf"}, nil, []string{"a-4.pdf", "a-2.pdf", "A.pdf", "a-3.pdf"}},
		{[]string{"a.pdf", "a.pdf", "a.pdf"}, nil, []string{"a.pdf", "a-2.pdf", "a-3.pdf"}},
		{[]string{"a-2.pdf", "a.pdf", "A.pdf"}, nil, []string{"a-2.pdf", "a-3.pdf", "A.pdf"}},
		{[]string{"Evidence.csv"}, []string{"evidence.csv"}, []string{"Evidence-2.csv"}},
		{[]string{"報", "告"}, nil, []string{"file-2", "file"}},
		{[]string{long + ".pdf", long + "y.pdf"}, nil, []string{long[:168] + ".pdf", long[:166] + "-2.pdf"}},
	}
	for _, test := range tests {
		got, err := Namer{Folder: "data/e", Taken: test.taken}.Names(test.originals)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range test.want {
			if got[i] != "data/e/"+want {
				t.Errorf("%.40q: got %q, want %q", test.originals[i], got[i], want)
			}
		}
	}
	if _, err := (Namer{Folder: strings.Repeat("x", MaxPath-minName)}).Names(nil); err == nil {
		t.Error("a folder that leaves no room: got no error")
	}
}

func TestThousandEqualNames(t *testing.T) {
	originals := make([]string, 20_000)
	for i := range originals {
		originals[i] = "screenshot.png"
	}
	got, err := Namer{Folder: "data"}.Names(originals)
	if err != nil {
		t.Fatal(err)
	}
	if last := got[len(got)-1]; last != "data/screenshot-20000.png" {
		t.Errorf("got %q", last)
	}
}

// Whatever the names, the paths are allowed in a bag, differ ignoring case, and do not depend on the order.
func FuzzNames(f *testing.F) {
	f.Add("a.pdf\nA.pdf\na-2.pdf", 3)
	f.Add("å\nä\nö\no", 140)
	f.Add(strings.Repeat("x", 200)+"\n"+strings.Repeat("x", 201)+"\ncon\n", 140)
	f.Fuzz(func(t *testing.T, lines string, folder int) {
		n := Namer{Folder: "data/" + strings.Repeat("f", 1+max(folder, -folder, 0)%140)}
		originals := strings.Split(lines, "\n")
		slices.Sort(originals)
		originals = slices.Compact(originals)
		forth, err := n.Names(originals)
		if err != nil {
			t.Fatal(err)
		}
		if err := checkPayload(forth); err != nil {
			t.Error(err)
		}
		for _, path := range forth {
			checkName(t, path[len(n.Folder)+1:])
		}
		slices.Reverse(originals)
		back, err := n.Names(originals)
		if err != nil {
			t.Fatal(err)
		}
		slices.Reverse(back)
		if fmt.Sprint(forth) != fmt.Sprint(back) {
			t.Errorf("got %q, and in the other order %q", forth, back)
		}
	})
}

func TestNamesOfFoldersLeaveRoom(t *testing.T) {
	got, err := Namer{Folder: "data/controls", Below: 64}.Names([]string{strings.Repeat("x", 300)})
	if err != nil {
		t.Fatal(err)
	}
	if want := MaxPath - 64; len(got[0]) != want {
		t.Errorf("the folder's path has %d bytes, want %d", len(got[0]), want)
	}
}
