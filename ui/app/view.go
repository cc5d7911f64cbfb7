package app

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

type box struct{ x, y, width, height int }

// tooSmall reports whether the window is smaller than the screens are made for.
func (a *App) tooSmall() bool { return a.width < MinWidth || a.height < MinHeight }

// layOut tells the page and the dialogs their sizes.
func (a *App) layOut(page screen.Page) {
	page.Resize(a.width, a.height-footLines)
	for _, d := range a.env.Dialogs() {
		b := a.box(d)
		d.Resize(b.width, b.height)
	}
}

// sized is a dialog that knows how large it would like to be.
type sized interface {
	Size(maxWidth, maxHeight int) (width, height int)
}

// box is where a dialog stands: in the middle of the page, as large as it wants and the page allows.
func (a *App) box(d screen.Page) box {
	maxWidth, maxHeight := a.width, a.height-footLines
	width, height := maxWidth, maxHeight
	if s, ok := d.(sized); ok {
		width, height = s.Size(maxWidth, maxHeight)
	}
	width, height = min(width, maxWidth), min(height, maxHeight)
	return box{(maxWidth - width) / 2, (maxHeight - height) / 2, width, height}
}

// View is exactly as large as the window.
func (a *App) View() string {
	if a.width == 0 || a.height == 0 {
		return ""
	}
	if a.tooSmall() {
		return a.env.Styles.Paint(widget.Fit(fmt.Sprintf(a.env.Text.App.TooSmall, a.width, a.height), a.width, a.height))
	}
	if a.guard.page != nil {
		return a.env.Styles.Paint(a.guard.page.View())
	}
	frame := a.page().View()
	for _, d := range a.env.Dialogs() {
		b := a.box(d)
		frame = widget.Place(frame, d.View(), b.x, b.y)
	}
	return a.env.Styles.Paint(frame + "\n" + a.status() + "\n" + a.hints())
}

func (a *App) status() string {
	s, notice := a.env.Styles, a.env.Notice()
	line := a.env.Status
	switch {
	case a.rebuilding != "":
		line = s.Warning.Render(a.rebuilding)
	case notice.Text == "" && len(a.env.Outbox.Failed()) > 0:
		line = s.Error.Render(fmt.Sprintf(a.env.Text.Errors.Unwritten, len(a.env.Outbox.Failed()), a.env.Keys.App.Failed.Help().Key))
	case notice.Text == "":
	case notice.Kind == screen.Failure:
		line = s.Error.Render(notice.Text)
	case notice.Kind == screen.Warning:
		line = s.Warning.Render(notice.Text)
	default:
		line = s.OK.Render(notice.Text)
	}
	return widget.FitLine(" "+line, a.width, a.env.Glyphs.Ellipsis)
}

// hints are the keys that mean something now, as many as fit, the help and the way out always among them.
func (a *App) hints() string {
	help := a.hint(a.env.Keys.App.Help, a.typing())
	line, rest := " ", a.top().Bindings()
	if len(a.env.Dialogs()) > 0 && len(rest) > 1 {
		rest = append([]key.Binding{rest[0], rest[len(rest)-1]}, rest[1:len(rest)-1]...)
	}
	for _, b := range rest {
		hint := a.hint(b, false) + "  "
		if b.Enabled() && ansi.StringWidth(line+hint+help) < a.width {
			line += hint
		}
	}
	return widget.FitLine(line+help, a.width, "")
}

// hint is a key and what it does; while a text is typed it is the last of the keys, which types nothing.
func (a *App) hint(b key.Binding, typing bool) string {
	h := b.Help()
	name := shortest(h.Key)
	if _, last, several := strings.Cut(h.Key, "/"); several && typing {
		name = last
	}
	return a.env.Styles.Key.Render(name) + " " + a.env.Styles.Hint.Render(h.Desc)
}

// shortest of the keys for the same thing: "f" of "f/F2", "/" of "/ F12".
func shortest(keys string) string {
	first, _, _ := strings.Cut(keys[1:], "/")
	first, _, _ = strings.Cut(keys[:1]+first, " ")
	return first
}

// park puts the hardware cursor into the text field with the focus.
func (a *App) park() {
	if a.parker == nil {
		return
	}
	x, y, ok := a.cursor()
	if !ok {
		a.parker.HideCursor()
		return
	}
	if len(a.env.Dialogs()) > 0 && a.guard.page == nil {
		b := a.box(a.top())
		x, y = x+b.x, y+b.y
	}
	a.parker.SetCursor(x, y)
}

// cursor is that of what the keys are for, with its own corner as the origin.
func (a *App) cursor() (x, y int, ok bool) {
	if a.guard.page != nil {
		return a.guard.page.Cursor()
	}
	return a.top().Cursor()
}
