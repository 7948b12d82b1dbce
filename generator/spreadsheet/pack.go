package spreadsheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
)

// parts is an XLSX file's ZIP. The library hands over the sheets in the order of a map, which is another one each time; here
// they are put into one order, and given one date.
type parts struct {
	*zip.Writer
	on    time.Time
	texts map[string]*bytes.Buffer
}

func ordered(on time.Time) func(io.Writer) excelize.ZipWriter {
	return func(to io.Writer) excelize.ZipWriter {
		return &parts{zip.NewWriter(to), on.UTC(), map[string]*bytes.Buffer{}}
	}
}

// Create takes a part in.
func (p *parts) Create(name string) (io.Writer, error) {
	p.texts[name] = &bytes.Buffer{}
	return p.texts[name], nil
}

// contentTypes is the part that says what the others are. Programs that tell a file by its beginning look for it there.
const contentTypes = "[Content_Types].xml"

// Close writes the parts.
func (p *parts) Close() error {
	order := slices.SortedFunc(maps.Keys(p.texts), func(a, b string) int {
		return cmp.Or(-cmp.Compare(truth(a == contentTypes), truth(b == contentTypes)), cmp.Compare(a, b))
	})
	for _, name := range order {
		to, err := p.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.on})
		if err != nil {
			return err
		}
		if _, err := p.texts[name].WriteTo(to); err != nil {
			return err
		}
	}
	return p.Writer.Close()
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
