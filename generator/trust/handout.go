package trust

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/diag"
	"trustpress/generator/output"
)

// What is encrypted stands below one prefix, which a host can put behind a door of its own.
const openFolder, sealedFolder = "documents", "sealed"

// sumsName is the file of a folder that holds the digests of those below it, as sha256sum writes and checks them.
const sumsName = "SHA256SUMS"

// handedOut returns where the file of a document stands in the trust center, or "". Its name is one for every file system and needs
// no escape in an address or in a list of digests.
func handedOut(d *audience.PublicDocument) string {
	switch name := bag.Name(path.Base(d.File)); {
	case d.File == "":
		return ""
	case d.Access == "sealed":
		return sealedFolder + "/" + name
	default:
		return openFolder + "/" + strings.ToLower(d.ID) + "/" + name
	}
}

// handOut adds the files of the documents, byte for byte, and their digests.
func (c *center) handOut(tree *output.Tree) {
	for i := range c.Documents {
		if d := &c.Documents[i]; d.File != "" {
			tree.Add(handedOut(d), diag.Span{}, func(w io.Writer) error { return c.copy(w, d.File) })
		}
	}
	for _, folder := range c.sumFolders() {
		tree.Add(folder+"/"+sumsName, diag.Span{}, func(w io.Writer) error { return c.writeSums(w, folder) })
	}
}

func (c *center) copy(w io.Writer, name string) error {
	file, err := c.site.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(w, file)
	return err
}

// below returns the files that are handed out below a folder, by where they stand.
func (c *center) below(folder string) map[string]string {
	out := map[string]string{}
	for i := range c.Documents {
		d := &c.Documents[i]
		if at := handedOut(d); strings.HasPrefix(at, folder+"/") {
			out[at] = d.File
		}
	}
	return out
}

// sumFolders returns the folders in which files are handed out.
func (c *center) sumFolders() []string {
	return slices.DeleteFunc([]string{openFolder, sealedFolder}, func(folder string) bool { return len(c.below(folder)) == 0 })
}

// writeSums writes the digests of the files below a folder, by their names from there, so that a copy of the folder alone can be
// checked. They are taken from the bytes that are handed out.
func (c *center) writeSums(w io.Writer, folder string) error {
	files := c.below(folder)
	for _, at := range slices.Sorted(maps.Keys(files)) {
		sum := sha256.New()
		if err := c.copy(sum, files[at]); err != nil {
			return err
		}
		if _, err := io.WriteString(w, hex.EncodeToString(sum.Sum(nil))+"  "+strings.TrimPrefix(at, folder+"/")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// sums returns where the digests stand.
func (s *sheet) sums() []way {
	var out []way
	for _, folder := range s.sumFolders() {
		out = append(out, way{What: s.say("digests"), Href: s.root + folder + "/" + sumsName, Shown: folder + "/" + sumsName})
	}
	return out
}

// size returns the size of a file in words, or "" if it is not known.
func (s *sheet) size(bytes int64) string {
	if bytes == 0 {
		return ""
	}
	in := message.NewPrinter(language.Make(s.Language))
	if bytes < 1000 {
		return s.say("size-bytes", in.Sprint(number.Decimal(bytes)))
	}
	units := []string{"size-kb", "size-mb", "size-gb"}
	size := float64(bytes) / 1000
	for size >= 999.95 && len(units) > 1 {
		size, units = size/1000, units[1:]
	}
	return s.say(units[0], in.Sprint(number.Decimal(size, number.MaxFractionDigits(1))))
}
