// Package scaffold owns the first text of things: a blank record of any kind, made from the tags of its struct.
//
// It refuses to write files, and it writes nothing that could pass for an answer: what must be filled in is a prompt, which
// blocks every output until somebody has.
package scaffold

import (
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/nearest"
	"trustpress/generator/node"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// Record is the text of a new record and where it belongs.
type Record struct {
	Path string // below the directory of site.toml
	Text string
}

// Kinds returns the names of the kinds of record.
func Kinds() []string {
	var out []string
	for _, k := range program.Kinds {
		out = append(out, k.Name)
	}
	return out
}

// New returns a blank record. It refuses an unknown kind, and an id that cannot be one or that another record has.
func New(t *trace.Trace, kind, id string) (Record, error) {
	k := program.KindNamed(kind)
	if k == nil {
		hint := "one of " + strings.Join(Kinds(), ", ")
		if near, ok := nearest.Within(kind, Kinds(), 2); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		return Record{}, fmt.Errorf("there is no kind %q\nhint: %s", kind, hint)
	}
	if err := t.Free(id); err != nil {
		return Record{}, err
	}
	var pages output.Tree
	pages.AddBytes(k.Folder+"/"+strings.ToLower(id)+"/index.html", diag.Span{}, nil)
	pages.AddBytes(k.Folder+"/index.html", diag.Span{}, nil)
	if len(pages.Findings()) > 0 {
		return Record{}, fmt.Errorf("%q cannot be the name of a page\nhint: choose an id that no system keeps for itself", id)
	}
	return Record{path.Join(t.Site.Content.Root, k.Folder, id+".md"), blank(k, id)}, nil
}

// rare are the keys that a blank record does not offer.
var rare = []string{"body", "file", "former_ids", "starter", "classification", "public"}

// blank returns a record with prompts for what its kind cannot do without, and the other keys as comments.
func blank(k *program.Kind, id string) string {
	var b, more strings.Builder
	b.WriteString("---\nid: " + id + "\n")
	for _, f := range node.Fields(k.Type) {
		switch {
		case f.Key == "id" || slices.Contains(rare, f.Key):
		case slices.Contains(k.Need, f.Key):
			fmt.Fprintf(&b, "%s: %s\n", f.Key, prompt(f))
		default:
			fmt.Fprintf(&more, "# %s: %s\n", f.Key, example(f))
		}
	}
	b.WriteString(more.String() + "---\n")
	if !slices.Contains(k.Need, "text") {
		fmt.Fprintf(&b, "{{ fill: the text of this %s }}\n", strings.ReplaceAll(k.Name, "_", " "))
	}
	return b.String()
}

func prompt(f node.Field) string {
	if len(f.Of) > 0 {
		return fmt.Sprintf("\"{{ fill: %s }}\"", strings.Join(f.Of, ", "))
	}
	return fmt.Sprintf("\"{{ fill: %s }}\"", strings.ReplaceAll(f.Key, "_", " "))
}

// example says what a key takes.
func example(f node.Field) string {
	t := f.Type
	list := t.Kind() == reflect.Slice
	if list {
		t = t.Elem()
	}
	word := kindOf(t)
	if len(f.Of) > 0 {
		word = strings.Join(f.Of, " | ")
	}
	if list {
		return "[" + word + "]"
	}
	return word
}

func kindOf(t reflect.Type) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t {
	case reflect.TypeFor[node.Day]():
		return "2026-09-30"
	case reflect.TypeFor[node.Moment]():
		return "2026-03-31T15:04:00+02:00"
	case reflect.TypeFor[node.Duration]():
		return "12 months"
	case reflect.TypeFor[program.Period]():
		return "{from: 2026-01-01, to: 2026-03-31}"
	case reflect.TypeFor[program.CriterionRef]():
		return "CC6.1"
	}
	if ref, ok := reflect.New(t).Interface().(program.Reference); ok {
		return "id of a " + ref.Wants().Name
	}
	switch t.Kind() {
	case reflect.Bool:
		return "true | false"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	case reflect.Struct, reflect.Map:
		if t == reflect.TypeFor[program.Prose]() || t == reflect.TypeFor[node.Text]() {
			return "text"
		}
		return "a table"
	}
	return "text"
}
