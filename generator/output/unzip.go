package output

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"time"

	"trustpress/generator/diag"
)

// OpenZIP returns the files of an archive that ZIP wrote, and refuses every other one: of what it reads, ZIP makes the archive anew,
// and not a byte may differ. So nothing in it is compressed, hidden, named twice, a link, outside of its folder or damaged.
//
// The files are slices of b, which must not change afterwards. An archive with a file of more than 4 GiB is refused.
func OpenZIP(b []byte) (fs.FS, error) {
	files, when, err := entries(b)
	if err == nil {
		err = sameZIP(b, files, when)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrForeignZIP, err)
	}
	return newArchive(files), nil
}

// Dated returns the time that ZIP gave an archive.
func Dated(b []byte) time.Time {
	_, when, _ := entries(b)
	return when
}

// ErrForeignZIP is returned for an archive that ZIP did not write.
var ErrForeignZIP = errors.New("this is no archive that trustpress wrote")

var (
	errDiffers  = errors.New("its bytes are not those that its files make")
	errCutShort = errors.New("it is cut short")
)

// sameZIP compares an archive with what ZIP makes of its files.
func sameZIP(b []byte, files []entry, when time.Time) error {
	tree := &Tree{}
	for _, f := range files {
		tree.AddSummed(f.name, diag.Span{}, Sum{int64(len(f.data)), crc32.ChecksumIEEE(f.data)}, func(w io.Writer) error {
			_, err := w.Write(f.data)
			return err
		})
	}
	same := &comparison{b}
	if err := ZIP(same, tree, when); err != nil {
		return err
	}
	if len(same.left) > 0 {
		return errDiffers
	}
	return nil
}

// comparison is a writer that fails where something else is written than what is left.
type comparison struct{ left []byte }

// Write implements io.Writer.
func (c *comparison) Write(p []byte) (int, error) {
	if !bytes.HasPrefix(c.left, p) {
		return 0, errDiffers
	}
	c.left = c.left[len(p):]
	return len(p), nil
}

// entry is one file of an archive, as the header before it says.
type entry struct {
	name string
	data []byte
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
func entries(b []byte) (files []entry, when time.Time, err error) {
	for bytes.HasPrefix(b, []byte(localHeader)) {
		if len(b) < headerSize {
			return nil, when, errCutShort
		}
		extra := headerSize + int(binary.LittleEndian.Uint16(b[nameAt:]))
		data := extra + int(binary.LittleEndian.Uint16(b[extraAt:]))
		end := int64(data) + int64(binary.LittleEndian.Uint32(b[sizeAt:]))
		if end > int64(len(b)) {
			return nil, when, errCutShort
		}
		if len(files) == 0 {
			when = modified(b[timeAt:], b[extra:data])
		}
		files = append(files, entry{string(b[headerSize:extra]), b[data:end:end]})
		b = b[end:]
	}
	return files, when, nil
}

// modified returns the time of a file: the one of its header or, where it stands, of the field beside that, which knows odd seconds.
func modified(header, extra []byte) time.Time {
	clock, date := int(binary.LittleEndian.Uint16(header)), int(binary.LittleEndian.Uint16(header[2:]))
	if len(extra) > 0 && len(extra) == len(unixTime(time.Time{})) {
		return time.Unix(int64(binary.LittleEndian.Uint32(extra[len(extra)-4:])), 0)
	}
	return time.Date(date>>9+1980, time.Month(date>>5&15), date&31, clock>>11, clock>>5&63, clock&31*2, 0, time.UTC)
}
