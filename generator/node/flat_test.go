package node

import (
	"reflect"
	"testing"

	"trustpress/generator/diag"
)

// FuzzFlat: what the short way reads, the YAML parser reads to the same tree, place by place.
func FuzzFlat(f *testing.F) {
	for _, seed := range []string{"id: AC-02\ntitle: Access is reviewed\n", "a: [CC6.1, A.5.15]\nb: \"x y\"\nc: 'z'\n", "on: 2026-09-30\n", "# x\n\na: b # c\n",
		"a: b\r\nc: [d , e]\r\n", "title: Åtkomst ses över\n", "a: no\n", "a:\n  b: c\n", "a: b\n  c\n", "a: |\n x\n", "a: - b\n", "a: b: c\n", "a: [b]\na: c\n", "a: (x) /y\n", "a:  b  \n",
		"a: ?x\n", "x: y\n--- z\n", "a: \"\"\n", "a: b\n...\n", "a: 2026-02-30\n", "a: b\n%c: d\n", "a: [b,c]\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if diag.InvalidUTF8([]byte(text)) >= 0 {
			return
		}
		file := diag.NewFile("x", []byte(text))
		short, ok := readFlat(file, 0, len(text))
		if !ok {
			return
		}
		long, findings := readYAML(file, 0, len(text), "rule")
		if len(findings) > 0 {
			t.Fatalf("%q is read the short way, and the parser says %v", text, findings)
		}
		if !reflect.DeepEqual(short, long) {
			t.Fatalf("%q: the short way reads\n%+v\nand the parser\n%+v", text, short, long)
		}
	})
}
