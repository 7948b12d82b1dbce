package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"trustpress/generator/nearest"
)

// group is commands that one looks for together.
type group struct {
	title    string
	commands []*cobra.Command
}

// list adds groups of commands to a root, in their order, and prints help for a terminal of 80 columns.
func list(root *cobra.Command, groups []group) {
	cobra.EnableCommandSorting = false
	for _, g := range groups {
		root.AddGroup(&cobra.Group{ID: g.title, Title: g.title})
		for _, c := range g.commands {
			c.GroupID = g.title
			root.AddCommand(c)
		}
	}
	last := groups[len(groups)-1].title
	root.SetHelpCommandGroupID(last)
	root.SetCompletionCommandGroupID(last)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		c.Short = strings.ToLower(c.Short[:1]) + c.Short[1:]
	}
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { fmt.Fprint(c.OutOrStdout(), about(c)+"\n\n", usage(c)) })
	root.SetUsageFunc(func(c *cobra.Command) error {
		_, err := io.WriteString(c.OutOrStderr(), usage(c))
		return err
	})
}

// about is what a command does.
func about(c *cobra.Command) string {
	text := c.Long
	if text == "" {
		text = c.Short
	}
	var out []string
	for _, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if !strings.Contains("\n"+paragraph, "\n ") { // what is set off stays as it is
			paragraph = wrap(paragraph, columns)
		}
		out = append(out, paragraph)
	}
	return strings.Join(out, "\n\n")
}

// usage is how a command is called.
func usage(c *cobra.Command) string {
	parts := []string{"Usage:\n  " + strings.ReplaceAll(wrap(c.UseLine(), columns-len("  ")), "\n", "\n      ")}
	if c.HasAvailableSubCommands() {
		parts[0] = "Usage:\n  " + c.CommandPath() + " COMMAND [flags]"
		parts = append(parts, commands(c)...)
	}
	if c.HasAvailableLocalFlags() {
		parts = append(parts, "Flags:\n"+strings.TrimRight(c.LocalFlags().FlagUsagesWrapped(columns), "\n"))
	}
	if c.HasAvailableInheritedFlags() {
		parts = append(parts, "Flags of every command:\n"+strings.TrimRight(c.InheritedFlags().FlagUsagesWrapped(columns), "\n"))
	}
	if c.HasAvailableSubCommands() {
		parts = append(parts, c.CommandPath()+" COMMAND --help tells more of a command.")
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// commands lists what stands below a command, group by group, and then what is in none.
func commands(c *cobra.Command) []string {
	var out []string
	for _, g := range append(c.Groups(), &cobra.Group{Title: "Commands"}) {
		text := ""
		for _, one := range c.Commands() {
			if one.GroupID == g.ID && !one.Hidden {
				text += fmt.Sprintf("\n  %-*s  %s", one.NamePadding(), one.Name(), one.Short)
			}
		}
		if text != "" {
			out = append(out, g.Title+":"+text)
		}
	}
	return out
}

// commandMeant says which command was perhaps meant by the first of some arguments that is no flag.
func commandMeant(root *cobra.Command, args []string) string {
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	at := slices.IndexFunc(args, func(arg string) bool { return !strings.HasPrefix(arg, "-") })
	if at >= 0 {
		if near, ok := nearest.Within(args[at], names, 2); ok {
			return fmt.Sprintf("did you mean %q?", near)
		}
	}
	return root.CommandPath() + " --help lists the commands"
}
