package history_test

import (
	"errors"
	"strings"
	"testing"
)

func TestTexts(t *testing.T) {
	r := newRepo(t)
	texts := []string{"", "\n", "no end", strings.Repeat("a long line\x00", 100_000), "last\n"}
	for _, text := range texts {
		r.write("a.md", text)
		r.commit("edit")
	}
	log := r.log("")
	revisions := log.Of("a.md")
	seen := 0
	err := log.Texts(revisions, func(i int, text []byte) error {
		if want := texts[len(texts)-1-i]; i != seen || text == nil || string(text) != want {
			t.Errorf("revision %d: %d bytes, want %d", i, len(text), len(want))
		}
		seen++
		return nil
	})
	if err != nil || seen != len(texts) {
		t.Errorf("%d texts, %v", seen, err)
	}
	stop := errors.New("enough")
	err = log.Texts(revisions, func(int, []byte) error { return stop })
	if !errors.Is(err, stop) {
		t.Errorf("%v, want the reader's own error", err)
	}
	if err := log.Texts(nil, func(int, []byte) error { return stop }); err != nil {
		t.Error(err)
	}
}
