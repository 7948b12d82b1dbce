package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
)

// Found returns what the rules of some names find, whatever the site sets them to and whether or not a waiver accepts it: what is lacking does
// not come to be there because nobody is to be told of it.
func Found(t *trace.Trace, names ...string) []diag.Finding {
	var log diag.Log
	run := started(t, theme.Look{})
	for _, name := range names {
		if r := Find(name); r != nil && r.Run != nil {
			log.Add(run(r)...)
		}
	}
	return log.Findings()
}
