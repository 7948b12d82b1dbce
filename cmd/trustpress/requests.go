package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"trustpress/generator/diag"
	"trustpress/generator/edit"
	"trustpress/generator/node"
	"trustpress/generator/requestlist"
	"trustpress/generator/requests"
	"trustpress/generator/tabular"
)

func requestsCommand(f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:   "requests",
		Short: "take in the service auditor's request list and selections",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("requests has no command %q\nhint: requests import takes in a list, requests select the items of a sample", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(importCommand(f), selectCommand(f))
	return c
}

// importing is one run of requests import.
type importing struct {
	*flags
	options requests.ImportOptions
	sheet   string
	order   string
	dry     bool
}

func importCommand(f *flags) *cobra.Command {
	i := importing{flags: f}
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "take in a request list, whose rows become requests",
		Long: `Take in a request list (PBC list) of the service auditor: a workbook (.xlsx) or CSV. Columns are found by their names, in English or
Swedish, below whatever stands above them. Each row whose number no request has yet becomes a row of requests.toml; of the others it is told
what differs, and --update writes that into the register. The file is kept byte for byte below requests/lists of the content.

Every row that is not read is told with its place. All of it is written, or nothing.`,
		Args: oneFile("requests import takes one list\nhint: trustpress requests import \"PBC list.xlsx\""),
		RunE: func(c *cobra.Command, args []string) error {
			return i.run(args[0], c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().StringVar(&i.sheet, "sheet", "", "the one `sheet` to read, by its name")
	c.Flags().StringArrayVar(&i.options.Columns, "map", nil, "what a column holds, as \"Their column=`field`\"; can be repeated")
	c.Flags().StringVar(&i.order, "date-order", "", "how 10/11/2026 is read: dmy or mdy")
	c.Flags().BoolVar(&i.options.Update, "update", false, "change requests that the list has otherwise")
	c.Flags().BoolVar(&i.dry, "dry-run", false, "say what would be done, and write nothing")
	return c
}

func oneFile(otherwise string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return errors.New(otherwise)
		}
		return nil
	}
}

var orders = map[string]requestlist.Order{"": requestlist.Unknown, "dmy": requestlist.DayFirst, "mdy": requestlist.MonthFirst}

func (i *importing) run(file string, stdout io.Writer, t *terminal) error {
	order, ok := orders[i.order]
	if !ok {
		return choice("--date-order", i.order, []string{"dmy", "mdy"})
	}
	i.options.Order = order
	list, err := readList(file, i.sheet)
	if err != nil {
		return err
	}
	fsys, edition, err := i.compile(t)
	if err != nil {
		return err
	}
	found, err := requests.Import(fsys, edition, list, i.options)
	if err != nil {
		return err
	}
	if err := i.save(i.dry, found.Changes); err != nil {
		return err
	}
	t.notes(found.Notes)
	if len(found.Changed) > 0 && !i.options.Update {
		t.note("note: what differs is not written; --update writes it into %s", found.Register)
	}
	return i.tell(found, stdout)
}

// tell prints what became of the rows.
func (i *importing) tell(found *requests.Imported, stdout io.Writer) error {
	changed := map[bool]string{true: "changed", false: "differs"}[i.options.Update]
	for _, e := range found.Added {
		line(stdout, "added    %s  %s  %s", e.ID, e.Number, e.What)
	}
	for _, e := range found.Changed {
		line(stdout, "%-7s  %s  %s  %s", changed, e.ID, e.Number, e.What)
	}
	if i.dry {
		return line(stdout, "dry run: %d would be added, %d are as they were; nothing is written", len(found.Added), found.Same)
	}
	return line(stdout, "%d added, %d as they were; the list is kept as requests/%s", len(found.Added), found.Same, found.List)
}

func line(w io.Writer, format string, args ...any) error {
	_, err := fmt.Fprintln(w, diag.Visible(fmt.Sprintf(format, args...)))
	return err
}

// notes prints what a person should know, the first of it if it is much.
func (t *terminal) notes(all []string) {
	const most = 100
	for _, note := range all[:min(len(all), most)] {
		t.note("note: %s", note)
	}
	if len(all) > most {
		t.note("note: and %d more of these", len(all)-most)
	}
}

func (f *flags) save(dry bool, changes []edit.Change) error {
	if dry || len(changes) == 0 {
		return nil
	}
	_, err := apply(filepath.Dir(f.site), changes...)
	return err
}

// readList reads a list from wherever it is, and no more of it than tells that it is too large: what it comes from may never end.
func readList(file, sheet string) (requests.List, error) {
	switch info, err := os.Stat(file); {
	case errors.Is(err, fs.ErrNotExist):
		return requests.List{}, fmt.Errorf("there is no file %s", file)
	case err == nil && info.IsDir():
		return requests.List{}, fmt.Errorf("%s is a folder\nhint: name the one list in it", file)
	}
	in, err := os.Open(file)
	if err != nil {
		return requests.List{}, err
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, tabular.FileLimit+1))
	return requests.List{Name: filepath.Base(file), Text: text, Sheet: sheet}, err
}

