package auditor

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/node"
)

// Earlier is a bundle that was handed over, whose every file is as it was made.
type Earlier struct {
	ID     string
	Group  string // the first bundle of those that follow one another
	Number int    // among them, from 1
	SHA256 string // of its tagmanifest-sha256.txt, which fixes all the rest
	On     node.Day

	organization, service, period string
	bag                           *bag.Bag
	listed                        map[string]string     // the SHA-256 of each payload file
	evidence                      map[string][]keptFile // by SHA-256: what the auditor has
	relied                        []keptFile            // on still earlier bundles
}

// keptFile is a file of evidence that an earlier bundle holds.
type keptFile struct{ Bundle, Path, SHA256 string }

// maxFaults is how many faults an error names.
const maxFaults = 3

// ReadEarlier reads a bundle out of its folder, or out of what its ZIP holds, and refuses one of which a file is not as it is listed.
// Who made it is not asked. progress may be nil.
func ReadEarlier(files fs.FS, progress func(done, total int)) (*Earlier, error) {
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
	e := &Earlier{ID: b.Value("External-Identifier"), SHA256: hex.EncodeToString(b.SHA256[:]), bag: b, listed: map[string]string{},
		organization: b.Value("Source-Organization"), service: b.Value(serviceLabel), period: b.Value(periodLabel)}
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
func (e *Earlier) place() error {
	e.Group, e.Number = e.ID, 1
	if group := e.bag.Value(groupLabel); group != "" {
		number, _, _ := strings.Cut(e.bag.Value(countLabel), " of ")
		n, err := strconv.Atoi(number)
		if err != nil || n < 2 || n > 9999 {
			return fmt.Errorf("it belongs to the bundles that begin with %q, and does not say which of them it is", group)
		}
		e.Group, e.Number = group, n
	}
	for _, name := range []string{e.ID, e.Group} {
		if name == "" || bag.Name(name) != name || len(name) > maxID {
			return errors.New("bag-info.txt has no identifier that trustpress gives a bundle")
		}
	}
	var err error
	if on := e.bag.Value("Bagging-Date"); on != "" {
		if e.On, err = node.ParseDay(on); err != nil {
			return fmt.Errorf("its Bagging-Date is %q, which is no day", on)
		}
	}
	return nil
}

// keep lists the files of evidence that whoever has this bundle has: its own, and those of the bundles before it that it relies on.
func (e *Earlier) keep() error {
	e.evidence = map[string][]keptFile{}
	for _, l := range e.bag.Payload {
		sum := hex.EncodeToString(l.SHA256[:])
		e.listed[l.Path] = sum
		switch in := "data/" + keptPath; {
		case l.Path == in:
			if err := e.rely(l.Path); err != nil {
				return err
			}
		case isRaw(l.Path):
			e.evidence[sum] = append(e.evidence[sum], keptFile{e.ID, l.Path, sum})
		}
	}
	for _, f := range e.relied {
		e.evidence[f.SHA256] = append(e.evidence[f.SHA256], f)
	}
	return nil
}

// rely reads which files an earlier bundle left to those before it.
func (e *Earlier) rely(at string) error {
	text, err := e.bag.ReadFile(at)
	if err != nil {
		return err
	}
	listed, err := bag.ParseListing(at, text)
	if err != nil {
		return err
	}
	for _, l := range listed {
		bundle, in, _ := strings.Cut(l.Path, "/")
		if bundle == "" || !isRaw(in) {
			return fmt.Errorf("%s lists %q, which is no evidence in a bundle", at, l.Path)
		}
		e.relied = append(e.relied, keptFile{bundle, in, hex.EncodeToString(l.SHA256[:])})
	}
	return nil
}

// isRaw reports whether a path of a bag is that of a raw file of evidence: it stands beside the page of its record.
func isRaw(at string) bool {
	folder, name := path.Split(strings.TrimPrefix(at, "data/evidence/"))
	return strings.HasPrefix(at, "data/evidence/") && strings.Count(folder, "/") == 1 && name != path.Base(indexPage)
}

// holding returns the file of an earlier bundle that has these bytes, the one in a record's own folder if there are several.
func (e *Earlier) holding(sha256, folder string) (keptFile, bool) {
	if e == nil || len(e.evidence[sha256]) == 0 {
		return keptFile{}, false
	}
	same := e.evidence[sha256]
	i := slices.IndexFunc(same, func(f keptFile) bool { return path.Dir(f.Path) == "data/"+folder })
	return same[max(i, 0)], true
}

// refuses returns why a bundle of a site cannot follow this one, or nil. A company or a service may change its name; both at once make
// it another one.
func (e *Earlier) refuses(a *audience.Auditor) error {
	organization, service := a.Site.Organization.Name, a.Site.Service.Name
	other := !sameName(e.organization, organization) && (e.service == "" || !sameName(e.service, service))
	switch {
	case other:
		return fmt.Errorf("it is of %s, and this site is of %s", named(e.service, e.organization), named(service, organization))
	case a.AsOf.Before(e.On):
		return fmt.Errorf("it speaks of %s, which is later than the %s of this one\nhint: --as-of names the day that is spoken of", e.On, a.AsOf)
	}
	return nil
}

// OtherPeriod returns what an earlier bundle was made for, if that is another period than a site's now, or another day.
func (e *Earlier) OtherPeriod(a *audience.Auditor) string {
	if e.period == auditPeriod(a) {
		return ""
	}
	return e.period
}

func sameName(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

func named(service, organization string) string {
	if service == "" {
		return strconv.Quote(organization)
	}
	return fmt.Sprintf("%q by %q", service, organization)
}
