package auditor

import "trustpress/generator/config"

// opinionPlace is the place of the service auditor's report. Nothing of hers is written there: management supplies what its report is to be about.
type opinionPlace struct {
	Section             sectionHead
	CarveOut, Inclusive []link
}

func (w *writer) opinion(v view) any {
	return opinionPlace{Section: w.sectionHead(w.section(config.Opinion)), CarveOut: v.vendorLinks("carve-out"), Inclusive: v.vendorLinks("inclusive")}
}
