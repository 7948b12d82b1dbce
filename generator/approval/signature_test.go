package approval_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"

	"trustpress/generator/approval"
)

var digest = approval.Digest(approval.Words("Access", "", "Access is given.", nil))

// openSSH runs ssh-keygen in a folder of its own.
type openSSH struct {
	*testing.T
	dir string
}

func newOpenSSH(t *testing.T) openSSH {
	t.Helper()
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("there is no ssh-keygen: NOTHING was tried against OpenSSH")
	}
	return openSSH{t, t.TempDir()}
}

func (o openSSH) run(input string, args ...string) (string, error) {
	cmd := exec.Command("ssh-keygen", args...)
	cmd.Dir, cmd.Stdin = o.dir, strings.NewReader(input)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (o openSSH) must(input string, args ...string) string {
	o.Helper()
	out, err := o.run(input, args...)
	if err != nil {
		o.Fatalf("ssh-keygen %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return out
}

// key makes a key and returns its signer and the line of its public half.
func (o openSSH) key(name string, kind ...string) (ssh.Signer, string) {
	o.Helper()
	o.must("", append([]string{"-q", "-N", "", "-C", "karin at work", "-f", name}, kind...)...)
	signer, err := ssh.ParsePrivateKey([]byte(o.read(name)))
	if err != nil {
		o.Fatal(err)
	}
	return signer, strings.TrimSpace(o.read(name + ".pub"))
}

func (o openSSH) read(name string) string {
	o.Helper()
	text, err := os.ReadFile(filepath.Join(o.dir, name))
	if err != nil {
		o.Fatal(err)
	}
	return string(text)
}

func (o openSSH) write(name, text string) {
	o.Helper()
	if err := os.WriteFile(filepath.Join(o.dir, name), []byte(text), 0o600); err != nil {
		o.Fatal(err)
	}
}

var kinds = map[string][]string{"ed25519": {"-t", "ed25519"}, "ecdsa": {"-t", "ecdsa", "-b", "384"}, "rsa": {"-t", "rsa", "-b", "2048"}}

func TestOpenSSHAcceptsWhatIsSigned(t *testing.T) {
	o := newOpenSSH(t)
	for name, kind := range kinds {
		key, public := o.key(name, kind...)
		signature, err := approval.Sign(key, digest)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		o.write("signers", "karin "+public+"\n")
		o.write("signature", signature)
		o.must(digest+"\n", "-Y", "verify", "-n", approval.Namespace, "-f", "signers", "-I", "karin", "-s", "signature")
		if out, err := o.run(digest, "-Y", "verify", "-n", approval.Namespace, "-f", "signers", "-I", "karin", "-s", "signature"); err == nil {
			t.Errorf("%s: without its newline the digest verifies too\n%s", name, out)
		}
	}
}

func TestWhatOpenSSHSignsIsAccepted(t *testing.T) {
	o := newOpenSSH(t)
	for name, kind := range kinds {
		_, public := o.key(name, kind...)
		for _, hash := range []string{"sha256", "sha512"} {
			signature := o.must(digest+"\n", "-Y", "sign", "-n", approval.Namespace, "-O", "hashalg="+hash, "-f", name)
			_, armoured, _ := strings.Cut(signature, "-----BEGIN") // ssh-keygen says on stderr what it does
			armoured = "-----BEGIN" + armoured
			bare := strings.Join(strings.Fields(public)[:2], " ")
			for _, line := range []string{public, bare, " " + public + "\r\n"} {
				key, err := approval.Verify(armoured, digest, []string{"nonsense", line})
				if err != nil || key.Line != strings.TrimSpace(line) || !strings.Contains(o.must("", "-l", "-f", name+".pub"), key.Fingerprint) {
					t.Errorf("%s, %s: %+v, %v", name, hash, key, err)
				}
			}
			if _, err := approval.Verify(strings.ReplaceAll(armoured, "\n", "\r\n"), digest, []string{public}); err != nil {
				t.Errorf("%s, %s, with the line ends of Windows: %v", name, hash, err)
			}
		}
	}
}

func signer(t *testing.T) (ssh.Signer, string) {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ssh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return key, strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key.PublicKey())))
}

