package auditor

import (
	"cmp"
	"path"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/program"
)

// signaturesFolder is where the signatures of approvals stand, below data/. OpenSSH takes each from a file of its own, and none out of a register.
const signaturesFolder = "policies/signatures"

// sign gives every approval that has a signature a file for it, named by policy and version: "policies/signatures/pol-ac_4.1.sig".
func (p *places) sign(a *audience.Auditor) error {
	p.signatures = map[*program.Approval]string{}
	var signed []*program.Approval
	var names []string
	for _, one := range a.Program.Approvals {
		if one.Signature != "" {
			signed, names = append(signed, one), append(names, strings.ToLower(one.Policy.ID)+"_"+cmp.Or(one.Version, one.On.String())+".sig")
		}
	}
	paths, err := bag.Namer{Folder: "data/" + signaturesFolder}.Names(names)
	for i := range paths {
		p.signatures[signed[i]] = strings.TrimPrefix(paths[i], "data/")
	}
	return err
}

// signed lists the files of the signatures, byte for byte as they are recorded.
func (w *writer) signed() []bag.Entry {
	var out []bag.Entry
	for _, a := range w.Program.Approvals {
		if at := w.signatures[a]; at != "" {
			out = append(out, entry(at, []byte(a.Signature)))
		}
	}
	return out
}

// signature returns the way to the signature of an approval, or nil if it has none.
func (v view) signature(a *program.Approval) *link {
	at := v.signatures[a]
	if at == "" {
		return nil
	}
	return &link{ID: path.Base(at), Href: v.root + at}
}
