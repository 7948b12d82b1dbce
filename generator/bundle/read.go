package bundle

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"trustpress/generator/bag"
	"trustpress/generator/node"
)

// Bundle is a bundle that was handed over, whose every file is as it was made.
type Bundle struct {
	ID     string
	Group  string // the first bundle of those that follow one another
	Number int    // among them, from 1
	SHA256 string // of its tagmanifest-sha256.txt, which fixes all the rest
	On     node.Day

	organization, service, period string
	bag                           *bag.Bag
	listed                        map[string]string // the SHA-256 of each payload file
	evidence                      map[string][]Held // by SHA-256: what the auditor has
	relied                        []Held            // on still earlier bundles
}

// Held is a file of evidence that a bundle holds.
type Held struct{ Bundle, Path, SHA256 string }

// maxFaults is how many faults an error names.
const maxFaults = 3

// Read reads a bundle out of its folder, or out of what its ZIP holds, and refuses one of which a file is not as it is listed.
// Who made it is not asked. progress may be nil.
func Read(files fs.FS, progress func(done, total int)) (*Bundle, error) {
	files, folder, err := bagIn(files)
	if err != nil {
		return nil, err
	}
	b, err := bag.Open(files)
	if err != nil {
		return nil, err
	}
	if faults := b.Faults(progress); len(faults) > 0 {
		return nil, faulty(faults)
	}
	e := &Bundle{ID: b.Value("External-Identifier"), SHA256: hex.EncodeToString(b.SHA256[:]), bag: b, listed: map[string]string{},
		organization: b.Value("Source-Organization"), service: b.Value(ServiceLabel), period: b.Value(PeriodLabel)}
	if folder != "" && folder != e.ID {
		return nil, fmt.Errorf("its folder is called %q, and it calls itself %q", folder, e.ID)
	}
	if err := e.place(); err != nil {
		return nil, err
	}
	return e, e.keep()
}

// bagIn returns the bag of a bundle, and the folder that it stands in where it is the only one.
func bagIn(files fs.FS) (fs.FS, string, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil || len(entries) != 1 || !entries[0].IsDir() {
		return files, "", err
	}
	in, err := fs.Sub(files, entries[0].Name())
	return in, entries[0].Name(), err
}

func faulty(faults []bag.Fault) error {
	var said []string
	for _, f := range faults[:min(len(faults), maxFaults)] {
		said = append(said, f.String())
	}
	if n := len(faults) - maxFaults; n > 0 {
		said = append(said, fmt.Sprintf("and %d more", n))
	}
	return fmt.Errorf("it is not as it was made: %s", strings.Join(said, "; "))
}

// place reads which bundle this is among those that follow one another.
func (b *Bundle) place() error {
	b.Group, b.Number = b.ID, 1
	if group := b.bag.Value(groupLabel); group != "" {
		number, _, _ := strings.Cut(b.bag.Value(countLabel), " of ")
		n, err := strconv.Atoi(number)
		if err != nil || n < 2 || n > 9999 {
			return fmt.Errorf("it belongs to the bundles that begin with %q, and does not say which of them it is", group)
		}
		b.Group, b.Number = group, n
	}
	for _, name := range []string{b.ID, b.Group} {
		if name == "" || bag.Name(name) != name || len(name) > MaxID {
			return errors.New("bag-info.txt has no identifier that trustpress gives a bundle")
		}
	}
	var err error
	if on := b.bag.Value("Bagging-Date"); on != "" {
		if b.On, err = node.ParseDay(on); err != nil {
			return fmt.Errorf("its Bagging-Date is %q, which is no day", on)
		}
	}
	return nil
}
