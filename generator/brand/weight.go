package brand

import "errors"

var errHeavy = errors.New("it draws too many shapes, or one of its shapes within itself")

// weigh holds against the same limit what a drawing becomes: a few elements that each use the one before twice are a billion shapes to
// whoever shows them.
func (e *element) weigh() error {
	w := scale{parts: map[string]*element{}, known: map[*element]int{}, open: map[*element]bool{}}
	e.each(func(part *element) {
		if id := part.attrs["id"]; id != "" && w.parts[id] == nil {
			w.parts[id] = part
		}
	})
	_, err := w.of(e)
	return err
}

// scale weighs the elements of a drawing, each once.
type scale struct {
	parts map[string]*element // by their names
	known map[*element]int
	open  map[*element]bool // whose weight is being found
}

// of returns how many shapes an element becomes, with all that it holds and refers to.
func (w scale) of(e *element) (int, error) {
	if n := w.known[e]; n > 0 {
		return n, nil
	}
	if w.open[e] {
		return 0, errHeavy
	}
	w.open[e] = true
	defer delete(w.open, e)
	n := 1
	for _, part := range append(w.referred(e), e.children...) {
		more, err := w.of(part)
		if n += more; err != nil || n > drawingElements {
			return 0, errHeavy
		}
	}
	w.known[e] = n
	return n, nil
}

// referred returns the parts that an element refers to.
func (w scale) referred(e *element) []*element {
	var out []*element
	for key, value := range e.attrs {
		if name, refers := referred(key, value); refers && w.parts[name] != nil {
			out = append(out, w.parts[name])
		}
	}
	return out
}
