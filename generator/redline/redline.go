// Package redline owns the comparison of two texts for a reader: what was inserted, what was deleted, what moved, down to the
// word.
//
// It refuses to know whose texts they are, and it has no words of its own.
package redline
