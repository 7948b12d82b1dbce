package brand

import (
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
)

var (
	comment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	class   = regexp.MustCompile(`^\.[A-Za-z_][\w-]*$`)
)

// rule is what a style sheet says of a class of shapes.
type rule struct {
	class        string
	declarations string
}

// style writes what the style sheets and the style attributes say at each shape, as attributes.
func (e *element) style(sheet []rule) {
	e.each(func(e *element) {
		classes := strings.Fields(e.attrs["class"])
		for _, r := range sheet {
			if slices.Contains(classes, r.class) {
				maps.Copy(e.attrs, declared(r.declarations))
			}
		}
		maps.Copy(e.attrs, declared(e.attrs["style"]))
	})
}

// rules reads a style sheet as programs that draw write them: classes, and what their shapes look like.
func rules(css string) ([]rule, error) {
	var out []rule
	css = strings.TrimSpace(comment.ReplaceAllString(css, ""))
	for css != "" {
		selectors, rest, opened := strings.Cut(css, "{")
		declarations, after, closed := strings.Cut(rest, "}")
		if !opened || !closed {
			return nil, errors.New("its style sheet does not parse")
		}
		for selector := range strings.SplitSeq(selectors, ",") {
			selector = strings.TrimSpace(selector)
			if !class.MatchString(selector) {
				return nil, errors.New("its style sheet speaks of more than classes")
			}
			out = append(out, rule{selector[1:], declarations})
		}
		css = strings.TrimSpace(after)
	}
	return out, nil
}

// declared returns what declarations say that can be said by attributes.
func declared(declarations string) map[string]string {
	out := map[string]string{}
	for d := range strings.SplitSeq(declarations, ";") {
		key, value, ok := strings.Cut(d, ":")
		key, value = strings.TrimSpace(key), tidy(strings.ReplaceAll(value, "!important", ""))
		if ok && presentation[key] && harmless(key, value) {
			out[key] = value
		}
	}
	return out
}
