package main

// The rules of printing:
//
//   - stdout carries what was asked for, stderr everything else.
//   - An error is one line, "trustpress: " and what is wrong, then "hint:" lines. No capital, no full stop.
//   - A finding is one line with its place, severity, message, rule and code, then its hint.
//   - Colour only on a terminal that wants it (NO_COLOR, TERM=dumb), unless --color says otherwise.
//   - Progress is one line on a terminal, for what takes longer than a second, and leaves nothing behind.

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/term"

	"trustpress/generator/check"
	"trustpress/generator/diag"
)

// printError prints what kept a command from running.
func printError(w io.Writer, err error) {
	fmt.Fprintf(w, "trustpress: %s\n", diag.VisibleLines(err.Error()))
}

// terminal is where a command prints.
type terminal struct {
	out, err io.Writer
	colored  bool // what goes to out
	errors   bool // what goes to err is coloured

	mu    sync.Mutex
	began time.Time
	drawn time.Time
	live  bool // progress may be drawn
}

func (f *flags) terminal(out, err io.Writer) *terminal {
	return &terminal{out: out, err: err, colored: f.wants(out), errors: f.wants(err), began: time.Now(), live: isTerminal(err) && os.Getenv("TERM") != "dumb"}
}

// wants reports whether colour goes to a stream.
func (f *flags) wants(w io.Writer) bool {
	switch f.color {
	case "always":
		return true
	case "never":
		return false
	}
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// Styles of what is printed, as a terminal is told.
const (
	bold  = "1"
	red   = "31"
	green = "32"
)

// paint sets words apart on a terminal that wants colour. What they say is plain without it.
func (t *terminal) paint(style, text string) string {
	if !t.colored || style == "" || text == "" {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// progress draws one line that says how far a stage has come.
func (t *terminal) progress(stage string, done, total int) {
	if !t.live || total == 0 {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	if now.Sub(t.began) < time.Second || now.Sub(t.drawn) < 80*time.Millisecond {
		return
	}
	t.drawn = now
	const width = 30
	filled := width * done / total
	fmt.Fprintf(t.err, "\r\x1b[K%-10s %s%s %d/%d", stage, strings.Repeat("#", filled), strings.Repeat(".", width-filled), done, total)
}

// settle wipes the line of progress away.
func (t *terminal) settle() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.drawn.IsZero() {
		fmt.Fprint(t.err, "\r\x1b[K")
		t.drawn = time.Time{}
	}
}

// start begins the second after which progress is drawn anew.
func (t *terminal) start() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.began = time.Now()
}

// note prints a line beside what was asked for.
func (t *terminal) note(format string, args ...any) {
	fmt.Fprintln(t.err, diag.VisibleLines(fmt.Sprintf(format, args...)))
}

// report prints findings. In text they go where the command says; for machines they are what was asked for.
func (t *terminal) report(r diag.Report, f *flags, asked bool, line func(file string, n int) string) error {
	t.settle()
	switch f.format {
	case "json":
		return diag.WriteJSON(t.out, r)
	case "sarif":
		return diag.WriteSARIF(t.out, r, identities(), version(), line)
	case "github":
		return diag.WriteGitHub(t.out, r)
	}
	if asked {
		return diag.WriteText(t.out, r, t.colored)
	}
	return diag.WriteText(t.err, r, t.errors)
}

// identities returns what the rules are known by.
func identities() []diag.Rule {
	out := make([]diag.Rule, len(check.Rules))
	for i, r := range check.Rules {
		out[i] = r.Rule
	}
	return out
}
