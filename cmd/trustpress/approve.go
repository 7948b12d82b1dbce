package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"
	"golang.org/x/crypto/ssh"

	"trustpress/generator/approval"
	"trustpress/generator/diag"
	"trustpress/generator/edit"
)

// approving is one run of approve.
type approving struct {
	*flags
	by    string
	sign  string
	print bool
}

func approveCommand(f *flags) *cobra.Command {
	a := approving{flags: f}
	c := &cobra.Command{
		Use:   "approve POLICY --by PERSON",
		Short: "record an approval of a policy's text as it stands",
		Long: `Record that a person approved the text of a policy as it stands, by a row of approvals.toml. Nothing in the policy is written.

An approval is over the words of the text: how it is wrapped, its comments, its status and its next review are free to change, and
one other word is another text. --print shows those words; their SHA-256 is what the row holds.

--as-of gives the day on which it was approved, where that is not today.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("approve takes one policy\nhint: trustpress approve POL-AC --by PER-karin")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return a.run(args[0], c.OutOrStdout(), f.terminal(c.OutOrStdout(), c.ErrOrStderr()))
		},
	}
	c.Flags().StringVar(&a.by, "by", "", "the `person` who approves, by id")
	c.Flags().StringVar(&a.sign, "sign", "", "sign with a private `key` of OpenSSH, or with the one that ssh-agent holds of a .pub")
	c.Flags().BoolVar(&a.print, "print", false, "print the words that are approved, one a line, and write nothing")
	return c
}

func (a *approving) run(policy string, stdout io.Writer, t *terminal) error {
	switch {
	case a.print && a.sign != "":
		return errors.New("approve takes either --print or --sign\nhint: --print writes nothing, and so signs nothing")
	case !a.print && a.by == "":
		return errors.New("approve does not know who approves\nhint: --by takes the id of a person")
	}
	fsys, edition, err := a.compile(t)
	if err != nil {
		return err
	}
	if a.print {
		text, err := edit.TextOf(fsys, edition, policy)
		if err != nil {
			return err
		}
		_, err = io.WriteString(stdout, text.Words)
		return err
	}
	approved, err := edit.Approve(fsys, edition, policy, a.by)
	if err != nil {
		return err
	}
	return a.record(approved, stdout, t)
}

// record writes an approval, signed if a key is named.
func (a *approving) record(approved *edit.Approval, stdout io.Writer, t *terminal) error {
	signature, err := a.signature(approved)
	if err != nil {
		return err
	}
	change, err := approved.Record(signature)
	if err != nil {
		return err
	}
	site := filepath.Dir(a.site)
	if _, err := apply(site, change); err != nil {
		return err
	}
	for _, note := range approved.Notes {
		t.note("note: %s", note)
	}
	recorded := fmt.Sprintf("%s: %s %s, sha256 %s", filepath.Join(site, filepath.FromSlash(change.Path)), approved.Policy.ID, approved.Policy.Version, approved.SHA256)
	_, err = fmt.Fprintln(stdout, diag.Visible(recorded))
	return err
}

// signature signs an approval with a key of its person. It is "" if no key is named.
func (a *approving) signature(approved *edit.Approval) (string, error) {
	if a.sign == "" {
		return "", nil
	}
	key, err := openSigner(a.sign, func(public ssh.PublicKey) error {
		key, err := approval.NewKey(public)
		if err == nil {
			_, err = approved.Key(key)
		}
		return err
	})
	if err != nil {
		return "", err
	}
	defer key.Close()
	return approval.Sign(key, approved.SHA256)
}
