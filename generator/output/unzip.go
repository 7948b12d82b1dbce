package output

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"trustpress/generator/diag"
)

// OpenZIP returns the files of an archive that is held in memory, as OpenLargeZIP does. They are slices of b, which must not change
// afterwards.
func OpenZIP(b []byte) (fs.FS, error) { return OpenLargeZIP(bytes.NewReader(b), int64(len(b))) }

// OpenLargeZIP returns the files of an archive that ZIP wrote, and refuses every other one: of what it reads, ZIP makes the archive
// anew, and not a byte may differ. So nothing in it is compressed, hidden, named twice, a link, outside of its folder or damaged.
//
// The files are read from r where and when they are asked for. An archive with a file of more than 4 GiB is refused.
func OpenLargeZIP(r io.ReaderAt, size int64) (fs.FS, error) {
	files, when, err := entries(r, size)
	if err == nil {
		err = sameZIP(r, size, files, when)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrForeignZIP, err)
	}
	return newArchive(files), nil
}

// Dated returns the time that ZIP gave an archive.
func Dated(b []byte) time.Time {
	_, when, _ := entries(bytes.NewReader(b), int64(len(b)))
	return when
}

// ErrForeignZIP is returned for an archive that ZIP did not write.
var ErrForeignZIP = errors.New("this is no archive that trustpress wrote")

var (
	errDiffers  = errors.New("its bytes are not those that its files make")
	errCutShort = errors.New("it is cut short")
)

// sameZIP compares an archive with what ZIP makes of its files.
func sameZIP(r io.ReaderAt, size int64, files []entry, when time.Time) error {
	tree := &Tree{}
	for _, f := range files {
		sum, err := f.sum()
		if err != nil {
			return err
		}
		tree.AddSummed(f.name, diag.Span{}, sum, func(w io.Writer) error {
			_, err := io.Copy(w, f.open())
			return err
		})
	}
	same := &comparison{left: io.NewSectionReader(r, 0, size)}
	if err := ZIP(same, tree, when); err != nil {
		return err
	}
	if at, _ := same.left.Seek(0, io.SeekCurrent); at < size {
		return errDiffers
	}
	return nil
}

// comparison is a writer that fails where something else is written than what is left.
type comparison struct {
	left *io.SectionReader
	buf  []byte
}

// Write implements io.Writer.
func (c *comparison) Write(p []byte) (int, error) {
	c.buf = append(c.buf[:0], p...)
	switch _, err := io.ReadFull(c.left, c.buf); {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return 0, errDiffers
	case err != nil:
		return 0, err
	case !bytes.Equal(c.buf, p):
		return 0, errDiffers
	}
	return len(p), nil
}

// entry is one file of an archive, as the header before it says.
type entry struct {
	name     string
	in       io.ReaderAt
	at, size int64
}

func (e entry) open() *io.SectionReader { return io.NewSectionReader(e.in, e.at, e.size) }

func (e entry) sum() (Sum, error) {
	m := &measure{next: io.Discard}
	_, err := io.Copy(m, e.open())
	return m.Sum, err
}

// What stands before each file (APPNOTE 4.3.7), as far as it is needed to find the next one.
const (
	localHeader = "PK\x03\x04"
	headerSize  = 30
	timeAt      = 10
	sizeAt      = 22
	nameAt      = 26
	extraAt     = 28
)

// entries walks an archive from front to back. It believes every header, and looks only whether the bytes are there.
func entries(r io.ReaderAt, size int64) (files []entry, when time.Time, err error) {
	for at := int64(0); at < size; {
		head := make([]byte, min(headerSize, size-at))
		if err := readAt(r, head, at); err != nil {
			return nil, when, err
		}
		if !bytes.HasPrefix(head, []byte(localHeader)) {
			break
		}
		f, extra, err := header(r, size, at, head)
		if err != nil {
			return nil, when, err
		}
		if len(files) == 0 {
			when = modified(head[timeAt:], extra)
		}
		files = append(files, f)
		at = f.at + f.size
	}
	return files, when, nil
}

// header reads what stands before a file, and returns beside the file what else is said of it there.
func header(r io.ReaderAt, size, at int64, head []byte) (f entry, extra []byte, err error) {
	if len(head) < headerSize {
		return f, nil, errCutShort
	}
	name := int(binary.LittleEndian.Uint16(head[nameAt:]))
	more := make([]byte, name+int(binary.LittleEndian.Uint16(head[extraAt:])))
	f = entry{in: r, at: at + headerSize + int64(len(more)), size: int64(binary.LittleEndian.Uint32(head[sizeAt:]))}
	if f.at+f.size > size {
		return f, nil, errCutShort
	}
	err = readAt(r, more, at+headerSize)
	f.name = string(more[:name])
	return f, more[name:], err
}

// readAt fills b, which lies in the archive.
func readAt(r io.ReaderAt, b []byte, at int64) error {
	n, err := r.ReadAt(b, at)
	if n == len(b) {
		return nil
	}
	return err
}

// modified returns the time of a file: the one of its header or, where it stands, of the field beside that, which knows odd seconds.
func modified(header, extra []byte) time.Time {
	clock, date := int(binary.LittleEndian.Uint16(header)), int(binary.LittleEndian.Uint16(header[2:]))
	if len(extra) > 0 && len(extra) == len(unixTime(time.Time{})) {
		return time.Unix(int64(binary.LittleEndian.Uint32(extra[len(extra)-4:])), 0)
	}
	return time.Date(date>>9+1980, time.Month(date>>5&15), date&31, clock>>11, clock>>5&63, clock&31*2, 0, time.UTC)
}
