package brand

import (
	"regexp"
	"strings"
)

// presentation are the attributes that a style can set as well.
var presentation = set(`clip-path clip-rule color display fill fill-opacity fill-rule mask mask-type opacity overflow paint-order
	shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
	stroke-opacity stroke-width vector-effect visibility`)

// geometry are the others that say where a shape is and what it is made of.
var geometry = set(`clipPathUnits cx cy d fr fx fy gradientTransform gradientUnits height href id maskContentUnits maskUnits offset
	pathLength points preserveAspectRatio r rx ry spreadMethod transform viewBox width x x1 x2 y y1 y2`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		out[word] = true
	}
	return out
}

var (
	value     = regexp.MustCompile(`^[#%\w+., -]*$`)
	function  = regexp.MustCompile(`\b(?:rgba?|hsla?|matrix|translate|scale|rotate|skewX|skewY)\([#%\w+.,/ -]*\)`)
	reference = regexp.MustCompile(`^url\(#([\w.:-]+)\)`)
	quoted    = regexp.MustCompile(`url\( ?["']?(#[^"') ]*)["']? ?\)`)
	plainName = regexp.MustCompile(`^[\w.:-]+$`)
)

// harmless reports whether an attribute is one of a plain shape, and says what such an attribute can say: numbers, words,
// colours, transformations, and a reference to another part of the drawing.
func harmless(key, text string) bool {
	switch {
	case key == "id":
		return plainName.MatchString(text)
	case key == "href":
		return strings.HasPrefix(text, "#") && plainName.MatchString(text[1:])
	case !presentation[key] && !geometry[key]:
		return false
	}
	rest := text
	if presentation[key] {
		rest = reference.ReplaceAllString(rest, "")
	}
	return value.MatchString(function.ReplaceAllString(rest, ""))
}

// tidy writes a value with single spaces, and references without quotation marks.
func tidy(text string) string {
	return quoted.ReplaceAllString(strings.Join(strings.Fields(text), " "), "url($1)")
}

// referred returns the name of the part that an attribute refers to.
func referred(key, text string) (string, bool) {
	if key == "href" {
		return text[1:], true
	}
	if m := reference.FindStringSubmatch(text); m != nil && presentation[key] {
		return m[1], true
	}
	return "", false
}
