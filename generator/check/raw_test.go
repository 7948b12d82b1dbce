package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"trustpress/generator/check"
)

// exported is a site in which a raw file is evidence, under a name and with a text of its own.
func exported(name, text string) fstest.MapFS {
	site := lay(check.Find("secret-in-evidence").Beneath(), fmt.Sprintf("-- content/evidence.toml --\n[[evidence]]\nid = \"EV-1\"\ntitle = \"Export\"\ncontrols = [\"AC-02\"]\nkind = \"report\"\nsource = %q\n"+
		"system = \"S\"\nquery = \"q\"\ncollected_at = 2026-03-31T15:04:00+02:00\ncollected_by = \"PER-anna\"\nmethod = \"script\"\noccurred_on = 2026-03-31\n", name))
	site["content/evidence/files/"+name] = &fstest.MapFile{Data: []byte(text)}
	return site
}

func utf16le(text string) string {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

// TestRaw holds raw files against the rules that read them, hostile and honest ones. The secrets are joined here, so that this file holds none.
func TestRaw(t *testing.T) {
	var (
		key    = "AKIA" + "Z7VQ5GUT2LWLHK3M"
		pat    = "ghp" + "_4Kd8sL2mQ9xV7bN1cR6tY3zW5pF0hJaGuEoi"
		pem    = "-----BEGIN " + "PRIVATE KEY-----\n" + strings.Repeat("MIIEvQIBADANBgkqhkiG9w0BAQEF\n", 4) + "-----END " + "PRIVATE KEY-----\n"
		cert   = "-----BEGIN CERTIFICATE-----\n" + strings.Repeat("MIIEvQIBADANBgkqhkiG9w0BAQEF\n", 4) + "-----END CERTIFICATE-----\n"
		digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
		rows   = strings.Repeat("2026-03-31,kept,1001\n", 200_000) // four megabytes
	)
	const secret, filler, people = "secret-in-evidence", "test-string", "undeclared-personal-data"
	for _, test := range []struct{ name, file, text, want string }{
		{"a key in a table", "a.csv", "day,what\n2026-03-31," + key + "\n", secret + " a.csv:2:12"},
		{"a key in JSON", "a.json", "{\n  \"token\": \"" + pat + "\"\n}\n", secret + " a.json:2:13"},
		{"a key in a log of one long line", "a.log", strings.Repeat("x ", 1_500_000) + pat, secret + " a.log:1:3000001"},
		{"a key behind four megabytes", "a.csv", "day,what,id\n" + rows + "2026-03-31," + pat + ",1\n", secret + " a.csv:200002:12"},
		{"a key in UTF-16", "a.csv", utf16le("dag,vad\r\nmån," + key + "\r\n"), secret + " a.csv:2:6"},
		{"a private key", "a.pem", cert + pem, secret + " a.pem:7:1"},
		{"a file of settings", "a.env", "GITHUB_TOKEN=" + pat + "\n", secret + " a.env:1:14"},
		{"a file without an ending", "settings", "GITHUB_TOKEN=" + pat + "\n", secret + " settings:1:14"},
		{"a key twice", "a.log", key + "\n" + key + "\n", secret + " a.log:1:1"},
		{"a certificate", "a.pem", cert, ""},
		{"a public key", "a.pub", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3v0bqU5yqVZzZ9Zz0nF4kqk3m1o8sPzB1xq7f9Q2Zr build\n", ""},
		{"digests", "a.csv", "file,sha256,token_id\na.csv," + digest + ",3f2b8c1e-9d47-4a6b-8e05-7c1d2f3a4b5c\n", ""},
		{"digests in JSON", "a.json", "[{\"name\": \"image\", \"sha256\": \"" + digest + "\", \"request_id\": \"3f2b8c1e-9d47-4a6b-8e05-7c1d2f3a4b5c\", \"etag\": \"" + digest[:32] + "\"}]\n", ""},
		{"digests in a manifest", "a.txt", digest + "  a.csv\nsha256:" + digest + "\n", ""},
		{"commits", "a.csv", "commit,author,key\n" + digest[:40] + ",anna,AC-02\n", ""},
		{"a list of keys", "a.json", "{\"AccessKeyId\": \"" + key + "\", \"Status\": \"Active\"}\n", ""},
		{"a key with its secret", "a.json", "{\"AccessKeyId\": \"" + key + "\", \"SecretAccessKey\": \"k9Xv2Rq7Lm4Tz8Wc1Yb6" + "Nd3Fh5Js0Gp+QaEu/oiB\"}\n", secret + " a.json:1:61"},
		{"a hashed token", "a.json", "{\"hashed_token\": \"o8Z2mUgk1+0Zc7b5fD0cY6m9q3WvX4nR2t7pL5sJ1aE=\"}\n", ""},
		{"a workbook", "a.xlsx", "PK\x03\x04\x00" + key, ""},

		{"filler in a cell", "a.csv", "user,decision\nasdf,kept\n", filler},
		{"a user called test, where the separator is told", "a.csv", "sep=;\r\nid;user;role\r\n1;test;admin\r\n", filler},
		{"a user called test", "a.csv", "user;role\ntest;admin\n", filler},
		{"a name in quotation marks", "a.csv", "name,role\n\"test\",admin\n", filler},
		{"a line", "a.txt", "Restore of 2026-03-31\n\ntest\n", filler},
		{"a comment", "a.json", "{\n  \"comment\": \"test\",\n  \"id\": 1\n}\n", filler},
		{"lorem ipsum", "a.txt", "Lorem ipsum dolor sit amet.\n", filler},
		{"something to do", "a.txt", "Accounts: TODO: ask Anna\n", filler},
		{"filler behind four megabytes", "a.csv", "day,comment,id\n" + rows + "2026-03-31,test,1\n", filler},
		{"a status", "a.csv", "case,status\nQA-1,test\nQA-2,todo\nQA-3,TODO\n", ""},
		{"a stage", "a.json", "{\n  \"environment\": \"test\",\n  \"stage\": \"testing\"\n}\n", ""},
		{"an environment", "a.yaml", "env: test\nbranch: foo\n", ""},
		{"a test in a sentence", "a.csv", "day,comment\n2026-03-31,A restore test was made\n", ""},
		{"masked", "a.csv", "name,decision\nxxxx,kept\n", ""},

		{"an identity number", "a.csv", "id\n640823-3234\n", people},
		{"an identity number of twelve digits", "a.csv", "id;roll\n196408233234;admin\n", people},
		{"a coordination number", "a.csv", "id\n701063-2391\n", people},
		{"a number behind four megabytes", "a.csv", "day,what,id\n" + rows + "2026-03-31,x,640823-3234\n", people},
		{"addresses", "a.log", "anna@example.com, bo@example.com, cilla.ek@example.com", people},
		{"addresses in UTF-16", "a.csv", utf16le("e-post\r\nanna@example.com\r\nbo@example.com\r\ncilla@example.com\r\n"), people},
		{"mobile numbers", "a.csv", "mobil\n070-123 45 67\n+46 73 123 45 67\n0761234567\n", people},
		{"accounts", "a.csv", "iban\nSE45 5000 0000 0583 9825 7466\nDE89370400440532013000\nNO9386011117947\n", people},
		{"one account", "a.csv", "iban\nSE45 5000 0000 0583 9825 7466\n", ""},
		{"addresses of functions", "a.log", "security@example.com support@example.com no-reply@example.com svc-backup@example.com release-bot@example.com git@github.com", ""},
		{"packages", "a.txt", "lodash@4.17.21 react@18.2.0 vue@3.4.1 vite@5.0.0", ""},
		{"numbers of cases", "a.csv", "case\n260331-0012\n260331-0013\n260331-0014\n260331-0015\n260331-0016\n260331-0017\n", ""},
		{"minutes", "a.csv", "at\n201903311504\n201903311505\n201903311506\n201903311507\n201903311508\n", ""},
		{"numbers of companies", "a.csv", "org\n556000-0001\n556036-0793\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			for _, f := range run(t, exported(test.file, test.text)) {
				if got += f.Rule; f.Rule == secret {
					got += fmt.Sprintf(" %s:%d:%d", strings.TrimPrefix(f.File, "content/evidence/files/"), f.Line, f.Column)
				}
				if strings.Contains(f.Message+f.Hint, key) || strings.Contains(f.Message, pat) {
					t.Errorf("the secret is printed: %s", f.Message)
				}
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
