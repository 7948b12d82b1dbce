package approval_test

import (
	"slices"
	"strings"
	"testing"

	"trustpress/generator/approval"
)

func TestWords(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"white space ends a word", " a\tb\r\nc\vd\fe\n\n", "a b c d e"},
		{"so do the two spaces that do not break", "10\u00a0000\u202fkr", "10 000 kr"},
		{"no other character is one", "a\u2009b\u0085c\u200bd", "a\u2009b\u0085c\u200bd"},
		{"three hyphens are as many as ten", "---------- -- a-----b", "--- -- a---b"},
		{"a column is no part of a word", "|a|b|\n|:----|---|", "| a | b | | :--- | --- |"},
		{"so are braces", "{{org.name}} {{{x}}}", "{{ org.name }} {{ {x }} }"},
		{"a comment on its own line is away", "a\n<!-- b -->\nc", "a c"},
		{"and one of several lines", "a\n<!--\nb\n\nc\n-->  \t\r\nd", "a d"},
		{"and the shortest", "<!-->\na\n<!--->\nb", "a b"},
		{"what stands behind it keeps it", "<!-- a --> b\nc", "<!-- a --> b c"},
		{"what stands before it keeps it", "x <!-- a -->", "x <!-- a -->"},
		{"one that never ends stays", "a\n<!-- b\nc", "a <!-- b c"},
		{"one that browsers end earlier stays", "<!-- a --!> b -->\nc", "<!-- a --!> b --> c"},
		{"an indented one stays, and what follows", "  <!-- a\n<!-- b -->", "<!-- a <!-- b -->"},
		{"in a list too", "- a\n  <!-- b -->\n", "- a <!-- b -->"},
		{"code shows its comments", "```html\n<!-- a -->\n```\n<!-- b -->\n", "```html <!-- a --> ```"},
		{"a longer fence is closed by as long a one", "~~~~\n~~~\n<!-- a -->\n~~~~ \n<!-- b -->", "~~~~ ~~~ <!-- a --> ~~~~"},
		{"the other fence closes nothing", "```\n~~~\n<!-- a -->", "``` ~~~ <!-- a -->"},
		{"a fence with an info closes nothing", "```\n``` a\n<!-- b -->", "``` ``` a <!-- b -->"},
		{"code in a line opens nothing", "``` a ``` b\n<!-- c -->", "``` a ``` b"},
		{"an indented fence makes unsure", "  ```\n<!-- a -->\n  ```\n<!-- b -->", "``` <!-- a --> ``` <!-- b -->"},
		{"a tag makes unsure", "<div>\n<!-- a\n</div>\n\nseen\n-->", "<div> <!-- a </div> seen -->"},
		{"a tag in code does not", "```\n<div>\n```\n<!-- a -->", "``` <div> ```"},
		{"a byte order mark is a letter like any other", "\ufeff<!-- a -->\nb", "\ufeff<!-- a --> b"},
	} {
		if got := strings.TrimSpace(strings.ReplaceAll(approval.Words("", "", tt.body, nil), "\n", " ")); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func TestWordsBeginWithTheTitleAndEndWithTheParameters(t *testing.T) {
	title, description, body := "Passwords of {{ org.name }}", "How   long.", "At least {{params.length}} and `{{ params.length }}`.\n<!-- {{ params.away }} -->\n{{ fill: b }}"
	if got, want := approval.Parameters(title, description, body), []string{"org.name", "params.length"}; !slices.Equal(got, want) {
		t.Errorf("parameters %q, want %q", got, want)
	}
	got := approval.Words(title, description, body, []approval.Value{{Name: "params.length", Value: "14"}, {Name: "org.name", Value: "Nordan\u00a0Ledger AB"}})
	want := "Passwords of {{ org.name }} How long. At least {{ params.length }} and ` {{ params.length }} `. {{ fill: b }} " +
		"org.name = Nordan Ledger AB params.length = 14 "
	if got != strings.ReplaceAll(want, " ", "\n") {
		t.Errorf("got %q", got)
	}
}

// The digest is what other tools get, and what stands in records: it never changes.
func TestDigest(t *testing.T) {
	words := approval.Words("Access", "", "Access is given.\n", nil)
	if got := approval.Digest(words); got != "c8733349cc9c1dd0b405a914dffc982eb683d033e34c44d90a521df6c005a42e" {
		t.Errorf("%q has the digest %s", words, got)
	}
}
