package secret

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// prose is what policies say about secrets without giving one away.
const prose = `# Password and access policy

Passwords: at least 14 characters, checked against lists of leaked passwords. The password manager is mandatory; API keys,
access tokens and other credentials live in the vault, never in a repository. Access key rotation: every 90 days. Secret
sharing over chat is forbidden. Customers authenticate with single sign-on; see [the access review](../procedures/access-review.md#quarterly)
and https://docs.example.com/en/authentication/managing-your-personal-access-tokens for details. Risk-based tasks, they say,
take about 10 days, and the key question remains: who reviews the reviewers? [CC6.1] [AC-02]

| control | owner | evidence |
|---------|-------|----------|
| AC-02   | ciso  | okta-access-review-2026-q1.csv |

`

// The parts of each secret are joined here, so that this file holds none.
func join(parts ...string) string { return strings.Join(parts, "") }

var (
	keyID     = join("AKIA", "Z7VQ5GUT", "2LWLHK3M")
	keySecret = join("k9Xv2Rq7Lm4Tz8Wc1Yb6", "Nd3Fh5Js0Gp+QaEu/oiB")
	github    = join("ghp", "_", "4Kd8sL2mQ9xV7bN1cR6t", "Y3zW5pF0hJaGuEoi")
	slack     = join("xox", "b-", "412345678901-", "512345678902-", "aBcD3fGhIjKlMn0pQrStUvWx")
	stripe    = join("sk", "_live_", "9fK2mX7qLd4RtZ8vWc1Yb6Nd")
	jwt       = join("ey", "JhbGciOiJIUzI1NiJ9", ".ey", "JzdWIiOiI4NDUyMTM3NiJ9", ".", "Qm9vY3ZhcjEyM2ZqOTg3NjU0c2Rm")
	pem       = join("-----BEGIN ", "PRIVATE KEY-----\n", strings.Repeat("MIIEvQIBADANBgkqhkiG9w0BAQEF\n", 4), "-----END ", "PRIVATE KEY-----")
	hexKey    = join("9f86d081884c7d65", "9a2feaa0c55ad015", "a3bf4f1b2b0b822c", "d15d6c15b0f00a08")
	ageKey    = join("AGE-SECRET-", "KEY-1", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE")
)

func TestFindSecrets(t *testing.T) {
	tests := []struct{ name, before, secret, after, rule string }{
		{"aws key id", "The key is ", keyID, ".", "aws-access-token"},
		{"aws secret", "aws_secret_access_key = ", keySecret, "\n", "generic-api-key"},
		{"github", "export GITHUB_TOKEN=", github, "\n", "github-pat"},
		{"github in a link", "[x](https://", github, "@github.com/a/b)", "github-pat"},
		{"slack", `token: "`, slack, `"`, "slack-bot-token"},
		{"stripe", "Stripe key `", stripe, "`", "stripe-access-token"},
		{"jwt", "Authorization: Bearer ", jwt, "\n", "jwt"},
		{"private key", "before\n", pem, "\nafter", "private-key"},
		{"hex key", "SECRET_KEY=", hexKey, "\n", "generic-api-key"},
		{"quoted after a comma", `set("api_key", "`, join("q8Zk2Lw9Xv", "4Rt7Bn1Mc6"), `")`, "generic-api-key"},
		{"age identity", "", ageKey, "\n", "age-secret-key"},
		{"uuid called a secret", "client_secret: ", join("3f2b8c1e-9d47-", "4a6b-8e05-7c1d2f3a4b5c"), "\n", "generic-api-key"},
		{"digest of a password", "password_sha256: ", hexKey, "\n", "generic-api-key"},
		{"password in an address", "postgres://svc:", join("q7Gf2L", "xP9vKd"), "@db.example.com/x", "url-credentials"},
		{"password of a person", "see https://bo:", join("hemligt", "123"), "@example.com/ there", "url-credentials"},
		{"password without a user", "redis://:", join("k3Pz", "Wq81"), "@cache", "url-credentials"},
		{"token in an address", "https://x:", github, "@github.com/a", "github-pat"},
		{"at the very end", "api_key=", join("q8Zk2Lw9Xv", "4Rt7Bn1Mc6"), "", "generic-api-key"},
		{"value on the next line", "api_key:\n  ", join("q8Zk2Lw9Xv", "4Rt7Bn1Mc6"), "\n", "generic-api-key"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, around := range []string{"", prose} {
				text := around + tt.before + tt.secret + tt.after
				if around != "" {
					text += "\n" + around
				}
				got := Find([]byte(text))
				if len(got) != 1 {
					t.Fatalf("got %v, want one %s", got, tt.rule)
				}
				m, start := got[0], len(around)+len(tt.before)
				if m.Rule != tt.rule || m.Start != start || m.End != start+len(tt.secret) {
					t.Errorf("got %s [%d,%d), want %s [%d,%d)", m.Rule, m.Start, m.End, tt.rule, start, start+len(tt.secret))
				}
			}
		})
	}
}

