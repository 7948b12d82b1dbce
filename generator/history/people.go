package history

import (
	"bufio"
	"io"
	"slices"
	"strings"
)

// people reads the values of Co-authored-by lines, kept apart by a unit separator.
func people(values string) []Person {
	var out []Person
	for value := range strings.SplitSeq(values, "\x1f") {
		if value = strings.TrimSpace(value); value != "" {
			out = append(out, person(value))
		}
	}
	return out
}

// person reads "Anna Berg <anna@example.com>"; what has no address is a name.
func person(contact string) Person {
	contact = printable(contact)
	name, address, found := strings.Cut(contact, "<")
	address, rest, closed := strings.Cut(address, ">")
	if !found || !closed || rest != "" {
		return Person{Name: contact}
	}
	return Person{strings.TrimSpace(name), strings.TrimSpace(address)}
}

// contact is a person as git writes one.
func (p Person) contact() string { return strings.TrimSpace(p.Name + " <" + p.Email + ">") }

// mapCoAuthors puts co-authors through .mailmap, which git does for authors alone.
func (l *Log) mapCoAuthors(commits map[string]*Commit) error {
	known := map[Person]Person{}
	var asked []Person
	for _, c := range commits {
		for _, p := range c.CoAuthors {
			if _, ok := known[p]; !ok && p.Email != "" {
				known[p], asked = p, append(asked, p)
			}
		}
	}
	answers, err := l.mapped(asked)
	if err != nil {
		return err
	}
	for i, p := range asked {
		known[p] = person(answers[i])
	}
	for _, c := range commits {
		c.CoAuthors = others(c, known)
	}
	return nil
}

// others is a commit's co-authors by their known names, without its author and each once.
func others(c *Commit, known map[Person]Person) []Person {
	var out []Person
	for _, p := range c.CoAuthors {
		if mapped, ok := known[p]; ok {
			p = mapped
		}
		if p != c.Author && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// mapped asks git for the names that .mailmap gives to people, in order.
func (l *Log) mapped(asked []Person) ([]string, error) {
	if len(asked) == 0 {
		return nil, nil
	}
	var contacts strings.Builder
	for _, p := range asked {
		contacts.WriteString(p.contact() + "\n")
	}
	cmd := reading(l.dir, "check-mailmap", "--stdin")
	cmd.Stdin = strings.NewReader(contacts.String())
	var answers []string
	err := hear(cmd, func(out io.Reader) error {
		for in := bufio.NewScanner(out); in.Scan(); {
			answers = append(answers, in.Text())
		}
		if len(answers) != len(asked) {
			return errUnread
		}
		return nil
	})
	return answers, err
}
