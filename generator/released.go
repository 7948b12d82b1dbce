package generator

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"trustpress/generator/audience"
	"trustpress/generator/config"
	"trustpress/generator/handbook"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/trace"
)

// released returns the versions of the handbook that a site has released, the oldest first. One whose archive is not there, or is not one,
// has its finding and is passed over.
func released(fsys fs.FS, site *config.Site, prog *program.Program, cache *output.Cache) ([]*trace.Version, error) {
	var out []*trace.Version
	for _, r := range prog.Releases {
		if r.Broken || len(r.SHA256) != 64 {
			continue
		}
		v := &trace.Version{Release: r}
		key := cache.Key("outlines", r.SHA256)
		if known, ok := cache.Get(key); ok && json.Unmarshal(known, &v.Records) == nil {
			out = append(out, v)
			continue
		}
		archive, err := archived(fsys, site, v)
		if err != nil || archive == nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		if v.Records, err = skim(archive); err != nil {
			continue // the site file in it cannot be read: building it says so
		}
		if text, err := json.Marshal(v.Records); err == nil {
			cache.Put(key, text)
		}
		out = append(out, v)
	}
	slices.SortStableFunc(out, func(a, b *trace.Version) int { return program.CompareVersions(a.Version, b.Version) })
	return out, nil
}

// archived returns the files of a released version, or nil if its archive is not there or is not what a release writes.
func archived(fsys fs.FS, site *config.Site, v *trace.Version) (fs.FS, error) {
	name := path.Join(site.Content.Root, v.Archive())
	packed, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	archive, err := output.OpenZIP(packed)
	if err != nil {
		return nil, nil
	}
	return archive, nil
}

// skim reads the records of a version without what they say.
func skim(archive fs.FS) ([]program.Outline, error) {
	site, _, err := config.Load(archive, siteFile)
	if err != nil {
		return nil, err
	}
	tree, _, err := source.Reread(archive, site)
	if err != nil {
		return nil, err
	}
	prog, _ := program.Build(site, tree, source.Skimmer(site), func(int, int) {})
	return prog.Outlines(), nil
}

// siteFile is the name of the site file, in an archive always and elsewhere unless another is asked for.
const siteFile = "site.toml"

// Recompile makes the edition of a released version from its archive. It is the edition that was released but for its findings, which
// were none, and for its audit: what was evidenced on that day is no matter of the text.
func Recompile(fsys fs.FS, of *audience.Edition, v *trace.Version) (*audience.Edition, error) {
	archive, err := archived(fsys, of.Site, v)
	if err == nil && archive == nil {
		err = errors.New("its archive cannot be read")
	}
	if err != nil {
		return nil, fmt.Errorf("version %s: %w", v.Version, err)
	}
	site, _, err := config.Load(archive, siteFile)
	if err != nil {
		return nil, fmt.Errorf("version %s: %w", v.Version, err)
	}
	site.Audit = nil
	before := slices.Index(of.Past.Versions, v)
	tree, _, err := source.Reread(archive, site)
	if err != nil {
		return nil, fmt.Errorf("version %s: %w", v.Version, err)
	}
	earlier := func(*program.Program) (trace.Past, error) {
		return trace.Past{Versions: of.Past.Versions[:before]}, nil
	}
	bound, _, err := compile(archive, site, tree, earlier, v.Date, func(int, int) {})
	if err != nil {
		return nil, fmt.Errorf("version %s: %w", v.Version, err)
	}
	return &audience.Edition{Trace: bound, Brand: of.Brand, Version: v}, nil
}

// older returns the released versions whose pages stand beside today's: all of them, those that the site names, or the latest few.
func older(fsys fs.FS, e *audience.Edition) []handbook.Older {
	var out []handbook.Older
	for _, v := range e.Past.Versions {
		if e.Site.Handbook.Shows(v.Version) {
			out = append(out, handbook.Older{Version: v, Staff: func() (*audience.Staff, error) {
				edition, err := Recompile(fsys, e, v)
				return audience.ForStaff(edition), err
			}})
		}
	}
	if n := e.Site.Handbook.Latest(); n < len(out) {
		out = out[len(out)-n:]
	}
	return out
}
