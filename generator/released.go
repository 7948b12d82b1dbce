package generator

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/nearest"
	"trustpress/generator/node"
	"trustpress/generator/output"
	"trustpress/generator/program"
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
		case errors.Is(err, errOtherDay):
			found = append(found, diag.Finding{Rule: "release-digest-mismatch", Span: r.At("date"), Record: r.ID,
				Message: fmt.Sprintf("%s: %s", path.Join(site.Content.Root, r.Archive()), err), Hint: "bring back the date that trustpress release wrote"})
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
	if records, err = outlined(packed, r, cache); err != nil {
		return nil, err
	}
	if on := node.NewDay(output.Dated(packed)); on != r.Date {
		return nil, fmt.Errorf("%w: it is of %s", errOtherDay, on)
	}
	return records, nil
}

// errOtherDay is returned for a release whose archive was made as of another day than the one that is recorded.
var errOtherDay = errors.New("its date is not the one recorded")

// outlined returns the records of an archive.
func outlined(packed []byte, r *program.Release, cache *output.Cache) (records []program.Outline, err error) {
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
