package themes_test

import (
	"io/fs"
	"os"
	"path"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
	"trustpress/themes"
)

func words(t *testing.T, lang string) map[string]string {
	out := map[string]string{}
	text, err := fs.ReadFile(themes.Files, "ledger/words/"+lang+".toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := toml.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

var verbs = regexp.MustCompile(`%[a-z]`)

// Every language has the same keys, none is empty, and each takes the same values in the same order.
func TestLanguagesHaveTheSameWords(t *testing.T) {
	names, err := fs.Glob(themes.Files, "ledger/words/*.toml")
	if err != nil || len(names) < 2 {
		t.Fatalf("words: %v, %v", names, err)
	}
	en := words(t, "en")
	for _, name := range names {
		lang := strings.TrimSuffix(path.Base(name), ".toml")
		other := words(t, lang)
		for key, word := range en {
			if strings.TrimSpace(other[key]) == "" {
				t.Errorf("%s has no word %q", lang, key)
			} else if got, want := verbs.FindAllString(other[key], -1), verbs.FindAllString(word, -1); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %q takes %q, in English %q", lang, key, got, want)
			}
		}
		for key := range other {
			if _, ok := en[key]; !ok {
				t.Errorf("%s has a word %q that English has not", lang, key)
			}
		}
	}
}

// Every kind, every field and every value out of a fixed list has words, so that one that is added cannot be forgotten here.
func TestRecordsHaveWords(t *testing.T) {
	en := words(t, "en")
	need := func(key string) {
		if en[key] == "" {
			t.Errorf("the interface has no word %q", key)
		}
	}
	for _, k := range program.Kinds {
		need("kind-" + k.Name)
		need("kinds-" + k.Name)
		fields(k.Type, need)
	}
	for _, unit := range []string{"days", "weeks", "months", "years"} {
		need(theme.CountKey(1, unit))
		need(theme.CountKey(2, unit))
	}
	for s := trace.Missing; s <= trace.NotDue; s++ {
		need(theme.StateKey(s.String()))
	}
}

func fields(t reflect.Type, need func(string)) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return
	}
	for _, f := range node.Fields(t) {
		need("field-" + f.Key)
		for _, of := range f.Of {
			need(theme.ValueKey(of))
		}
		fields(f.Type, need)
	}
}

// Words that nothing says any more are taken out. Those of records and states are asked for by name, and held by the test above.
func TestWordsAreUsed(t *testing.T) {
	var said strings.Builder
	for _, root := range []string{"../templates", "../generator", "ledger"} {
		err := fs.WalkDir(os.DirFS(root), ".", func(p string, d fs.DirEntry, err error) error {
			if ext := path.Ext(p); err != nil || d.IsDir() || ext != ".go" && ext != ".html" && ext != ".txt" {
				return err
			}
			text, err := os.ReadFile(path.Join(root, p))
			said.Write(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for key := range words(t, "en") {
		if !byName.MatchString(key) && !strings.Contains(said.String(), `"`+key+`"`) {
			t.Errorf("nothing says %q", key)
		}
	}
}

var byName = regexp.MustCompile(`^(kinds?|ready|field|value|state|stage|one|many|sum|rule|public|about|trust|nav|level|group|topic|report-use|report-access|asked|month|mark|count|criteria|subprocessors-at-work|public-controls|change|redline|section|disclosure|draft)-|^auditor-dc\d$`)

// The style sheet loads nothing but what lies beside it, and the frame holds neither style nor script of its own: what it loads lies
// among the assets.
func TestThemeLoadsNothingFromElsewhere(t *testing.T) {
	err := fs.WalkDir(themes.Files, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(themes.Files, p)
		page := path.Ext(p) == ".css" || path.Ext(p) == ".html"
		if found := elsewhere.Find(text); found != nil && page {
			t.Errorf("%s holds %q", p, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

var elsewhere = regexp.MustCompile(`(?i)https?:|@import|url\(["']?([a-z]+:|/)|<script>|<script src="[^{]|<style|\sstyle=|\son[a-z]+=`)

// What only an auditor may say is not among the words.
func TestWordsJudgeNothing(t *testing.T) {
	for _, lang := range []string{"en", "sv"} {
		for key, word := range words(t, lang) {
			// a report of that kind has its name
			if found := judgement.FindString(word); found != "" && key != "value-soc3" {
				t.Errorf("%s: %q says %q", lang, key, found)
			}
		}
	}
}

var judgement = regexp.MustCompile(`(?i)complian|passed|satisf|soc 3|score|seal\b|efterlev|godkänt resultat|uppfylld\b`)
