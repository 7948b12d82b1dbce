package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Cache keeps what an earlier build worked out, under the digest of all that it was worked out from. Whoever deletes it loses time and
// nothing else. A nil Cache keeps nothing.
type Cache struct {
	dir   string
	maker string
	used  sync.Map // keys asked for or kept
}

// NewCache returns the cache that lies in a folder, which need not be there. maker names the program that works things out, so that
// another one finds nothing of it.
func NewCache(dir, maker string) *Cache { return &Cache{dir: dir, maker: maker} }

// Key returns the key of what is worked out from all of these.
func (c *Cache) Key(from ...string) string {
	if c == nil {
		return ""
	}
	sum := sha256.Sum256([]byte(c.maker + "\x00" + strings.Join(from, "\x00")))
	return hex.EncodeToString(sum[:])
}

// Get returns what is kept under a key. What was changed on the disk since is not.
func (c *Cache) Get(key string) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	c.used.Store(key, true)
	kept, err := os.ReadFile(filepath.Join(c.dir, key))
	if err != nil || len(kept) < sha256.Size {
		return nil, false
	}
	sum := sha256.Sum256(kept[sha256.Size:])
	return kept[sha256.Size:], bytes.Equal(kept[:sha256.Size], sum[:])
}

// Put keeps something under a key. A disk that cannot take it is no reason to stop: the next build works it out again.
func (c *Cache) Put(key string, what []byte) {
	if c == nil {
		return
	}
	c.used.Store(key, true)
	if os.MkdirAll(c.dir, 0o755) != nil {
		return
	}
	part, err := os.CreateTemp(c.dir, "part-")
	if err != nil {
		return
	}
	sum := sha256.Sum256(what)
	_, err = part.Write(append(sum[:], what...))
	if errors.Join(err, part.Close()) != nil || os.Rename(part.Name(), filepath.Join(c.dir, key)) != nil {
		os.Remove(part.Name())
	}
}

// Prune removes what no build asked for since the cache was made.
func (c *Cache) Prune() {
	if c == nil {
		return
	}
	entries, err := os.ReadDir(c.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	for _, e := range entries {
		if _, used := c.used.Load(e.Name()); !used {
			os.Remove(filepath.Join(c.dir, e.Name()))
		}
	}
}
