package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"

	"trustpress/generator/diag"
)

var errNoTerminal = errors.New("there is no terminal to ask at\nhint: a passphrase is read from no argument, variable or file")

// console is the terminal at which a person sits, wherever the streams of the command lead.
type console struct{ in, out *os.File }

func openConsole() (*console, error) {
	input, output := "/dev/tty", "/dev/tty"
	if runtime.GOOS == "windows" {
		input, output = "CONIN$", "CONOUT$"
	}
	in, err := os.OpenFile(input, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	out, err := os.OpenFile(output, os.O_WRONLY, 0)
	if err != nil {
		return nil, errors.Join(err, in.Close())
	}
	return &console{in, out}, nil
}

func (c *console) Close() error { return errors.Join(c.in.Close(), c.out.Close()) }

// askSecret asks for something that is not shown while it is typed; otherwise says what to do where nobody sits.
func askSecret(question, otherwise string) (string, error) {
	c, err := openConsole()
	if err != nil {
		return "", fmt.Errorf("%w; where nobody sits, %s", errNoTerminal, otherwise)
	}
	defer c.Close()
	fmt.Fprint(c.out, question, " ")
	defer fmt.Fprintln(c.out)
	answer, err := term.ReadPassword(int(c.in.Fd()))
	if err != nil {
		return "", fmt.Errorf("nothing was typed: %w", err)
	}
	return string(answer), nil
}

// sitsThere reports whether a person sits at the terminal and can be asked: what a command reads comes from there.
func sitsThere() bool { return term.IsTerminal(int(os.Stdin.Fd())) }

// asker asks questions one after the other.
type asker struct {
	*console
	answers *bufio.Reader
}

func newAsker() (*asker, error) {
	c, err := openConsole()
	if err != nil {
		return nil, err
	}
	return &asker{c, bufio.NewReader(c.in)}, nil
}

// errUnanswered ends a command whose questions nobody answered to the end.
var errUnanswered = errors.New("the questions were not answered to the end\nhint: nothing was written")

// ask asks one question, with what an empty answer means.
func (a *asker) ask(question, proposal string) (string, error) {
	if proposal != "" {
		question += " [" + proposal + "]"
	}
	fmt.Fprint(a.out, diag.Visible(question), ": ")
	answer, err := a.answers.ReadString('\n')
	if err != nil {
		fmt.Fprintln(a.out)
		return "", errUnanswered
	}
	return strings.TrimSpace(answer), nil
}

// refuse says why an answer was not taken.
func (a *asker) refuse(err error) { fmt.Fprintln(a.out, diag.VisibleLines(err.Error())) }
