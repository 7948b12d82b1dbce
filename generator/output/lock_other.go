//go:build !linux && !darwin && !freebsd && !netbsd && !openbsd && !dragonfly

package output

import "os"

// waitForTurn would lock the folder f; this system has no lock that ends with the process and leaves no file.
func waitForTurn(*os.File) {}
