package main

import (
	"trustpress/generator/check"
	"trustpress/generator/node"
)

// agenda is what is due, as JSON. Its form is stable: cmd/trustpress/manual/evidence.md says what it is.
type agenda struct {
	From   string `json:"from"`
	Within string `json:"within"`
	Due    []due  `json:"due"`
}

type due struct {
	Day       string   `json:"day"`
	Days      int      `json:"days"`
	Missing   bool     `json:"missing"`
	Kind      string   `json:"kind"`
	Controls  []string `json:"controls"`
	Request   string   `json:"request"`
	Title     string   `json:"title"`
	Owner     string   `json:"owner"`
	Frequency string   `json:"frequency"`
	From      string   `json:"from"`
	To        string   `json:"to"`
	Collect   string   `json:"collect"`
	Last      string   `json:"last"`
	Command   string   `json:"command"`
	File      string   `json:"file"`
	Line      int      `json:"line"`
	Column    int      `json:"column"`
}

func agendaOf(day node.Day, ahead node.Duration, all []check.Due) agenda {
	out := agenda{From: day.String(), Within: ahead.String(), Due: []due{}}
	for _, d := range all {
		one := due{Day: d.Day.String(), Days: d.Days, Missing: d.Missing, Kind: d.Kind, Controls: []string{}, Owner: d.Owner, Frequency: d.Frequency,
			From: d.Window.From.String(), To: d.Window.To.String(), Collect: wanted(d), Command: d.Command(), File: d.Span.File, Line: d.Span.Line, Column: d.Span.Column}
		for _, c := range d.Controls {
			one.Controls = append(one.Controls, c.ID)
		}
		if d.Last != nil {
			one.Last = d.Last.ID
		}
		if d.Request != nil {
			one.Request, one.Title = d.Request.ID, d.Request.Title
		} else {
			one.Title = d.Controls[0].Title
		}
		out.Due = append(out.Due, one)
	}
	return out
}
