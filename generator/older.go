package generator

import (
	"fmt"
	"io/fs"
	"slices"

	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/handbook"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// older returns the released versions whose pages stand beside today's.
func older(fsys fs.FS, e *audience.Edition) []handbook.Older {
	var released []string
	for _, v := range e.Past.Versions {
		released = append(released, v.Version)
	}
	shown := e.Site.Handbook.Shown(released)
	return slices.DeleteFunc(every(fsys, e), func(o handbook.Older) bool { return !slices.Contains(shown, o.Released.Version) })
}

// every returns the released versions, each to be compiled when it is asked for.
func every(fsys fs.FS, e *audience.Edition) []handbook.Older {
	var out []handbook.Older
	for _, v := range e.Past.Versions {
		out = append(out, handbook.Older{Released: v, Staff: func() (*audience.Staff, error) {
			edition, err := editionOf(fsys, e, v)
			return audience.ForStaff(edition), err
		}})
	}
	return out
}

// Compare says what became of the policies and procedures of the handbook from one version to another. nil is the content as it stands.
func Compare(fsys fs.FS, e *audience.Edition, from, to *trace.Version) (*handbook.Comparison, error) {
	return handbook.Compare(audience.ForStaff(e), every(fsys, e), from, to)
}

// editionOf makes the edition of a released version from its archive. It is the edition that was released but for its findings, which
// were none, and for its audit: what was evidenced on that day is no matter of the text. What staff may not read is as confidential in it as
// it is by now.
func editionOf(fsys fs.FS, of *audience.Edition, v *trace.Version) (*audience.Edition, error) {
	edition, _, err := unpacked(fsys, of, v)
	if err == nil {
		withhold(edition.Program, v, of.Program.Approvals)
	}
	return edition, err
}

// unpacked makes the edition of a released version with nothing withheld, and returns the files that it was made of.
func unpacked(fsys fs.FS, of *audience.Edition, v *trace.Version) (*audience.Edition, fs.FS, error) {
	archive, err := archived(fsys, of.Site, v.Release)
	if err != nil {
		return nil, nil, fmt.Errorf("version %s: %w", v.Version, err)
	}
	bound, err := recompile(archive, v.Date, of.Past.Versions[:slices.Index(of.Past.Versions, v)])
	if err != nil {
		return nil, nil, fmt.Errorf("version %s: %w", v.Version, err)
	}
	return &audience.Edition{Trace: bound, Brand: of.Brand, Version: v}, archive, nil
}

// withhold makes confidential in an old program what is so in its version by now, and the records of approvals that are so today.
func withhold(prog *program.Program, v *trace.Version, today []*program.Approval) {
	secret := map[string]bool{}
	for _, o := range v.Records {
		secret[o.ID] = secret[o.ID] || o.Confidential
	}
	for _, rec := range prog.Records() {
		if r := rec.Base(); secret[r.ID] && r.ID != "" {
			r.Classification = "confidential"
		}
	}
	type decision struct{ sha256, on string }
	withheld := map[decision]bool{}
	for _, a := range today {
		d := decision{a.SHA256, a.On.String()}
		withheld[d] = withheld[d] || a.IsConfidential()
	}
	for _, a := range prog.Approvals {
		if withheld[decision{a.SHA256, a.On.String()}] {
			a.Classification = "confidential"
		}
	}
}

func recompile(archive fs.FS, on node.Day, before []*trace.Version) (*trace.Trace, error) {
	site, tree, err := reread(archive)
	if err != nil {
		return nil, err
	}
	site.Audit = nil
	earlier := func(*program.Program) (trace.Past, []diag.Finding, error) {
		return trace.Past{Versions: before}, nil, nil
	}
	bound, _, err := compile(archive, site, tree, earlier, on, func(int, int) {})
	return bound, err
}
