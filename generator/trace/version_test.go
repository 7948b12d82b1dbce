package trace_test

import (
	"fmt"
	"sync"
	"testing"
	"testing/fstest"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// An older version is bound while others ask what stood in the versions before it.
func TestVersionsAreAskedWhileOthersAreBound(t *testing.T) {
	var records []program.Outline
	for i := range 2000 {
		records = append(records, program.Outline{Kind: "policy", ID: fmt.Sprint("POL-", i)})
	}
	past := trace.Past{Versions: []*trace.Version{trace.NewVersion(&program.Release{Version: "1", Date: day(t, "2026-01-20")}, records)}}
	site := fstest.MapFS{"content/people.toml": {Data: []byte("[[person]]\nid = \"PER\"\nname = \"Karin\"\n")}}
	bind(t, site, past)
	var asking sync.WaitGroup
	defer asking.Wait()
	stop := make(chan bool)
	asking.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			if past.Versions[0].Find("policy", []string{"pol-1999"}) == nil {
				t.Error("a record of the version is not found")
				return
			}
		}
	})
	for range 50 {
		bind(t, site, past)
	}
	close(stop)
}
