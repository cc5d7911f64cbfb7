package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	"image/color"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"beatbook/data/seal"
	"beatbook/model"
	"beatbook/ui/text"
)

// moduleSize in pixels of the picture that is taken of a code.
const moduleSize = 4

// picture is what a phone sees of rows in half blocks on a dark terminal.
func picture(rows []string) image.Image {
	width := 0
	for _, row := range rows {
		width = max(width, ansi.StringWidth(row))
	}
	img := image.NewGray(image.Rect(0, 0, width*moduleSize, 2*len(rows)*moduleSize))
	paint := func(x, y int, light bool) {
		for i := range moduleSize * moduleSize {
			if light {
				img.SetGray(x*moduleSize+i%moduleSize, y*moduleSize+i/moduleSize, color.Gray{Y: 255})
			}
		}
	}
	for y, row := range rows {
		for x, r := range []rune(row) {
			paint(x, 2*y, r == '▀' || r == '█')
			paint(x, 2*y+1, r == '▄' || r == '█')
		}
	}
	return img
}

// scanned is what a reader that is not the writer's own makes of the code in an output.
func scanned(t *testing.T, output string) (string, error) {
	t.Helper()
	var rows []string
	for line := range strings.SplitSeq(output, "\n") {
		if strings.ContainsAny(line, "▀▄█") {
			rows = append(rows, line)
		}
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture(rows))
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
	if err != nil {
		return "", fmt.Errorf("%w in\n%s", err, output)
	}
	return result.GetText(), nil
}

// printing is a program whose output is kept.
func printing(t *testing.T) (p *program, printed func() string) {
	t.Helper()
	var out bytes.Buffer
	p = &program{text: text.For(model.EN), out: &output{bufio.NewWriter(&out)}, errs: io.Discard, data: t.TempDir()}
	return p, func() string {
		if err := p.out.Flush(); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
}

// A recovery key is new each time, and in some of a thousand codes the reader takes something else for a corner.
func TestThePrintedRecoveryKeyIsRead(t *testing.T) {
	key, err := seal.NewKey(ones{})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		_, secret, err := seal.WrapRecovery(key)
		if err != nil {
			t.Fatal(err)
		}
		p, printed := printing(t)
		if err := p.giveRecovery(t.Context(), p.data, secret); err != nil {
			t.Fatal(err)
		}
		got, err := scanned(t, printed())
		if err != nil {
			t.Log(err)
			continue
		}
		if got != secret {
			t.Errorf("read %q, want %q", got, secret)
		}
		return
	}
	t.Error("no code could be read")
}

func TestThePrintedHeadIsRead(t *testing.T) {
	device, err := seal.NewDevice(ones{})
	if err != nil {
		t.Fatal(err)
	}
	head := device.SignHead(seal.Head{Seq: 1_000_000, At: time.Unix(1_780_000_000, 0)})
	p, printed := printing(t)
	if err := p.printHead(p.out, head, true); err != nil {
		t.Fatal(err)
	}
	if got, err := scanned(t, printed()); err != nil || got != head {
		t.Errorf("read %q, %v, want %q", got, err, head)
	}
}
