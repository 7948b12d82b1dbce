package theme

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"text/template"
)

// Text writes a plain text from the template OUTPUT/TEMPLATE.txt, which is looked up as that of a page is. Its words are in the
// language of the page.
func (t *Theme) Text(w io.Writer, p Page) error {
	name := p.Output + "/" + p.Template + ".txt"
	text, err := t.text(name)
	if err != nil {
		return err
	}
	words := template.FuncMap{"word": func(key string, args ...any) (string, error) { return t.Word(p.Lang, key, args...) }}
	tmpl, err := template.New(name).Option("missingkey=error").Funcs(words).Parse(text)
	if err != nil {
		return err
	}
	return tmpl.Execute(w, p.Data)
}

// text returns the first template of a name.
func (t *Theme) text(name string) (string, error) {
	for _, f := range t.templates {
		text, err := fs.ReadFile(f, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		return string(text), err
	}
	return "", fmt.Errorf("there is no template %s", name)
}
