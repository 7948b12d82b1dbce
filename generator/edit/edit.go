// Package edit owns careful changes to the files of a site: what is added (an approval, a piece of evidence with its file, a release with its
// archive, what a service auditor asks for with her list), what a second list changes, and that everything else stays as its author wrote it, byte for byte. It says why something cannot be added before anything is.
//
// It refuses to touch a disk, to run git and to read the clock: it returns changes, which cmd applies all together or not at all.
package edit

import "io/fs"

// Change is what a file is to hold from now on.
type Change struct {
	Path string // below the folder of the site file
	Text []byte
	Copy *Copy // of these bytes, and not of Text; nil: of Text
	New  bool  // there must be no such file yet
}

// Copy is a file whose bytes another one is to hold, however many they are: those that were measured, and no others.
type Copy struct {
	FS     fs.FS
	Name   string
	Told   string // as the person who handed it in calls it
	SHA256 string
}
