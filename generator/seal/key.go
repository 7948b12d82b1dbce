package seal

import (
	"errors"
	"strings"

	"filippo.io/age"
	"filippo.io/age/agessh"
)

// errNoKey says that a text does not look like a key at all.
var errNoKey = errors.New("no key")

var (
	errSecret  = errors.New("this is a secret key, which nobody is to be given\nhint: name the public one: age-keygen -y prints it; of an SSH key it is the file that ends in .pub")
	errFetched = errors.New("nothing is fetched\nhint: download the key, make sure with its owner that it is theirs, and name the file")
	errPlugin  = errors.New("this key belongs to a plugin of age, and no plugin is run\nhint: ask the recipient for a key that age-keygen makes, or for an SSH public key")
	errKey     = errors.New("this age key is misspelt, or not whole\nhint: copy it again, from age1 to its end")
	errSSHKey  = errors.New("this SSH key cannot be used\nhint: Ed25519, or RSA of at least 2048 bits; copy the whole line, in quotation marks")
	errSSHKind = errors.New("age cannot seal for an SSH key of this kind\nhint: it knows ssh-ed25519 and ssh-rsa; or ask for a key that age-keygen makes")
)

// parse reads one public key. No error repeats it: what is taken for a public key may be a secret one.
func parse(text string) (Recipient, error) {
	switch lower := strings.ToLower(text); {
	case begins(lower, "age-secret-key-", "age-plugin-", "-----begin"):
		return Recipient{}, errSecret
	case begins(lower, "https://", "http://", "github:"):
		return Recipient{}, errFetched
	case begins(text, "age1pq1"):
		key, err := age.ParseHybridRecipient(text)
		return Recipient{Hybrid, key, text}, as(err, errKey)
	case begins(text, "age1") && strings.Count(text, "1") > 1: // age1yubikey1…, age1tag1…
		return Recipient{}, errPlugin
	case begins(text, "age1"):
		key, err := age.ParseX25519Recipient(text)
		return Recipient{Native, key, text}, as(err, errKey)
	}
	return parseSSH(text)
}

// parseSSH reads a line as it stands in a .pub file: the kind of key, the key, a comment.
func parseSSH(text string) (Recipient, error) {
	fields := strings.Fields(text)
	if len(fields) < 2 || !strings.HasPrefix(fields[1], "AAAA") { // the length of the kind's name, in base64
		return Recipient{}, errNoKey
	}
	text = fields[0] + " " + fields[1]
	if fields[0] != "ssh-ed25519" && fields[0] != "ssh-rsa" {
		return Recipient{}, errSSHKind
	}
	key, err := agessh.ParseRecipient(text)
	return Recipient{SSH, key, text}, as(err, errSSHKey)
}

// begins reports whether a text begins with one of some prefixes.
func begins(text string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	return false
}

// as returns what an error is told as, or nil if there is none.
func as(err, told error) error {
	if err == nil {
		return nil
	}
	return told
}
