package auditor

import "trustpress/generator/readiness"

// readinessData is the preparation checklist: what an examination asks for, what of it is in place, and what is lacking.
type readinessData struct {
	Head     head
	Asks     string // what is asked at this stage, in words
	Twin     link
	Lacking  []readyItem // of all areas
	Areas    []readyArea
	Later    []string
	Unknown  []string
	Criteria []readyCriteria // those with something lacking first
}

type readyArea struct {
	Title string
	Items []readyItem
}

// readyItem is one question with its answer.
type readyItem struct {
	Anchor, Asks string
	InPlace      string
	Short        string // how much is lacking, or ""
	Lacking      []readyLack
}

// readyLack is one record or criterion of which something is lacking, with all that is lacking of it.
type readyLack struct {
	About link
	Notes []readyNote
}

// readyNote says what is lacking: what a rule says, else the days that are meant.
type readyNote struct {
	Message, Rule string
	Window        days
	Reason        string // that a waiver gives
}

// readyCriteria are the criteria of which something is lacking, or nothing.
type readyCriteria struct {
	Title string
	Gap   bool
	Rows  []readyCriterion
}

type readyCriterion struct {
	Criterion link
	State     state
	Controls  int
	Reason    string // why it does not apply
	Lacks     []readyControl
	Unmapped  bool
}

// readyControl is a control with what is lacking of it, in words.
type readyControl struct {
	Control link
	Lacks   []string
}

func (w *writer) readiness(v view) any {
	list := w.checklist()
	out := readinessData{Head: w.head(), Asks: v.text(w.asks()), Twin: v.twin(readinessPage), Later: v.questions(list.Later),
		Unknown: v.questions(list.Unknown), Criteria: v.readyCriteria(list.Criteria)}
	for _, a := range list.Areas {
		area := readyArea{Title: v.text("ready-area-" + a.Name)}
		for _, i := range a.Items {
			item := v.readyItem(i)
			area.Items = append(area.Items, item)
			if item.Short != "" {
				out.Lacking = append(out.Lacking, item)
			}
		}
		out.Areas = append(out.Areas, area)
	}
	return out
}

// unprepared counts the questions in whose answer something is lacking.
func (w *writer) unprepared() int {
	n := 0
	for _, a := range w.checklist().Areas {
		for _, i := range a.Items {
			if len(i.Lacking) > 0 {
				n++
			}
		}
	}
	return n
}

// asks is the key of the words for what is asked at this stage.
func (w *writer) asks() string {
	switch {
	case w.Site.Audit.Stage == "readiness":
		return "auditor-ask-readiness"
	case w.Site.Audit.Type == 1:
		return "auditor-ask-type-1"
	}
	return "auditor-ask-type-2"
}

func (v view) questions(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = v.text("ready-" + name)
	}
	return out
}

func (v view) readyItem(i readiness.Item) readyItem {
	out := readyItem{Anchor: "tp.ready." + i.Name, Asks: v.text("ready-" + i.Name), Short: v.shortOf(i)}
	switch {
	case i.Of == 0:
		out.InPlace = v.text("auditor-none-recorded")
	case i.Site && out.Short == "":
		out.InPlace = v.text("auditor-in-place-one")
	case i.Site:
		out.InPlace = v.text("auditor-in-place-none")
	default:
		out.InPlace = v.text("auditor-in-place-of", i.InPlace(), i.Of)
	}
	for _, l := range i.Lacking {
		if l.Record == nil && l.Criterion == nil && l.Message == "" { // the question says it all
			continue
		}
		about, note := v.lacks(l), readyNote{l.Message, l.Rule, daysOf(l.Window), l.Reason}
		if n := len(out.Lacking); n == 0 || out.Lacking[n-1].About != about {
			out.Lacking = append(out.Lacking, readyLack{About: about})
		}
		last := &out.Lacking[len(out.Lacking)-1]
		if note != (readyNote{}) {
			last.Notes = append(last.Notes, note)
		}
	}
	return out
}

// shortOf says how much of what is asked is lacking, or nothing.
func (v view) shortOf(i readiness.Item) string {
	switch {
	case len(i.Lacking) == 0:
		return ""
	case i.Site:
		return v.text("auditor-lacks-it")
	}
	return v.text("auditor-lacks-n", i.Lacks(), i.Of)
}

// lacks returns the way to what something is lacking of; of the site itself there is none.
func (v view) lacks(l readiness.Lack) link {
	switch {
	case l.Record != nil:
		return v.record(l.Record)
	case l.Criterion != nil:
		return v.criterionLink(l.Criterion)
	}
	return link{Title: spot(l.At)}
}

func (v view) readyCriteria(all []readiness.Criterion) []readyCriteria {
	some, none := readyCriteria{Title: v.text("auditor-some-lacking"), Gap: true}, readyCriteria{Title: v.text("auditor-none-lacking")}
	for _, c := range all {
		row := readyCriterion{Criterion: v.criterionLink(c.Criterion), State: v.criterionState(c.Criterion), Controls: len(c.Coverage.Controls), Reason: c.Reason,
			Unmapped: !c.Met()}
		for _, one := range c.Controls {
			row.Lacks = append(row.Lacks, readyControl{v.record(one.Control), v.lackWords(one)})
		}
		to := &none
		if c.Lacking() {
			to = &some
		}
		to.Rows = append(to.Rows, row)
	}
	var out []readyCriteria
	for _, group := range []readyCriteria{some, none} {
		if len(group.Rows) > 0 {
			out = append(out, group)
		}
	}
	return out
}

func (v view) lackWords(c readiness.Control) []string {
	var out []string
	for _, name := range c.Lacks {
		out = append(out, v.text("ready-lacks-"+name))
	}
	if c.Windows > 0 {
		out = append(out, v.text("auditor-lacks-windows", c.Windows))
	}
	if c.Populations > 0 {
		out = append(out, v.text("auditor-lacks-populations", c.Populations))
	}
	return out
}
