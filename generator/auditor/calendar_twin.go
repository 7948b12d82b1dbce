package auditor

import "trustpress/generator/bundle"

// calendarTwin has a row for each time that a control was to be carried out.
func (w *writer) calendarTwin() twin {
	return twin{bundle.TableOf(calendarPage), func(v view) [][]string {
		out := [][]string{{"control", "frequency", "from", "to", "state", "evidence", "waiver", "bundle.page"}}
		for _, l := range w.lanes() {
			for _, t := range l.Times {
				var shown []string
				for _, e := range t.Evidence {
					shown = append(shown, e.ID)
				}
				out = append(out, []string{l.control.ID, l.Frequency, t.From.String(), t.To.String(), v.known(t.State, false).code(), joined(shown), t.Reason, v.pageOf(l.control)})
			}
		}
		return out
	}}
}
