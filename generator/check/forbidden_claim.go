package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/wording"
)

var forbiddenClaim = &Rule{
	Rule: diag.Rule{Code: "TP501", Name: "forbidden-claim", Severity: diag.Error, Blocks: []string{"trust"}, Waivable: false,
		Says: "words only a CPA or a certification body may say, in public text"},
	Why: `A CPA firm gives an opinion on controls, for a period. It certifies nobody, and nobody passes: "SOC 2 certified" says what does not exist, and
the AICPA's rules forbid it. A law such as the GDPR certifies nobody either, a provider's report does not make its halls ours, and a page of ours is
no SOC 3 report. Each message names the language rule (L01 …), and its hint the words to use instead; for a report: "a SOC 2 Type 2 report for
<period>, issued by <firm>". What records tell is held against each other too: a bridge letter that an auditor is said to sign (L17), a carve-out
that is not shown (L20), a new subprocessor without its days (L21), a translation that says more than its source, or another number (L24). Words
in quotation marks or code, questions, and sentences that deny the claim are not meant. No waiver accepts this.`,
	Bad: `-- content/controls/KEY-01.md --
---
id: KEY-01
title: Keys are renewed every year
public: Keys are renewed every year, because we are SOC 2 certified.
---
The platform team renews the keys.
`,
	Good: `-- content/controls/KEY-01.md --
---
id: KEY-01
title: Keys are renewed every year
public: Keys are renewed every year. We are not SOC 2 certified, and nobody is.
---
The platform team renews the keys.
`,
	Run: runForbiddenClaim,
}

func runForbiddenClaim(p *Pass) {
	p.claims(wording.Forbidden)
	for _, r := range p.Program.Reports {
		if isTold(r) && !r.Broken {
			reportFacts(p, r)
		}
	}
	for _, v := range p.Program.Vendors {
		if !v.Broken {
			carvedOut(p, v)
			noticeFacts(p, v)
		}
	}
	twins(p)
}