// selecting is one run of requests select.
type selecting struct {
	*flags
	options requests.SelectOptions
	sheet   string
	dry     bool
}

func selectCommand(f *flags) *cobra.Command {
	s := selecting{flags: f}
	c := &cobra.Command{
		Use:   "select FILE --request REQUEST | --population EVIDENCE",
		Short: "take in the items that the service auditor selected",
		Long: `Take in the items that the service auditor selected from a population: a workbook (.xlsx) or CSV with an item in each row. They become
the items of --request, or of a new request of type sample. The column is the one of which the population's file holds the most; items that it
does not hold are told, and taken in all the same. The file is kept byte for byte below requests/lists of the content.`,
		Args: oneFile("requests select takes one list\nhint: trustpress requests select selections.xlsx --request REQ-03"),
		RunE: func(c *cobra.Command, args []string) error {
			return s.run(args[0], c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().StringVar(&s.options.Request, "request", "", "the `request` that the items answer to, by id")
	c.Flags().StringVar(&s.options.Population, "population", "", "the `evidence` that the items are from, by id")
	c.Flags().StringVar(&s.options.Column, "column", "", "the `column` that tells the items apart, by its name")
	c.Flags().StringVar(&s.options.Number, "number", "", "the `number` of a new request, as the service auditor has it")
	c.Flags().StringVar(&s.options.Due, "due", "", "the `date` by which she wants them, as 2026-10-23")
	c.Flags().StringVar(&s.sheet, "sheet", "", "the one `sheet` to read, by its name")
	c.Flags().BoolVar(&s.dry, "dry-run", false, "say what would be done, and write nothing")
	return c
}

func (s *selecting) run(file string, stdout io.Writer, t *terminal) error {
	if s.options.Request == "" && s.options.Population == "" {
		return errors.New("requests select does not know what the items are of\nhint: --request takes the id of a request, --population that of evidence")
	}
	if _, err := node.ParseDay(s.options.Due); s.options.Due != "" && err != nil {
		return fmt.Errorf("--due cannot be %q\nhint: write a date as 2026-10-23", s.options.Due)
	}
	list, err := readList(file, s.sheet)
	if err != nil {
		return err
	}
	fsys, edition, err := s.compile(t)
	if err != nil {
		return err
	}
	found, err := requests.Select(fsys, edition, list, s.options)
	if err != nil {
		return err
	}
	if err := s.save(s.dry, found.Changes); err != nil {
		return err
	}
	t.notes(found.Notes)
	verb := map[bool]string{true: "added", false: "changed"}[found.New]
	if s.dry {
		verb = "dry run: " + verb
	}
	column := ""
	if found.Column != "" {
		column = fmt.Sprintf(" by %q", found.Column)
	}
	return line(stdout, "%s %s: %d items of %s%s, %d of them not found there", verb, found.ID, len(found.Items), found.From, column, len(found.Lost))
}
