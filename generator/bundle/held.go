package bundle

import (
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"

	"trustpress/generator/bag"
)

// keep lists the files of evidence that whoever has this bundle has: its own, and those of the bundles before it that it relies on.
func (b *Bundle) keep() error {
	b.evidence = map[string][]Held{}
	for _, l := range b.bag.Payload {
		sum := hex.EncodeToString(l.SHA256[:])
		b.listed[l.Path] = sum
		switch in := "data/" + HeldPath; {
		case l.Path == in:
			if err := b.rely(l.Path); err != nil {
				return err
			}
		case isRaw(l.Path):
			b.evidence[sum] = append(b.evidence[sum], Held{b.ID, l.Path, sum})
		}
	}
	for _, f := range b.relied {
		b.evidence[f.SHA256] = append(b.evidence[f.SHA256], f)
	}
	return nil
}

// rely reads which files an earlier bundle left to those before it.
func (b *Bundle) rely(at string) error {
	text, err := b.bag.ReadFile(at)
	if err != nil {
		return err
	}
	listed, err := bag.ParseListing(at, text)
	if err != nil {
		return err
	}
	for _, l := range listed {
		bundle, in, _ := strings.Cut(l.Path, "/")
		if bundle == "" || !isRaw(in) {
			return fmt.Errorf("%s lists %q, which is no evidence in a bundle", at, l.Path)
		}
		b.relied = append(b.relied, Held{bundle, in, hex.EncodeToString(l.SHA256[:])})
	}
	return nil
}

// isRaw reports whether a path of a bag is that of a raw file of evidence: it stands beside the page of its record.
func isRaw(at string) bool {
	folder, name := path.Split(strings.TrimPrefix(at, "data/evidence/"))
	return strings.HasPrefix(at, "data/evidence/") && strings.Count(folder, "/") == 1 && name != "index.html"
}

// Holding returns the file of a bundle that has these bytes, the one in a record's own folder if there are several.
func (b *Bundle) Holding(sha256, folder string) (Held, bool) {
	if b == nil || len(b.evidence[sha256]) == 0 {
		return Held{}, false
	}
	same := b.evidence[sha256]
	i := slices.IndexFunc(same, func(f Held) bool { return path.Dir(f.Path) == "data/"+folder })
	return same[max(i, 0)], true
}
