package brand

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"math"
)

const (
	pictureBytes  = 1 << 20 // of a picture, at most
	picturePixels = 4 << 20
)

// Picture returns a PNG painted anew: its pixels, and nothing that was written beside them.
func Picture(text []byte) ([]byte, error) {
	if len(text) > pictureBytes {
		return nil, fmt.Errorf("it is larger than %d kB", pictureBytes>>10)
	}
	size, err := png.DecodeConfig(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("it does not read as PNG: %w", err)
	}
	if size.Width*size.Height > picturePixels {
		return nil, fmt.Errorf("it has more than %d million pixels", picturePixels>>20)
	}
	pixels, err := png.Decode(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("it does not read as PNG: %w", err)
	}
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, pixels)
	return out.Bytes(), err
}

// Proportion returns the width that a picture or a drawing, as this package returns it, has at a height.
func Proportion(text []byte, height int) (width int, err error) {
	w, h, err := size(text)
	if err != nil {
		return 0, err
	}
	return max(1, int(math.Round(w/h*float64(height)))), nil
}

func size(text []byte) (w, h float64, err error) {
	if config, err := png.DecodeConfig(bytes.NewReader(text)); err == nil {
		return float64(config.Width), float64(config.Height), nil
	}
	var drawing struct {
		ViewBox string `xml:"viewBox,attr"`
	}
	if err := xml.Unmarshal(text, &drawing); err != nil {
		return 0, 0, err
	}
	box, err := numbers(drawing.ViewBox)
	if err != nil || len(box) != 4 || box[3] == 0 {
		return 0, 0, errors.New("it has no size")
	}
	return box[2], box[3], nil
}
