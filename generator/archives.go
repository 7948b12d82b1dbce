package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"trustpress/generator/config"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/trace"
)

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
func skim(files fs.FS) (*config.Site, *program.Program, error) {
	site, tree, err := reread(files)
	if err != nil {
		return nil, nil, err
	}
	prog, _ := program.Build(site, tree, source.Skimmer(site), func(int, int) {})
	return site, prog, nil
}

// reread reads the files of a version. What there was to find in them was found before it was released.
func reread(files fs.FS) (*config.Site, *source.Tree, error) {
	site, _, err := config.Load(files, config.File)
	if err != nil {
		return nil, nil, err
	}
	tree, _, err := source.Reread(files, site)
	return site, tree, err
}

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
