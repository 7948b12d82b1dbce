package output

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"trustpress/generator/diag"
)

// Part is a folder of a tree that holds thousands of files and seldom changes: its files are made only where they do not stand there
// already, and are let go of before the next part is made.
type Part struct {
	Folder string    // in the tree
	From   diag.Span // the record that the folder comes from
	Known  Listing   // what an earlier build made of the same things; nil: that is not known
	Make   func() (*Tree, error)
	Made   func(Listing) // is told what the folder holds once it was made; may be nil
}

// Listing names the files of a folder with the SHA-256 of each.
type Listing []Listed

// Listed is one file of a listing.
type Listed struct{ Path, SHA256 string }

// String returns the listing in the form of sha256sum.
func (l Listing) String() string {
	var b strings.Builder
	for _, f := range l {
		b.WriteString(f.SHA256 + "  " + f.Path + "\n")
	}
	return b.String()
}

// ParseListing reads what String writes, or returns nil where it is something else.
func ParseListing(text string) Listing {
	var out Listing
	for line := range strings.Lines(text) {
		sum, path, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || len(sum) != 2*sha256.Size {
			return nil
		}
		out = append(out, Listed{path, sum})
	}
	return out
}

// AddPart adds a folder that is made only where it is needed.
func (t *Tree) AddPart(p Part) { t.parts = append(t.parts, p) }

// Parts returns the folders that are made only where they are needed.
func (t *Tree) Parts() []Part { return t.parts }

// part brings one part into the build: as it stands, or made anew.
func (b *build) part(p Part) error {
	if b.stands(p) {
		for _, f := range p.Known {
			b.files = append(b.files, File{Path: p.Folder + "/" + f.Path})
			b.same = append(b.same, true)
		}
		b.done += len(p.Known)
		return nil
	}
	tree, err := p.Make()
	if err != nil {
		return err
	}
	files, err := tree.sound()
	if err != nil {
		return fmt.Errorf("%s: %w", p.Folder, err)
	}
	listing, err := b.make(p.Folder, files)
	if err == nil && p.Made != nil {
		p.Made(listing)
	}
	return err
}

// make writes the files of a part that are new or different.
func (b *build) make(folder string, files []File) (Listing, error) {
	first := len(b.files)
	listing := make(Listing, len(files))
	for i, f := range files {
		listing[i].Path = f.Path
		write := f.Write
		f.Path = folder + "/" + f.Path
		f.Write = func(w io.Writer) error {
			digest := sha256.New()
			err := write(io.MultiWriter(w, digest))
			listing[i].SHA256 = hex.EncodeToString(digest.Sum(nil))
			return err
		}
		b.files = append(b.files, f)
	}
	b.same = append(b.same, make([]bool, len(files))...)
	err := b.write(first, len(b.files))
	for i := first; i < len(b.files); i++ {
		b.files[i].Write = nil // lets go of what the page is made of
	}
	return listing, err
}

// errOther ends a look at a folder that is not as it was.
var errOther = errors.New("a file is not the one that was listed")

// stands reports whether a part stands in the old folder as an earlier build made it, to the byte.
func (b *build) stands(p Part) bool {
	if p.Known == nil {
		return false
	}
	return each(len(p.Known), func() func(int) error {
		buf := make([]byte, 64<<10)
		return func(i int) error {
			path := p.Folder + "/" + p.Known[i].Path
			if !b.old.files[path] {
				return errOther
			}
			sum, err := digest(under(b.dir, path), buf)
			if err == nil && sum != p.Known[i].SHA256 {
				err = errOther
			}
			return err
		}
	}) == nil
}

func digest(name string, buf []byte) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.CopyBuffer(struct{ io.Writer }{sum}, struct{ io.Reader }{f}, buf)
	return hex.EncodeToString(sum.Sum(nil)), err
}
