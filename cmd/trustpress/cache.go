package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"

	"trustpress/generator/output"
)

// cache returns what earlier builds into the same folder worked out. It is of this very program, and of no other that has its name.
func (f *flags) cache() *output.Cache {
	program, err := os.Executable()
	if err != nil {
		return nil
	}
	file, err := os.Open(program)
	if err != nil {
		return nil
	}
	defer file.Close()
	digest := sha256.New()
	if _, err := io.Copy(digest, file); err != nil {
		return nil
	}
	return output.NewCache(filepath.Join(f.out, ".cache"), hex.EncodeToString(digest.Sum(nil)))
}
