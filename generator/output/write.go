package output

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
)

// Options are the wishes of one Write. The zero Options are fine.
type Options struct {
	// Progress, if set, is called after each file that is made, never by two goroutines at once. done counts up to total, which
	// grows while it is not known yet how many files the parts have.
	Progress func(done, total int)
}

// Stats says what one Write did, in files. Files = Written + Unchanged.
type Stats struct {
	Files     int // in the tree
	Written   int // new or different
	Removed   int // stood in the old folder and are not in the tree
	Unchanged int
}

// Write makes the folder dir hold exactly the tree. If it already does, nothing on the disk is touched. Otherwise the tree is
// made whole in a staging folder beside it, .NAME.staging, and exchanged; a failure of a file's Write or of the disk leaves
// the old folder as it was. Whatever else stands in the old folder goes with it.
//
// Files get mode 0644 and folders 0755, less the umask: who sets one means it, and the auditor's bundle is private.
//
// A process that dies at any moment leaves the output wholly old or wholly new, and the next Write clears up after it. Nothing
// is forced to the platter, though: after a power cut a file may be empty, and the next Write, which compares bytes and not
// times, writes it again.
func Write(dir string, t *Tree, opt Options) (Stats, error) {
	stats, err := write(dir, t, opt)
	if err != nil {
		return stats, fmt.Errorf("writing %s: %w", dir, err)
	}
	return stats, nil
}

func write(dir string, t *Tree, opt Options) (Stats, error) {
	files, err := t.sound()
	if err != nil {
		return Stats{}, err
	}
	p, err := placeOf(dir)
	if err != nil {
		return Stats{}, err
	}
	unlock, err := p.lock()
	if err != nil {
		return Stats{}, err
	}
	defer unlock()
	if err := p.recover(); err != nil {
		return Stats{}, err
	}
	old, err := p.survey()
	if err != nil {
		return Stats{}, err
	}
	b := &build{place: p, old: old, files: files, same: make([]bool, len(files)), parts: t.parts, progress: opt.Progress}
	b.begin = sync.OnceValue(p.makeStage)
	return b.run()
}

// sound returns the sorted files, or an error if their names do not let them be written.
func (t *Tree) sound() ([]File, error) {
	if found := t.Findings(); len(found) > 0 {
		return nil, fmt.Errorf("%s: %s", found[0].Rule, found[0].Message)
	}
	return t.Files(), nil
}

// build is one Write under way.
type build struct {
	place
	old      survey
	files    []File
	same     []bool // by file: what stands in the old folder is what belongs there
	parts    []Part
	sameMark bool
	begin    func() error // makes the staging folder, once: a build without a difference never asks for it
	progress func(done, total int)
	mu       sync.Mutex
	done     int
}

func (b *build) run() (Stats, error) {
	differs, err := b.stageChanged()
	if err == nil && differs {
		err = b.stageRest()
	}
	if err != nil {
		return Stats{}, errors.Join(err, b.discard())
	}
	stats := b.stats()
	if !differs {
		return stats, nil
	}
	if err := b.exchange(b.old.exists); err != nil {
		return Stats{}, errors.Join(err, b.discard())
	}
	if err := b.discard(); err != nil {
		return stats, fmt.Errorf("the new output is in place, the old one is still in %s: %w", b.stage, err)
	}
	return stats, nil
}

// stageChanged writes into the stage what is new or different, and reports whether the folder has to be replaced. The parts come first:
// what they are made of is held no longer than it takes, and may be asked about by the files beside them.
func (b *build) stageChanged() (bool, error) {
	own := len(b.files)
	for _, p := range b.parts {
		if err := b.part(p); err != nil {
			return false, err
		}
	}
	if err := b.write(0, own); err != nil {
		return false, err
	}
	var err error
	if b.sameMark, err = b.put(&sink{begin: b.begin}, marker, b.old.marked, writeMark); err != nil {
		return false, err
	}
	stats := b.stats()
	return !b.sameMark || stats.Written > 0 || stats.Removed > 0 || b.old.hasStrayFolder(b.files), nil
}

// write writes into the stage what is new or different of the files from the first up to the last.
func (b *build) write(first, end int) error {
	return each(end-first, func() func(int) error {
		s := &sink{begin: b.begin}
		return func(i int) (err error) {
			f := b.files[first+i]
			b.same[first+i], err = b.put(s, f.Path, b.old.files[f.Path], f.Write)
			b.step()
			return err
		}
	})
}

func (b *build) put(s *sink, path string, stands bool, write func(io.Writer) error) (same bool, err error) {
	old := ""
	if stands {
		old = under(b.dir, path)
	}
	same, err = s.put(old, under(b.stage, path), write)
	if err != nil {
		return false, fmt.Errorf("%s: %w", path, err)
	}
	return same, nil
}

// stageRest hard-links the unchanged files into the stage.
func (b *build) stageRest() error {
	if err := b.begin(); err != nil {
		return err
	}
	if b.sameMark {
		if err := b.carry(marker); err != nil {
			return err
		}
	}
	return each(len(b.files), func() func(int) error {
		return func(i int) error {
			if !b.same[i] {
				return nil
			}
			return b.carry(b.files[i].Path)
		}
	})
}

func (b *build) step() {
	if b.progress == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done++
	b.progress(b.done, len(b.files))
}

func (b *build) stats() Stats {
	s := Stats{Files: len(b.files), Removed: len(b.old.files) + b.old.foreign}
	for i, f := range b.files {
		if b.same[i] {
			s.Unchanged++
		}
		if b.old.files[f.Path] {
			s.Removed--
		}
	}
	s.Written = s.Files - s.Unchanged
	return s
}

// each calls a worker's function for 0 to n-1, by as many workers as there are processors. After an error no further number
// is handed out; the error returned is that of the lowest number that failed, which does not depend on the scheduler.
func each(n int, worker func() func(int) error) error {
	var next atomic.Int64
	var failed atomic.Bool
	errs := make([]error, n)
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			do := worker()
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[i] = do(i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	workers.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
