package program

import (
	"regexp"

	"trustpress/generator/config"
	"trustpress/generator/node"
)

// address is a text that readers are sent to.
type address struct {
	text  string
	at    []string // the keys that lead to it
	words bool     // it may as well say in words how somebody is reached
}

func (v *Vendor) addresses() []address {
	s := v.Subprocessor
	if s == nil {
		return nil
	}
	return []address{{text: s.Contact, at: []string{"subprocessor", "contact"}, words: true}, {text: s.DPAURL, at: []string{"subprocessor", "dpa_url"}},
		{text: s.SecurityURL, at: []string{"subprocessor", "security_url"}}}
}

func (r *Report) addresses() []address {
	return []address{{text: r.Auditor.LicenceURL, at: []string{"auditor", "licence_url"}}, {text: r.Auditor.PeerReviewURL, at: []string{"auditor", "peer_review_url"}}}
}

// scheme is what words do not begin with, and addresses do.
var scheme = regexp.MustCompile(`^(?://|[A-Za-z][A-Za-z0-9+.-]*:[^\s])`)

// reach reports addresses of a record that lead nowhere, or where no reader is to be sent.
func reach(rec Any, dec *node.Decoder) {
	of, ok := rec.(interface{ addresses() []address })
	if !ok {
		return
	}
	for _, a := range of.addresses() {
		switch {
		case a.text == "" || config.Page(a.text):
		case !a.words:
			dec.Fail(rec.Base().At(a.at...), config.Unreachable(a.text), "write it whole, as in https://example.com/")
		case scheme.MatchString(a.text) && !config.Reachable(a.text):
			dec.Fail(rec.Base().At(a.at...), config.Unreachable(a.text), config.WriteWhole)
		}
	}
}
