package app

import (
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
	"beatbook/ui/term/input"
	"beatbook/ui/theme"
)

// deafTime is how long the page does not hear after a text dialog has closed: where the terminal has no bracketed paste,
// the second line of a paste would press keys on the page.
const deafTime = 300 * time.Millisecond

type listening struct{}

// keys hands a key message to the top: as typed where a text field has the focus, else key by key, since fast keys
// arrive merged and the first may open a text field for the rest.
func (a *App) keys(msg tea.KeyMsg) tea.Cmd {
	if msg.Type == tea.KeyCtrlC {
		return a.quit()
	}
	if a.typing() {
		return a.typed(msg)
	}
	var cmds []tea.Cmd
	for i, k := range input.Split(msg) {
		if a.typing() {
			return tea.Batch(append(cmds, a.typed(rest(msg, i)))...)
		}
		if !a.deaf {
			cmds = append(cmds, a.press(k))
		}
	}
	return tea.Batch(cmds...)
}

func rest(msg tea.KeyMsg, from int) tea.KeyMsg {
	if msg.Type == tea.KeyRunes {
		msg.Runes = msg.Runes[from:]
	}
	return msg
}

func (a *App) typing() bool {
	_, _, typing := a.top().Cursor()
	return typing
}

// typed gives a key to the text field with the focus.
func (a *App) typed(msg tea.KeyMsg) tea.Cmd {
	dialogs := len(a.env.Dialogs())
	cmd := a.top().Update(msg)
	if len(a.env.Dialogs()) < dialogs {
		a.deaf = true
		return tea.Batch(cmd, tea.Tick(deafTime, func(time.Time) tea.Msg { return listening{} }))
	}
	return cmd
}

// press gives one key to the program as a whole or to the top.
func (a *App) press(k tea.KeyMsg) tea.Cmd {
	keys := a.env.Keys.App
	switch {
	case key.Matches(k, keys.Help):
		a.help()
		return nil
	case key.Matches(k, keys.Theme):
		a.changeTheme()
		return a.saveSettings()
	case key.Matches(k, keys.Language) && len(a.env.Dialogs()) == 0:
		a.changeLanguage()
		return a.saveSettings()
	case key.Matches(k, keys.Quit) && len(a.env.Dialogs()) == 0:
		return a.quit()
	}
	return a.top().Update(k)
}

func (a *App) help() {
	if help, open := a.top().(*dialog.Help); open {
		a.env.Close(help)
		return
	}
	a.env.Open(dialog.NewHelp(a.env, a.top()))
}

func (a *App) changeTheme() {
	name := theme.Next(a.env.Styles.Name)
	a.env.Styles = theme.New(a.renderer, name)
	a.env.Settings.Theme = string(name)
}

func (a *App) changeLanguage() {
	lang := model.EN
	if a.env.Lang == model.EN {
		lang = model.ZH
	}
	a.speak(lang)
	a.env.Settings.Lang = lang
	a.env.Notify(screen.Info, a.env.Text.App.Language)
}

// saveSettings keeps the habits; they are not worth a word where that fails.
func (a *App) saveSettings() tea.Cmd {
	settings := a.env.Settings
	return func() tea.Msg {
		_ = a.env.Log.SaveSettings(settings)
		return nil
	}
}

// quit leaves as soon as everything is written.
func (a *App) quit() tea.Cmd {
	if a.env.Outbox.Idle() {
		return tea.Quit
	}
	a.quitting = true
	a.env.Notify(screen.Info, a.env.Text.App.Saving)
	return nil
}

// mouse hands a click or the wheel to the top, with its own corner as the origin.
func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	if len(a.env.Dialogs()) > 0 {
		box := a.box(a.top())
		msg.X, msg.Y = msg.X-box.x, msg.Y-box.y
	}
	return a.top().Update(msg)
}
