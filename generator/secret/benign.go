package secret

import (
	"bytes"
	"regexp"
)

// A reason tells a kind of false alarm that gitleaks' own lists do not know, because it was made for source code and here are
// policies, registers and lists of evidence. A reason speaks only about rules that know a secret by its name and its looks;
// what begins with a prefix of its own, such as ghp_, is never explained away.
type reason struct {
	about  func(r *rule) bool
	benign func(s sighting) bool
}

var reasons = []reason{
	{isNameValue, isWord},
	{isNameValue, isListed},
	{isNameValue, isDigest},
	{isGeneral, isUUID},
	{isGeneral, isPublicKey},
	{isGeneral, isFileName},
	{isGeneral, isIdentifier},
	{isSourcegraph, isCommit},
}

func (s sighting) benign(r *rule) bool {
	for _, why := range reasons {
		if why.about(r) && why.benign(s) {
			return true
		}
	}
	return false
}

func isNameValue(r *rule) bool   { return r.shape().named }
func isGeneral(r *rule) bool     { return r.general() }
func isSourcegraph(r *rule) bool { return r.id == "sourcegraph-access-token" }

// A word is not a key. "Dropbox: confidentiality" has the fifteen letters or digits of a Dropbox token, and "Confluent,
// responsibilities" the sixteen of a Confluent one.
func isWord(s sighting) bool { return matches(wordPattern, s.secret()) }

var wordPattern = compile(`^[A-Za-z]?[a-z_.-]+$`)

// A bare comma parts the items of a list or the cells of a register: "okta-access,ac-02-2026q1-review". Code that hands over a
// secret after a comma quotes it.
func isListed(s sighting) bool {
	name := bytes.TrimRight(s.name(), " \t\r\n\f")
	return bytes.HasSuffix(name, []byte(","))
}

// A digest or a commit says what it is: "sha256 of the access list: …", "commit", "fingerprint", the "hashed_token" of an audit log; a manifest gives it to a
// file by name: "access-list.csv: …". The digest of a password is no such thing.
func isDigest(s sighting) bool {
	if !matches(digestPattern, s.secret()) {
		return false
	}
	said := append(bytes.Clone(s.before(80)), s.name()...)
	if matches(fileNamed, said) {
		return true
	}
	return matches(digestName, said) && !s.namesPassword()
}

// namesPassword reports whether the name says that the value is a password or a secret, file names aside.
func (s sighting) namesPassword() bool {
	name := s.name()
	if re := fileWord(); re != nil {
		name = re.ReplaceAll(name, nil)
	}
	return matches(passwordName, name)
}

const extensions = `\.(?:csv|docx?|eml|html?|jpe?g|json|log|md|msg|ods|odt|pdf|png|pptx?|svg|toml|tsv|txt|xlsx?|xml|ya?ml|zip)`

var (
	digestPattern = compile(`^(?:[0-9a-f]{7,128}|[0-9A-F]{32,128}|[A-Za-z0-9+/]{43,44}=?|[A-Za-z0-9+/]{86}={0,2})$`)
	digestName    = compile(`(?i)sha[-_]?(?:1|224|256|384|512)|digest|checksum|md5_?sum|blake[23]|fingerprint|hashed|_hash\b|\bcommit(?:s|ted|_|\b)|\brevision\b`)
	fileNamed     = compile(`(?i)` + extensions + `["'\x60]?\s*[:=]\s*["'\x60]?$`)
	fileWord      = compile(`(?i)[\w.-]+` + extensions + `\b`)
	passwordName  = compile(`(?i)passw|secret|cred|pwd`)
)

// A UUID names something: a record, a ticket, a key in a key management service. The products whose secrets are UUIDs have
// rules of their own; and where the name says secret, it is believed.
func isUUID(s sighting) bool { return matches(uuidPattern, s.secret()) && !s.namesPassword() }

var uuidPattern = compile(`(?i)^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

// A public key is made to be shown: the recipients and signers of a site stand in its configuration. The prefixes are those of
// age and of the types of OpenSSH.
func isPublicKey(s sighting) bool { return matches(publicPattern, s.secret()) }

var publicPattern = compile(`^(?:age1[0-9a-z]{58}$|AAAA(?:C3NzaC1|B3NzaC1|E2VjZHNh|G|I))`)

// A file name is not a key, and evidence is full of them: "access: okta-access-review-2026-q1.csv".
func isFileName(s sighting) bool { return matches(filePattern, s.secret()) }

var filePattern = compile(`(?i)^[\w./-]+` + extensions + `$`)

// Words and short numbers joined by hyphens name records, windows and files: "key: AC-02.missing-occurrence". People also
// choose passwords like that, so it is no reason where the name says password or secret.
func isIdentifier(s sighting) bool {
	return matches(identifierPattern, s.secret()) && !s.namesPassword()
}

var identifierPattern = compile(`^[A-Za-z]*\d{0,4}(?:[-._/](?:[A-Z]*[a-z]*\d{0,4}|\d{1,8}))+$`)

// A commit is forty hexadecimal digits, and so is the older token of Sourcegraph, whose rule takes any of them in a text that
// mentions the product.
func isCommit(s sighting) bool { return matches(commitPattern, s.secret()) }

var commitPattern = compile(`^[0-9a-f]{40}$`)

func matches(pattern func() *regexp.Regexp, b []byte) bool {
	re := pattern()
	return re != nil && re.Match(b)
}
