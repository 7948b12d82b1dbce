package approval

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// Sign returns the armoured signature of a key under a digest, as `ssh-keygen -Y sign -n trustpress-approval` makes it of a file
// that holds the digest and a newline.
func Sign(key ssh.Signer, digest string) (string, error) {
	if _, err := NewKey(key.PublicKey()); err != nil {
		return "", err
	}
	signature, err := sshsig.Sign(strings.NewReader(digest+"\n"), key, sshsig.HashSHA512, Namespace)
	if err != nil {
		return "", err
	}
	return string(sshsig.Armor(signature)), nil
}

// Verify returns which of the keys made a signature under a digest. keys are lines as in authorized_keys, without options. The
// error says to the author of the record what is wrong.
func Verify(signature, digest string, keys []string) (Key, error) {
	s, err := unarmored(signature)
	if err != nil {
		return Key{}, err
	}
	if s.Namespace != Namespace {
		return Key{}, fmt.Errorf("the signature was made for %q, and one under an approval is made for %q", s.Namespace, Namespace)
	}
	by, err := NewKey(s.PublicKey)
	if err != nil {
		return Key{}, fmt.Errorf("the signature counts for nothing: %w", err)
	}
	key, ok := by.Among(keys)
	switch {
	case len(keys) == 0:
		return Key{}, fmt.Errorf("the signature was made with the key %s, and no key is known to sign with", by.Fingerprint)
	case !ok:
		return Key{}, fmt.Errorf("the signature was made with the key %s, which is none of those that are known", by.Fingerprint)
	case sshsig.Verify(strings.NewReader(digest+"\n"), s, key.public, s.HashAlgorithm, Namespace) != nil:
		return Key{}, errors.New("the signature is of another text, or was changed")
	}
	return key, nil
}

const (
	begin = "-----BEGIN SSH SIGNATURE-----"
	end   = "-----END SSH SIGNATURE-----"

	// largest is more than what a signature of the longest RSA key takes, which is 16,384 bits.
	largest = 1 << 14
)

// unarmored reads an armoured signature, and nothing beside it: what is read in another way than it is written could be two things to
// two readers.
func unarmored(armoured string) (*sshsig.Signature, error) {
	text := strings.TrimSpace(armoured)
	switch {
	case text == "":
		return nil, errors.New("the signature is empty")
	case len(text) > largest:
		return nil, fmt.Errorf("the signature is longer than any can be: %d bytes", len(text))
	case !strings.HasPrefix(text, begin):
		return nil, errors.New("the signature is to begin with " + begin)
	case !strings.HasSuffix(text, end):
		return nil, errors.New("the signature is to end with " + end + ", and nothing behind it")
	}
	s, err := sshsig.Unarmor([]byte(text))
	if err != nil {
		return nil, errors.New("the signature cannot be read: some of it is missing or was changed")
	}
	if compact(string(sshsig.Armor(s))) != compact(text) {
		return nil, errors.New("the signature holds more than a signature")
	}
	return s, nil
}

func compact(text string) string { return strings.Join(strings.Fields(text), "") }
