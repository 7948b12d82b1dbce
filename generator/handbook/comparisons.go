package handbook

import (
	"sync"

	"trustpress/generator/redline"
)

// pair is a document as it was in one version, and as it is in another.
type pair struct{ was, is shelved }

// comparisons compare each pair of texts once, whoever asks first. What comes of it takes much room: it is held until the page of the pair
// takes it, and what is left then is how much the two differ.
type comparisons struct {
	compare func(pair) (*redline.Redline, error)

	mu     sync.Mutex
	held   map[pair]func() (*redline.Redline, error)
	drifts map[pair]drift
}

func newComparisons(compare func(pair) (*redline.Redline, error)) *comparisons {
	return &comparisons{compare: compare, held: map[pair]func() (*redline.Redline, error){}, drifts: map[pair]drift{}}
}

// take returns what comes of comparing a pair, and lets go of it.
func (c *comparisons) take(p pair) (*redline.Redline, error) {
	c.mu.Lock()
	once := c.once(p)
	c.mu.Unlock()
	r, err := once()
	c.mu.Lock()
	delete(c.held, p)
	c.mu.Unlock()
	return r, err
}

// drift returns how much a pair differs.
func (c *comparisons) drift(p pair) (drift, error) {
	c.mu.Lock()
	known, ok := c.drifts[p]
	if ok {
		c.mu.Unlock()
		return known, nil
	}
	once := c.once(p)
	c.mu.Unlock()
	r, err := once()
	if err != nil {
		return drift{}, err
	}
	return driftOf(r), nil
}

// once returns what compares a pair when it is called first. The lock is held.
func (c *comparisons) once(p pair) func() (*redline.Redline, error) {
	if c.held[p] == nil {
		c.held[p] = sync.OnceValues(func() (*redline.Redline, error) {
			r, err := c.compare(p)
			if err == nil {
				c.mu.Lock()
				c.drifts[p] = driftOf(r)
				c.mu.Unlock()
			}
			return r, err
		})
	}
	return c.held[p]
}
