// Package bag owns what makes a folder a bag (BagIt 1.0, RFC 8493): the manifests, the tag files, and the names that files
// get inside. Its manifests are what `sha256sum -c` reads, so that a bag verifies without trustpress. What it makes it also reads, out of
// whatever hands it to us: Open says what a bag claims to hold, and Faults what is not so.
//
// It refuses every name that a manifest would have to encode, and every value that could pass for another field. It touches no
// disk: a payload file is a path and a function that writes, and what comes out are bytes and such functions again.
//
// A bag is made in three steps: Seal measures the payload, Tags makes the tag files from that, and whoever writes the bag
// writes the payload by the sealed functions, which fail if a file is no longer what was measured.
package bag

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// Entry is one payload file: its path in the bag, which begins with "data/", and how it is written. Write runs at least
// twice, beside that of other entries, and must write the same bytes each time.
type Entry struct {
	Path  string
	Write func(io.Writer) error
}

// Sealed is a payload file whose content is known.
type Sealed struct {
	Path   string
	Size   int64 // bytes
	SHA256 [sha256.Size]byte
	CRC32  uint32 // IEEE; not for the bag, but for a ZIP of it, which would otherwise read the file once more

	// Write writes the file, and fails if what it wrote is not what was sealed. The bytes are out by then: the writer must
	// not keep a file whose Write failed.
	Write func(io.Writer) error
}

// Seal writes every entry once, into digests, by as many workers as there are processors; memory does not depend on the size
// of the files. The result is in the order of payload. A path that is not allowed in a bag, or is there twice ignoring case,
// is an error.
func Seal(payload []Entry) ([]Sealed, error) {
	paths := make([]string, len(payload))
	for i, e := range payload {
		paths[i] = e.Path
	}
	if err := checkPayload(paths); err != nil {
		return nil, err
	}
	sealed := make([]Sealed, len(payload))
	err := each(len(payload), func(i int) error {
		m := newMeter(io.Discard)
		if err := payload[i].Write(m); err != nil {
			return fmt.Errorf("sealing %s: %w", payload[i].Path, err)
		}
		sealed[i] = m.sealed(payload[i])
		return nil
	})
	if err != nil {
		return nil, err
	}
	return sealed, nil
}

// meter digests what passes through it.
type meter struct {
	next   io.Writer
	size   int64
	crc32  uint32
	sha256 hash.Hash
}

func newMeter(next io.Writer) *meter { return &meter{next: next, sha256: sha256.New()} }

// Write implements io.Writer.
func (m *meter) Write(p []byte) (int, error) {
	m.size += int64(len(p))
	m.crc32 = crc32.Update(m.crc32, crc32.IEEETable, p)
	m.sha256.Write(p) // never fails
	return m.next.Write(p)
}

func (m *meter) sum() (sum [sha256.Size]byte) {
	m.sha256.Sum(sum[:0])
	return sum
}

func (m *meter) sealed(e Entry) Sealed {
	s := Sealed{Path: e.Path, Size: m.size, CRC32: m.crc32, SHA256: m.sum()}
	s.Write = func(w io.Writer) error {
		again := newMeter(w)
		if err := e.Write(again); err != nil {
			return err
		}
		if again.size != s.Size || again.sum() != s.SHA256 {
			return fmt.Errorf("%s changed while the bag was made: it had %d bytes with SHA-256 %x, and now %d with %x",
				s.Path, s.Size, s.SHA256, again.size, again.sum())
		}
		return nil
	}
	return s
}

// MaxPath is how long a path in a bag may be, in bytes: the names of the folders around the bag still have to fit into the 260
// characters of Windows.
const MaxPath = 179

func checkPayload(paths []string) error {
	seen := make(map[string]string, len(paths))
	for _, path := range paths {
		if !strings.HasPrefix(path, "data/") {
			return fmt.Errorf("payload %q is not under data/", path)
		}
		if err := checkPath(path, seen); err != nil {
			return err
		}
	}
	return nil
}

// checkPath refuses what would need encoding in a manifest (RFC 8493 §2.1.3: percent sign, CR, LF), what sha256sum would
// escape (backslash), and whatever else is not sure to keep its name on the way to an auditor.
func checkPath(path string, seen map[string]string) error {
	if len(path) > MaxPath {
		return fmt.Errorf("path %q has more than %d bytes", path, MaxPath)
	}
	if err := checkSegments(path); err != nil {
		return err
	}
	key := strings.ToLower(path)
	if other, taken := seen[key]; taken {
		return fmt.Errorf("paths %q and %q are one name where case is ignored", other, path)
	}
	seen[key] = path
	return nil
}

func checkSegments(path string) error {
	for segment := range strings.SplitSeq(path, "/") {
		if segment == "" || segment == "." || segment == ".." {
			return fmt.Errorf("path %q has the segment %q", path, segment)
		}
		for _, r := range segment {
			if !plain(r) {
				return fmt.Errorf("path %q holds the character %q", path, r)
			}
		}
	}
	return nil
}

// plain reports whether the character may stand in a name that we write inside a bag.
func plain(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '.' || r == '_' || r == '-'
}

// each calls do for 0 to n-1. After an error no further number is handed out; the error returned is that of the lowest number
// that failed, which does not depend on the scheduler.
func each(n int, do func(int) error) error {
	var next atomic.Int64
	var failed atomic.Bool
	errs := make([]error, n)
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
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
