package main

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// The help of every command fits a terminal, and each command stands in it once, in a line.
func TestHelp(t *testing.T) {
	root := command()
	all := []*cobra.Command{root}
	for i := 0; i < len(all); i++ {
		c := all[i]
		if c.Name() == "completion" { // what stands below it is not ours
			continue
		}
		all = append(all, c.Commands()...)
		text := about(c) + "\n" + usage(c)
		for line := range strings.Lines(text) {
			if utf8.RuneCountInString(strings.TrimRight(line, "\n")) > columns {
				t.Errorf("%s: too long: %s", c.CommandPath(), line)
			}
		}
		for _, one := range c.Commands() {
			if n := strings.Count(text, "\n  "+one.Name()+" "); n != 1 || !unicode.IsLower(rune(one.Short[0])) {
				t.Errorf("%s lists %q %d times, as %q", c.CommandPath(), one.Name(), n, one.Short)
			}
		}
	}
	if len(all) < 15 {
		t.Errorf("there are %d commands", len(all))
	}
}
