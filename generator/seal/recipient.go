package seal

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"filippo.io/age"
)

// Kind is what a recipient opens a file with.
type Kind uint8

const (
	Native Kind = iota // a key of age's own
	Hybrid             // a key of age's own that withstands quantum computers
	SSH                // a key of SSH
	Phrase             // a passphrase
)

// Recipient is somebody who can open a sealed file.
type Recipient struct {
	Kind Kind
	key  age.Recipient
	text string // a public key, without the comment of who wrote it down
}

// Recipients returns those that a list names, each once. A name is a public key or a file of them, one a line, which read
// returns; empty lines and comments (#) in it are passed over.
func Recipients(names []string, read func(file string) ([]byte, error)) ([]Recipient, error) {
	var out []Recipient
	for _, list := range names {
		for _, name := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '\n' }) {
			found, err := resolve(strings.TrimSpace(name), read)
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
	}
	if out = once(out); len(out) == 0 {
		return nil, errors.New("nobody is named who could open it")
	}
	hybrid := slices.ContainsFunc(out, func(r Recipient) bool { return r.Kind == Hybrid })
	if hybrid && slices.ContainsFunc(out, func(r Recipient) bool { return r.Kind != Hybrid }) {
		return nil, errors.New("a file for post-quantum keys and for others would be as weak as the others\nhint: seal one file for each")
	}
	return out, nil
}

// once drops the recipients that a list names again.
func once(list []Recipient) []Recipient {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(r Recipient) bool {
		again := seen[r.text]
		seen[r.text] = true
		return again
	})
}

// resolve returns the recipient that a name is, or those of the file that it names.
func resolve(name string, read func(string) ([]byte, error)) ([]Recipient, error) {
	r, err := parse(name)
	switch {
	case err == nil:
		return []Recipient{r}, nil
	case !errors.Is(err, errNoKey):
		return nil, fmt.Errorf("%.12s…: %w", name, err)
	}
	text, err := read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%q is no recipient, and no file of them\nhint: name an age key (age1…), an SSH public key in quotation marks, or a file that holds some, one a line", name)
	}
	if err != nil {
		return nil, err
	}
	return parseFile(name, text)
}

// parseFile reads a file of recipients. Its lines are not repeated in an error: who names the wrong file may name a secret one.
func parseFile(name string, text []byte) ([]Recipient, error) {
	var out []Recipient
	n := 0
	for line := range bytes.Lines(text) {
		n++
		written := strings.TrimSpace(string(line))
		if written == "" || strings.HasPrefix(written, "#") {
			continue
		}
		r, err := parse(written)
		if errors.Is(err, errNoKey) {
			err = errors.New("this is no public key\nhint: one age key or SSH public key a line; a comment begins with #")
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		out = append(out, r)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s names no recipient", name)
	}
	return out, nil
}
