package theme

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Look is what is known of a theme before it is loaded.
type Look struct {
	Languages   []string // that it has words in
	Light, Dark Ground
}

// Ground is the colours that text lies on, each as the style sheet writes it, or "" where it does not.
type Ground struct{ Paper, Panel string }

// Looks returns the themes that there are, by name.
func (l Layers) Looks() map[string]Look {
	out := map[string]Look{}
	frames, _ := fs.Glob(l, "*/frame.html") // a pattern of ours, which is one
	for _, frame := range frames {
		name := path.Dir(frame)
		out[name] = l.look(name)
	}
	return out
}

func (l Layers) look(name string) Look {
	var look Look
	words, _ := fs.Glob(l, name+"/words/*.toml")
	for _, w := range words {
		look.Languages = append(look.Languages, strings.TrimSuffix(path.Base(w), ".toml"))
	}
	sheets, _ := fs.Glob(l, name+"/assets/*.css")
	for _, sheet := range sheets {
		css, _ := fs.ReadFile(l, sheet) // Load says so, if it cannot be read
		look.read(string(css))
	}
	return look
}

// read takes the grounds of a style sheet. What it does not say again in the dark holds there too.
func (l *Look) read(css string) {
	light := declarations(css, ":root")
	l.Light.take(light)
	l.Dark.take(light)
	l.Dark.take(declarations(css, "@media (prefers-color-scheme: dark)", ":root"))
}

func (g *Ground) take(declared map[string]string) {
	if paper, ok := declared["--paper"]; ok {
		g.Paper = paper
	}
	if panel, ok := declared["--panel"]; ok {
		g.Panel = panel
	}
}

var (
	comments = regexp.MustCompile(`(?s)/\*.*?\*/`)
	marks    = regexp.MustCompile(`"[^"]*"|'[^']*'|[{};]`)
)

// declarations returns what a style sheet declares in the rules that stand in these blocks, each within the one before.
func declarations(css string, within ...string) map[string]string {
	css = comments.ReplaceAllString(css, "")
	out := map[string]string{}
	var blocks []string
	start := 0 // of a selector or a declaration
	for _, m := range marks.FindAllStringIndex(css, -1) {
		text := strings.Join(strings.Fields(css[start:m[0]]), " ")
		switch css[m[0]] {
		case '{':
			blocks = append(blocks, text)
		case ';', '}':
			if key, value, ok := strings.Cut(text, ":"); ok && slices.Equal(blocks, within) {
				out[strings.TrimSpace(key)] = strings.TrimSpace(value)
			}
			if css[m[0]] == '}' {
				blocks = blocks[:max(0, len(blocks)-1)]
			}
		default:
			continue
		}
		start = m[1]
	}
	return out
}
