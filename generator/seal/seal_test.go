package seal

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"filippo.io/age"
	"filippo.io/age/agessh"
	"filippo.io/age/armor"
	"golang.org/x/crypto/ssh"
)

const secret = "Finding 4: the staging bucket could be listed by anybody.\n"

// sealed seals the secret, and fails if the result tells anything of it.
func sealed(t *testing.T, to ...Recipient) []byte {
	t.Helper()
	plain, err := Plain(strings.NewReader(secret))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Reader(plain, to)
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("staging bucket")) || !Sealed(out[:HeadSize]) {
		t.Errorf("this is not sealed: %q", out)
	}
	return out
}

func opens(t *testing.T, file []byte, with age.Identity) {
	t.Helper()
	r, err := age.Decrypt(bytes.NewReader(file), with)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || string(got) != secret {
		t.Errorf("opened to %q, %v", got, err)
	}
}

// recipients parses names of which none is a file.
func recipients(t *testing.T, names ...string) []Recipient {
	t.Helper()
	to, err := Recipients(names, func(string) ([]byte, error) { return nil, fs.ErrNotExist })
	if err != nil {
		t.Fatal(err)
	}
	return to
}

func native(t *testing.T) *age.X25519Identity {
	t.Helper()
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func hybrid(t *testing.T) *age.HybridIdentity {
	t.Helper()
	key, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// public returns a key as a .pub file holds it.
func public(t *testing.T, key any) string {
	t.Helper()
	pub, err := ssh.NewPublicKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(pub))) + " anna@laptop"
}

func TestEveryRecipientOpens(t *testing.T) {
	anna, erik := native(t), native(t)
	sshPublic, sshPrivate, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	sshKey, err := agessh.NewEd25519Identity(sshPrivate)
	if err != nil {
		t.Fatal(err)
	}
	rsaPrivate, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	rsaKey, err := agessh.NewRSAIdentity(rsaPrivate)
	if err != nil {
		t.Fatal(err)
	}
	to := recipients(t, anna.Recipient().String()+", "+erik.Recipient().String(), public(t, sshPublic), public(t, &rsaPrivate.PublicKey))
	file := sealed(t, to...)
	for _, key := range []age.Identity{anna, erik, sshKey, rsaKey} {
		opens(t, file, key)
	}
	if _, err := age.Decrypt(bytes.NewReader(file), native(t)); err == nil {
		t.Error("a stranger's key opens it")
	}
}

func TestPostQuantumRecipientOpens(t *testing.T) {
	key := hybrid(t)
	opens(t, sealed(t, recipients(t, key.Recipient().String())...), key)
}

func TestPassphraseOpens(t *testing.T) {
	phrase := NewPassphrase()
	who, err := Passphrase(phrase)
	if err != nil {
		t.Fatal(err)
	}
	who.key.(*age.ScryptRecipient).SetWorkFactor(10) // the one in use takes a second
	knows, err := age.NewScryptIdentity(phrase)
	if err != nil {
		t.Fatal(err)
	}
	opens(t, sealed(t, who), knows)
}

func TestPassphrasesAreHardToGuess(t *testing.T) {
	if a, b := NewPassphrase(), NewPassphrase(); a == b || !regexp.MustCompile(`^([a-z2-7]{4}-){7}[a-z2-7]{4}$`).MatchString(a) {
		t.Errorf("made %q and %q", a, b)
	}
	if _, err := Passphrase("åäöåäöåäö"); err == nil || !strings.Contains(err.Error(), "9 characters") {
		t.Errorf("a short passphrase is taken: %v", err)
	}
}

func TestSealed(t *testing.T) {
	for text, want := range map[string]bool{
		"age-encryption.org/v1\n-> X25519 abc\n": true,
		"\n " + armor.Header + "\nYWdl\n":        true,
		"age-encryption.org/v1 is the format of": false,
		"%PDF-1.7\n":                             false,
		"":                                       false,
	} {
		if got := Sealed([]byte(text)); got != want {
			t.Errorf("Sealed(%q) = %v", text, got)
		}
	}
}

