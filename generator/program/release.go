package program

import (
	"fmt"

	"trustpress/generator/node"
)

// Release is one frozen version of the handbook. `trustpress release` writes it.
type Release struct {
	Record
	Version string   `field:"version"`
	Date    node.Day `field:"date"`
	SHA256  string   `field:"sha256"`
}

// need refuses a version that cannot be named so.
func (r *Release) need(dec *node.Decoder) {
	if r.Version != "" && !IsVersion(r.Version) {
		dec.Fail(r.At("version"), fmt.Sprintf("%q cannot be the name of a version", r.Version), NameVersion)
	}
}

// Archive returns the path of the release's archive below the content root, or "" where its version cannot be one.
func (r *Release) Archive() string {
	if !IsVersion(r.Version) {
		return ""
	}
	return r.Kind.Folder + "/" + r.Version + ".zip"
}

// Released returns the releases of a version, however it is written. There is to be one at most.
func (p *Program) Released(version string) []*Release {
	var out []*Release
	for _, r := range p.Releases {
		if r.Archive() != "" && CompareVersions(r.Version, version) == 0 {
			out = append(out, r)
		}
	}
	return out
}
