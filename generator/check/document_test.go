package check_test

import (
	"fmt"
	"strings"
	"testing"

	"trustpress/generator/check"
)

const (
	plainFile  = "-- content/trust/documents/nda.txt --\nThe parties keep what they learn to themselves for three years.\n"
	plainSum   = "851384adaefb811f5a83f18ddb063da29898526e6fceff1c0bf224dd615f23ae"
	otherSum   = "1ec7e9a50747ec30a3c1cb4dc43d5632b78aa3f73960dcf672896401919bdd2e"
	sealedFile = "-- content/trust/documents/x.age --\nage-encryption.org/v1\n-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\n"
	armourFile = "-- content/trust/documents/x.age --\n-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBURWlGMHlwcXIr\n"
	aReport    = "-- content/reports.toml --\n[[report]]\nid = \"R1\"\ntitle = \"T\"\nfile = \"reports/a.pdf\"\n"
	pointer    = "-- content/trust/documents/nda.txt --\nversion https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 64\n"
)

// documents is a register of documents, each with keys of its own, D1, D2 and so on.
func documents(rows ...string) string {
	return register("trust/documents", "document", "D", rows)
}

// disclosures is a register of disclosures, each with keys of its own, G1, G2 and so on.
func disclosures(rows ...string) string {
	return register("disclosures", "disclosure", "G", rows)
}

func register(file, kind, prefix string, rows []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "-- content/%s.toml --\n", file)
	for i, keys := range rows {
		fmt.Fprintf(&b, "[[%s]]\nid = \"%s%d\"\ntitle = \"T\"\n%s\n", kind, prefix, i+1, keys)
	}
	return b.String()
}

// A document for customers is looked through for secrets, and told of at the place.
func TestSecretInADocument(t *testing.T) {
	key := "AKIA" + "Z7VQ5GUT2LWLHK3M"
	row := documents("file = \"trust/documents/sla.txt\"\naccess = \"listed\"\n")
	holdsAgainst(t, row+"-- content/trust/documents/sla.txt --\nAnswers within a day.\nSigned by "+key+"\n", "secret-in-content 2:11")
	holdsAgainst(t, row+"-- content/trust/documents/sla.txt --\nAnswers within a day.\n", "")
}