func TestWhatCannotBeSealed(t *testing.T) {
	broken := errors.New("the disk fails")
	for _, c := range []struct {
		from io.Reader
		want string
	}{
		{strings.NewReader(""), "there is nothing in it"},
		{bytes.NewReader(sealed(t, recipients(t, native(t).Recipient().String())...)), "it is sealed already"},
		{io.MultiReader(strings.NewReader("x"), failing{broken}), broken.Error()},
	} {
		if _, err := Plain(c.from); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestFileOfRecipients(t *testing.T) {
	anna, erik := native(t), native(t)
	files := map[string]string{
		"reviewers.txt": "# Anna, checked by telephone\n" + anna.Recipient().String() + "\r\n\n  " + erik.Recipient().String() + "\n",
	}
	to, err := Recipients([]string{"reviewers.txt," + anna.Recipient().String()}, reading(files))
	if err != nil {
		t.Fatal(err)
	}
	if len(to) != 2 {
		t.Errorf("%d recipients, and two are named, one of them twice", len(to))
	}
	file := sealed(t, to...)
	opens(t, file, anna)
	opens(t, file, erik)
}

func reading(files map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if text, ok := files[name]; ok {
			return []byte(text), nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
}

func TestBadRecipients(t *testing.T) {
	key := native(t)
	weak, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"secret.txt":  "# created: today\n" + key.String() + "\n",
		"id_ed25519":  "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n",
		"empty.txt":   "# nobody yet\n",
		"report.csv":  "name,salary\nAnna,41000\n",
		"nested.txt":  "reviewers.txt\n",
		"one-bad.txt": key.Recipient().String() + "\nhttps://github.com/anna.keys\n",
	}
	for _, c := range []struct{ name, want string }{
		{key.Recipient().String()[:40], "misspelt"},
		{"age1pq1qqqq", "misspelt"},
		{key.String(), "secret key"},
		{strings.ToLower(key.String()), "secret key"},
		{"secret.txt", "secret.txt:2: this is a secret key"},
		{"id_ed25519", "id_ed25519:1: this is a secret key"},
		{"age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t", "plugin"},
		{"age1tag1qt0xvs7fphgpl6x0e8xqs2jlddu9s5tztdv6kvyfl9h5vdckwzzc6dnmv3l", "plugin"},
		{"https://github.com/anna.keys", "nothing is fetched"},
		{"github:anna", "nothing is fetched"},
		{"one-bad.txt", "one-bad.txt:2: nothing is fetched"},
		{"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA", "cannot be used"},
		{public(t, &weak.PublicKey), "2048 bits"},
		{"sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t", "of this kind"},
		{"reviewer.txt", "no recipient, and no file of them"},
		{"nested.txt", "nested.txt:1: this is no public key"},
		{"report.csv", "report.csv:1: this is no public key"},
		{"empty.txt", "empty.txt names no recipient"},
		{",", "nobody is named"},
		{key.Recipient().String() + "," + hybrid(t).Recipient().String(), "post-quantum"},
	} {
		_, err := Recipients([]string{c.name}, reading(files))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.20s: got %v, want %q", c.name, err, c.want)
			continue
		}
		for _, leak := range []string{key.String()[16:], "b3Blbn", "salary", "41000"} {
			if strings.Contains(strings.ToUpper(err.Error()), strings.ToUpper(leak)) {
				t.Errorf("%.20s: the error repeats what may be secret: %v", c.name, err)
			}
		}
	}
}

func TestFileThatCannotBeRead(t *testing.T) {
	_, err := Recipients([]string{"reviewers.txt"}, func(string) ([]byte, error) { return nil, os.ErrPermission })
	if !errors.Is(err, os.ErrPermission) {
		t.Errorf("got %v", err)
	}
}

// FuzzRecipients holds the reader of recipients against anything: it never panics, and what it takes can be sealed for.
func FuzzRecipients(f *testing.F) {
	f.Add("# Anna\nage1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n")
	f.Add("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1v1Jf0zIeg3Cs1Dz6OE8fLqQ3kY8P5nTrVqjS7Gq5b anna@laptop")
	f.Add("AGE-SECRET-KEY-1")
	f.Add("age1yubikey1qqqq, https://github.com/anna.keys")
	f.Add("\xff\r\n,\x00")
	f.Fuzz(func(t *testing.T, text string) {
		for what, names := range map[string][]string{"as an argument": {text}, "in a file": {"file"}} {
			to, err := Recipients(names, func(name string) ([]byte, error) {
				if name == "file" {
					return []byte(text), nil
				}
				return nil, fs.ErrNotExist
			})
			if err != nil {
				continue
			}
			if _, err := Reader(strings.NewReader(secret), to); err != nil || len(to) == 0 {
				t.Errorf("%s: %d recipients: %v", what, len(to), err)
			}
		}
	})
}
