// Package seal owns sealed files: how one is made, for whom, and how one is told from a plain file. A sealed file can stand on a
// public host, and only its recipients can read it. The format is age's (https://age-encryption.org/v1), in binary, so that a
// recipient needs nothing of ours.
//
// It refuses to hold keys of its own, to open what is sealed, to run a plugin and to fetch a key. Nothing that it reads touches a
// disk. It alone draws random numbers, and so no output is made with it: a sealed file is written once, by a person, and kept.
package seal

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"filippo.io/age"
	"filippo.io/age/armor"
)

// HeadSize is how many bytes of a file Sealed wants to see.
const HeadSize = 64

const binaryHead = "age-encryption.org/v1\n-> "

// Sealed reports whether a file begins as a sealed one does, in binary or in armour.
func Sealed(head []byte) bool {
	return bytes.HasPrefix(head, []byte(binaryHead)) || bytes.HasPrefix(bytes.TrimSpace(head), []byte(armor.Header))
}

// Plain looks at the beginning of what is to be sealed, and returns all of it. What is empty, or sealed already, is refused.
func Plain(r io.Reader) (io.Reader, error) {
	whole := bufio.NewReader(r)
	head, err := whole.Peek(HeadSize)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return nil, err
	case len(head) == 0:
		return nil, errors.New("there is nothing in it")
	case Sealed(head):
		return nil, errors.New("it is sealed already\nhint: seal the plain file for everybody who is to open it")
	}
	return whole, nil
}

// Reader returns the sealed form of what plain holds, which every one of the recipients can open.
func Reader(plain io.Reader, to []Recipient) (io.Reader, error) {
	keys := make([]age.Recipient, len(to))
	for i, r := range to {
		keys[i] = r.key
	}
	return age.EncryptReader(plain, keys...)
}
