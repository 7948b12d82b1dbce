package generator

import (
	"io/fs"
	"slices"

	"trustpress/generator/config"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// archives are those of the versions that a site has released. They are large, and none is held once it was read.
type archives struct {
	fsys fs.FS
	site *config.Site
}

// words returns the words of policies in a version, by the ids that they had there. It was there when its outline was read; if it cannot be
// read any more nobody knows them.
func (s archives) words(in *trace.Version, ids []string) map[string]string {
	files, err := archived(s.fsys, s.site, in.Release)
	if err != nil {
		return nil
	}
	site, prog, err := skim(files)
	if err != nil {
		return nil
	}
	out := map[string]string{}
	for _, p := range prog.Policies {
		if !slices.Contains(ids, p.ID) {
			continue
		}
		if words, ok := program.Words(files, site, p); ok {
			out[p.ID] = words
		}
	}
	return out
}
