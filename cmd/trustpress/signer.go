package main

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"

	"trustpress/generator/approval"
)

// signer is a key to sign with, for as long as it is open.
type signer struct {
	ssh.Signer
	agent net.Conn // that holds the key, or nil
}

func (s signer) Close() {
	if s.agent != nil {
		s.agent.Close()
	}
}

// openSigner opens a private key of OpenSSH, or the one that ssh-agent holds of a .pub file. Nobody is asked for the passphrase of a
// key that admit refuses.
func openSigner(name string, admit func(ssh.PublicKey) error) (signer, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return signer{}, err
	}
	if key, err := approval.ReadKey(string(text)); err == nil {
		public, _, _, _, _ := ssh.ParseAuthorizedKey([]byte(key.Line)) // which is one: it was read
		if err := admit(public); err != nil {
			return signer{}, err
		}
		return fromAgent(name, public)
	}
	key, err := ssh.ParsePrivateKey(text)
	var locked *ssh.PassphraseMissingError
	if errors.As(err, &locked) {
		key, err = unlock(name, text, locked.PublicKey, admit)
	} else if err != nil {
		err = fmt.Errorf("%s is no key to sign with\nhint: --sign takes a private key of OpenSSH, or the .pub of one that ssh-agent holds", name)
	}
	if err == nil {
		err = admit(key.PublicKey())
	}
	return signer{Signer: key}, err
}

// unlock asks for the passphrase of a private key. Older forms of one do not say whose it is before they are open.
func unlock(name string, text []byte, public ssh.PublicKey, admit func(ssh.PublicKey) error) (ssh.Signer, error) {
	if public != nil {
		if err := admit(public); err != nil {
			return nil, err
		}
	}
	passphrase, err := askSecret("Passphrase of "+name+":", "let ssh-agent hold the key and name its .pub")
	if err != nil {
		return nil, err
	}
	key, err := ssh.ParsePrivateKeyWithPassphrase(text, []byte(passphrase))
	if err != nil {
		return nil, fmt.Errorf("the passphrase does not open %s", name)
	}
	return key, nil
}

// fromAgent returns the private half of a key that ssh-agent holds.
func fromAgent(name string, public ssh.PublicKey) (signer, error) {
	socket := os.Getenv("SSH_AUTH_SOCK")
	if socket == "" {
		return signer{}, fmt.Errorf("%s is a public key, and there is no ssh-agent to hold its private half\nhint: name the private key, or start an agent and ssh-add it", name)
	}
	conn, err := net.Dial("unix", socket)
	if err != nil {
		return signer{}, fmt.Errorf("ssh-agent does not answer: %w", err)
	}
	held, err := agent.NewClient(conn).Signers()
	for _, key := range held {
		if bytes.Equal(key.PublicKey().Marshal(), public.Marshal()) {
			return signer{key, conn}, nil
		}
	}
	conn.Close()
	if err != nil {
		return signer{}, fmt.Errorf("ssh-agent does not say which keys it holds: %w", err)
	}
	return signer{}, fmt.Errorf("ssh-agent does not hold the private half of %s\nhint: ssh-add the private key", name)
}
