package history

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"
)

// Texts hands over the text that each revision left, in their order, one at a time: nil where the file ended, and where a
// partial clone does not hold the text. It stops at the first error, and returns it.
func (l *Log) Texts(revisions []Revision, see func(i int, text []byte) error) error {
	here, err := l.here()
	if err != nil {
		return err
	}
	var wanted strings.Builder
	for _, r := range revisions {
		if here(r.Blob) {
			wanted.WriteString(r.Blob + "\n")
		}
	}
	return l.cat(wanted.String(), func(out *bufio.Reader) error {
		for i, r := range revisions {
			var text []byte
			if here(r.Blob) {
				if text, err = blob(out); err != nil {
					return err
				}
			}
			if err := see(i, text); err != nil {
				return err
			}
		}
		return nil
	})
}

// here tells which blobs can be read. Only a partial clone is asked: there git would stop at the first that is missing.
func (l *Log) here() (func(blob string) bool, error) {
	if !l.Partial {
		return func(blob string) bool { return blob != "" }, nil
	}
	said, err := read(l.dir, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)", "--unordered")
	held := map[string]bool{}
	for name := range strings.Lines(said) {
		held[strings.TrimSuffix(name, "\n")] = true
	}
	return func(blob string) bool { return held[blob] }, err
}

// cat runs git cat-file over the names of blobs, and hands over what it says.
func (l *Log) cat(names string, listen func(out *bufio.Reader) error) error {
	cmd := reading(l.dir, "cat-file", "--batch", "--buffer")
	cmd.Stdin = strings.NewReader(names)
	return hear(cmd, func(out io.Reader) error { return listen(bufio.NewReader(out)) })
}

// blob reads one answer of git cat-file: a line that ends in the size, the bytes, a line end. A missing one is nil.
func blob(out *bufio.Reader) ([]byte, error) {
	about, err := out.ReadString('\n')
	if err != nil {
		return nil, errUnread
	}
	fields := strings.Fields(about)
	if len(fields) == 2 && fields[1] == "missing" {
		return nil, nil
	}
	if len(fields) != 3 {
		return nil, errUnread
	}
	size, err := strconv.Atoi(fields[2])
	if err != nil || size < 0 {
		return nil, errUnread
	}
	text := bytes.NewBuffer(make([]byte, 0, min(size, 1<<20)))
	if _, err := io.CopyN(text, out, int64(size)); err != nil {
		return nil, errUnread
	}
	_, err = out.Discard(len("\n"))
	return text.Bytes(), err
}
