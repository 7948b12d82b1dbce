package criteria

import (
	"embed"
	"fmt"
	"slices"
	"sync"

	"trustpress/generator/diag"
)

//go:embed data/tsc.toml data/iso27001.toml data/gdpr.toml data/pairs.toml
var data embed.FS

var builtin = sync.OnceValue(func() *Set {
	s, findings := loadBuiltin()
	s.pairs = sync.OnceValue(func() *pairs {
		p, findings := readPairs(embedded("pairs"), s)
		mustBeSound(findings)
		return p
	})
	mustBeSound(findings)
	return s
})

// Builtin returns the frameworks that trustpress knows: TSP section 100, ISO/IEC 27001:2022 and Regulation (EU) 2016/679. It
// is read once and shared; the pairs are read when they are first asked for.
func Builtin() *Set { return builtin() }

func mustBeSound(findings []diag.Finding) {
	if len(findings) > 0 {
		f := findings[0]
		panic(fmt.Sprintf("criteria: built-in catalogue: %s:%d: %s", f.File, f.Line, f.Message))
	}
}

func loadBuiltin() (*Set, []diag.Finding) {
	s := &Set{}
	ids := [...]string{"tsc", "iso27001", "gdpr"}
	var frameworks [len(ids)]*Framework
	var found [len(ids)][]diag.Finding
	var all sync.WaitGroup
	for i, id := range ids {
		all.Go(func() { frameworks[i], found[i] = read(embedded(id)) })
	}
	all.Wait()
	for _, f := range frameworks {
		f.Span = diag.Span{}
		s.add(f)
	}
	s.index()
	return s, slices.Concat(found[:]...)
}

func embedded(name string) *diag.File {
	text, err := data.ReadFile("data/" + name + ".toml")
	if err != nil {
		panic(err) // the file is named in the directive above
	}
	return diag.NewFile(name+".toml", text)
}
