package screentest

import (
	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/theme"
)

// AnyLook shows the page in any language, glyphs, theme and size up to the greatest one.
func (d *Driver[P]) AnyLook(r *rapid.T, maxWidth, maxHeight int) (width, height int) {
	lang := rapid.SampledFrom([]model.Lang{model.ZH, model.EN}).Draw(r, "lang")
	d.Env.Glyphs = glyph.For(rapid.Bool().Draw(r, "ascii"))
	d.Env.Styles = Styles(rapid.SampledFrom(theme.Names).Draw(r, "theme"))
	width, height = rapid.IntRange(60, maxWidth).Draw(r, "width"), rapid.IntRange(14, maxHeight).Draw(r, "height")
	d.Show(lang, width, height)
	return width, height
}

// FitsInAnyLook wants the page exactly as large as asked, whichever of the keys are pressed.
func (d *Driver[P]) FitsInAnyLook(keys ...string) {
	d.T.Helper()
	rapid.Check(d.T, func(r *rapid.T) {
		width, height := d.AnyLook(r, 300, 98)
		PageFits(r, d.Page, width, height)
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 8).Draw(r, "keys") {
			d.Press(name)
			PageFits(r, d.Page, width, height)
		}
	})
}

// FitsInEverySize wants the page exactly as large as asked from the least size on.
func (d *Driver[P]) FitsInEverySize() {
	d.T.Helper()
	for width := 60; width <= 200; width++ {
		for height := 14 + width%7; height <= 60; height += 7 {
			d.Resize(width, height)
			PageFits(d.T, d.Page, width, height)
		}
	}
}

// FollowsTheMouse wants a click and the wheel to move the cursor over the table, and neither to do so over the panel.
func (d *Driver[P]) FollowsTheMouse(cursor func() int, panelX, panelY int) {
	d.T.Helper()
	d.Mouse(tea.MouseButtonLeft, 5, 2+2)
	if cursor() != 2 {
		d.T.Errorf("a click goes to row %d", cursor())
	}
	d.Mouse(tea.MouseButtonWheelDown, 5, 4)
	d.Mouse(tea.MouseButtonWheelDown, panelX, panelY)
	d.Mouse(tea.MouseButtonLeft, panelX, panelY)
	if cursor() != 3 {
		d.T.Errorf("the wheel goes to row %d", cursor())
	}
}
