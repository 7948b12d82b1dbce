//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package output

import (
	"errors"
	"os"
	"syscall"
)

// waitForTurn locks the folder f until f is closed or the process dies, so that no lock is ever left over. Network file
// systems that lock no folder are left unlocked.
func waitForTurn(f *os.File) {
	for errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_EX), syscall.EINTR) {
	}
}
