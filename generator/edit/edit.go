// Package edit owns careful changes to the files of a site: what is added (an approval, a release with its archive), and that everything else
// stays as its author wrote it, byte for byte. It says why something cannot be added before anything is.
//
// It refuses to touch a disk, to run git and to read the clock: it returns changes, which cmd applies all together or not at all.
package edit

// Change is what a file is to hold from now on.
type Change struct {
	Path string // below the folder of the site file
	Text []byte
	New  bool // there must be no such file yet
}
