package spreadsheet

import (
	"regexp"
	"strings"
	"unicode"
)

// guard keeps a cell of a CSV file from running as a formula in the program that opens it: an apostrophe stands before a sign
// that begins one. A plain negative number stays as it is.
//
// A cell may begin where we begin none: a spreadsheet in a region that writes decimals with a comma takes ";" for the end of a
// cell, and there a quotation mark that we set keeps nothing together. So whatever follows a ";" is guarded too.
func guard(cell string) string {
	if !strings.ContainsAny(cell, formulaSigns) {
		return cell
	}
	var out strings.Builder
	for segment := range strings.SplitAfterSeq(cell, ";") {
		if at := formula(segment); at >= 0 {
			segment = segment[:at] + "'" + segment[at:]
		}
		out.WriteString(segment)
	}
	return out.String()
}

// formulaSigns begin a formula, or make a program look for one behind them; the last four are how a full-width keyboard types
// the first.
const formulaSigns = "=+-@\t\r\n＝＋－＠"

var negative = regexp.MustCompile(`^-\d+(?:[.,]\d+)?$`)

// formula returns where a formula would begin, or -1. White space and what nobody sees are passed over, and quotation marks, which
// the program that opens the file takes away.
func formula(segment string) int {
	if negative.MatchString(strings.Trim(strings.TrimSuffix(segment, ";"), " ")) {
		return -1
	}
	for i, r := range segment {
		switch {
		case strings.ContainsRune(formulaSigns, r):
			return i
		case r != '"' && !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r):
			return -1
		}
	}
	return -1
}
