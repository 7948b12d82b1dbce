package generator

import (
	"io/fs"
	"strings"
	"sync"

	"trustpress/generator/config"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// archives opens the archives of released versions for the words of their policies, each once and only if it is asked for.
type archives struct {
	fsys fs.FS
	site *config.Site
	mu   sync.Mutex
	open map[string]*archive // by version
}

// archive is a version that was opened; all of it is nil where it cannot be.
type archive struct {
	files fs.FS
	site  *config.Site
	prog  *program.Program
}

// words returns the words of a policy in a version, by the id that it had there.
func (s *archives) words(in *trace.Version, id string) (string, bool) {
	a := s.take(in)
	if a.prog == nil {
		return "", false
	}
	for _, p := range a.prog.Policies {
		if strings.EqualFold(p.ID, id) {
			return program.Words(a.files, a.site, p)
		}
	}
	return "", false
}

func (s *archives) take(v *trace.Version) *archive {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open == nil {
		s.open = map[string]*archive{}
	}
	if s.open[v.Version] == nil {
		a := &archive{}
		s.open[v.Version] = a
		files, err := archived(s.fsys, s.site, v.Release)
		if err != nil { // it was there when its outline was read; what is not known has no words
			return a
		}
		if site, prog, err := skim(files); err == nil {
			*a = archive{files, site, prog}
		}
	}
	return s.open[v.Version]
}
