package output

import (
	"archive/zip"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"time"
	"unicode/utf8"
)

// The parts of the ZIP format (APPNOTE 6.3) that archive/zip leaves to those who use CreateRaw.
const (
	flagUTF8      = 0x800
	version20     = 20 // files and folders
	version45     = 45 // zip64
	extraZip64    = 0x0001
	extraUnixTime = 0x5455
)

// ZIP writes the tree as a ZIP whose bytes depend on the tree and modified alone: sorted, uncompressed (what a compressor
// makes of a file changes between releases of Go), without entries for folders, every file of mode 0644 and of the time
// modified, which is put between 1980 and 2107, the years that a ZIP knows.
//
// Sizes and checksums stand before each file and not in a descriptor behind it, because tools that read a ZIP from front to
// back cannot find the end of an uncompressed file that has one. A file that is too large to be held and has no Sum is
// therefore written twice, first to be measured.
func ZIP(w io.Writer, t *Tree, modified time.Time) error {
	files, err := t.sound()
	if err != nil {
		return fmt.Errorf("archiving: %w", err)
	}
	archive := zip.NewWriter(w)
	when := zipTime(modified)
	var buf []byte
	for _, f := range files {
		if buf, err = addFile(archive, f, when, buf); err != nil {
			return fmt.Errorf("archiving %s: %w", f.Path, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("archiving: %w", err)
	}
	return nil
}

// addFile returns the buffer for the next file.
func addFile(archive *zip.Writer, f File, when time.Time, buf []byte) ([]byte, error) {
	m := &measure{head: buf[:0]}
	if f.Sum == nil {
		if err := f.Write(m); err != nil {
			return nil, err
		}
		f.Sum = &m.Sum
	}
	entry, err := addHeader(archive, f, when)
	if err != nil {
		return nil, err
	}
	if m.Size > 0 && m.Size == int64(len(m.head)) {
		_, err := entry.Write(m.head)
		return m.head, err
	}
	check := &measure{next: entry}
	if err := f.Write(check); err != nil {
		return nil, err
	}
	if check.Sum != *f.Sum {
		return nil, fmt.Errorf("changed while it was read: %d bytes with CRC-32 %08x, then %d with %08x",
			f.Sum.Size, f.Sum.CRC32, check.Size, check.CRC32)
	}
	return m.head, nil
}

func addHeader(archive *zip.Writer, f File, when time.Time) (io.Writer, error) {
	size := uint64(f.Sum.Size)
	h := &zip.FileHeader{
		Name: f.Path, Method: zip.Store, ReaderVersion: version20, Modified: when,
		CRC32: f.Sum.CRC32, CompressedSize64: size, UncompressedSize64: size,
	}
	h.SetMode(0o644)
	//lint:ignore SA1019 CreateRaw writes these two and nothing else of the time
	h.ModifiedDate = uint16((when.Year()-1980)<<9 | int(when.Month())<<5 | when.Day())
	//lint:ignore SA1019 as above
	h.ModifiedTime = uint16(when.Hour()<<11 | when.Minute()<<5 | when.Second()/2)
	for i := range len(f.Path) {
		if f.Path[i] >= utf8.RuneSelf {
			h.Flags |= flagUTF8
			break
		}
	}
	inDirectory := unixTime(when)
	h.Extra = inDirectory
	if size >= math.MaxUint32 {
		h.ReaderVersion = version45
		h.Extra = append(zip64Sizes(size), inDirectory...)
	}
	entry, err := archive.CreateRaw(h)
	// The archive keeps h for its directory, where Close adds the zip64 sizes itself.
	h.Extra = inDirectory
	return entry, err
}

// zip64Sizes is the extra field of a local header whose sizes do not fit in 32 bits (APPNOTE 4.5.3), which archive/zip
// leaves out in CreateRaw.
func zip64Sizes(size uint64) []byte {
	b := binary.LittleEndian.AppendUint16(nil, extraZip64)
	b = binary.LittleEndian.AppendUint16(b, 16)
	b = binary.LittleEndian.AppendUint64(b, size)
	return binary.LittleEndian.AppendUint64(b, size)
}

// unixTime is the extra field that says the time in UTC; the fixed fields have no zone. It ends with its 32 bits in 2038.
func unixTime(when time.Time) []byte {
	if when.Unix() > math.MaxInt32 {
		return nil
	}
	b := binary.LittleEndian.AppendUint16(nil, extraUnixTime)
	b = binary.LittleEndian.AppendUint16(b, 5)
	b = append(b, 1) // the modification time alone
	return binary.LittleEndian.AppendUint32(b, uint32(when.Unix()))
}

func zipTime(t time.Time) time.Time {
	t = t.UTC()
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); t.Before(first) {
		return first
	}
	if last := time.Date(2107, 12, 31, 23, 59, 58, 0, time.UTC); t.After(last) {
		return last
	}
	return t.Truncate(time.Second)
}

// measure sums what is written to it. It passes it on to next or, without one, holds the first bytes, up to held.
type measure struct {
	Sum
	head []byte
	next io.Writer
}

// Write implements io.Writer.
func (m *measure) Write(p []byte) (int, error) {
	m.Size += int64(len(p))
	m.CRC32 = crc32.Update(m.CRC32, crc32.IEEETable, p)
	if m.next != nil {
		return m.next.Write(p)
	}
	m.head = append(m.head, p[:min(len(p), held-len(m.head))]...)
	return len(p), nil
}
