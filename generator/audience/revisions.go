package audience

import (
	"path"
	"strings"

	"trustpress/generator/history"
	"trustpress/generator/program"
)

// Revision is a file as one commit left it, as far as staff may know.
type Revision struct {
	history.Revision
	Veiled bool // the commit was at work on what staff may not read too: neither its subject nor the file's former name is told
}

// Revisions is what version control knows of the file of a record.
type Revisions struct {
	Commits  []Revision // the newest first
	Asked    bool       // there is a history to ask
	Known    bool       // and it has the file
	Short    bool       // it is cut short: what came before is not known
	Register bool       // the file is a register, with other records in it
}

// Revisions returns the commits that touched the file of a record, as far as staff may know of the record.
func (s *Staff) Revisions(rec program.Any) Revisions {
	log := s.edition.Past.History
	if log == nil || !s.Sees(rec) {
		return Revisions{}
	}
	file := rec.Base().Home()
	known := log.Of(file)
	out := Revisions{Asked: true, Known: known != nil, Short: log.Shallow, Register: path.Ext(file) == ".toml"}
	for _, one := range known {
		out.Commits = append(out.Commits, s.revision(one))
	}
	return out
}

// revision returns what staff may know of a revision.
func (s *Staff) revision(of history.Revision) Revision {
	s.unveil.Do(func() { s.veiled = veiled(s) })
	if !s.veiled[of.Commit.Hash] {
		return Revision{Revision: of}
	}
	commit := *of.Commit
	commit.Subject, of.Commit, of.From = "", &commit, ""
	return Revision{of, true}
}

// Authors returns the people that the program knows by the addresses that they commit with, in lower case. Those whom staff may not know
// of are there by their names too.
func (s *Staff) Authors() map[string]*program.Person {
	out := map[string]*program.Person{}
	for _, p := range s.edition.Program.People {
		for _, email := range p.Emails {
			out[strings.ToLower(email)] = p
		}
		if !s.Sees(p) {
			out[strings.ToLower(p.Name)] = p
		}
	}
	return out
}
