package brand

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

const (
	drawingBytes    = 256 << 10 // of a drawing, at most
	drawingElements = 5000
	drawingDepth    = 40
)

// Drawing returns an SVG drawn anew: the shapes, in a form that does not depend on how they were written. What shows nothing is
// left out. What shows something and is none of the plain shapes, such as text in a font, is an error, for without it the
// drawing would be another.
func Drawing(svg []byte) ([]byte, error) {
	root, css, err := read(svg)
	if err != nil {
		return nil, err
	}
	if err := root.frame(); err != nil {
		return nil, err
	}
	sheet, err := rules(css)
	if err != nil {
		return nil, err
	}
	root.style(sheet)
	root.keep()
	if err := root.weigh(); err != nil {
		return nil, err
	}
	root.rename()
	var out strings.Builder
	root.write(&out, ` xmlns="`+namespace+`"`)
	return []byte(out.String()), nil
}

// element is an element of a drawing.
type element struct {
	name     string
	attrs    map[string]string
	children []*element
}

// each calls do for an element and all within it.
func (e *element) each(do func(*element)) {
	do(e)
	for _, child := range e.children {
		child.each(do)
	}
}

// frame gives the outermost element its viewBox, and no other size: how large a drawing is shown is for the page to say.
func (e *element) frame() error {
	if _, ok := e.attrs["viewBox"]; !ok {
		e.attrs["viewBox"] = "0 0 " + strings.TrimSuffix(e.attrs["width"], "px") + " " + strings.TrimSuffix(e.attrs["height"], "px")
	}
	box, err := numbers(e.attrs["viewBox"])
	if err != nil || len(box) != 4 || box[2] < shortest || box[3] < shortest {
		return errors.New("it has no viewBox, and no width and height to make one of")
	}
	e.attrs["viewBox"] = written(box)
	for _, key := range []string{"x", "y", "width", "height"} {
		delete(e.attrs, key)
	}
	return nil
}

// A number of a viewBox is not larger, and a side of it not smaller, so that what is reckoned with it stays a number.
const longest, shortest = 1e6, 1e-3

func numbers(text string) ([]float64, error) {
	var out []float64
	for _, word := range strings.Fields(strings.ReplaceAll(text, ",", " ")) {
		n, err := strconv.ParseFloat(word, 64)
		if err != nil || !(n >= -longest && n <= longest) {
			return nil, fmt.Errorf("%q is no number", word)
		}
		out = append(out, n)
	}
	return out, nil
}

func written(numbers []float64) string {
	out := make([]string, len(numbers))
	for i, n := range numbers {
		out[i] = strconv.FormatFloat(n, 'f', -1, 64)
	}
	return strings.Join(out, " ")
}

// keep leaves out every attribute that is none of a plain shape's, and every element that is not displayed.
func (e *element) keep() {
	maps.DeleteFunc(e.attrs, func(key, value string) bool { return !harmless(key, value) })
	e.children = slices.DeleteFunc(e.children, func(child *element) bool { return child.attrs["display"] == "none" && !servers[child.name] })
	for _, child := range e.children {
		child.keep()
	}
}

// rename gives the elements that others refer to names of our own, in the order in which they are referred to, and takes the
// names of all others away: they are those of layers and of people.
func (e *element) rename() {
	names := map[string]string{}
	e.each(func(e *element) {
		for _, key := range slices.Sorted(maps.Keys(e.attrs)) {
			old, refers := referred(key, e.attrs[key])
			if !refers {
				continue
			}
			if names[old] == "" {
				names[old] = "p" + strconv.Itoa(len(names)+1)
			}
			e.attrs[key] = strings.Replace(e.attrs[key], "#"+old, "#"+names[old], 1)
		}
	})
	e.each(func(e *element) {
		if name := names[e.attrs["id"]]; name != "" {
			e.attrs["id"] = name
			return
		}
		delete(e.attrs, "id")
	})
}

// write writes an element. No value holds a character that XML would have escaped.
func (e *element) write(out *strings.Builder, also string) {
	out.WriteString("<" + e.name + also)
	for _, key := range slices.Sorted(maps.Keys(e.attrs)) {
		out.WriteString(" " + key + `="` + e.attrs[key] + `"`)
	}
	if len(e.children) == 0 {
		out.WriteString("/>")
		return
	}
	out.WriteString(">")
	for _, child := range e.children {
		child.write(out, "")
	}
	out.WriteString("</" + e.name + ">")
}
