package edit_test

import (
	"testing"

	"trustpress/generator/edit"
)

func TestPlainly(t *testing.T) {
	for text, want := range map[string]string{
		" a\u202eb ": "ab", "{{ params.x }}": "{ { params.x }}", "{{{{ a }}": "{ { { { a }}", "${HOME} {% if %}": "$ {HOME} { % if %}",
		"[name] and [AC-02]": "(name) and [AC-02]", "{{ fill: x": "{ { fill: x",
	} {
		if got := edit.Plainly(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