func TestVerifyRefuses(t *testing.T) {
	key, public := signer(t)
	_, other := signer(t)
	signature, err := approval.Sign(key, digest)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere, err := sshsig.Sign(strings.NewReader(digest+"\n"), key, sshsig.HashSHA512, "file")
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode([]byte(signature))
	block.Headers = map[string]string{"Comment": "approved"}
	for _, tt := range []struct {
		name, signature, digest string
		keys                    []string
		want                    string
	}{
		{"another text", signature, strings.Repeat("0", 64), []string{public}, "the signature is of another text"},
		{"another purpose", string(sshsig.Armor(elsewhere)), digest, []string{public}, `was made for "file"`},
		{"another key", signature, digest, []string{other}, "which is none of those that are known"},
		{"no key", signature, digest, nil, "no key is known to sign with"},
		{"a key that is none", signature, digest, []string{"ssh-ed25519 AAAA"}, "which is none of those that are known"},
		{"a key with options", signature, digest, []string{`namespaces="file" ` + public}, "which is none of those that are known"},
		{"nothing", " \n", digest, []string{public}, "the signature is empty"},
		{"garbage", "approved!", digest, []string{public}, "is to begin with"},
		{"text before it", "approved\n" + signature, digest, []string{public}, "is to begin with"},
		{"text behind it", signature + "approved\n", digest, []string{public}, "is to end with"},
		{"another armour", strings.ReplaceAll(signature, "SSH SIGNATURE", "PGP SIGNATURE"), digest, []string{public}, "is to begin with"},
		{"two of them", signature + signature, digest, []string{public}, "more than a signature"},
		{"with headers", string(pem.EncodeToMemory(block)), digest, []string{public}, "more than a signature"},
		{"cut short", signature[:100] + signature[len(signature)-31:], digest, []string{public}, "cannot be read"},
		{"too long", strings.Replace(signature, "\n", "\n"+strings.Repeat("A", 1<<15)+"\n", 1), digest, []string{public}, "longer than any"},
	} {
		key, err := approval.Verify(tt.signature, tt.digest, tt.keys)
		if err == nil || !strings.Contains(err.Error(), tt.want) || key.Fingerprint != "" {
			t.Errorf("%s: %+v, %v", tt.name, key, err)
		}
	}
}

func TestKeysThatAreTooWeak(t *testing.T) {
	t.Setenv("GODEBUG", "rsa1024min=0")
	weak, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ssh.NewSignerFromKey(weak)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := approval.Sign(key, digest); err == nil || !strings.Contains(err.Error(), "1024 bits is too weak") {
		t.Error(err)
	}
	made, err := sshsig.Sign(strings.NewReader(digest+"\n"), key, sshsig.HashSHA512, approval.Namespace)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := approval.Verify(string(sshsig.Armor(made)), digest, []string{string(ssh.MarshalAuthorizedKey(key.PublicKey()))}); err == nil ||
		!strings.Contains(err.Error(), "too weak") {
		t.Error(err)
	}
}

// token is a key that sits in a piece of hardware: its signature says whether somebody touched it.
type token struct {
	private ed25519.PrivateKey
	touched byte
}

const application = "ssh:"

func (k token) PublicKey() ssh.PublicKey {
	public, err := ssh.ParsePublicKey(ssh.Marshal(struct{ Type, Key, Application string }{
		ssh.KeyAlgoSKED25519, string(k.private.Public().(ed25519.PublicKey)), application}))
	if err != nil {
		panic(err)
	}
	return public
}

func (k token) sign(message []byte) *ssh.Signature {
	app, text := sha256.Sum256([]byte(application)), sha256.Sum256(message)
	signed := append(append(append(app[:], k.touched), 0, 0, 0, 7), text[:]...)
	return &ssh.Signature{Format: ssh.KeyAlgoSKED25519, Blob: ed25519.Sign(k.private, signed), Rest: []byte{k.touched, 0, 0, 0, 7}}
}

func TestKeysOfHardware(t *testing.T) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for touched, want := range map[byte]bool{1: true, 0: false} {
		key := token{private, touched}
		text := sha256.Sum256([]byte(digest + "\n"))
		preamble := ssh.Marshal(struct{ Namespace, Reserved, Hash, Digest string }{approval.Namespace, "", "sha256", string(text[:])})
		made := &sshsig.Signature{Version: 1, PublicKey: key.PublicKey(), Namespace: approval.Namespace, HashAlgorithm: sshsig.HashSHA256,
			Signature: key.sign(append([]byte("SSHSIG"), preamble...))}
		_, err := approval.Verify(string(sshsig.Armor(made)), digest, []string{string(ssh.MarshalAuthorizedKey(key.PublicKey()))})
		if (err == nil) != want {
			t.Errorf("touched: %d, and it says %v", touched, err)
		}
	}
}

func TestReadKeyRefuses(t *testing.T) {
	_, public := signer(t)
	for line, want := range map[string]string{
		"":                       "no public SSH key",
		"ssh-ed25519":            "no public SSH key",
		"karin " + public:        "without options",
		public + "\n" + public:   "is one line",
		"-----BEGIN PUBLIC KEY-": "no public SSH key",
	} {
		if key, err := approval.ReadKey(line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %+v, %v", line, key, err)
		}
	}
}