// TestDocuments holds documents and disclosures against the rules about them, in the ways that their examples do not show.
func TestDocuments(t *testing.T) {
	const (
		open   = "access = \"open\"\nfile = \"trust/documents/nda.txt\"\n"
		sealed = "access = \"sealed\"\nfile = \"trust/documents/x.age\"\n"
		listed = "access = \"listed\"\n"
		given  = "document = \"D1\"\n"
	)
	sum := func(digest string) string { return "sha256 = \"" + digest + "\"\n" }
	for _, test := range []struct{ name, files, want string }{
		{"an open document", documents(open+sum(plainSum)+"size = 64") + plainFile, ""},
		{"an open document in capitals", documents(open+sum(strings.ToUpper(plainSum))) + plainFile, ""},
		{"a sealed document", documents(sealed) + sealedFile, ""},
		{"a sealed document in armour", documents(sealed) + armourFile, ""},
		{"a listed document that is not there", documents(listed + sum(otherSum) + "size = 1"), ""},
		{"a listed document that is there", documents(listed+"file = \"trust/documents/nda.txt\"") + plainFile, ""},
		{"another listed document than promised", documents(listed+"file = \"trust/documents/nda.txt\"\n"+sum(otherSum)) + plainFile, "document-digest-mismatch 6:10"},
		{"a document that says nothing of its access", documents(""), ""},
		{"another size", documents(open+"size = 65") + plainFile, "document-digest-mismatch 6:8"},
		{"a plain file as a sealed one", documents("access = \"sealed\"\nfile = \"trust/documents/nda.txt\"") + plainFile, "invalid-value 5:8"},
		{"a sealed file as an open one", documents("access = \"open\"\nfile = \"trust/documents/x.age\"") + sealedFile, "invalid-value 4:10"},
		{"an open document that names no file", documents("access = \"open\""), "document-missing-file 4:10"},
		{"a sealed document that is not there", documents(sealed), "document-missing-file 5:8"},
		{"a folder for a file", documents("access = \"open\"\nfile = \"trust/documents\"") + plainFile, "document-missing-file 5:8"},
		{"a Git LFS pointer", documents(open+sum(plainSum)+"size = 64") + pointer, "document-missing-file 5:8"},
		{"a file outside the content", documents("access = \"open\"\nfile = \"../site.toml\""), "unsafe-path 5:8"},
		{"a file at an address", documents("access = \"open\"\nfile = \"https://example.com/nda.txt\""), "unsafe-path 5:8"},
		{"an access that is none", documents("access = \"opne\"\nfile = \"gone.txt\""), "invalid-value 4:10"},

		{"a page", documents("access = \"open\"\nfile = \"trust/documents/a.HTML\"") + "-- content/trust/documents/a.HTML --\n<p>\n", "invalid-value 5:8"},

		{"two sealed files of one name", documents(sealed, "access = \"sealed\"\nfile = \"trust/documents/b/X.age\"") + sealedFile + strings.Replace(sealedFile, "x.age", "b/X.age", 1), "path-collision 11:8"},
		{"a sealed file in the place of the digests", documents("access = \"sealed\"\nfile = \"trust/documents/SHA256SUMS\"") + strings.Replace(sealedFile, "x.age", "SHA256SUMS", 1), "path-collision 5:8"},

		{"raw evidence", documents("access = \"open\"\nfile = \"evidence/files/raw.csv\"") + "-- content/evidence/files/raw.csv --\na\n", "private-file 5:8"},
		{"a register", documents("access = \"open\"\nfile = \"people.toml\""), "private-file 5:8"},
		{"a hidden file", documents("access = \"open\"\nfile = \".git/config\"") + "-- content/.git/config --\na\n", "private-file 5:8"},
		{"a file among policies", documents("access = \"open\"\nfile = \"policies/board.pdf\"") + "-- content/policies/board.pdf --\na\n", "private-file 5:8"},
		{"a file of its own folder", documents("access = \"open\"\nfile = \"downloads/a.pdf\"") + "-- content/downloads/a.pdf --\na\n", ""},
		{"a file among releases", documents("access = \"open\"\nfile = \"releases/2026.2.pdf\"") + "-- content/releases/2026.2.pdf --\na\n", "private-file 5:8"},
		{"the file of a listed document", documents(listed+"file = \"trust/documents/NDA.txt\"", open) + plainFile, "private-file 10:8"},
		{"the file of a confidential document", documents(open+"classification = \"confidential\"", open) + plainFile, "private-file 11:8"},
		{"a confidential document", documents("classification = \"confidential\"\naccess = \"open\"\nfile = \"policies/access.md\""), ""},
		{"the file of a report", documents("access = \"open\"\nfile = \"reports/a.pdf\"") + aReport + "access = \"listed\"\n-- content/reports/a.pdf --\na\n", "private-file 5:8"},
		{"the file of an open report", documents("access = \"open\"\nfile = \"reports/a.pdf\"") + aReport + "access = \"open\"\n-- content/reports/a.pdf --\na\n", ""},

		{"an agreement that is open", documents(open, listed+"nda = \"D1\"") + plainFile, ""},
		{"an agreement that is listed", documents(listed, listed+"nda = \"D1\""), "invalid-value 10:7"},
		{"an agreement that is not there", documents(listed + "nda = \"D2\""), "unknown-record 5:7"},

		{"a document on its last day", documents(listed + "expires = 2026-09-30"), ""},
		{"a document after its last day", documents(listed + "expires = 2026-09-29"), "expired-document 5:11"},
		{"documents that supersede each other", documents(listed+"expires = 2026-09-29\nsupersedes = \"D2\"", listed+"expires = 2026-09-29\nsupersedes = \"D1\""), ""},

		{"a disclosure on its last day", documents(listed) + disclosures(given+"expires = 2026-09-30"), ""},
		{"a disclosure that is to end", documents(listed) + disclosures(given+"expires = 2026-09-01\nended = 2026-10-01"), "expired-disclosure 5:11"},
		{"a disclosure of a document without an agreement", documents(listed) + disclosures(given+"nda_on = 2026-03-02\ngranted = 2026-03-01"), ""},
		{"a disclosure on the day of the agreement", documents(open, listed+"nda = \"D1\"") + plainFile +
			disclosures("document = \"D2\"\nnda_on = 2026-03-01\ngranted = 2026-03-01"), ""},
		{"a disclosure under another promise", documents(open, listed+"nda = \"D1\"") + plainFile + disclosures("document = \"D2\"\ngranted = 2026-03-01"), ""},
		{"a disclosure of an earlier version", documents(listed+sum(otherSum)+"supersedes = \"D2\"", open) + plainFile + disclosures(given+sum(plainSum)), ""},
		{"a disclosure of a later version", documents(listed+sum(otherSum), listed+sum(plainSum)+"supersedes = \"D1\"") + disclosures(given+sum(plainSum)),
			"disclosure-digest-mismatch 5:10"},
		{"a disclosure of a version whose digest nobody wrote down", documents(listed+sum(otherSum)+"supersedes = \"D2\"", listed) + disclosures(given+sum(plainSum)), ""},
		{"a disclosure among documents that supersede each other", documents(listed+sum(otherSum)+"supersedes = \"D2\"", listed+sum(otherSum)+"supersedes = \"D1\"") +
			disclosures(given+sum(plainSum)), "disclosure-digest-mismatch 5:10"},
	} {
		t.Run(test.name, func(t *testing.T) {
			found := run(t, lay(check.Find("TP001").Beneath(), test.files))
			got := ""
			for _, f := range found {
				got = fmt.Sprintf("%s %d:%d", f.Rule, f.Line, f.Column)
			}
			if len(found) > 1 || got != test.want {
				t.Errorf("want %q, got\n%s", test.want, listing(found))
			}
		})
	}
}
