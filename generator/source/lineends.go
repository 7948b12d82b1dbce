package source

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"strings"
)

// Rewritten reports whether a file has a digest once its line ends are those of another system: all CRLF become LF, or all LF become
// CRLF. That is what git does on the way to a machine, unless it is told not to.
func Rewritten(fsys fs.FS, name, digest string) (bool, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	unix, windows := sha256.New(), sha256.New()
	if err := endLines(bufio.NewReader(f), bufio.NewWriter(unix), bufio.NewWriter(windows)); err != nil {
		return false, err
	}
	return strings.EqualFold(digest, hex.EncodeToString(unix.Sum(nil))) || strings.EqualFold(digest, hex.EncodeToString(windows.Sum(nil))), nil
}

// endLines writes what it reads twice, with the line ends of each of two systems. A hash refuses nothing that is written to it.
func endLines(in *bufio.Reader, unix, windows *bufio.Writer) error {
	held := false // a carriage return that may belong to an end of line
	for {
		c, err := in.ReadByte()
		if held && (err != nil || c != '\n') {
			unix.WriteByte('\r')
			windows.WriteByte('\r')
		}
		switch held = c == '\r' && err == nil; {
		case err == io.EOF:
			unix.Flush()
			windows.Flush()
			return nil
		case err != nil:
			return err
		case held:
		case c == '\n':
			unix.WriteByte(c)
			windows.WriteString("\r\n")
		default:
			unix.WriteByte(c)
			windows.WriteByte(c)
		}
	}
}
