package tabular

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// style is what the format of a cell makes of a number. How a workbook shows a day depends on who opens it, and a number is shown
// rounded: so a day is read as YYYY-MM-DD and a number as it is stored. What a format writes before a number, and its zeros, stay: PBC-007.
type style struct {
	day, clock bool
	before     string
	digits     int
}

// readStyles reads the formats of cells.
func (b *book) readStyles(name string) error {
	if name == "" {
		return nil
	}
	var s struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := b.decode(name, &s); err != nil {
		return err
	}
	codes := map[int]string{}
	for _, f := range s.Formats {
		codes[f.ID] = f.Code
	}
	for _, c := range s.Cells {
		code, own := codes[c.Format]
		if !own {
			code = builtin(c.Format)
		}
		b.styles = append(b.styles, styleOf(code))
	}
	return nil
}

// builtin returns a code for the formats of days and times that every workbook has without naming them.
func builtin(id int) string {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return "yyyy-mm-dd"
	case id == 22:
		return "yyyy-mm-dd hh:mm"
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return "hh:mm:ss"
	}
	return ""
}

// styleOf reads a format. Its first section, for numbers above zero, tells.
func styleOf(code string) style {
	section, _, _ := strings.Cut(code, ";")
	bare, before := letters(section)
	switch s := (style{}); {
	case strings.EqualFold(bare, "general"):
		return s
	case strings.ContainsAny(bare, "ydhsm"):
		s.day = strings.ContainsAny(bare, "yd") || strings.Contains(bare, "mmm")
		s.clock = strings.ContainsAny(bare, "hs")
		return s
	case bare != "" && strings.Trim(bare, "0") == "":
		return style{before: before, digits: len(bare)}
	}
	return style{}
}

// letters returns a format in small letters without what is printed as it stands and what stands in brackets, and what of that is
// printed before the number.
func letters(section string) (bare, before string) {
	var out, first strings.Builder
	literal := func(s string) {
		if out.Len() == 0 {
			first.WriteString(s)
		}
	}
	for i := 0; i < len(section); i++ {
		switch c := section[i]; c {
		case '"', '[':
			inside, _, closed := strings.Cut(section[i+1:], map[byte]string{'"': `"`, '[': "]"}[c])
			if !closed {
				return strings.ToLower(out.String()), first.String()
			}
			if c == '"' {
				literal(inside)
			}
			i += 1 + len(inside)
		case '\\':
			if i++; i < len(section) {
				literal(section[i : i+1])
			}
		case '_', '*':
			i++
		default:
			out.WriteByte(c)
		}
	}
	return strings.ToLower(out.String()), first.String()
}

// number returns a stored number as the style means it.
func (s style) number(text string, base int) string {
	x, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	switch {
	case err != nil || math.IsNaN(x) || math.IsInf(x, 0):
		return text
	case (s.day || s.clock) && x >= 0 && x < 2958466: // the end of the year 9999
		return s.moment(x, base)
	case s.digits > 0 && x == math.Trunc(x) && x >= 0 && x < 1e15:
		return fmt.Sprintf("%s%0*d", s.before, s.digits, int64(x))
	case math.Abs(x) >= 1e15 || x != 0 && math.Abs(x) < 1e-9:
		return text
	}
	// A workbook stores 0.045 as 0.044999999999999998, and shows 15 digits of it.
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'e', 14, 64), 64)
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// moment returns the day, the time or both that a number stands for.
func (s style) moment(x float64, base int) string {
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case base == 1904:
		zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case x < 60: // Excel counts a 29 February 1900, which there was not
		zero = zero.AddDate(0, 0, 1)
	}
	days, rest := math.Modf(x)
	at := zero.AddDate(0, 0, int(days)).Add(time.Duration(math.Round(rest*86400)) * time.Second)
	var layout []string
	if s.day {
		layout = append(layout, time.DateOnly)
	}
	if s.clock {
		layout = append(layout, time.TimeOnly)
	}
	return at.Format(strings.Join(layout, " "))
}
