package trace

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"trustpress/generator/program"
	"trustpress/generator/tabular"
)

// Population is what the raw file of a population holds, so that what was selected from it can be found in it.
type Population struct {
	Head []string      // its first row; none of a file that has no rows
	Rows []tabular.Row // below the head
	at   map[string][]int
}

// Population reads the raw file of a population, once however many selections were made from it: a table, a workbook or JSON. The error
// says why it has no rows.
func (t *Trace) Population(e *program.Evidence) (*Population, error) {
	once, _ := t.populations.LoadOrStore(e, sync.OnceValues(func() (*Population, error) { return t.readPopulation(e) }))
	return once.(func() (*Population, error))()
}

func (t *Trace) readPopulation(e *program.Evidence) (*Population, error) {
	f := t.Files[e]
	switch {
	case !e.HasFile():
		return nil, fmt.Errorf("%s names no file", e.ID)
	case !f.Present || f.Pointer:
		return nil, fmt.Errorf("the file of %s is not here", e.ID)
	}
	text, err := fs.ReadFile(t.fsys, f.Path)
	if err != nil {
		return nil, err
	}
	p, err := population(path.Base(f.Path), text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Path, err)
	}
	return p, nil
}

func population(name string, text []byte) (*Population, error) {
	p := &Population{at: map[string][]int{}}
	read := p.tables
	if strings.EqualFold(path.Ext(name), ".json") {
		read = p.json
	}
	if err := read(name, text); err != nil {
		return nil, err
	}
	for i, row := range p.Rows {
		for _, cell := range row.Cells {
			if at := p.at[folded(cell)]; cell != "" && (len(at) == 0 || at[len(at)-1] != i) {
				p.at[folded(cell)] = append(at, i)
			}
		}
	}
	return p, nil
}

// Holding returns the rows that hold an item as one of their cells.
func (p *Population) Holding(item string) []tabular.Row {
	var out []tabular.Row
	for _, i := range p.at[folded(item)] {
		out = append(out, p.Rows[i])
	}
	return out
}

func folded(cell string) string { return strings.ToLower(strings.TrimSpace(cell)) }

func (p *Population) tables(name string, text []byte) error {
	tables, err := tabular.Read(name, text)
	for _, t := range tables {
		if len(t.Rows) == 0 {
			continue
		}
		if p.Head == nil {
			p.Head = t.Rows[0].Cells
		}
		p.Rows = append(p.Rows, t.Rows[1:]...)
	}
	return err
}

// json takes each object that holds a value of its own for a row.
func (p *Population) json(_ string, text []byte) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var root any
	if err := d.Decode(&root); err != nil {
		return fmt.Errorf("this JSON does not parse: %w", err)
	}
	p.value(root)
	return nil
}

func (p *Population) value(x any) {
	switch x := x.(type) {
	case []any:
		for _, item := range x {
			p.value(item)
		}
	case map[string]any:
		p.object(x)
	default:
		p.row(scalar(x))
	}
}

func (p *Population) object(x map[string]any) {
	var own []string
	for _, key := range slices.Sorted(maps.Keys(x)) {
		if s := scalar(x[key]); s != "" {
			own = append(own, s)
		}
	}
	p.row(own...)
	for _, key := range slices.Sorted(maps.Keys(x)) {
		if scalar(x[key]) == "" {
			p.value(x[key])
		}
	}
}

func (p *Population) row(cells ...string) {
	if len(cells) > 0 && cells[0] != "" {
		p.Rows = append(p.Rows, tabular.Row{Number: len(p.Rows) + 1, Cells: cells})
	}
}

// scalar returns a value of JSON that is neither a list nor an object, as text.
func scalar(x any) string {
	switch x := x.(type) {
	case string:
		return x
	case json.Number:
		return x.String()
	case bool:
		return strconv.FormatBool(x)
	}
	return ""
}
