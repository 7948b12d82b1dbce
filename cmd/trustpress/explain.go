package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"trustpress/generator/check"
	"trustpress/generator/diag"
	"trustpress/generator/nearest"
)

func explainCommand(f *flags) *cobra.Command {
	return &cobra.Command{
		Use:   "explain [RULE]",
		Short: "say what a rule means, with examples; without a rule, list them",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("explain takes one rule\nhint: trustpress explain unknown-criterion")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listRules(c.OutOrStdout(), f.format)
			}
			rule := check.Find(args[0])
			if rule == nil {
				return fmt.Errorf("there is no rule %q%s", args[0], meant(args[0]))
			}
			return explain(c.OutOrStdout(), rule, f.format)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return check.Names(), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func meant(name string) string {
	if near, ok := nearest.Within(name, check.Names(), 4); ok {
		return fmt.Sprintf("\nhint: did you mean %q?", near)
	}
	return "\nhint: trustpress explain lists the rules"
}

func listRules(w io.Writer, format string) error {
	if format == "json" {
		out := make([]explained, len(check.Rules))
		for i, r := range check.Rules {
			out[i] = describe(r)
		}
		return writeJSON(w, out)
	}
	for _, r := range check.Rules {
		fmt.Fprintf(w, "%s  %-30s %-8s %s\n", r.Code, r.Name, r.Severity, r.Says)
	}
	return nil
}

// explained is a rule as JSON.
type explained struct {
	Code     string   `json:"code"`
	Rule     string   `json:"rule"`
	Severity string   `json:"severity"`
	Blocks   []string `json:"blocks"`
	Waivable bool     `json:"waivable"`
	Says     string   `json:"says"`
	Why      string   `json:"why"`
	Beneath  string   `json:"beneath"` // the site that both examples lie over
	Bad      string   `json:"bad"`
	Good     string   `json:"good"`
}

func describe(r *check.Rule) explained {
	blocks := r.Blocks
	if blocks == nil {
		blocks = []string{}
	}
	return explained{r.Code, r.Name, r.Severity.String(), blocks, r.Waivable, r.Says, strings.Join(strings.Fields(r.Why), " "), r.Beneath(), r.Bad, r.Good}
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func explain(w io.Writer, r *check.Rule, format string) error {
	if format == "json" {
		return writeJSON(w, describe(r))
	}
	blocks := "blocks nothing"
	if len(r.Blocks) > 0 {
		blocks = "blocks " + strings.Join(r.Blocks, ", ")
	}
	waivable := "cannot be waived"
	if r.Waivable {
		waivable = "can be waived"
	}
	beneath := ""
	if r.Base != "" {
		beneath = "Both examples lie over a small audited site that is complete without them.\n\n"
	}
	if r.Beyond != "" {
		beneath = r.Beyond + "\n\n"
	}
	_, err := fmt.Fprintf(w, "%s (%s)\n%s; %s; %s\n\n%s.\n\n%s\n\n%sBad:\n\n%s\nGood:\n\n%s", r.Name, r.Code, r.Severity, blocks, waivable,
		r.Says, wrap(r.Why, 100), beneath, indent(r.Bad), indent(r.Good))
	return err
}

func wrap(text string, width int) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		letters := utf8.RuneCountInString(word)
		if column > 0 && column+1+letters > width {
			b.WriteByte('\n')
			column = 0
		} else if column > 0 {
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += letters
	}
	return b.String()
}

// indent sets an example off. What a terminal would obey or not show is written out.
func indent(example string) string {
	var b strings.Builder
	for line := range strings.Lines(example) {
		b.WriteString("    " + diag.Visible(strings.TrimRight(line, "\n")) + "\n")
	}
	return b.String()
}
