package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/check"
	"trustpress/generator/diag"
	"trustpress/generator/plain"
)

func evidenceDueCommand(f *flags) *cobra.Command {
	var within string
	c := &cobra.Command{
		Use:   "due",
		Short: "say which evidence the coming weeks want",
		Long: `Say which evidence is wanted: each window of a control that is missing or will end soon, each list that is to be brought up to date, and
each request that is open, by day, with the owner, what it was last shown by, and the command that records it. Nothing is written, and the
exit status is 0 whatever is due.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return dueRun(f, within, c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().StringVar(&within, "within", "6w", "how far ahead to look: a `time`, as 60d, 6w, 3m, 1y")
	return c
}

func dueRun(f *flags, within string, stdout io.Writer, t *terminal) error {
	if known := []string{"text", "json"}; !slices.Contains(known, f.format) {
		return choice("--format", f.format, known)
	}
	ahead, err := distance("--within", within)
	if err != nil {
		return err
	}
	fsys, opt, err := f.open(t)
	if err != nil {
		return err
	}
	opt.Today = clock
	e, err := generator.Compile(fsys, opt)
	if err != nil {
		return err
	}
	if e.Site.Broken {
		if err := t.report(e.Report, f, false, lines(fsys)); err != nil {
			return err
		}
		return errRefused
	}
	t.settle()
	if n := e.Report.Count(diag.Error); n > 0 {
		t.note("note: the content has errors, and something may be missing here; trustpress check lists them")
	}
	if e.Site.Audit == nil {
		t.note("note: there is no [audit] in %s, and so no period to show controls in", f.site)
	}
	due := check.Agenda(e.Trace, e.Report.Waived, ahead)
	if f.format == "json" {
		return writeJSON(stdout, agendaOf(e.AsOf, ahead, due))
	}
	_, err = io.WriteString(stdout, dueText{t}.agenda(fmt.Sprintf("within %s of %s:", ahead, e.AsOf), due))
	return err
}

// dueText prints what is due, for a terminal of 80 columns.
type dueText struct{ *terminal }

const (
	columns = 80
	margin  = "            " // as wide as a day and two spaces
)

func (t dueText) agenda(head string, due []check.Due) string {
	var b strings.Builder
	count := "nothing"
	if len(due) > 0 {
		count = several(int64(len(due)), "piece") + " of evidence"
	}
	fmt.Fprintf(&b, "%s %s\n", t.paint(bold, head), count)
	for _, d := range due {
		fmt.Fprintf(&b, "\n%s  %s\n", d.Day, t.paint(t.style(d), standing(d)))
		for _, text := range []string{subject(d), facts(d), "collect: " + wanted(d)} {
			for line := range strings.Lines(wrap(diag.Visible(text), columns-len(margin)) + "\n") {
				b.WriteString(margin + line)
			}
		}
		command := wrap(diag.Visible(d.Command()), columns-len(margin)-len(" \\"))
		b.WriteString(margin + strings.ReplaceAll(command, "\n", " \\\n"+margin+"  ") + "\n")
		if d.Request != nil {
			fmt.Fprintf(&b, "%sthen name it under answers, %s:%d\n", margin, diag.Visible(d.Request.Span.File), d.Request.Span.Line)
		}
	}
	return b.String()
}

func (t dueText) style(d check.Due) string {
	if d.Missing {
		return red
	}
	return bold
}

// standing says when it is due.
func standing(d check.Due) string {
	left := "today"
	switch {
	case d.Days < 0:
		left = several(int64(-d.Days), "day") + " ago"
	case d.Days > 0:
		left = "in " + several(int64(d.Days), "day")
	}
	if d.Missing {
		return "missing, due " + left
	}
	return "due " + left
}

// subject names what is to be shown.
func subject(d check.Due) string {
	if d.Request != nil {
		return d.Request.ID + ": " + d.Request.Title
	}
	return d.Controls[0].ID + ": " + d.Controls[0].Title
}

// facts says how often, of which days, and whose it is.
func facts(d check.Due) string {
	var out []string
	switch {
	case d.Request != nil:
		out = append(out, "request")
	case d.Frequency != "":
		out = append(out, d.Frequency)
	}
	if !d.Window.IsZero() {
		out = append(out, fmt.Sprintf("%s to %s", d.Window.From, d.Window.To))
	}
	owner := "no owner"
	if d.Owner != "" {
		owner = "owner " + d.Owner
	}
	return strings.Join(append(out, owner), ", ")
}

// wanted says what to collect.
func wanted(d check.Due) string {
	switch {
	case d.Request != nil && d.Request.Request.Empty():
		return "what was asked for"
	case d.Request != nil:
		return plain.Text(d.Request.Request.HTML)
	case d.Last == nil:
		return wants[d.Kind]
	}
	said := []string{d.Last.ID}
	for _, word := range []string{d.Last.System, d.Last.Query} {
		if word != "" {
			said = append(said, word)
		}
	}
	return wants[d.Kind] + "; last time " + strings.Join(said, ": ")
}

// wants is what each kind of piece is to be.
var wants = map[string]string{"window": "what shows that it was carried out", "population": "a list of all that happened", "setting": "how it is set, or a list of all that it did"}
