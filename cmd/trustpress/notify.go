package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/mail"
	"trustpress/generator/trust"
)

func notifyCommand(f *flags) *cobra.Command {
	var lang string
	c := &cobra.Command{
		Use:   "notify [ID]",
		Short: "print drafts of the mails that tell customers of a change",
		Long: `Print a draft of a mail in each language of the site for each subprocessor that is announced and still to begin, or for the
subprocessor or the notice that ID names, made from what is public alone. One draft is an .eml file, several are one mbox file.

Whom it goes to is yours to fill in. Keep what you sent: it is the evidence that customers were told.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("notify takes one id\nhint: leave it out for every subprocessor that is still to begin")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return notify(f, strings.Join(args, ""), lang, c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().StringVar(&lang, "lang", "", "the one `language` to write in")
	return c
}

func notify(f *flags, of, lang string, stdout io.Writer, t *terminal) error {
	fsys, opt, err := f.open(t)
	if err != nil {
		return err
	}
	opt.Today = clock
	edition, err := generator.Compile(fsys, opt)
	if err != nil {
		return err
	}
	if err := f.sound(t, fsys, edition); err != nil {
		return err
	}
	public := audience.ForEverybody(edition)
	drafts, err := f.drafts(fsys, edition, public, trust.Choice{Of: of, Day: edition.AsOf.String()})
	if err != nil {
		return err
	}
	if languages := edition.Site.Site.Languages; lang != "" && !slices.Contains(languages, lang) {
		return choice("--lang", lang, languages)
	}
	drafts = slices.DeleteFunc(drafts, func(m mail.Message) bool { return lang != "" && m.Language != lang })
	switch {
	case len(drafts) == 0 && of != "":
		return fmt.Errorf("there is no public subprocessor and no notice %q\nhint: name it by its public id", of)
	case len(drafts) == 0:
		t.note("no subprocessor is announced and still to begin as of %s", edition.AsOf)
		return nil
	}
	if err := printDrafts(stdout, drafts); err != nil {
		return err
	}
	t.note("drafts: %d; fill in whom each goes to", len(drafts))
	t.note("hint: a page or a feed alone is no notice: customers are to be informed (GDPR Art. 28(2))")
	t.note("hint: keep each mail as it was sent: it is the evidence that customers were told")
	return nil
}

// sound refuses to tell customers what may not be published.
func (f *flags) sound(t *terminal, fsys fs.FS, e *audience.Edition) error {
	report, err := generator.Judge(fsys, e, []string{"trust"})
	if err != nil || !generator.Blocked(report, "trust") && !e.Site.Broken {
		return err
	}
	if err := t.report(report, f, false, lines(fsys)); err != nil {
		return err
	}
	t.note("no draft is made, because of what is reported above")
	return errRefused
}

func (f *flags) drafts(fsys fs.FS, e *audience.Edition, public []audience.Public, of trust.Choice) ([]mail.Message, error) {
	look, err := loadTheme(fsys, e)
	if err != nil {
		return nil, err
	}
	return trust.Mails(public, look, of)
}

// printDrafts prints one draft as an .eml file, several as an mbox file.
func printDrafts(w io.Writer, drafts []mail.Message) error {
	text := mail.Mbox(drafts)
	if len(drafts) == 1 {
		text = drafts[0].Bytes()
	}
	_, err := w.Write(text)
	return err
}
