package edit

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// attributes is the file in which git reads how to treat files, in any folder.
const attributes = ".gitattributes"

// Attribute returns the change that has git leave the bytes below a folder alone, and whether there is one to make. What stands in the
// file stays, byte for byte.
func Attribute(fsys fs.FS, folder string) (Change, bool, error) {
	old, err := fs.ReadFile(fsys, attributes)
	absent := errors.Is(err, fs.ErrNotExist)
	if err != nil && !absent {
		return Change{}, false, err
	}
	line := pattern(folder+"/**") + " -text"
	if slices.Contains(strings.FieldsFunc(string(old), func(r rune) bool { return r == '\n' || r == '\r' }), line) {
		return Change{}, false, nil
	}
	end := "\n"
	if bytes.Contains(old, []byte("\r\n")) {
		end = "\r\n"
	}
	text := bytes.Clone(old)
	if len(text) > 0 && !bytes.HasSuffix(text, []byte("\n")) {
		text = append(text, end...)
	}
	return Change{Path: attributes, Text: append(text, line+end...), New: absent, Was: old}, true, nil
}

// pattern writes a path as gitattributes(5) reads it: in quotation marks where it holds a space.
func pattern(p string) string {
	if !strings.ContainsAny(p, " \t\"\\#!") {
		return p
	}
	return `"` + strings.NewReplacer(`\`, `\\\\`, `"`, `\"`).Replace(p) + `"`
}
