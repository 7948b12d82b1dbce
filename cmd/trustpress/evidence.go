package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/collect"
	"trustpress/generator/diag"
	"trustpress/generator/history"
)

func evidenceCommand(f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:   "evidence",
		Short: "record evidence, and say what is due",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("evidence cannot %q\nhint: trustpress evidence add, trustpress evidence due", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(evidenceAddCommand(f), evidenceDueCommand(f))
	return c
}

// adding is one run of evidence add.
type adding struct {
	*flags
	controls []string
	said     map[string]*string // what flags say, by key
	none     bool
	yes      bool
}

// evidenceFlags are those that say one thing of a piece of evidence.
var evidenceFlags = []struct{ key, says string }{
	{"kind", "population, sample, configuration, report, ticket, screenshot, attestation or nil: the `kind`"},
	{"title", "the `title`; made from the file's name if it is left out"},
	{"id", "the `id`; made from control and period if it is left out"},
	{"covers", "the `period` that it covers, as 2026, 2026Q1, 2026-03 or 2026-01-01..2026-03-31"},
	{"occurred-on", "the `day` on which what it shows occurred, as 2026-03-31"},
	{"system", "the `system` that it comes from"},
	{"environment", "which `environment` of the system, as production or test"},
	{"query", "the `query`, filter or page that gave it"},
	{"filters", "`what` was left out"},
	{"method", "`how` it was taken out"},
	{"collected-at", "`when` it was collected, with its zone, as 2026-03-31T15:04:00+02:00"},
	{"collected-by", "the `person` who collected it, by id, or the name of a service account"},
	{"row-count", "how many `rows` the system says there are; refused if the file has another number"},
	{"control-total", "the `sum` or count that the system showed, as it showed it"},
	{"completeness", "what it `rests` on that nothing is missing"},
	{"personal-data", "whether it holds personal data: `yes|no`"},
	{"companion", "the `file` of an export beside a screenshot, which is copied too"},
	{"statement", "`what` is attested, or that nothing occurred"},
	{"url", "the `address` under which it is held elsewhere, instead of a file"},
}

func evidenceAddCommand(f *flags) *cobra.Command {
	a := adding{flags: f, said: map[string]*string{}}
	c := &cobra.Command{
		Use:   "add FILE --control CONTROL",
		Short: "copy, hash and describe a piece of evidence for a control",
		Long: `Copy FILE byte for byte below the evidence root, under a name made of the control, what it shows, the system and the day, and record it by
a row of evidence.toml: its digest and size, and what you say of where it came from. A file that stands below the evidence root already is
described where it is. All of it is written, or nothing.

On a terminal, what no flag says is asked for, one question a line. An empty answer keeps what stands in brackets, "-" leaves it open, and
ctrl-C leaves everything as it was. Elsewhere nothing is asked: what is missing is noted, and what no record can do without is refused.

Without a file there are --url, --nil and --kind attestation.`,
		RunE: func(c *cobra.Command, args []string) error {
			for key := range a.said {
				if !c.Flags().Changed(key) {
					delete(a.said, key)
				}
			}
			return a.run(args, c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().SortFlags = false
	c.Flags().StringArrayVar(&a.controls, "control", nil, "the `control` that it is evidence of, by id; can be repeated")
	for _, one := range evidenceFlags {
		a.said[one.key] = c.Flags().String(one.key, "", one.says)
	}
	c.Flags().BoolVar(&a.none, "nil", false, "nothing occurred in the period, as --statement says")
	c.Flags().BoolVar(&a.yes, "yes", false, "let git hold personal data, though nothing is erased from a history")
	return c
}

func (a *adding) run(args []string, stdout io.Writer, t *terminal) error {
	if err := a.one(args); err != nil {
		return err
	}
	d, err := a.begin(args, t)
	if err != nil {
		return err
	}
	if err := a.tell(d); err != nil {
		return err
	}
	if sitsThere() {
		if err := a.ask(d); err != nil {
			return err
		}
	}
	if err := d.Settle(); err != nil {
		return err
	}
	recorded, err := d.Finish(a.yes)
	if err != nil {
		return err
	}
	if _, err := apply(filepath.Dir(a.site), recorded.Changes...); err != nil {
		return err
	}
	return a.report(recorded, stdout, t)
}

// one refuses anything but one piece of evidence: a file, or an address, or a person's word.
func (a *adding) one(args []string) error {
	const hint = "\nhint: trustpress evidence add FILE --control AC-02; without a file, --url, --nil or --kind attestation"
	kind, url := a.said["kind"], a.said["url"]
	switch {
	case len(args) > 1:
		return errors.New("evidence add takes one file" + hint)
	case a.none && (len(args) > 0 || kind != nil || url != nil):
		return errors.New("--nil says that nothing occurred, and so takes no file, no --url and no --kind" + hint)
	case len(args) > 0 && url != nil:
		return errors.New("evidence add takes a file or --url, and not both" + hint)
	case len(args) == 0 && url == nil && !a.none && (kind == nil || *kind != "attestation"):
		return errors.New("evidence add takes a file" + hint)
	}
	return nil
}

// begin returns a piece of evidence of which nothing is said yet.
func (a *adding) begin(args []string, t *terminal) (*collect.Draft, error) {
	fsys, opt, err := a.flags.open(t)
	if err != nil {
		return nil, err
	}
	opt.Today = clock
	e, err := generator.Compile(fsys, opt)
	if err != nil {
		return nil, err
	}
	if e.Site.Broken {
		if err := t.report(e.Report, a.flags, false, lines(fsys)); err != nil {
			return nil, err
		}
		return nil, errRefused
	}
	t.settle()
	keeping, err := a.keeping(e)
	if err != nil {
		return nil, err
	}
	opener := handing(filepath.Dir(a.site), e.Site.Evidence.Root)
	var file *collect.File
	if len(args) > 0 {
		if file, err = opener(args[0]); err != nil {
			return nil, err
		}
	}
	return collect.New(fsys, e, keeping, file, opener)
}

// keeping asks version control about the place where evidence is kept.
func (a *adding) keeping(e *audience.Edition) (collect.Keeping, error) {
	dir, file := filepath.Dir(a.site), e.Site.Evidence.Root+"/file"
	git, err := history.Keeps(dir, file)
	if err != nil || !git {
		return collect.Keeping{Email: history.Email(dir)}, err
	}
	exact, err := history.Exact(dir, file)
	return collect.Keeping{Git: true, Exact: exact, Email: history.Email(dir)}, err
}

// tell says what the flags say.
func (a *adding) tell(d *collect.Draft) error {
	if a.none {
		kind := "nil"
		a.said["kind"] = &kind
	}
	for _, key := range collect.Keys() {
		values := a.controls
		if key != "control" {
			values = nil
			if said := a.said[key]; said != nil {
				values = []string{*said}
			}
		}
		for _, value := range values {
			if err := d.Set(key, value); err != nil {
				return fmt.Errorf("--%s: %w", key, err)
			}
		}
	}
	return nil
}

// report says what was recorded, and what an auditor will ask about.
func (a *adding) report(r *collect.Recorded, stdout io.Writer, t *terminal) error {
	for _, note := range r.Notes {
		t.note("note: %s", note)
	}
	said := []string{r.ID}
	if r.File != "" {
		said = append(said, a.at(r.File), "sha256 "+r.SHA256)
	}
	if r.Rows >= 0 {
		said = append(said, several(r.Rows, "row"))
	}
	_, err := fmt.Fprintln(stdout, diag.Visible(a.at(r.Register)+": "+strings.Join(said, ", ")))
	return err
}

// at is a file of the site as the person who runs the command finds it.
func (a *adding) at(name string) string {
	return filepath.Join(filepath.Dir(a.site), filepath.FromSlash(name))
}

func several(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
