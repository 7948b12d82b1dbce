package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// Pair is a key of a row and its value, as TOML writes it.
type Pair struct{ Key, Value string }

// appendRow adds a row of a kind at the end of a register, which is made if there is none. What stands in it stays, byte for byte.
func appendRow(fsys fs.FS, register, kind string, fields []Pair) (Change, error) {
	old, err := fs.ReadFile(fsys, register)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Change{}, err
	}
	end := "\n"
	if strings.Contains(string(old), "\r\n") {
		end = "\r\n"
	}
	var b strings.Builder
	b.Write(old)
	if len(old) > 0 && !strings.HasSuffix(string(old), "\n") {
		b.WriteString(end)
	}
	if len(old) > 0 {
		b.WriteString(end)
	}
	b.WriteString("[[" + kind + "]]" + end)
	for _, f := range fields {
		b.WriteString(f.Key + " = " + f.Value + end)
	}
	c := Change{Path: register, Text: []byte(b.String()), New: err != nil}
	if _, faults := node.TOML(diag.NewFile(register, c.Text), 0, len(c.Text), "invalid-front-matter"); len(faults) > 0 {
		return Change{}, fmt.Errorf("%s cannot be added to: %s\nhint: write its rows as [[%s]]", register, faults[0].Message, kind)
	}
	return c, nil
}
