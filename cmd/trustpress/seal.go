package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"trustpress/generator/check"
	"trustpress/generator/config"
	"trustpress/generator/seal"
)

// sealing is one run of seal.
type sealing struct {
	*flags
	to         []string
	passphrase bool
	output     string
	force      bool
}

func sealCommand(f *flags) *cobra.Command {
	s := sealing{flags: f}
	c := &cobra.Command{
		Use:   "seal FILE --to RECIPIENT",
		Short: "write a sealed copy of a document, which a public host may hold",
		Long: `Write a sealed copy of FILE, which only its recipients can open, with age (https://age-encryption.org), and print the row of
the register that offers it. The copy gets a name that tells nothing, below trust/documents of the content.

A recipient is an age key (age1…), an SSH public key in quotation marks, or a file of them, one a line.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("seal takes one file\nhint: trustpress seal report.pdf --to age1…; an SSH key stands in quotation marks")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return s.run(args[0], c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().StringArrayVar(&s.to, "to", nil, "a `recipient`, or several with commas; can be repeated")
	c.Flags().BoolVar(&s.passphrase, "passphrase", false, "ask for a passphrase that opens it, or make one")
	c.Flags().StringVar(&s.output, "output", "", "the `file` to write instead")
	c.Flags().BoolVar(&s.force, "force", false, "replace the file that stands there")
	return c
}

func (s *sealing) run(name string, stdout io.Writer, t *terminal) error {
	if s.passphrase == (len(s.to) > 0) {
		return errors.New("seal takes either --to or --passphrase\nhint: one key for each recipient, or one passphrase that all of them know")
	}
	content, err := s.content(t)
	if err != nil {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	plain, err := s.look(file)
	if err != nil {
		return err
	}
	to, err := s.recipients(t)
	if err != nil {
		return err
	}
	sealed, err := seal.Reader(plain, to)
	if err != nil {
		return err
	}
	w, err := s.write(sealed, content)
	if err != nil {
		return err
	}
	warn(t, to, w.name)
	_, err = io.WriteString(stdout, s.row(w, content))
	return err
}

// content returns the content root of the site, below the folder of its file.
func (s *sealing) content(t *terminal) (string, error) {
	fsys, opt, err := s.open(t)
	if err != nil {
		return "", err
	}
	site, findings, err := config.Load(fsys, opt.Site)
	if err != nil {
		return "", err
	}
	if site.Broken {
		if err := t.report(check.Weigh(findings), s.flags, false, lines(fsys)); err != nil {
			return "", err
		}
		return "", errRefused
	}
	return site.Content.Root, nil
}

// look refuses, before anybody is asked for anything, what cannot be sealed and a place that is taken.
func (s *sealing) look(file *os.File) (io.Reader, error) {
	is, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if is.IsDir() {
		return nil, fmt.Errorf("%s is a folder\nhint: seal one file, such as an archive of the folder", file.Name())
	}
	if err := s.free(is); err != nil {
		return nil, err
	}
	plain, err := seal.Plain(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file.Name(), err)
	}
	return plain, nil
}

// recipients returns those whom the flags name, or who know the passphrase that is asked for.
func (s *sealing) recipients(t *terminal) ([]seal.Recipient, error) {
	if !s.passphrase {
		return seal.Recipients(s.to, os.ReadFile)
	}
	knows, err := s.knower(t)
	return []seal.Recipient{knows}, err
}

// unattended is what to do where there is nobody to ask.
const unattended = "seal with --to"

// knower asks for a passphrase twice, or makes one, and returns who knows it.
func (s *sealing) knower(t *terminal) (seal.Recipient, error) {
	text, err := askSecret("Passphrase (leave it empty to have one made):", unattended)
	if err != nil {
		return seal.Recipient{}, err
	}
	if text == "" {
		text = seal.NewPassphrase()
		t.note("the passphrase, which is shown this once and kept nowhere: %s", text)
		return seal.Passphrase(text)
	}
	knows, err := seal.Passphrase(text)
	if err != nil {
		return knows, err
	}
	again, err := askSecret("The same again:", unattended)
	if err == nil && again != text {
		err = errors.New("the two passphrases differ")
	}
	return knows, err
}

// row is the record that offers the sealed file, but for what only a person can say.
func (s *sealing) row(w written, content string) string {
	file := "# file: the sealed file lies outside the content; name it here, as it stands below the content, once it is there"
	if below, ok := s.below(content, w.name); ok {
		file = fmt.Sprintf("file = %q", below)
	}
	return fmt.Sprintf(`[[document]]
id = ""     # a name of your own, such as DOC-PENTEST-2026
title = ""  # what it is, in words that everybody may read
access = "sealed"
%s
sha256 = %q
size = %d
`, file, w.sha256, w.size)
}

// warn says what a sealed file on a public host does not do, and how a recipient opens it.
func warn(t *terminal, to []seal.Recipient, name string) {
	has := func(k seal.Kind) bool {
		return slices.ContainsFunc(to, func(r seal.Recipient) bool { return r.Kind == k })
	}
	t.note("%s: sealed, recipients: %d", name, len(to))
	t.note("warning: what a public host has given out cannot be recalled, and nobody keeps a log of who opens it")
	if has(seal.Phrase) {
		t.note("warning: a passphrase can be passed on")
	}
	if has(seal.SSH) {
		t.note("warning: the file shows which SSH keys it is for; for an age key it does not")
	}
	t.note("warning: a SOC 2 report may be offered like this with the consent of its auditor alone")
	version, key := "", "--identity KEY "
	if has(seal.Hybrid) {
		version = " 1.3 or later"
	}
	if has(seal.Phrase) {
		key = ""
	}
	t.note("who received it opens it with age%s (https://age-encryption.org):\n    age --decrypt %s--output FILE %s", version, key, filepath.Base(name))
}
