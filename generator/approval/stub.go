package approval

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
)

type Value struct{ Name, Value string }
type Key struct{ Line, Fingerprint string }

func Words(title, description, body string, params []Value) string {
	return title + description + body
}
func Digest(words string) string { s := sha256.Sum256([]byte(words)); return hex.EncodeToString(s[:]) }
func Verify(signature, digest string, keys []string) (Key, error) {
	return Key{}, errors.New("stub")
}
