package trust

import (
	"strings"

	"trustpress/generator/audience"
)

// row is a row of what is told of a record.
type row struct {
	Name string
	Told []thing // none: nobody told it, and the row says so
}

// thing is one in a row: words, or days, and where they lead.
type thing struct {
	Text, Lang string
	Href       string
	span
	Code bool // it is to be copied letter by letter
}

// table collects the rows of a record, in words.
type table struct {
	*sheet
	rows []row
}

// add adds a row of things that are told, if any is.
func (t *table) add(key string, things ...thing) {
	if things = said(things); len(things) > 0 {
		t.rows = append(t.rows, row{t.say(key), things})
	}
}

// expect adds a row that a reader looks for, told or not.
func (t *table) expect(key string, things ...thing) {
	t.rows = append(t.rows, row{t.say(key), said(things)})
}

// said leaves out what says nothing.
func said(things []thing) []thing {
	var out []thing
	for _, one := range things {
		if one.Text != "" || one.From != "" {
			out = append(out, one)
		}
	}
	return out
}

func words(text string) thing { return thing{Text: text} }

func on(day string) thing { return thing{span: span{From: day}} }

// together returns words that stand beside each other, in one line.
func together(of audience.Said) thing {
	return thing{Text: strings.Join(of.Words, ", "), Lang: of.Lang}
}
