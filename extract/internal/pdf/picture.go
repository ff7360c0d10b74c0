package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"

	"golang.org/x/image/ccitt"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
)

// errPicture says, to a person, that a picture is of a kind that is not decoded.
var errPicture = errors.New("bildens format kan inte avkodas")

const (
	// maxPixels is how many pixels a picture may have: A3 at 600 dpi has 70 million.
	maxPixels = 100_000_000
	// maxPaletteColors is what eight bits can tell apart.
	maxPaletteColors = 256
)

// encodePicture returns the image v as a file that an OCR program reads, with its size in pixels: JPEG and JPEG 2000 as they are, all
// else as PNG. JBIG2 is not decoded.
func encodePicture(v object.Value) (file []byte, width, height int, err error) {
	width, height = v.Key("Width").Int(), v.Key("Height").Int()
	if width <= 0 || height <= 0 || width > maxPixels/height {
		return nil, 0, 0, fmt.Errorf("%w (%d x %d bildpunkter)", errPicture, width, height)
	}
	data, err := v.Data()
	switch last := lastFilter(v); last {
	case "DCTDecode", "DCT", "JPXDecode":
		if len(data) == 0 {
			return nil, 0, 0, errPicture
		}
		return data, width, height, nil
	case "CCITTFaxDecode", "CCF":
		return encodeFax(v, data, width, height)
	default:
		if err != nil && !errors.Is(err, object.ErrDamaged) {
			return nil, 0, 0, fmt.Errorf("%w (%s)", errPicture, last)
		}
	}
	img, err := samples(v, data, width, height)
	if err != nil {
		return nil, 0, 0, err
	}
	return toPNG(img, width, height)
}

func toPNG(img image.Image, width, height int) ([]byte, int, int, error) {
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&b, img); err != nil {
		return nil, 0, 0, fmt.Errorf("%w (%v)", errPicture, err)
	}
	return b.Bytes(), width, height, nil
}

func lastFilter(v object.Value) string {
	f := v.Key("Filter")
	if n := f.Len(); n > 0 {
		return f.Index(n - 1).Name()
	}
	return f.Name()
}

// encodeFax decodes a fax picture (ISO 32000-1, 7.4.6).
func encodeFax(v object.Value, data []byte, width, height int) ([]byte, int, int, error) {
	p := v.Key("DecodeParms")
	if p.IsArray() {
		p = p.Index(p.Len() - 1)
	}
	format := ccitt.Group3
	if k := p.Key("K"); k.IsNumber() && k.Number() < 0 {
		format = ccitt.Group4
	} else if k.IsNumber() && k.Number() > 0 {
		return nil, 0, 0, fmt.Errorf("%w (blandad faxkodning)", errPicture)
	}
	columns := 1728 // the standard's default
	if c := p.Key("Columns"); c.IsNumber() {
		columns = c.Int()
	}
	if columns <= 0 || columns > maxPixels/height {
		return nil, 0, 0, errPicture
	}
	r := ccitt.NewReader(bytes.NewReader(data), ccitt.MSB, format, columns, height,
		&ccitt.Options{Align: p.Key("EncodedByteAlign").Bool(), Invert: p.Key("BlackIs1").Bool()})
	bits := make([]byte, (columns+7)/8*height)
	for i := range bits {
		bits[i] = 0xff // lines that are missing are white
	}
	if n, err := io.ReadFull(r, bits); err != nil && n == 0 {
		return nil, 0, 0, fmt.Errorf("%w (%v)", errPicture, err)
	}
	img, err := (&raster{bits: 1, colors: 1, inverted: inverted(v)}).image(bits, columns, height)
	if err != nil {
		return nil, 0, 0, err
	}
	return toPNG(img, columns, height)
}

func inverted(v object.Value) bool {
	d := v.Key("Decode")
	return d.Len() >= 2 && d.Index(0).Number() > d.Index(1).Number()
}

