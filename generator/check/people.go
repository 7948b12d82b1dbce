package check

import (
	"bytes"
	"regexp"
)

// people is what a raw file seems to know of persons: how many of each there are.
type people struct {
	born, dated              map[string]bool // numbers that are made like those of persons, and those that begin with a day
	addresses, phones, banks map[string]bool
}

// several is how many addresses make a list of people; one or two may be those of functions. enough is where counting ends.
const several, enough = 3, 1000

// are says what a file holds of people, or nothing. Of numbers that only begin with a day, as those of cases do, one in ten has the last
// digit of a person's by chance.
func (p *people) are() string {
	switch {
	case len(p.born) > 0 && 2*len(p.born) >= len(p.dated):
		return "personal identity numbers"
	case len(p.addresses) >= several:
		return "the e-mail addresses of people"
	case len(p.phones) >= several:
		return "the mobile numbers of people"
	case len(p.banks) >= several:
		return "the bank accounts of people"
	}
	return ""
}

var (
	identity = regexp.MustCompile(`(?:^|[^\w.+-])((?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]\d{4}|(?:19\d\d|20[01]\d)(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])\d{4})\b`)
	address  = regexp.MustCompile(`[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}\b`)
	mobile   = regexp.MustCompile(`(?:^|[^\w.+-])(?:\+46 ?(?:\(0\))?[ -]?|0046 ?|0)(7[02369][ -]?\d(?:[ -]?\d){6})\b`)
	iban     = regexp.MustCompile(`\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b`)
	// function matches what stands before the @ of an address that is nobody's own.
	function = regexp.MustCompile(`(?i)^(?:(?:security|sakerhet|support|info|kontakt|contact|hello|hej|no-?reply|do-?not-?reply|admin|administrator|root|postmaster|webmaster|hostmaster|abuse|billing|faktura|finance|ekonomi|hr|personal|privacy|dpo|legal|jobs?|ops|operations|drift|jour|on-?call|it|dev|devops|sre|infra|platform|team|alerts?|larm|monitoring|notifications?|reports?|bot|ci|git|deploy|build|service|system|backup|scanner|audit|compliance|trust|press|sales|marketing|kundtjanst|styrelse|board|requests?|mailer-daemon)(?:[._+-].*)?|svc[._-].*|.*[._-](?:bot|svc|service|noreply)|\d+|[0-9a-f]{16,})$`)
)

func (p *people) read(text []byte) {
	note(&p.dated, identity, text, 1, func(number []byte) bool { return true })
	note(&p.born, identity, text, 1, luhn)
	note(&p.addresses, address, text, 0, func(a []byte) bool { return !function.Match(a[:bytes.IndexByte(a, '@')]) })
	note(&p.phones, mobile, text, 1, func([]byte) bool { return true })
	note(&p.banks, iban, text, 0, account)
}

// note counts the different things that a pattern finds and a test holds for real.
func note(seen *map[string]bool, pattern *regexp.Regexp, text []byte, group int, real func([]byte) bool) {
	if *seen == nil {
		*seen = map[string]bool{}
	}
	for _, m := range pattern.FindAllSubmatch(text, -1) {
		if len(*seen) >= enough {
			return
		}
		if real(m[group]) {
			(*seen)[string(bytes.ToLower(m[group]))] = true
		}
	}
}

// luhn checks the last digit of a Swedish personal identity number, which is made over its last ten digits.
func luhn(number []byte) bool {
	digits := digitsOf(number)
	sum := 0
	for i, d := range digits[len(digits)-10:] {
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

func digitsOf(number []byte) []int {
	var out []int
	for _, c := range number {
		if c >= '0' && c <= '9' {
			out = append(out, int(c-'0'))
		}
	}
	return out
}

// account checks the two digits of an IBAN (ISO 13616), which make it one more than a multiple of 97 when its beginning is put last and a
// letter counts from ten.
func account(number []byte) bool {
	number = bytes.ReplaceAll(number, []byte(" "), nil)
	rest := 0
	for _, c := range append(bytes.Clone(number[4:]), number[:4]...) {
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest == 1
}
