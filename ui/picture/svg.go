package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// A cell in pixels, and where in it the letters stand.
const (
	cellWidth  = 9
	cellHeight = 20
	baseline   = 15
	margin     = 12
)

var (
	ground = color.RGBA{0x16, 0x18, 0x1d, 0xff}
	ink    = color.RGBA{0xd7, 0xda, 0xe0, 0xff}
)

// lines makes a rendered screen fit to be written to a terminal again.
func lines(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

// svg draws a terminal cell by cell: each character has a place of its own, so that Chinese stays in line whatever the
// font.
func svg(screen *vt.Emulator) []byte {
	var b bytes.Buffer
	width, height := screen.Width()*cellWidth+2*margin, screen.Height()*cellHeight+2*margin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" `, width, height)
	b.WriteString(`font-family="'Noto Sans Mono CJK SC','Sarasa Mono SC',Menlo,Consolas,'Microsoft YaHei',monospace" font-size="15">` + "\n")
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", hex(ground))
	for y := range screen.Height() {
		for x := 0; x < screen.Width(); {
			r := runAt(screen, x, y)
			r.draw(&b, y)
			x = r.to
		}
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// character has a place of its own in the line, since some renderers know no list of places for a text.
type character struct {
	text   string
	column int
}

// run is a stretch of cells of one line that look alike.
type run struct {
	front, back color.RGBA
	bold        bool
	from, to    int // columns
	characters  []character
}

func runAt(screen *vt.Emulator, x, y int) *run {
	r := &run{from: x, to: x}
	for r.to < screen.Width() {
		cell := screen.CellAt(r.to, y)
		if cell == nil || cell.Width == 0 {
			r.to++
			continue
		}
		front, back := inks(cell.Style)
		bold := cell.Style.Attrs&uv.AttrBold != 0
		if r.to > x && (front != r.front || back != r.back || bold != r.bold) {
			break
		}
		r.front, r.back, r.bold = front, back, bold
		if strings.TrimSpace(cell.Content) != "" {
			r.characters = append(r.characters, character{cell.Content, r.to})
		}
		r.to += cell.Width
	}
	return r
}

func (r *run) draw(b *bytes.Buffer, y int) {
	top := margin + y*cellHeight
	if r.back != ground {
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n",
			margin+r.from*cellWidth, top, (r.to-r.from)*cellWidth, cellHeight, hex(r.back))
	}
	if len(r.characters) == 0 {
		return
	}
	weight := ""
	if r.bold {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(b, `<text y="%d" fill="%s"%s>`, top+baseline, hex(r.front), weight)
	for _, c := range r.characters {
		fmt.Fprintf(b, `<tspan x="%d">`, margin+c.column*cellWidth)
		_ = xml.EscapeText(b, []byte(c.text))
		b.WriteString("</tspan>")
	}
	b.WriteString("</text>\n")
}

// inks are the colours of letter and ground.
func inks(s uv.Style) (front, back color.RGBA) {
	front, back = ink, ground
	if s.Fg != nil {
		front = opaque(s.Fg)
	}
	if s.Bg != nil {
		back = opaque(s.Bg)
	}
	if s.Attrs&uv.AttrReverse != 0 {
		front, back = back, front
	}
	if s.Attrs&uv.AttrFaint != 0 {
		front = color.RGBA{front.R/2 + back.R/2, front.G/2 + back.G/2, front.B/2 + back.B/2, 0xff}
	}
	return front, back
}

func opaque(c color.Color) color.RGBA {
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff}
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
