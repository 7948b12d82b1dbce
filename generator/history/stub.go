package history

import "time"

type Log struct{ Shallow bool }
type Person struct{ Name, Email string }
type Commit struct {
	Hash                string
	Author              Person
	CoAuthors           []Person
	Authored, Committed time.Time
	Subject             string
	Boundary            bool
}
type Revision struct {
	Commit *Commit
	Path   string
	From   string
}

func Read(dir string) (*Log, error)                 { return nil, ErrNone }
func (l *Log) Lines(file string) ([]*Commit, error) { return nil, nil }
func (l *Log) Of(file string) []Revision            { return nil }
