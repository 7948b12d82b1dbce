package output

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// held is how much of a file is held in memory, in bytes. A page fits in whole; evidence of gigabytes passes through.
const held = 1 << 20

// sink takes what a file's Write writes and compares it with the old file while it comes. As long as the two agree, nothing
// is written; where they part, the new file begins as a copy of the old one up to there. So a file of any size costs constant
// memory, and an unchanged one no write. One sink serves many files, one after the other.
type sink struct {
	begin func() error // makes the staging folder
	fresh string       // the new file's name

	buf  []byte   // what came and is neither compared nor written yet; up to held bytes
	back []byte   // a piece of the old file
	old  *os.File // nil if there is none
	size int64    // of the old file, -1 if there is none
	at   int64    // how far the two agree
	out  *os.File // the new file, once they have parted
	err  error    // the first failure, for a Write that does not look at what its writer returns
}

// put runs write and reports whether the file old, "" for none, already holds what it writes. If not, the file fresh does.
func (s *sink) put(old, fresh string, write func(io.Writer) error) (same bool, err error) {
	s.buf, s.fresh, s.old, s.size, s.at, s.out, s.err = s.buf[:0], fresh, nil, -1, 0, nil, nil
	defer func() { err = errors.Join(err, s.close()) }()
	s.open(old)
	if err := write(s); err != nil {
		return false, err
	}
	return s.finish()
}

// open leaves a file that cannot be read to be written anew.
func (s *sink) open(old string) {
	if old == "" {
		return
	}
	f, err := os.Open(old)
	if err != nil {
		return
	}
	s.old = f
	if info, err := f.Stat(); err == nil {
		s.size = info.Size()
	}
}

func (s *sink) close() error {
	var err error
	if s.old != nil {
		s.old.Close() // read only: there is nothing to lose
	}
	if s.out != nil {
		err = s.out.Close()
	}
	s.old, s.out = nil, nil
	return err
}

// Write implements io.Writer.
func (s *sink) Write(p []byte) (int, error) {
	taken := len(p)
	for len(s.buf)+len(p) > held {
		room := held - len(s.buf)
		s.buf = append(s.buf, p[:room]...)
		p = p[room:]
		if s.err == nil {
			s.err = s.flush()
		}
		if s.err != nil {
			return 0, s.err
		}
	}
	s.buf = append(s.buf, p...)
	return taken, nil
}

// flush compares what is in the buffer, or writes it if the files have parted.
func (s *sink) flush() error {
	if s.out == nil && s.agrees() {
		s.at += int64(len(s.buf))
		s.buf = s.buf[:0]
		return nil
	}
	return s.spill()
}

func (s *sink) finish() (same bool, err error) {
	if s.err != nil {
		return false, s.err
	}
	if s.out == nil && s.size == s.at+int64(len(s.buf)) && s.agrees() {
		return true, nil
	}
	return false, s.spill()
}

// spill writes the buffer to the new file, which it makes if there is none yet.
func (s *sink) spill() error {
	if s.out == nil {
		if err := s.part(); err != nil {
			return err
		}
	}
	_, err := s.out.Write(s.buf)
	s.buf = s.buf[:0]
	return err
}

// part makes the new file, with as much of the old one as was found to be right.
func (s *sink) part() error {
	if err := s.begin(); err != nil {
		return err
	}
	var err error
	if s.out, err = create(s.fresh); err != nil || s.at == 0 {
		return err
	}
	_, err = io.CopyN(s.out, io.NewSectionReader(s.old, 0, s.at), s.at)
	return err
}

// agrees reports whether the old file goes on with what is in the buffer. One that cannot be read does not.
func (s *sink) agrees() bool {
	if s.size < s.at+int64(len(s.buf)) {
		return false
	}
	if s.back == nil {
		s.back = make([]byte, 64<<10)
	}
	for done := 0; done < len(s.buf); {
		piece := s.buf[done:min(done+len(s.back), len(s.buf))]
		there := s.back[:len(piece)]
		if _, err := s.old.ReadAt(there, s.at+int64(done)); err != nil || !bytes.Equal(piece, there) {
			return false
		}
		done += len(piece)
	}
	return true
}