// samples makes an image of the decoded samples of v.
func samples(v object.Value, data []byte, width, height int) (image.Image, error) {
	r := &raster{bits: v.Key("BitsPerComponent").Int(), inverted: inverted(v)}
	if v.Key("ImageMask").Bool() {
		r.bits = 1
	}
	r.colors, r.palette = colorSpace(v.Key("ColorSpace"), 0)
	if r.colors == 0 {
		return nil, fmt.Errorf("%w (färgrymd)", errPicture)
	}
	return r.image(data, width, height)
}

// colorSpace returns the number of components of a color space and the palette of an indexed one; 0 for one that is not known.
// A missing color space is a mask's.
func colorSpace(v object.Value, depth int) (components int, palette []color.Gray) {
	name := v.Name()
	if v.IsArray() {
		name = v.Index(0).Name()
	}
	switch name {
	case "DeviceRGB", "CalRGB", "RGB", "Lab":
		return 3, nil
	case "DeviceCMYK", "CMYK":
		return 4, nil
	case "ICCBased":
		if n := v.Index(1).Key("N").Int(); n == 1 || n == 3 || n == 4 {
			return n, nil
		}
		return 0, nil
	case "Indexed", "I":
		if depth > 0 {
			return 0, nil
		}
		base, _ := colorSpace(v.Index(1), depth+1)
		return 1, indexed(v.Index(3), base)
	case "Separation":
		return 1, []color.Gray(nil)
	case "", "DeviceGray", "CalGray", "G":
		return 1, nil
	}
	return 0, nil
}

// indexed reads a palette as shades of gray.
func indexed(table object.Value, base int) []color.Gray {
	data := []byte(table.Bytes())
	if table.IsStream() {
		data, _ = table.Data()
	}
	if base == 0 {
		return nil
	}
	palette := make([]color.Gray, 0, maxPaletteColors)
	for i := 0; i+base <= len(data) && len(palette) < maxPaletteColors; i += base {
		palette = append(palette, color.Gray{Y: gray(data[i : i+base])})
	}
	return palette
}

// gray returns the brightness of a color of one (gray), three (RGB) or four (CMYK) components.
func gray(c []byte) byte {
	switch len(c) {
	case 3: // ITU-R BT.601
		return byte((299*int(c[0]) + 587*int(c[1]) + 114*int(c[2])) / 1000)
	case 4:
		ink := (299*int(c[0])+587*int(c[1])+114*int(c[2]))/1000 + int(c[3])
		return byte(255 - min(ink, 255))
	}
	return c[0]
}

// A raster says how samples lie: rows begin at a byte.
type raster struct {
	bits, colors int
	palette      []color.Gray
	inverted     bool
}

// image returns the picture in shades of gray. Rows that are missing are white.
func (r *raster) image(data []byte, width, height int) (*image.Gray, error) {
	switch r.bits {
	case 1, 2, 4, 8, 16:
	default:
		return nil, fmt.Errorf("%w (%d bitar)", errPicture, r.bits)
	}
	img := image.NewGray(image.Rect(0, 0, width, height))
	row := (width*r.colors*r.bits + 7) / 8
	pixel := make([]byte, r.colors)
	for y := range height {
		if (y+1)*row > len(data) {
			for i := y * width; i < len(img.Pix); i++ {
				img.Pix[i] = 255
			}
			break
		}
		line := data[y*row : (y+1)*row]
		for x := range width {
			for c := range pixel {
				pixel[c] = r.sample(line, x*r.colors+c)
			}
			img.Pix[y*width+x] = r.shade(pixel)
		}
	}
	return img, nil
}

// sample returns sample i of a row: of a palette its index, else 0 to 255.
func (r *raster) sample(line []byte, i int) byte {
	switch r.bits {
	case 8:
		return line[i]
	case 16:
		return line[2*i]
	}
	at := i * r.bits
	v := line[at/8] >> (8 - r.bits - at%8) & (1<<r.bits - 1)
	if r.palette != nil {
		return v
	}
	return byte(int(v) * 255 / (1<<r.bits - 1))
}

func (r *raster) shade(pixel []byte) byte {
	if r.palette != nil {
		if int(pixel[0]) < len(r.palette) {
			return r.palette[pixel[0]].Y
		}
		return 255
	}
	g := gray(pixel)
	if r.inverted {
		return 255 - g
	}
	return g
}
