// Package theme owns how pages are put together: a page's template inside the theme's frame, with the words of the interface in
// the page's language. A template is looked up in the site's own folder, then in the theme, then among the built-in ones.
//
// It refuses to know what a page says, and it lets no template print a field or a word that does not exist.
package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// Theme is a theme, loaded.
type Theme struct {
	templates []fs.FS // in the order in which a template is looked up
	theme     Layers
	assets    map[string][]Asset           // "trust/" → its own; "" → those of every output
	words     map[string]map[string]string // language → key → words

	mu     sync.Mutex
	parsed map[string]*template.Template // output, template and language
	navs   sync.Map                      // the links of a page → template.HTML: few, and on every page
}

// Page is one page, to be rendered.
type Page struct {
	Output   string // "handbook": the folder of its template, and the kind of frame
	Template string // "policy", for OUTPUT/policy.html
	Lang     string
	Root     string // the way from the page to the root of its output: "", "../../"
	Above    string // the way on from there to the assets, where the root is that of an older version: "", "../"
	Home     string // the folder of the first page in the page's language, from the root: "", "sv/"
	Title    string
	About    string // what it is about, in a sentence
	Address  string // the whole address at which it will stand, if that is known
	Moved    string // the way to where it stands now, if it has moved
	Site     string // the name that every page of the output bears
	Brand    Brand
	Nav      []Link
	Foot     []string // plain lines below the page
	Data     any      // what the template prints
	Sheets   []string // the style sheets that it needs beyond those of its output, by name

	Alternates []Alternate // the page in each language of its output, if there are several
	Version    string      // the version of its output that the page belongs to, as a reader names it
	Versions   []Version   // the page in each version of its output, if there are several
	Shelf      string      // the way to the list of the versions
	Banner     *Banner     // what is to be known before the page is read; nil: nothing
}

// Version is a page in one version of its output.
type Version struct {
	Name    string
	Date    string
	Href    string // "": the version has no such page
	Current bool   // it is the page itself
}

// Banner is what is to be known before a page is read, and where to go instead.
type Banner struct{ Text, Link, Href string }

// Alternate is a page in one language.
type Alternate struct {
	Lang, Name, Href string // the name of the language in that language
	Address          string // the whole address, if that is known
	Current          bool   // it is the page itself
}

// Link is a link of the interface.
type Link struct {
	Text, Href string
	Current    bool // it is the page itself or the part that it belongs to
}

// Load reads a theme. own is the site's folder of templates, or nil; builtin holds a folder of templates for each output.
func Load(own fs.FS, themes Layers, builtin fs.FS, name string) (*Theme, error) {
	files := themes.of(name)
	if _, err := fs.Stat(files, "frame.html"); err != nil {
		return nil, fmt.Errorf("there is no theme %q", name)
	}
	t := &Theme{theme: files, assets: map[string][]Asset{}, parsed: map[string]*template.Template{}, words: map[string]map[string]string{}}
	for _, f := range []fs.FS{own, files, builtin} {
		if f != nil {
			t.templates = append(t.templates, f)
		}
	}
	var english map[string]string                  // of the theme itself
	for _, layer := range slices.Backward(files) { // a word of the site replaces that of the theme
		if err := t.loadWords(layer); err != nil {
			return nil, fmt.Errorf("the theme %q: %w", name, err)
		}
		if english == nil {
			english = maps.Clone(t.words["en"])
		}
	}
	if err := t.compareWords(english); err != nil {
		return nil, fmt.Errorf("the theme %q: %w", name, err)
	}
	return t, t.loadAssets()
}