func TestFindNothing(t *testing.T) {
	uuid := "3f2b8c1e-9d47-4a6b-8e05-7c1d2f3a4b5c"
	commit := hexKey[:40]
	tests := []struct{ name, text string }{
		{"empty", ""},
		{"prose", prose},
		{"rule about passwords", "password: at least 14 characters, one of them not a letter"},
		{"rule about tokens", "token: rotated-every-90-days"},
		{"digest", "sha256: " + hexKey},
		{"digest of an access list", "access-list.csv sha256: " + hexKey},
		{"digest said before", "The sha256 digest of the access list: " + hexKey},
		{"manifest line", hexKey + "  data/evidence/access-key.csv"},
		{"manifest as a map", "access-list.csv: " + hexKey + "\nsecrets-inventory.csv: " + hexKey},
		{"manifest as json", `{"access-list.csv": "` + hexKey + `"}`},
		{"cells", "file,sha256\naccess-list," + hexKey + "\n"},
		{"commit", "api commit: " + commit},
		{"commit beside sourcegraph", "Sourcegraph indexes commit " + commit + " daily"},
		{"uuid", "Access key: " + uuid},
		{"kms key", "arn:aws:kms:eu-north-1:123456789012:key/" + uuid},
		{"example key id", "AKIAIOSFODNN7" + "EXAMPLE"},
		{"example secret", "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY"},
		{"word as long as a dropbox token", "Dropbox: confidentiality"},
		{"word as long as a confluent token", "Confluent, responsibilities of"},
		{"word as long as a linkedin id", "LinkedIn: administration"},
		{"file name", "access: okta-access-review-2026-q1.csv"},
		{"identifier", "key: AC-02.missing-occurrence"},
		{"age recipient", "recipient key: age1" + strings.Repeat("qpzry9x8gf2tvdw0s3jn54khce6mua7l", 2)[:58]},
		{"ssh key", `key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL8vN2kQm4Xr7Tz1Wc6Yb9Nd3Fh5Js0GpQaEuoiBKvLx"`},
		{"ssh fingerprint", "signing key SHA256:k9Xv2Rq7Lm4Tz8Wc1Yb6Nd3Fh5Js0GpQaEuoiBVnMxK"},
		{"template", "api_key: {{ params.api_key }}, token: ${{ secrets.TOKEN }}"},
		{"addresses without a password", "https://user:pass@example.com https://user:password@x.se ftp://a:xxx@b http://a:***@b amqp://u:<password>@q"},
		{"filled addresses", "postgres://svc:{{ params.x }}@db postgres://svc:${DB_PASSWORD}@db mysql://$USER:$PASSWORD@db https://u:[password]@x"},
		{"colons in addresses", "https://example.com:8443/@bo https://example.com/a:b@c ssh://git@example.com:22/x http://a/?q=b:c@d"},
		{"public key", "-----BEGIN PUBLIC KEY-----\n" + strings.Repeat("MIIEvQIBADANBgkqhkiG9w0BAQEF\n", 4) + "-----END PUBLIC KEY-----"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, text := range []string{tt.text, prose + tt.text + "\n\n" + prose} {
				for _, m := range Find([]byte(text)) {
					t.Errorf("got %s %q", m.Rule, text[m.Start:m.End])
				}
			}
		})
	}
}

// A secret is told once, by the rule that knows most about it.
func TestFindOnce(t *testing.T) {
	text := "github_token: " + github + "\napi_key: " + stripe + "\n"
	var rules []string
	for _, m := range Find([]byte(text)) {
		rules = append(rules, m.Rule)
	}
	if got, want := strings.Join(rules, " "), "github-pat stripe-access-token"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A comment made for gitleaks does not hide a secret.
func TestNoEscape(t *testing.T) {
	if got := Find([]byte("GITHUB_TOKEN=" + github + " # gitleaks:allow\n")); len(got) != 1 {
		t.Errorf("got %v, want one match", got)
	}
}

// Published policies hold no secrets.
func TestPublishedPolicies(t *testing.T) {
	const root = "../../../shared/corpora"
	if _, err := os.Stat(root); err != nil {
		t.Skipf("SKIPPED: there is no %s beside the checkout, so published policies are not looked through", root)
	}
	err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range Find(text) {
			t.Errorf("%s: %s %q", path, m.Rule, text[m.Start:m.End])
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func BenchmarkFind(b *testing.B) {
	text := []byte(strings.Repeat(prose, 1<<20/len(prose)))
	d, s := detector(), new(sight)
	b.Run("first look", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			s.look(d, text)
		}
	})
	b.Run("prose", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			Find(text)
		}
	})
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			load()
		}
	})
}
