package check

import (
	"fmt"
	"strings"

	"trustpress/generator/program"
)

// noticeFacts reports a notice of a subprocessor that a customer cannot act on: no day on which it takes effect, no day until which
// one may object, no ground for a transfer.
func noticeFacts(p *Pass, v *program.Vendor) {
	s := v.Subprocessor
	if s == nil || !s.Public || s.Announced.IsZero() || !s.Ended.IsZero() {
		return
	}
	coming := s.Effective.IsZero() || p.AsOf.Before(s.Effective)
	var missing []string
	for _, fact := range []struct {
		name    string
		lacking bool
	}{
		{"effective date", s.Effective.IsZero()},
		{"day until which one may object", coming && s.ObjectionUntil.IsZero()},
		{"transfer mechanism", s.Transfer == "" && (coming || !s.ObjectionUntil.IsZero() || s.Replaces != "")},
	} {
		if fact.lacking {
			missing = append(missing, fact.name)
		}
	}
	if len(missing) > 0 {
		p.wrong(v, v.At("subprocessor", "announced"), "L21", fmt.Sprintf("this subprocessor is announced without its %s", strings.Join(missing, ", ")),
			"write effective, objection_until and transfer; the time to object comes from the agreement with customers, and no law sets it")
	}
}
