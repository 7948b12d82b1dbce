package program

import "trustpress/generator/node"

// Person is somebody who owns, approves or collects.
type Person struct {
	Record
	Name        string   `field:"name"`
	Role        string   `field:"role"`
	Emails      []string `field:"emails"`
	SigningKeys []string `field:"signing_keys"`
}

// Risk is one entry of the risk register.
type Risk struct {
	Record
	Likelihood string         `field:"likelihood"`
	Impact     string         `field:"impact"`
	Treatment  string         `field:"treatment"`
	Controls   []Ref[Control] `field:"controls"`
}

// Incident is something that went wrong (DC 200 DC 4).
type Incident struct {
	Record
	OccurredOn node.Day       `field:"occurred_on"`
	ResolvedOn node.Day       `field:"resolved_on"`
	Severity   string         `field:"severity"`
	Affects    []string       `field:"affects"`
	DC4        bool           `field:"dc4"` // it meets DC 4
	Controls   []Ref[Control] `field:"controls"`
}

// Deficiency is a control that was not there or did not work.
type Deficiency struct {
	Record
	Controls  []Ref[Control] `field:"controls"`
	Nature    []string       `field:"nature" of:"design|operation"` // what of the control was deficient: one of them, or both
	FoundOn   node.Day       `field:"found_on"`
	Cause     string         `field:"cause"`
	Effect    string         `field:"effect"`
	Response  string         `field:"response"`
	Due       node.Day       `field:"due"`
	ClosedOn  node.Day       `field:"closed_on"`
	Exception string         `field:"exception"` // that the service auditor reports, as the report numbers it
}

// Change is a significant change of the system in the period (DC 200 DC 9).
type Change struct {
	Record
	On      node.Day `field:"on"`
	Affects []string `field:"affects"`
}

// Disclosure says who was given what. It is never public.
type Disclosure struct {
	Record
	Who          string        `field:"who"`
	Organization string        `field:"organization"`
	Document     Ref[Document] `field:"document"`
	Version      string        `field:"version"`
	SHA256       string        `field:"sha256"`
	NDAOn        node.Day      `field:"nda_on"`
	Granted      node.Day      `field:"granted"`
	Expires      node.Day      `field:"expires"`
	Ended        node.Day      `field:"ended"` // it was given back, or erased
	By           Ref[Person]   `field:"by"`
}

// need refuses what would make a disclosure public.
func (d *Disclosure) need(dec *node.Decoder) {
	const message, hint = "a disclosure is never public", "delete this key"
	if d.IsPublic() {
		dec.Fail(d.At("classification"), message, hint)
		d.Classification = ""
	}
	if p := d.Fields.Pair("public"); p != nil && p.Value.Kind != node.Null {
		dec.Fail(p.Span, message, hint)
		d.Public = Public{}
	}
}
