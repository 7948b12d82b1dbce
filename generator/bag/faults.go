package bag

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

// Fault is one thing that keeps a bag from being what its manifests say.
type Fault struct{ Path, Says string }

func (f Fault) String() string { return f.Path + " " + f.Says }

// Faults reads every file of the bag once, and returns what is not as it is listed, sorted by path. A bag without a fault is complete
// and valid as RFC 8493 §3 has it, and holds nothing beside what is listed. No file is held. progress may be nil.
func (b *Bag) Faults(progress func(done, total int)) []Fault {
	found, out := b.survey()
	listed := map[string]bool{tagManifestName: true}
	for _, l := range slices.Concat(b.tags, b.Payload) {
		listed[l.Path] = true
	}
	for at := range found {
		if says := beside(at, listed[at]); says != "" {
			out = append(out, Fault{at, says})
		}
	}
	if !slices.ContainsFunc(b.tags, func(l Listed) bool { return l.Path == manifestName }) {
		out = append(out, Fault{manifestName, "is not listed in " + tagManifestName})
	}
	out = append(out, b.differing(found, progress)...)
	out = append(out, b.oxum(found)...)
	slices.SortFunc(out, func(a, b Fault) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(out)
}

// odd is the size of what is there and is no file that can be read.
const odd = -1

// survey returns the sizes of all files by path, and what is wrong with those that are odd.
func (b *Bag) survey() (map[string]int64, []Fault) {
	found := map[string]int64{}
	var out []Fault
	fault := func(at, says string) {
		found[at] = odd
		out = append(out, Fault{at, says})
	}
	_ = fs.WalkDir(b.files, ".", func(at string, d fs.DirEntry, err error) error { // what fails is a fault, and the walk goes on
		switch {
		case err != nil:
			fault(at, cannotBeRead(err))
		case d.IsDir():
		case d.Type()&fs.ModeSymlink != 0:
			fault(at, "is a symbolic link")
		case !d.Type().IsRegular():
			fault(at, "is not a regular file")
		default:
			info, err := d.Info()
			if err != nil {
				fault(at, cannotBeRead(err))
				return nil
			}
			found[at] = info.Size()
		}
		return nil
	})
	return found, out
}

func cannotBeRead(err error) string { return "cannot be read: " + err.Error() }

// beside says what is wrong about a file being there, or "".
func beside(at string, listed bool) string {
	manifest, _ := path.Match("*manifest-*.txt", at)
	switch {
	case at == "fetch.txt":
		return "says that files of the bag are elsewhere"
	case manifest && at != manifestName && at != tagManifestName:
		return "is a manifest that is not read"
	case !listed:
		return "is listed in no manifest"
	}
	return ""
}

// differing compares every file that is listed with its digest, by as many workers as there are processors.
func (b *Bag) differing(found map[string]int64, progress func(done, total int)) []Fault {
	all := slices.Concat(b.tags, b.Payload)
	says := make([]string, len(all))
	step := steps(len(all), progress)
	_ = each(len(all), func(i int) error { // what fails is a fault, and the others are read all the same
		defer step()
		size, there := found[all[i].Path]
		switch {
		case !there:
			says[i] = "is missing"
		case size != odd:
			says[i] = b.differs(all[i])
		}
		return nil
	})
	var out []Fault
	for i, l := range all {
		if says[i] != "" {
			out = append(out, Fault{l.Path, says[i]})
		}
	}
	return out
}

func (b *Bag) differs(l Listed) string {
	in, err := b.files.Open(l.Path)
	if err != nil {
		return cannotBeRead(err)
	}
	defer in.Close()
	m := newMeter(io.Discard)
	if _, err := io.Copy(m, in); err != nil {
		return cannotBeRead(err)
	}
	if sum := m.sum(); sum != l.SHA256 {
		return fmt.Sprintf("is not the file that is listed: it has the SHA-256 %x, and %x is listed", sum, l.SHA256)
	}
	return ""
}

// oxum compares Payload-Oxum with the files that are there: "bytes.files".
func (b *Bag) oxum(found map[string]int64) []Fault {
	says := b.Value(oxumLabel)
	var octets, count int64
	for at, size := range found {
		if size != odd && strings.HasPrefix(at, "data/") {
			octets, count = octets+size, count+1
		}
	}
	if is := fmt.Sprintf("%d.%d", octets, count); says != "" && says != is {
		return []Fault{{infoName, fmt.Sprintf("says %s %s, and there are %s bytes.files", oxumLabel, says, is)}}
	}
	return nil
}

// steps returns what counts up to a total, by whichever worker.
func steps(total int, progress func(done, total int)) func() {
	if progress == nil {
		return func() {}
	}
	var mu sync.Mutex
	done := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		progress(done, total)
	}
}
