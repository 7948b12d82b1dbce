// Package bundle owns what an audit bundle that was handed over is to the one that follows it: it reads one back, of which every file is as it
// was made, and says what of the evidence its reader holds, and what in the tables and among the files is other by now.
//
// It refuses a bundle that is not whole, and one of another company. It makes no bundle and no page: package auditor does.
package bundle

import "path"

// MaxID is the length of the longest id of a bundle, in bytes: it is a folder around the bag, whose own paths are long enough.
const MaxID = 48

// What a later bundle asks for in an earlier one, below data/.
const (
	GapsPath = "gaps.csv" // what is missing
	// HeldPath is the list of what a bundle leaves to those before it, in the form that sha256sum reads where all of them stand beside one
	// another.
	HeldPath = "since/held-sha256.txt"
)

// TableOf returns where the table of a page stands: "controls/controls.csv" of "controls/index.html".
func TableOf(page string) string {
	folder := path.Dir(page)
	return folder + "/" + path.Base(folder) + ".csv"
}
