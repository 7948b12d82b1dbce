package history

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// format is what git log writes of a commit, each field ended by a NUL: no field can hold one.
const format = "%H%x00%P%x00%D%x00%aN%x00%aE%x00%ad%x00%cd%x00%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)%x00%s"

// form is how git log is to write.
var form = []string{"-z", "--no-abbrev", "--no-notes", "--encoding=UTF-8", "--date=raw", "--decorate=full", "--decorate-refs=refs/none/", "--format=" + format}

// parser reads git log's output as it comes. Names, paths and blobs are held once each.
type parser struct {
	in   *bufio.Reader
	keep func(file string) bool

	held    map[string]string
	commit  *Commit
	cut     bool // the commit stands where a shallow clone ends
	began   int  // the commit's first change
	commits map[string]*Commit
	places  map[string]int // of commits in the log
	parents [][]string     // by place
	changes []change
	outside map[string]bool // files not kept that kept ones came from
}

func newParser(in io.Reader, keep func(file string) bool) *parser {
	return &parser{in: bufio.NewReaderSize(in, 1<<16), keep: keep, held: map[string]string{}, commits: map[string]*Commit{}, places: map[string]int{}, outside: map[string]bool{}}
}

// parse reads to the end: commits, each followed by its records.
func (p *parser) parse() error {
	for {
		field, err := p.field()
		if err == io.EOF {
			untangle(p.changes[p.began:])
			return nil
		}
		if err != nil {
			return err
		}
		field = bytes.TrimPrefix(field, []byte("\n"))
		switch {
		case len(field) == 0:
		case field[0] == ':':
			err = p.record(string(field))
		default:
			err = p.header(string(field))
		}
		if err != nil {
			return err
		}
	}
}

// field reads up to the next NUL. It holds until the next is read.
func (p *parser) field() ([]byte, error) {
	field, err := p.in.ReadSlice(0)
	if err == bufio.ErrBufferFull {
		var rest []byte
		field = slices.Clone(field)
		rest, err = p.in.ReadBytes(0)
		field = append(field, rest...)
	}
	if err == io.EOF && len(field) > 0 {
		return nil, errUnread
	}
	return bytes.TrimSuffix(field, []byte{0}), err
}

// header reads the fields of a commit, whose name has been read.
func (p *parser) header(hash string) error {
	if strings.Trim(hash, "0123456789abcdef") != "" {
		return errUnread
	}
	var fields [8]string
	for i := range fields {
		field, err := p.field()
		if err != nil {
			return errUnread
		}
		fields[i] = p.hold(field)
	}
	untangle(p.changes[p.began:])
	p.began = len(p.changes)
	p.cut = slices.Contains(strings.Split(fields[1], ", "), "grafted")
	p.commit = &Commit{Hash: hash, Author: Person{printable(legible(fields[2])), printable(legible(fields[3]))}, Authored: date(fields[4]), Committed: date(fields[5]),
		CoAuthors: people(legible(fields[6])), Subject: printable(legible(fields[7]))}
	p.commits[hash] = p.commit
	p.places[hash] = len(p.parents)
	p.parents = append(p.parents, strings.Fields(fields[0]))
	return nil
}

// record reads the paths of a record, and keeps what it says.
func (p *parser) record(line string) error {
	r, ok := parseRecord(line)
	if !ok || p.commit == nil {
		return errUnread
	}
	paths := make([]string, r.paths())
	for i := range paths {
		field, err := p.field()
		if err != nil {
			return errUnread
		}
		paths[i] = p.hold(field)
	}
	if p.cut {
		return nil
	}
	for i := range r.blobs {
		r.blobs[i] = p.hold([]byte(r.blobs[i]))
	}
	c := r.change(paths)
	p.add(c)
	if c.parents == 1 && len(c.before) > 0 && c.before[0].path != c.path {
		p.add(change{text: text{c.before[0].path, ""}, before: c.before, parents: 1})
	}
	return nil
}

// add keeps a change, and where it came from outside, the name of that.
func (p *parser) add(c change) {
	if c.unmoved() || !p.keep(c.path) {
		return
	}
	c.commit, c.place = p.commit, len(p.parents)-1
	p.changes = append(p.changes, c)
	for _, before := range c.before {
		if !p.keep(before.path) {
			p.outside[before.path] = true
		}
	}
}

// hold returns the one copy of a text.
func (p *parser) hold(b []byte) string {
	if held, ok := p.held[string(b)]; ok {
		return held
	}
	s := string(b)
	p.held[s] = s
	return s
}

// paths says where each path was changed.
func (p *parser) paths() map[string][]int {
	at := make(map[string][]int, len(p.changes)/4)
	for i, c := range p.changes {
		at[c.path] = append(at[c.path], i)
	}
	return at
}

// graph says which commits each commit builds on, as far as the log tells.
func (p *parser) graph() graph {
	g := make(graph, len(p.parents))
	for i, parents := range p.parents {
		for _, hash := range parents {
			if place, ok := p.places[hash]; ok && place > i {
				g[i] = append(g[i], place)
			}
		}
	}
	return g
}

// date reads "1775000000 +0200"; a date that git cannot read is the zero time.
func date(raw string) time.Time {
	seconds, _, _ := strings.Cut(raw, " ")
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}

// printable is a text without what a reader does not see and a terminal or a browser obeys: each such character stands as the sign for one that
// is not known. What joins letters and pictures stays.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		turns := 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C
		if turns || unicode.IsControl(r) || r == 0x2028 || r == 0x2029 {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// legible is a text as UTF-8. What a commit declares in no encoding and is not UTF-8 is taken for Latin-1, as git itself does.
func legible(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	runes := make([]rune, len(text))
	for i := range len(text) {
		runes[i] = rune(text[i])
	}
	return string(runes)
}
