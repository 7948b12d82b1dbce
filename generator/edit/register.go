package edit

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// Pair is a key of a row and its value, as TOML writes it.
type Pair struct{ Key, Value string }

// Row is the pairs of a row in their order.
type Row []Pair

// Put adds a pair, if somebody said something of it.
func (r *Row) Put(key, value string) {
	if value != "" && value != `""` {
		*r = append(*r, Pair{key, value})
	}
}

// AppendRow adds a row of a kind at the end of a register, which is made if there is none. What stands in it stays, byte for byte;
// a register that does not parse is left alone, for nobody knows what a row behind it would belong to.
func AppendRow(fsys fs.FS, register, kind string, fields Row) (Change, error) {
	old, absent, err := ReadRegister(fsys, register)
	if err != nil {
		return Change{}, err
	}
	text, err := WithRows(register, old, kind, fields)
	return Change{Path: register, Text: text, New: absent, Was: old}, err
}

// ReadRegister returns the text of a register, and whether there is none yet.
func ReadRegister(fsys fs.FS, register string) (text []byte, absent bool, err error) {
	text, err = fs.ReadFile(fsys, register)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, true, nil
	}
	return text, false, err
}

// WithRows returns the text of a register with rows of a kind behind what stands in it.
func WithRows(register string, old []byte, kind string, added ...Row) ([]byte, error) {
	before, err := rows(register, old, kind)
	if err != nil {
		return nil, err
	}
	if err := unlike(register, old, kind, added); err != nil {
		return nil, err
	}
	text := bytes.Clone(old)
	for _, fields := range added {
		text = append(text, row(text, kind, fields)...)
	}
	if after, err := rows(register, text, kind); err != nil || after != before+len(added) {
		return nil, fmt.Errorf("%s: no row can follow what stands there\nhint: write each row as a table of its own, under [[%s]]", register, kind)
	}
	return text, nil
}

// unlike returns an error if a row that is added has the id of one that stands there: somebody else wrote it since the site was read.
func unlike(register string, old []byte, kind string, added []Row) error {
	root, err := parsed(register, old)
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for _, row := range tablesOf(root, kind) {
		if id := row.Get("id"); id != nil {
			there[strings.ToLower(Quoted(id.Text))] = true
		}
	}
	for _, fields := range added {
		for _, f := range fields {
			if f.Key == "id" && there[strings.ToLower(f.Value)] {
				return fmt.Errorf("%s has a row %s by now\nhint: nothing was written; run it again", register, f.Value)
			}
		}
	}
	return nil
}

// row returns the text of a row that is to follow another text, with line ends as there.
func row(old []byte, kind string, fields Row) string {
	var b strings.Builder
	switch {
	case len(bytes.TrimSpace(old)) == 0:
	case bytes.HasSuffix(old, []byte("\n")):
		b.WriteString("\n")
	default:
		b.WriteString("\n\n")
	}
	b.WriteString("[[" + kind + "]]\n")
	for _, f := range fields {
		b.WriteString(f.Key + " = " + f.Value + "\n")
	}
	if line, _, _ := bytes.Cut(old, []byte("\n")); bytes.HasSuffix(line, []byte("\r")) {
		return strings.ReplaceAll(b.String(), "\n", "\r\n")
	}
	return b.String()
}

// rows counts the rows of a kind in the text of a register.
func rows(register string, text []byte, kind string) (int, error) {
	root, err := parsed(register, text)
	if err != nil {
		return 0, err
	}
	return len(tablesOf(root, kind)), nil
}

// parsed returns what a register holds, or what is wrong with it.
func parsed(register string, text []byte) (*node.Node, error) {
	file := diag.NewFile(register, text)
	root, findings := node.TOML(file, len(text)-len(bytes.TrimPrefix(text, []byte("\ufeff"))), len(text), "invalid-front-matter")
	if at := diag.InvalidUTF8(text); at >= 0 {
		findings = []diag.Finding{{Span: file.Span(at, at+1), Message: "this is not UTF-8"}}
	}
	if len(findings) > 0 {
		f := findings[0]
		return nil, fmt.Errorf("%s:%d:%d: %s\nhint: mend the register first; nothing was added to it", f.File, f.Line, f.Column, f.Message)
	}
	return root, nil
}

// tablesOf returns the rows of a kind.
func tablesOf(root *node.Node, kind string) []*node.Node {
	list := root.Get(kind)
	switch {
	case list == nil:
		return nil
	case list.Kind == node.List:
		return list.Items
	}
	return []*node.Node{list}
}
