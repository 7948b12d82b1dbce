// Command trustpress compiles a compliance program kept in plain files into a policy handbook, a public trust center and a
// private bundle for the auditor, and checks every reference on the way.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// Exit statuses: what was asked for is done; it is not, because of findings; it could not be tried.
const (
	done = iota
	refused
	failed
)

// errRefused ends a command whose findings have been printed.
var errRefused = errors.New("refused")

func main() {
	// A run is short and builds up what it keeps from its first second to its last: collecting half as often costs memory that is
	// there anyway, and saves a fifteenth of the time.
	collectGarbage(200)
	os.Exit(run(os.Args[1:]))
}

// collectGarbage says how much garbage there may be, in percent of what is in use, unless whoever runs the program has said so.
func collectGarbage(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

func run(args []string) int {
	root := command()
	root.SetArgs(args)
	err := root.Execute()
	switch {
	case err == nil:
		return done
	case errors.Is(err, errRefused):
		return refused
	}
	if _, rest, unknown := root.Find(args); unknown != nil {
		err = fmt.Errorf("%w\nhint: %s", unknown, commandMeant(root, rest))
	}
	printError(root.ErrOrStderr(), err)
	return failed
}

func command() *cobra.Command {
	var f flags
	root := &cobra.Command{
		Use:           "trustpress",
		Short:         "compile policies, controls and evidence into a handbook, a trust center and an audit bundle",
		SilenceErrors: true,
		SilenceUsage:  true,

		DisableSuggestions: true, // commandMeant says it
	}
	f.register(root)
	list(root, []group{
		{"Write and check", []*cobra.Command{newCommand(&f), checkCommand(&f), explainCommand(&f), diffCommand(&f)}},
		{"Publish", []*cobra.Command{buildCommand(&f), releaseCommand(&f), notifyCommand(&f), sealCommand(&f)}},
		{"Be audited", []*cobra.Command{evidenceCommand(&f), approveCommand(&f), requestsCommand(&f), bundleCommand(&f)}},
		{"About trustpress", []*cobra.Command{versionCommand(&f)}},
	})
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w\nhint: %s --help lists the flags", err, c.CommandPath())
	})
	return root
}
