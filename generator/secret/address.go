package secret

// inAddress is a rule of our own: gitleaks leaves a password inside an address alone, "postgres://svc:…@db.example.com". The
// pattern begins with what does not vary, which makes the search for it cheap. What a document writes in the place of a
// password is none: braces and angle brackets are not matched, and the rest is listed.
var inAddress = entry{
	ID:          "url-credentials",
	Description: "Detected a password in an address",
	Regex:       "://[^\\s:/?#@\"'`<>(){}]{0,100}:([^\\s/@\"'`<>{}]{3,200})@",
	Keywords:    []string{"://"},
	Allowlists: []list{{Regexes: []string{
		`(?i)^(?:(?:my|your|the|db|some|user)?[-_]?(?:pass(?:word|wd|phrase|code)?|pwd|pw|secret|token|lösenord)[-_]?(?:here)?|changeme|example|redacted|hidden)$`,
		`(?i)^(?:x+|\*+|\.+|…|•+|-+|_+)$`,
		`^(?:\$\w+|\$\(.*\)|%\w+%|\[.*\])$`,
	}}},
}
