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

// Patterns are tried only where a sign stands that one of them begins with, and only on what follows it: files are large.
var (
	identity = regexp.MustCompile(`^(?:(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]\d{4}|(?:19\d\d|20[01]\d)(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])\d{4})\b`)
	mobile   = regexp.MustCompile(`^(?:\+46 ?(?:\(0\))?[ -]?|0046 ?|0)7[02369][ -]?\d(?:[ -]?\d){6}\b`)
	iban     = regexp.MustCompile(`^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b`)
	address  = regexp.MustCompile(`^[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}`)
	// function matches what stands before the @ of an address that is nobody's own.
	function = regexp.MustCompile(`(?i)^(?:(?:security|sakerhet|support|info|kontakt|contact|hello|hej|no-?reply|do-?not-?reply|admin|administrator|root|postmaster|webmaster|hostmaster|abuse|billing|faktura|finance|ekonomi|hr|personal|privacy|dpo|legal|jobs?|ops|operations|drift|jour|on-?call|it|dev|devops|sre|infra|platform|team|alerts?|larm|monitoring|notifications?|reports?|bot|ci|git|deploy|build|service|system|backup|scanner|audit|compliance|trust|press|sales|marketing|kundtjanst|styrelse|board|requests?|mailer-daemon)(?:[._+-].*)?|svc[._-].*|.*[._-](?:bot|svc|service|noreply)|\d+|[0-9a-f]{16,})$`)
)

// farthest is how far what a person is known by may reach from the sign that it is found at.
const farthest = 64

func (p *people) read(text []byte) {
	before := byte(' ')
	for i, c := range text {
		switch {
		case c == '@':
			p.address(text, i)
		case joined[before] || !begins[c]:
		case c >= 'A':
			p.account(text[i:min(i+farthest, len(text))])
		default:
			p.number(text[i:min(i+farthest, len(text))])
		}
		before = c
	}
}

// joined are the signs after which no number begins, begins those that one begins with.
var joined, begins = bytesOf("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.+-"), bytesOf("0123456789+ABCDEFGHIJKLMNOPQRSTUVWXYZ")

func bytesOf(list string) (set [256]bool) {
	for _, c := range []byte(list) {
		set[c] = true
	}
	return set
}

func (p *people) number(text []byte) {
	if found := identity.Find(text); found != nil {
		note(&p.dated, found)
		if luhn(found) {
			note(&p.born, found)
		}
	} else if found := mobile.Find(text); found != nil {
		note(&p.phones, found)
	}
}

func (p *people) account(text []byte) {
	if len(text) < 15 || text[1] < 'A' || text[2] > '9' || text[3] > '9' {
		return
	}
	if found := iban.Find(text); found != nil && checked(found) {
		note(&p.banks, found)
	}
}

// address looks around an @.
func (p *people) address(text []byte, at int) {
	start := at
	for start > 0 && at-start < farthest && text[start-1] < 0x80 && (joined[text[start-1]] || text[start-1] == '%') {
		start--
	}
	if found := address.Find(text[start:min(at+4*farthest, len(text))]); found != nil && !function.Match(text[start:at]) {
		note(&p.addresses, found)
	}
}

// note counts different things.
func note(seen *map[string]bool, what []byte) {
	if *seen == nil {
		*seen = map[string]bool{}
	}
	if len(*seen) < enough {
		(*seen)[string(bytes.ToLower(what))] = true
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

// checked checks the two digits of an IBAN (ISO 13616), which make it one more than a multiple of 97 when its beginning is put last and a
// letter counts from ten.
func checked(number []byte) bool {
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
