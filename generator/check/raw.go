package check

import (
	"io/fs"
	"regexp"
	"runtime"

	"golang.org/x/sync/errgroup"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/secret"
	"trustpress/generator/source"
	"trustpress/generator/trace"
)

// raw is what the rules about words find in a raw file of evidence. It is read once for all of them.
type raw struct {
	secrets []leak
	filler  *leak
	people  people
}

// leak is the first place of something in a file, and how often it stands there.
type leak struct {
	diag.Span
	says  string
	times int
}

// readRaw reads the raw file of every piece of evidence, several at a time.
func readRaw(t *trace.Trace) map[*program.Evidence]*raw {
	found := make([]raw, len(t.Program.Evidence))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, e := range t.Program.Evidence {
		g.Go(func() error {
			t.Pieces(e, found[i].read)
			return nil
		})
	}
	_ = g.Wait() // nobody returns an error
	out := map[*program.Evidence]*raw{}
	for i, e := range t.Program.Evidence {
		out[e] = &found[i]
	}
	return out
}

// Contents is what stands in a file and is not to stand there: the first secret, and what it looks as if it held of people.
type Contents struct {
	diag.Span        // of the secret
	Secret    string // what it looks like, or ""
	People    string // or ""
}

// Inside looks into a file that is to become evidence, as the rules about raw files do once it is some.
func Inside(fsys fs.FS, name string) (Contents, error) {
	var r raw
	if err := source.Pieces(fsys, name, r.read); err != nil {
		return Contents{}, err
	}
	out := Contents{People: r.people.are()}
	if len(r.secrets) > 0 {
		out.Span, out.Secret = r.secrets[0].Span, r.secrets[0].says
	}
	return out, nil
}

func (r *raw) read(p *source.Piece) {
	r.secrets = secretsIn(r.secrets, p)
	if r.filler == nil {
		r.filler = fillerIn(p)
	}
	r.people.read(p.Text)
}

// secretsIn adds the secrets of a piece to those that are known, one for each sort.
func secretsIn(known []leak, p *source.Piece) []leak {
next:
	for _, m := range secret.Find(p.Text) {
		if !p.Owns(m.Start) || keyID(p.Text, m) {
			continue
		}
		for i := range known {
			if known[i].says == m.Description {
				known[i].times++
				continue next
			}
		}
		known = append(known, leak{p.Span(m.Start, m.End), m.Description, 1})
	}
	return known
}

// keyID reports whether a match is called what it is: the id of a key, by which a list of keys and a log of their use tell them apart, and
// which opens nothing. Its secret has a name of its own.
func keyID(text []byte, m secret.Match) bool {
	return m.Rule == "aws-access-token" && namedID.Match(text[max(0, m.Start-40):m.Start])
}

var namedID = regexp.MustCompile(`(?i)access[ _-]?key[ _-]?id["' ]*[:=]["' ]*$`)
