package widget

import "time"

// Level is how serious a message is.
type Level int

// The levels.
const (
	Good Level = iota
	Warn
	Bad
)

// Toast is a message that goes away by itself.
type Toast struct {
	text  string
	level Level
	until time.Time
}

// Show puts up a message in place of the last one, until the given moment.
func (t *Toast) Show(text string, level Level, until time.Time) {
	t.text, t.level, t.until = text, level, until
}

// Hide takes the message away.
func (t *Toast) Hide() { t.text = "" }

// Visible reports whether there is a message to be seen at the moment.
func (t *Toast) Visible(now time.Time) bool { return t.text != "" && now.Before(t.until) }

// View draws the message in one line of exactly w cells, which is empty where there is none at the moment.
func (t *Toast) View(l Look, w int, now time.Time) string {
	if !t.Visible(now) {
		return FitLine("", w, "")
	}
	style, mark := l.OK, l.Glyphs.Check
	switch t.level {
	case Warn:
		style, mark = l.Warning, "!"
	case Bad:
		style, mark = l.Error, l.Glyphs.Cross
	}
	return style.Render(FitLine(mark+" "+Line(t.text), w, l.Glyphs.Ellipsis))
}
