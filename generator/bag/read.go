package bag

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bag is a bag that stands somewhere, as its tag files describe it. Whether that is true, Faults says.
type Bag struct {
	Info    []Field
	Payload []Listed          // sorted by path
	SHA256  [sha256.Size]byte // of tagmanifest-sha256.txt, which fixes all the rest

	files fs.FS
	tags  []Listed
}

// Listed is a line of a manifest.
type Listed struct {
	Path   string
	SHA256 [sha256.Size]byte
}

// ErrNoBag is returned for a folder that does not declare itself a bag.
var ErrNoBag = errors.New("there is no " + declarationName + ", so it is no bag")

// Open reads the tag files of a bag of the form that Tags writes: UTF-8, SHA-256 alone, names that no manifest has to encode. Every
// other one is refused in words, and so is one that somebody's tools have rewritten.
func Open(files fs.FS) (*Bag, error) {
	if err := declared(files); err != nil {
		return nil, err
	}
	b := &Bag{files: files}
	text, err := readTag(files, infoName)
	if err == nil {
		b.Info, err = parseInfo(text)
	}
	if err != nil {
		return nil, err
	}
	if b.Payload, err = readManifest(files, manifestName, func(path string) bool { return strings.HasPrefix(path, "data/") }); err != nil {
		return nil, err
	}
	b.tags, err = readManifest(files, tagManifestName, func(path string) bool { return !strings.HasPrefix(strings.ToLower(path), "data/") })
	if err != nil {
		return nil, err
	}
	text, err = readTag(files, tagManifestName)
	b.SHA256 = sha256.Sum256(text)
	return b, err
}

// Value returns what bag-info.txt says under a label, or "".
func (b *Bag) Value(label string) string {
	i := slices.IndexFunc(b.Info, func(f Field) bool { return strings.EqualFold(f.Label, label) })
	if i < 0 {
		return ""
	}
	return b.Info[i].Value
}

// ReadFile returns a payload file, or an error if it is not the one that is listed. It is for files that fit into memory.
func (b *Bag) ReadFile(path string) ([]byte, error) {
	i, listed := b.find(path)
	if !listed {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	text, err := readTag(b.files, path)
	if err == nil && sha256.Sum256(text) != b.Payload[i].SHA256 {
		err = fmt.Errorf("%s is not the file that is listed", path)
	}
	return text, err
}

func (b *Bag) find(path string) (int, bool) {
	return slices.BinarySearchFunc(b.Payload, path, func(l Listed, path string) int { return strings.Compare(l.Path, path) })
}

// declared returns an error unless a folder is a bag of the one version that there is.
func declared(files fs.FS) error {
	text, err := readTag(files, declarationName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrNoBag
	case err != nil:
		return err
	case string(text) == strings.ReplaceAll(declaration, "\n", "\r\n"):
		return convertedLines(declarationName)
	case string(text) != declaration:
		return fmt.Errorf("%s does not declare BagIt 1.0 in UTF-8", declarationName)
	}
	return nil
}

func convertedLines(name string) error {
	return fmt.Errorf("%s has line ends of Windows: something rewrote it on its way", name)
}

// maxTag is the largest file that is held, in bytes: a line of a manifest is short, and a bag of a million files fits.
const maxTag = 256 << 20

// readTag reads a file that is held. Only a regular one is opened: what stands for a device may never end, or never begin.
func readTag(files fs.FS, name string) ([]byte, error) {
	info, err := fs.Lstat(files, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", name)
	case info.Size() > maxTag:
		return nil, fmt.Errorf("%s has %d bytes, more than is read of such a file", name, info.Size())
	}
	in, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(io.LimitReader(in, maxTag))
}

func readManifest(files fs.FS, name string, belongs func(path string) bool) ([]Listed, error) {
	text, err := readTag(files, name)
	if err != nil {
		return nil, err
	}
	listed, err := ParseListing(name, text)
	if err != nil {
		return nil, err
	}
	seen := make(map[string]string, len(listed))
	for _, l := range listed {
		if !belongs(l.Path) {
			return nil, fmt.Errorf("%s: %q does not belong there", name, l.Path)
		}
		if err := checkPath(l.Path, seen); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	slices.SortFunc(listed, func(a, b Listed) int { return strings.Compare(a.Path, b.Path) })
	return listed, nil
}

// ParseListing reads what Listing writes. name is what an error calls it.
func ParseListing(name string, text []byte) ([]Listed, error) {
	var out []Listed
	err := eachLine(name, text, func(line string) error {
		digest, path, ok := strings.Cut(line, "  ")
		sum, err := hex.DecodeString(digest)
		if !ok || err != nil || len(sum) != sha256.Size {
			return errors.New("that is no SHA-256, two spaces and a path")
		}
		out = append(out, Listed{path, [sha256.Size]byte(sum)})
		return checkSegments(path)
	})
	return out, err
}

// Listing is a list in the form that sha256sum reads, sorted by path.
func Listing(list []Listed) []byte {
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, func(a, b Listed) int { return strings.Compare(a.Path, b.Path) })
	var b bytes.Buffer
	for _, l := range sorted {
		fmt.Fprintf(&b, "%x  %s\n", l.SHA256, l.Path)
	}
	return b.Bytes()
}

// parseInfo reads the fields of bag-info.txt, of which a line that begins with a space continues the one before.
func parseInfo(text []byte) ([]Field, error) {
	var out []Field
	err := eachLine(infoName, text, func(line string) error {
		if strings.HasPrefix(line, " ") && len(out) > 0 {
			out[len(out)-1].Value += " " + strings.TrimSpace(line)
			return nil
		}
		label, value, ok := strings.Cut(line, ":")
		if !ok || !isLabel(label) {
			return errors.New("that is no label, colon and value")
		}
		out = append(out, Field{label, strings.TrimSpace(value)})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, repeated(out)
}

func repeated(fields []Field) error {
	seen := map[string]bool{}
	for _, f := range fields {
		key := strings.ToLower(f.Label)
		if once[key] && seen[key] {
			return fmt.Errorf("%s says %s twice", infoName, f.Label)
		}
		seen[key] = true
	}
	return nil
}

// maxLine is the longest line that is read, in bytes.
const maxLine = 1 << 20

// eachLine calls do for each line of a tag file, and says where it fails.
func eachLine(name string, text []byte, do func(line string) error) error {
	in := bufio.NewScanner(bytes.NewReader(text))
	in.Buffer(nil, maxLine)
	in.Split(lineEnds)
	n := 0
	for in.Scan() {
		n++
		line := in.Text()
		if strings.HasSuffix(line, "\r") {
			return convertedLines(name)
		}
		if !utf8.ValidString(line) || strings.ContainsFunc(line, unicode.IsControl) {
			return fmt.Errorf("%s, line %d: it holds a control character or is not UTF-8", name, n)
		}
		if err := do(line); err != nil {
			return fmt.Errorf("%s, line %d: %w", name, n, err)
		}
	}
	if in.Err() != nil {
		return fmt.Errorf("%s, line %d: it is longer than any that belongs there", name, n+1)
	}
	return nil
}

// lineEnds cuts at line feeds, and leaves a carriage return where it stands.
func lineEnds(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}
