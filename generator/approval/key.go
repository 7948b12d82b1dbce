package approval

import (
	"crypto/rsa"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/ssh"
)

// Key is the public key that a person signs with.
type Key struct {
	Line        string // as it is written: "ssh-ed25519 AAAA… comment"
	Fingerprint string // "SHA256:…", as ssh-keygen -l prints it
	public      ssh.PublicKey
}

// NewKey returns a public key that is at hand, with the line that a register names it by.
func NewKey(public ssh.PublicKey) (Key, error) {
	return newKey(strings.TrimSpace(string(ssh.MarshalAuthorizedKey(public))), public)
}

// ReadKey reads the line of a public key, as it stands in a .pub file.
func ReadKey(line string) (Key, error) {
	line = strings.TrimSpace(line)
	if strings.ContainsAny(line, "\r\n") {
		return Key{}, errors.New("a public key is one line")
	}
	public, _, options, _, err := ssh.ParseAuthorizedKey([]byte(line))
	if err != nil {
		return Key{}, errors.New("this is no public SSH key, which begins like ssh-ed25519 AAAA")
	}
	if len(options) > 0 {
		return Key{}, fmt.Errorf("a public key stands without options, and this one has %q before it", strings.Join(options, ","))
	}
	return newKey(line, public)
}

// smallest is how many bits an RSA key has at least.
const smallest = 2048

func newKey(line string, public ssh.PublicKey) (Key, error) {
	switch public.Type() {
	case ssh.KeyAlgoED25519, ssh.KeyAlgoSKED25519, ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521, ssh.KeyAlgoSKECDSA256:
	case ssh.KeyAlgoRSA:
		if n := bits(public); n < smallest {
			return Key{}, fmt.Errorf("an RSA key of %d bits is too weak: it is to have %d at least", n, smallest)
		}
	default:
		return Key{}, fmt.Errorf("a key of the type %s cannot sign an approval", public.Type())
	}
	return Key{line, ssh.FingerprintSHA256(public), public}, nil
}

func bits(public ssh.PublicKey) int {
	if wrapped, ok := public.(ssh.CryptoPublicKey); ok {
		if key, ok := wrapped.CryptoPublicKey().(*rsa.PublicKey); ok {
			return key.N.BitLen()
		}
	}
	return 0
}

// Among returns the line of a list that states the key, whatever comment stands behind it.
func (k Key) Among(lines []string) (Key, bool) {
	for _, line := range lines {
		if listed, err := ReadKey(line); err == nil && listed.Fingerprint == k.Fingerprint {
			return listed, true
		}
	}
	return Key{}, false
}
