package app

import (
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
	"beatbook/ui/screen/desk"
	"beatbook/ui/term/input"
	"beatbook/ui/theme"
)

// deafTime is how long no key is heard after Enter has left a line of text: where the terminal has no bracketed paste, the
// second line of a paste would press keys behind it.
const deafTime = 300 * time.Millisecond

// echoTime is how long the key that closed a dialog or left a page is not heard again: the second tap of a gloved finger
// must not check in where the first one sent a form.
const echoTime = time.Second

type listening struct{ after int }

// goDeaf begins the time without hearing, or begins it again.
func (a *App) goDeaf() tea.Cmd {
	a.deaf = true
	a.deafness++
	after := a.deafness
	return tea.Tick(deafTime, func(time.Time) tea.Msg { return listening{after} })
}

type listeningTo struct{ key string }

// keys hands a key message to the top: as typed where a text field has the focus, else key by key, since fast keys
// arrive merged and the first may open a text field for the rest.
func (a *App) keys(msg tea.KeyMsg) tea.Cmd {
	switch {
	case msg.Type == tea.KeyCtrlC:
		return a.interrupt(msg)
	case a.tooSmall():
		return nil
	case key.Matches(msg, a.env.Keys.App.Lock):
		a.lock()
		return nil
	case a.typing():
		return a.typed(msg)
	}
	var cmds []tea.Cmd
	for i, k := range input.Split(msg) {
		if i > 0 {
			a.refresh() // this key may be for a page that was not in sight before
		}
		switch {
		case a.typing():
			return tea.Batch(append(cmds, a.typed(rest(msg, i)))...)
		case a.deaf:
			cmds = append(cmds, a.goDeaf())
		case k.String() != a.deafTo:
			cmds = append(cmds, a.watchTop(k, a.press))
		}
	}
	return tea.Batch(cmds...)
}

// interrupt is ctrl+c: it closes the topmost dialog, which keeps what was typed in it, and on a page it quits.
func (a *App) interrupt(k tea.KeyMsg) tea.Cmd {
	dialogs := a.env.Dialogs()
	if line, typing := a.page().(*desk.Page); typing && len(dialogs) == 0 && a.typing() && !a.tooSmall() {
		k.Type = tea.KeyEsc
		return line.Update(k)
	}
	if len(dialogs) == 0 || a.tooSmall() {
		return a.quit()
	}
	k.Type = tea.KeyEsc
	return dialogs[len(dialogs)-1].Update(k)
}

// watchTop lets a key act, and is deaf to it for a moment where it has closed a dialog or gone to another page.
func (a *App) watchTop(k tea.KeyMsg, act func(tea.KeyMsg) tea.Cmd) tea.Cmd {
	top, dialogs := a.top(), len(a.env.Dialogs())
	cmd := act(k)
	if a.top() == top || len(a.env.Dialogs()) > dialogs || k.Type == tea.KeyEsc {
		return cmd
	}
	a.deafTo = k.String()
	return tea.Batch(cmd, tea.Tick(echoTime, func(time.Time) tea.Msg { return listeningTo{k.String()} }))
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
func (a *App) typed(k tea.KeyMsg) tea.Cmd {
	if k.Type == tea.KeyF1 {
		a.help()
		return nil
	}
	cmd := a.watchTop(k, func(k tea.KeyMsg) tea.Cmd { return a.top().Update(k) })
	if k.Type == tea.KeyEnter && !a.typing() {
		return tea.Batch(cmd, a.goDeaf())
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
		return a.env.SaveSettings()
	case key.Matches(k, keys.Language) && len(a.env.Dialogs()) == 0:
		a.changeLanguage()
		return a.env.SaveSettings()
	case key.Matches(k, keys.Failed) && len(a.env.Outbox.Failed()) > 0:
		a.offerRetry(nil)
		return nil
	case key.Matches(k, keys.Report) && len(a.env.Dialogs()) == 0 && a.env.Place != screen.ReportPage:
		return a.report.Open()
	case key.Matches(k, keys.History) && len(a.env.Dialogs()) == 0 && a.env.Place != screen.History:
		return a.history.Open()
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

// quit asks first at a duty desk, where units may be out and something may be lost.
func (a *App) quit() tea.Cmd {
	if a.desk == nil || a.tooSmall() {
		return a.leave()
	}
	var lost []string
	if n := len(a.env.Desk.Board.Out); n > 0 {
		lost = append(lost, fmt.Sprintf(a.env.Text.Desk.QuitOut, n))
	}
	if line := a.desk.Unsent(); line != "" {
		lost = append(lost, a.env.Text.Desk.QuitLine+a.env.Text.App.Colon+line)
	}
	if n := a.plan.Unsaved(); n > 0 {
		lost = append(lost, fmt.Sprintf(a.env.Text.PlanEdit.QuitKept, n))
	}
	if len(lost) == 0 {
		return a.leave()
	}
	a.env.Open(dialog.NewAsk(a.env, a.env.Text.Desk.QuitTitle, strings.Join(lost, "\n"), a.leave))
	return nil
}

// leave ends the program as soon as everything is written. What could not be written is shown first.
func (a *App) leave() tea.Cmd {
	switch {
	case len(a.env.Outbox.Failed()) > 0:
		a.offerRetry(nil)
	case a.env.Outbox.Idle():
		return tea.Quit
	default:
		a.quitting = true
		a.env.Notify(screen.Info, a.env.Text.App.Saving)
	}
	return nil
}

// mouse hands a click or the wheel to the top, with its own corner as the origin.
func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	if a.tooSmall() {
		return nil
	}
	if len(a.env.Dialogs()) > 0 {
		b := a.box(a.top())
		if msg.X < b.x || msg.X >= b.x+b.width || msg.Y < b.y || msg.Y >= b.y+b.height {
			return nil
		}
		msg.X, msg.Y = msg.X-b.x, msg.Y-b.y
	}
	return a.top().Update(msg)
}
