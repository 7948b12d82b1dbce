package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"

	"golang.org/x/term"
)

var errNoTerminal = errors.New("there is no terminal to ask at\nhint: a passphrase is read from no argument, variable or file")

// askSecret asks for something that is not shown while it is typed. It asks at the terminal, wherever the streams of the command
// lead; otherwise says what to do where nobody sits.
func askSecret(question, otherwise string) (string, error) {
	input, output := "/dev/tty", "/dev/tty"
	if runtime.GOOS == "windows" {
		input, output = "CONIN$", "CONOUT$"
	}
	in, err := os.OpenFile(input, os.O_RDWR, 0)
	if err != nil {
		return "", fmt.Errorf("%w; where nobody sits, %s", errNoTerminal, otherwise)
	}
	defer in.Close()
	out, err := os.OpenFile(output, os.O_WRONLY, 0)
	if err != nil {
		return "", fmt.Errorf("%w; where nobody sits, %s", errNoTerminal, otherwise)
	}
	defer out.Close()
	fmt.Fprint(out, question, " ")
	defer fmt.Fprintln(out)
	answer, err := term.ReadPassword(int(in.Fd()))
	if err != nil {
		return "", fmt.Errorf("nothing was typed: %w", err)
	}
	return string(answer), nil
}
