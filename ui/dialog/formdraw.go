package dialog

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/widget"
)

// Resize gives the form its size.
func (f *Form) Resize(width, height int) { f.width, f.height = width, height }

// View shows what Refresh has drawn.
func (f *Form) View() string { return f.view }

// formWidth is how wide a form would like to be.
const formWidth = 68

// Size is what the form would like to have.
func (f *Form) Size(maxWidth, _ int) (width, height int) {
	width = min(formWidth, maxWidth)
	height = len(f.intro(width-4)) + 4
	for i, field := range f.shown() {
		height += f.fieldHeight(field, width-4, i == f.focus)
	}
	return width, height
}

func (f *Form) inner() int { return max(f.width-4, 1) }

func (f *Form) intro(width int) []string {
	var lines []string
	for _, s := range f.Intro {
		lines = append(lines, widget.Wrap(widget.Clean(s), width)...)
	}
	if f.failure != "" {
		for _, line := range widget.Wrap(f.failure, width) {
			lines = append(lines, f.env.Styles.Error.Render(line))
		}
	}
	return lines
}

const (
	headingWidth = 14 // of the column of the headings, at least
	valueWidth   = 20 // of the column of the values, at least
)

// headings is how wide the column of the headings is where the form is so wide: long ones are read whole where there is room.
func (f *Form) headings(width int) int {
	widest := headingWidth
	for _, field := range f.shown() {
		if !field.Lines() {
			widest = max(widest, ansi.StringWidth(field.Heading())+3)
		}
	}
	return max(min(widest, width-valueWidth), headingWidth)
}

// fieldHeight is that of the field with its heading: beside it, or above where Enter makes new lines.
func (f *Form) fieldHeight(field Field, width int, focused bool) int {
	if field.Lines() {
		return field.Height(width, focused) + 1
	}
	return field.Height(width-f.headings(width), focused)
}

// Refresh draws anew.
func (f *Form) Refresh() {
	width := f.inner()
	lines := f.intro(width)
	focusEnd := len(lines)
	for i, field := range f.shown() {
		focused := i == f.focus
		if focused {
			f.placeCursor(field, width, len(lines))
		}
		lines = append(lines, f.drawField(field, width, focused)...)
		if focused {
			focusEnd = len(lines)
		}
	}
	lines = append(lines, "", f.drawButton(width))
	if f.focus == len(f.shown()) {
		focusEnd = len(lines)
	}
	f.scroll = max(focusEnd-(f.height-2), 0)
	f.cursorX, f.cursorY = f.cursorX+2, f.cursorY-f.scroll+1
	body := strings.Join(lines[f.scroll:], "\n")
	body = widget.Fit(body, width, f.height-2)
	f.view = f.env.Look().Box(f.Title, indent(body), f.width, f.height)
}

func indent(block string) string { return " " + strings.ReplaceAll(block, "\n", " \n ") + " " }

func (f *Form) placeCursor(field Field, width, top int) {
	if field.Lines() {
		x, y, _ := field.Cursor(width)
		f.cursorX, f.cursorY = x, y+top+1
		return
	}
	x, y, _ := field.Cursor(width - f.headings(width))
	f.cursorX, f.cursorY = x+f.headings(width), y+top
}

func (f *Form) drawField(field Field, width int, focused bool) []string {
	look, s := f.env.Look(), f.env.Styles
	marker, style := "  ", s.Label
	if focused {
		marker, style = f.env.Glyphs.Cursor+" ", s.Choice
	}
	if field.Lines() {
		head := style.Render(widget.FitLine(marker+field.Heading(), width, ""))
		return append([]string{head}, strings.Split(field.View(look, width, focused), "\n")...)
	}
	headings := f.headings(width)
	lines := strings.Split(field.View(look, width-headings, focused), "\n")
	for i := range lines {
		head := widget.FitLine("", headings, "")
		if i == 0 {
			head = style.Render(widget.FitLine(marker+field.Heading(), headings-1, look.Glyphs.Ellipsis)) + " "
		}
		lines[i] = head + lines[i]
	}
	return lines
}

func (f *Form) drawButton(width int) string {
	style := f.env.Styles.Label
	if f.focus == len(f.shown()) {
		style = f.env.Styles.CursorRow
	}
	return strings.Repeat(" ", f.headings(width)) + style.Render(widget.FitLine("[ "+f.Button+" ]", min(width-f.headings(width), len(f.Button)+6), ""))
}
