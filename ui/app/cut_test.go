package app

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/dialog"
)

// readWhole wants the last line to name the first key of what is in sight and the way back from it, and its help to say what
// each key does without a cut, in a window of 80×24.
func (w *world) readWhole() {
	w.t.Helper()
	if w.app.guard.page != nil {
		return
	}
	t, lines := w.app.env.Text, strings.Split(w.screen(), "\n")
	back := []string{t.Keys.Back, t.Keys.Cancel, t.Keys.Done, t.Desk.Title, t.Desk.KeyLeave}
	for i, b := range w.app.top().Bindings() {
		if says := b.Help().Desc; b.Enabled() && (i == 0 || slices.Contains(back, says)) && !strings.Contains(lines[23], says) {
			w.t.Errorf("%q is not in the footer %q", says, lines[23])
		}
	}
	help := dialog.NewHelp(w.app.env, w.app.top())
	help.Resize(help.Size(80, 24-footLines))
	help.Refresh()
	if view := ansi.Strip(help.View()); strings.Contains(view, w.app.env.Glyphs.Ellipsis) {
		w.t.Errorf("something is cut:\n%s", view)
	}
}
