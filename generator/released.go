package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/handbook"
	"trustpress/generator/nearest"
	"trustpress/generator/node"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/trace"
)

// released returns the versions of the handbook that a site has released, the oldest first. One whose archive is not there, or is not the
// one recorded, is passed over: the rules about it say so. One that trustpress did not write has its finding here.
func released(fsys fs.FS, site *config.Site, prog *program.Program, cache *output.Cache) ([]*trace.Version, []diag.Finding, error) {
	var out []*trace.Version
	found := unreleased(site, prog)
	for _, r := range prog.Releases {
		if r.Broken || r.Archive() == "" {
			continue
		}
		records, err := outline(fsys, site, r, cache)
		switch {
		case err == nil:
			out = append(out, trace.NewVersion(r, records))
		case errors.Is(err, output.ErrForeignZIP):
			found = append(found, diag.Finding{Rule: "release-unreadable-archive", Span: r.At("sha256"), Record: r.ID,
				Message: fmt.Sprintf("%s: %s", path.Join(site.Content.Root, r.Archive()), err), Hint: "bring back the archive that trustpress release wrote"})
		case !errors.Is(err, errNotRecorded):
			return nil, nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b *trace.Version) int { return program.CompareVersions(a.Version, b.Version) })
	out = slices.CompactFunc(out, func(a, b *trace.Version) bool { return program.CompareVersions(a.Version, b.Version) == 0 })
	trace.Withhold(prog.Outlines(), out)
	return out, found, nil
}

// outline reads the records of a version, or what an earlier build kept of them. Whether its archive is there is looked at each time.
func outline(fsys fs.FS, site *config.Site, r *program.Release, cache *output.Cache) (records []program.Outline, err error) {
	packed, err := recorded(fsys, site, r)
	if err != nil {
		return nil, err
	}
	key := cache.Key("outlines", r.SHA256)
	if known, ok := cache.Get(key); ok && json.Unmarshal(known, &records) == nil {
		return records, nil
	}
	files, err := output.OpenZIP(packed)
	if err != nil {
		return nil, err
	}
	_, prog, err := skim(files)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", output.ErrForeignZIP, err)
	}
	records = prog.Outlines()
	text, err := json.Marshal(records)
	cache.Put(key, text)
	return records, err
}

// errNotRecorded is returned for a release whose archive is not there, or is not the one that was recorded.
var errNotRecorded = errors.New("its archive is not the one recorded")

// recorded returns the archive of a released version.
func recorded(fsys fs.FS, site *config.Site, r *program.Release) ([]byte, error) {
	packed, err := fs.ReadFile(fsys, path.Join(site.Content.Root, r.Archive()))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNotRecorded
	}
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(packed); !strings.EqualFold(hex.EncodeToString(sum[:]), r.SHA256) {
		return nil, errNotRecorded
	}
	return packed, nil
}

// archived returns the files of a released version.
func archived(fsys fs.FS, site *config.Site, r *program.Release) (fs.FS, error) {
	packed, err := recorded(fsys, site, r)
	if err != nil {
		return nil, err
	}
	return output.OpenZIP(packed)
}

// skim reads the records of a version without what they say.
func skim(archive fs.FS) (*config.Site, *program.Program, error) {
	site, _, err := config.Load(archive, config.File)
	if err != nil {
		return nil, nil, err
	}
	tree, _, err := source.Reread(archive, site)
	if err != nil {
		return nil, nil, err
	}
	prog, _ := program.Build(site, tree, source.Skimmer(site), func(int, int) {})
	return site, prog, nil
}

// editionOf makes the edition of a released version from its archive. It is the edition that was released but for its findings, which
// were none, and for its audit: what was evidenced on that day is no matter of the text.
func editionOf(fsys fs.FS, of *audience.Edition, v *trace.Version) (*audience.Edition, error) {
	archive, err := archived(fsys, of.Site, v.Release)
	if err != nil {
		return nil, fmt.Errorf("version %s: %w", v.Version, err)
	}
	bound, err := recompile(archive, v.Date, of.Past.Versions[:slices.Index(of.Past.Versions, v)])
	if err != nil {
		return nil, fmt.Errorf("version %s: %w", v.Version, err)
	}
	withhold(bound.Program, v)
	return &audience.Edition{Trace: bound, Brand: of.Brand, Version: v}, nil
}

// withhold makes confidential in an old program what is so in its version by now.
func withhold(prog *program.Program, v *trace.Version) {
	secret := map[string]bool{}
	for _, o := range v.Records {
		secret[o.ID] = secret[o.ID] || o.Confidential
	}
	for _, rec := range prog.Records() {
		if r := rec.Base(); secret[r.ID] && r.ID != "" {
			r.Classification = "confidential"
		}
	}
}

func recompile(archive fs.FS, on node.Day, before []*trace.Version) (*trace.Trace, error) {
	site, _, err := config.Load(archive, config.File)
	if err != nil {
		return nil, err
	}
	site.Audit = nil
	tree, _, err := source.Reread(archive, site)
	if err != nil {
		return nil, err
	}
	earlier := func(*program.Program) (trace.Past, []diag.Finding, error) {
		return trace.Past{Versions: before}, nil, nil
	}
	bound, _, err := compile(archive, site, tree, earlier, on, func(int, int) {})
	return bound, err
}

// older returns the released versions whose pages stand beside today's.
func older(fsys fs.FS, e *audience.Edition) []handbook.Older {
	var released []string
	for _, v := range e.Past.Versions {
		released = append(released, v.Version)
	}
	shown := e.Site.Handbook.Shown(released)
	return slices.DeleteFunc(every(fsys, e), func(o handbook.Older) bool { return !slices.Contains(shown, o.Released.Version) })
}

// unreleased reports versions that the site file asks for by name and that nobody released.
func unreleased(site *config.Site, prog *program.Program) []diag.Finding {
	var released []string
	for _, r := range prog.Releases {
		released = append(released, r.Version)
	}
	var out []diag.Finding
	for _, name := range site.Handbook.Unreleased(released) {
		f := diag.Finding{Rule: "invalid-config", Span: site.Tree.At("handbook", "versions"), Message: fmt.Sprintf("there is no version %q", name),
			Hint: `write "all", "latest:5", or the names of versions that were released`}
		if near, ok := nearest.Within(name, released, 2); ok {
			f.Hint = fmt.Sprintf("did you mean %q?", near)
		}
		out = append(out, f)
	}
	return out
}

// every returns the released versions, each to be compiled when it is asked for.
func every(fsys fs.FS, e *audience.Edition) []handbook.Older {
	var out []handbook.Older
	for _, v := range e.Past.Versions {
		out = append(out, handbook.Older{Released: v, Staff: func() (*audience.Staff, error) {
			edition, err := editionOf(fsys, e, v)
			return audience.ForStaff(edition), err
		}})
	}
	return out
}

// Compare says what became of the policies and procedures of the handbook from one version to another. nil is the content as it stands.
func Compare(fsys fs.FS, e *audience.Edition, from, to *trace.Version) (*handbook.Comparison, error) {
	return handbook.Compare(audience.ForStaff(e), every(fsys, e), from, to)
}
