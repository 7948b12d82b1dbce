package brand_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"trustpress/generator/brand"
)

func painted(t testing.TB, width, height int) []byte {
	t.Helper()
	pixels := image.NewNRGBA(image.Rect(0, 0, width, height))
	pixels.Set(width/2, height/2, color.NRGBA{31, 78, 95, 200})
	var out bytes.Buffer
	if err := png.Encode(&out, pixels); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// told puts a text chunk behind the head of a PNG.
func told(text []byte, said string) []byte {
	const head = 8 + 25 // signature, IHDR
	chunk := append([]byte("tEXt"), said...)
	out := binary.BigEndian.AppendUint32(bytes.Clone(text[:head]), uint32(len(said)))
	out = binary.BigEndian.AppendUint32(append(out, chunk...), crc32.ChecksumIEEE(chunk))
	return append(append(out, text[head:]...), "behind the end"...)
}

// A picture comes out with its pixels and without what was written beside them.
func TestPicturesLoseWhatIsTold(t *testing.T) {
	plain := painted(t, 20, 10)
	got, err := brand.Picture(told(plain, "Author\x00Anna Sjö"))
	want, _ := brand.Picture(plain)
	if err != nil || !bytes.Equal(got, want) || bytes.Contains(got, []byte("Anna")) {
		t.Errorf("%v: %q", err, got)
	}
	pixels, err := png.Decode(bytes.NewReader(got))
	if err != nil || pixels.At(10, 5) != (color.NRGBA{31, 78, 95, 200}) {
		t.Errorf("the pixels are others, %v", err)
	}
}

func TestPicturesThatAreRefused(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "does not read as PNG",
		"\xff\xd8\xff\xe0 a JPEG":      "does not read as PNG",
		string(painted(t, 9, 9)[:60]):  "does not read as PNG",
		string(painted(t, 3000, 3000)): "it has more than 4 million pixels",
		strings.Repeat("\x89", 2<<20):  "it is larger than 1024 kB",
	} {
		if got, err := brand.Picture([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %d bytes, %v, want %q", in, len(got), err, want)
		}
	}
}

func TestProportion(t *testing.T) {
	for text, want := range map[string]int{
		string(painted(t, 200, 50)):   144,
		`<svg viewBox="0 0 24 24"/>`:  36,
		`<svg viewBox="0 0 1 1000"/>`: 1,
	} {
		if got, err := brand.Proportion([]byte(text), 36); err != nil || got != want {
			t.Errorf("%.30q: %d, %v, want %d", text, got, err, want)
		}
	}
}

// No file makes it panic, and what comes out comes out the same again.
func FuzzPicture(f *testing.F) {
	f.Add(painted(f, 4, 4))
	f.Add(told(painted(f, 4, 4), "k\x00v"))
	f.Fuzz(func(t *testing.T, in []byte) {
		out, err := brand.Picture(in)
		if err != nil {
			return
		}
		if again, err := brand.Picture(out); err != nil || !bytes.Equal(again, out) {
			t.Errorf("%v: it comes out as another", err)
		}
	})
}
