package edit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// Frozen is a version that is about to be released.
type Frozen struct {
	Version string
	SHA256  string // of the archive
	Archive Change
	Row     Change // of the register
}

// Release freezes the handbook of a site as a version: an archive of what it is made of, and its row in the register. It refuses a
// version or a day that does not come after the last ones. What it returns is proven: the archive was opened and compiled again, by
// compile, and holds every record of the site.
func Release(fsys fs.FS, e *audience.Edition, version string, on node.Day, compile func(fs.FS) (*audience.Edition, error)) (*Frozen, error) {
	if err := follows(e.Program, version, on); err != nil {
		return nil, err
	}
	archive, err := pack(fsys, e, on)
	if err != nil {
		return nil, err
	}
	if err := prove(archive, e, compile); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(archive)
	digest := hex.EncodeToString(sum[:])
	kind := program.KindNamed("release")
	folder := path.Join(e.Site.Content.Root, kind.Folder)
	row, err := AppendRow(fsys, folder+".toml", kind.Name, Row{
		{"version", Quoted(version)}, {"date", on.String()}, {"sha256", Quoted(digest)}})
	if err != nil {
		return nil, err
	}
	return &Frozen{version, digest, Change{Path: path.Join(folder, version+".zip"), Text: archive, New: true}, row}, nil
}

// follows says why a version cannot be the next one.
func follows(p *program.Program, version string, on node.Day) error {
	if !program.IsVersion(version) {
		return fmt.Errorf("%q cannot be the name of a version\nhint: %s", version, program.NameVersion)
	}
	if same := p.Released(version); len(same) > 0 {
		return fmt.Errorf("there is a version %s already, of %s\nhint: a version stays as it was released; give this one a later name", same[0].Version, same[0].Date)
	}
	for _, r := range p.Releases {
		switch {
		case program.CompareVersions(version, r.Version) < 0:
			return fmt.Errorf("%s would stand before %s, which is released\nhint: give it a later name; numbers are compared as numbers, so 2026.10 comes after 2026.2", version, r.Version)
		case on.Before(r.Date):
			return fmt.Errorf("%s was released on %s, and this version would be of %s\nhint: --as-of names the day of a release", r.Version, r.Date, on)
		}
	}
	return nil
}

// pack returns the archive of what a site is made of: the site file, and what is read below the content root but for the releases.
func pack(fsys fs.FS, e *audience.Edition, on node.Day) ([]byte, error) {
	names, err := source.List(fsys, e.Site)
	if err != nil {
		return nil, err
	}
	var tree output.Tree
	add := func(name, as string) error {
		text, err := fs.ReadFile(fsys, name)
		tree.AddBytes(as, diag.Start(name), text)
		return err
	}
	if err := add(e.Site.File, config.File); err != nil {
		return nil, err
	}
	for _, name := range names {
		if released(strings.TrimPrefix(name, e.Site.Content.Root+"/")) {
			continue
		}
		if err := add(name, name); err != nil {
			return nil, err
		}
	}
	if faults := tree.Findings(); len(faults) > 0 {
		return nil, fmt.Errorf("%s: %s\nhint: %s", faults[0].File, faults[0].Message, faults[0].Hint)
	}
	var b bytes.Buffer
	err = output.ZIP(&b, &tree, on.Time())
	return b.Bytes(), err
}

// released reports whether a file of the content is about the versions themselves. No archive holds the ones before it.
func released(name string) bool {
	folder := program.KindNamed("release").Folder
	return strings.HasPrefix(name, folder+"/") || strings.HasPrefix(name, folder+".") && path.Ext(name) == ".toml"
}

// prove opens an archive and compiles it: a version that cannot be built again is none.
func prove(archive []byte, e *audience.Edition, compile func(fs.FS) (*audience.Edition, error)) error {
	fsys, err := output.OpenZIP(archive)
	if err != nil {
		return err
	}
	again, err := compile(fsys)
	if err != nil {
		return fmt.Errorf("the archive cannot be compiled: %w", err)
	}
	if !slices.Equal(records(again), records(e)) {
		return fmt.Errorf("the archive does not hold the records of the site\nhint: was a file saved while it was read? Run it again")
	}
	return nil
}

// records lists what is in an edition, releases aside.
func records(e *audience.Edition) []string {
	var out []string
	for _, rec := range e.Program.Records() {
		if r := rec.Base(); r.Kind.Name != "release" {
			out = append(out, fmt.Sprintf("%s %s:%d %s %t", r.Kind.Name, r.Span.File, r.Span.Line, r.ID, r.Broken))
		}
	}
	return out
}
