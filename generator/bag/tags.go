package bag

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Field is one line of bag-info.txt, such as Source-Organization, Bagging-Date or External-Identifier (RFC 8493 §2.2.2).
type Field struct {
	Label string // letters, digits and hyphens
	Value string // white space, line ends included, counts as one space
}

// Tag is a file beside the payload.
type Tag struct {
	Path  string
	Bytes []byte
}

// The names of the required tag files and of those that we always write.
const (
	declarationName = "bagit.txt"
	infoName        = "bag-info.txt"
	manifestName    = "manifest-sha256.txt"
	tagManifestName = "tagmanifest-sha256.txt"
)

// oxumLabel heads the bytes and files of the payload, "bytes.files".
const oxumLabel = "Payload-Oxum"

// declaration is RFC 8493 §2.1.1.
const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

// Tags returns the tag files of a bag: bagit.txt, bag-info.txt with the fields in the given order and Payload-Oxum after them,
// manifest-sha256.txt, the files of more, and last tagmanifest-sha256.txt, which digests all of the others. The order of
// payload and of more does not matter.
func Tags(payload []Sealed, info []Field, more ...Tag) ([]Tag, error) {
	paths := make([]string, len(payload))
	for i, s := range payload {
		paths[i] = s.Path
	}
	if err := checkPayload(paths); err != nil {
		return nil, err
	}
	infoText, err := infoFile(payload, info)
	if err != nil {
		return nil, err
	}
	tags := []Tag{
		{Path: declarationName, Bytes: []byte(declaration)},
		{Path: infoName, Bytes: infoText},
		{Path: manifestName, Bytes: manifest(payload)},
	}
	more = slices.Clone(more)
	slices.SortFunc(more, func(a, b Tag) int { return cmp.Compare(a.Path, b.Path) })
	tags = append(tags, more...)
	if err := checkTags(tags); err != nil {
		return nil, err
	}
	return append(tags, tagManifest(tags)), nil
}

// checkTags refuses a tag file in the payload's folder, or of a name that is taken.
func checkTags(tags []Tag) error {
	seen := map[string]string{tagManifestName: tagManifestName}
	for _, t := range tags {
		if folder, _, _ := strings.Cut(t.Path, "/"); strings.EqualFold(folder, "data") {
			return fmt.Errorf("tag file %q is in the payload", t.Path)
		}
		if err := checkPath(t.Path, seen); err != nil {
			return err
		}
	}
	return nil
}

// manifest is RFC 8493 §2.1.3, in the form of sha256sum: digest, two spaces, path.
func manifest(payload []Sealed) []byte {
	list := make([]Listed, len(payload))
	for i, s := range payload {
		list[i] = Listed{s.Path, s.SHA256}
	}
	return Listing(list)
}

// tagManifest is RFC 8493 §2.2.1.
func tagManifest(tags []Tag) Tag {
	list := make([]Listed, len(tags))
	for i, t := range tags {
		list[i] = Listed{t.Path, sha256.Sum256(t.Bytes)}
	}
	return Tag{Path: tagManifestName, Bytes: Listing(list)}
}

func infoFile(payload []Sealed, info []Field) ([]byte, error) {
	var b bytes.Buffer
	seen := map[string]bool{strings.ToLower(oxumLabel): true}
	for _, f := range info {
		words, err := f.words(seen)
		if err != nil {
			return nil, err
		}
		fold(&b, f.Label, words)
	}
	var octets int64
	for _, s := range payload {
		octets += s.Size
	}
	fmt.Fprintf(&b, oxumLabel+": %d.%d\n", octets, len(payload))
	return b.Bytes(), nil
}

// words checks a field and cuts its value at white space. A line end can so never begin a line of its own choice.
func (f Field) words(seen map[string]bool) ([]string, error) {
	if !isLabel(f.Label) {
		return nil, fmt.Errorf("bag-info: %q is not a label", f.Label)
	}
	key := strings.ToLower(f.Label)
	if seen[key] {
		return nil, fmt.Errorf("bag-info: %s is there twice, or is not for the caller to say", f.Label)
	}
	seen[key] = once[key]
	words := strings.Fields(f.Value)
	if len(words) == 0 {
		return nil, fmt.Errorf("bag-info: %s has no value", f.Label)
	}
	for _, w := range words {
		if !utf8.ValidString(w) || strings.ContainsFunc(w, unicode.IsControl) {
			return nil, fmt.Errorf("bag-info: the value of %s holds a control character or is not UTF-8: %q", f.Label, w)
		}
	}
	if key == "bagging-date" {
		if _, err := time.Parse(time.DateOnly, f.Value); err != nil {
			return nil, fmt.Errorf("bag-info: Bagging-Date %q is not YYYY-MM-DD", f.Value)
		}
	}
	return words, nil
}

func isLabel(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !plain(r) || r == '.' || r == '_' })
}

// once are the labels that must not be repeated (RFC 8493 §2.2.2).
var once = map[string]bool{
	"bagging-date": true, "bag-size": true, "bag-group-identifier": true, "bag-count": true, "payload-oxum": true,
}

// lineWidth is the length that RFC 8493 §2.2.2 recommends, in characters.
const lineWidth = 79

// fold writes a field, continued on lines that begin with a space.
func fold(b *bytes.Buffer, label string, words []string) {
	b.WriteString(label + ":")
	column := len(label) + 1
	for i, w := range words {
		width := 1 + utf8.RuneCountInString(w)
		if i > 0 && column+width > lineWidth {
			b.WriteByte('\n')
			column = 0
		}
		b.WriteString(" " + w)
		column += width
	}
	b.WriteByte('\n')
}