func (t *Theme) loadWords(layer fs.FS) error {
	names, err := fs.Glob(layer, "words/*.toml")
	for _, name := range names {
		text, err := fs.ReadFile(layer, name)
		if err != nil {
			return err
		}
		lang := strings.TrimSuffix(path.Base(name), ".toml")
		if t.words[lang] == nil {
			t.words[lang] = map[string]string{}
		}
		words := t.words[lang]
		if err := toml.Unmarshal(text, &words); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return err
}

var verbs = regexp.MustCompile(`%[a-z]`)

// compareWords returns an error if a word takes other values than in the theme's English: it would print them wrong, or not at all.
func (t *Theme) compareWords(english map[string]string) error {
	for _, lang := range slices.Sorted(maps.Keys(t.words)) {
		for _, key := range slices.Sorted(maps.Keys(t.words[lang])) {
			said, known := english[key]
			want, got := verbs.FindAllString(said, -1), verbs.FindAllString(t.words[lang][key], -1)
			if known && !slices.Equal(got, want) {
				return fmt.Errorf("words/%s.toml: %q takes %q, and is to take %q", lang, key, got, want)
			}
		}
	}
	return nil
}

// Fingerprint returns a digest of all that the theme's pages are made with: templates, words, style sheets. Files that cannot be read are
// left to whoever needs them.
func (t *Theme) Fingerprint() string {
	sum := sha256.New()
	for _, layer := range append(slices.Clone(t.templates), t.theme) {
		_ = fs.WalkDir(layer, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			text, _ := fs.ReadFile(layer, name)
			fmt.Fprintf(sum, "%s %d\n%s", name, len(text), text)
			return nil
		})
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// Speaks reports whether the interface has words in a language.
func (t *Theme) Speaks(lang string) bool { return t.words[lang] != nil }

// Word returns the words of the interface for a key, in a language or else in English, filled in as fmt.Sprintf does.
func (t *Theme) Word(lang, key string, args ...any) (string, error) {
	word, ok := t.words[lang][key]
	if !ok {
		word, ok = t.words["en"][key]
	}
	if !ok {
		return "", fmt.Errorf("the interface has no word %q", key)
	}
	if len(args) > 0 {
		word = fmt.Sprintf(word, args...)
	}
	return word, nil
}

// ValueKey returns the key of the words for a value out of a fixed list.
func ValueKey(value string) string {
	return "value-" + strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(value))
}

// StateKey returns the key of the words for what is known of an occurrence.
func StateKey(state string) string { return "state-" + strings.ReplaceAll(state, " ", "-") }

// CountKey returns the key of the words for a number of days, weeks, months or years.
func CountKey(n int, unit string) string {
	if n == 1 {
		return "one-" + strings.TrimSuffix(unit, "s")
	}
	return "many-" + unit
}

// Render writes a page.
func (t *Theme) Render(w io.Writer, p Page) error {
	tmpl, err := t.template(p)
	if err != nil {
		return err
	}
	if err := tmpl.ExecuteTemplate(w, "frame.html", p); err != nil {
		return fmt.Errorf("page %q: %w", p.Title, err)
	}
	return nil
}

func (t *Theme) template(p Page) (*template.Template, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	key := p.Output + "/" + p.Template + "." + p.Lang
	if known := t.parsed[key]; known != nil {
		return known, nil
	}
	tmpl := template.New("").Option("missingkey=error")
	tmpl.Funcs(template.FuncMap{
		"word":     func(key string, args ...any) (string, error) { return t.Word(p.Lang, key, args...) },
		"bareword": func(key string) (string, error) { return t.Word(p.Lang, key) },
		"dated":    Dated,
		"nav":      func(p Page) (template.HTML, error) { return t.nav(tmpl, p) },
	})
	if _, err := tmpl.ParseFS(t.theme, "frame.html"); err != nil {
		return nil, err
	}
	for _, name := range []string{p.Output + "/parts.html", p.Output + "/" + p.Template + ".html"} {
		if err := t.parse(tmpl, name, !strings.HasSuffix(name, "/parts.html")); err != nil {
			return nil, err
		}
	}
	if err := t.fold(tmpl, p.Lang); err != nil {
		return nil, err
	}
	t.parsed[key] = tmpl
	return tmpl, nil
}

// nav renders the "nav" of a frame once for each set of links.
func (t *Theme) nav(tmpl *template.Template, p Page) (template.HTML, error) {
	var key, out strings.Builder
	key.WriteString(p.Output + "\x00" + p.Lang)
	for _, l := range p.Nav {
		key.WriteString("\x00" + l.Href + "\x00" + l.Text)
		if l.Current {
			key.WriteString("\x00")
		}
	}
	if known, ok := t.navs.Load(key.String()); ok {
		return known.(template.HTML), nil
	}
	if err := tmpl.ExecuteTemplate(&out, "nav", p); err != nil {
		return "", err
	}
	known, _ := t.navs.LoadOrStore(key.String(), template.HTML(out.String()))
	return known.(template.HTML), nil
}

// parse adds the first template of a name to a page.
func (t *Theme) parse(into *template.Template, name string, required bool) error {
	for _, f := range t.templates {
		text, err := fs.ReadFile(f, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		_, err = into.New(name).Parse(string(text))
		return err
	}
	if required {
		return fmt.Errorf("there is no template %s", name)
	}
	return nil
}
