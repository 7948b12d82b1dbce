// Package edit owns careful changes to the files of a site: a row that is added to a register, fields of one that become others, an approval,
// a release with its archive. Everything else stays as its author wrote it, byte for byte; what cannot be is refused before anything is
// changed.
//
// It refuses to touch a disk, to run git and to read the clock: it returns changes, which cmd applies all together or not at all.
package edit

import "io/fs"

// Change is what a file is to hold from now on.
type Change struct {
	Path string // below the folder of the site file
	Text []byte
	Copy *Copy  // of these bytes, and not of Text; nil: of Text
	New  bool   // there must be no such file yet
	Was  []byte // what the file held when the change was made; of a new one nothing
}

// Copy is a file whose bytes another one is to hold, however many they are: those that were measured, and no others.
type Copy struct {
	FS     fs.FS
	Name   string
	Told   string // as the person who handed it in calls it
	SHA256 string
}
