package seal

import (
	"crypto/rand"
	"encoding/base32"
	"fmt"
	"strings"
	"unicode/utf8"

	"filippo.io/age"
)

// leastPassphrase is how many characters a passphrase has at the least. Whoever has the file can try passphrases for as long as
// they like, and everybody can have the file.
const leastPassphrase = 16

// Passphrase returns the recipient who knows a passphrase.
func Passphrase(text string) (Recipient, error) {
	if n := utf8.RuneCountInString(text); n < leastPassphrase {
		return Recipient{}, fmt.Errorf("a passphrase of %d characters can be guessed by whoever downloads the file\nhint: leave it empty, and one is made; or write at least %d", n, leastPassphrase)
	}
	key, err := age.NewScryptRecipient(text)
	return Recipient{Kind: Phrase, key: key}, err
}

// NewPassphrase makes a passphrase of 160 random bits, in groups that can be read out: no letter in it is taken for a digit.
func NewPassphrase() string {
	random := make([]byte, 20)
	rand.Read(random) // never fails
	text := strings.ToLower(base32.StdEncoding.EncodeToString(random))
	var groups []string
	for len(text) > 0 {
		groups = append(groups, text[:4])
		text = text[4:]
	}
	return strings.Join(groups, "-")
}
