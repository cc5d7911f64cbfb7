package keymap

import (
	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// App are the keys that mean the same on every screen where no text is typed.
type App struct {
	Help     key.Binding
	Theme    key.Binding
	Language key.Binding
	Failed   key.Binding // shows what could not be written
	Report   key.Binding
	History  key.Binding
	Lock     key.Binding // while a text is typed too
	Quit     key.Binding
}

func newApp(s *text.Strings) App {
	k := &s.Keys
	return App{
		Help:     bind("?/F1", k.Help, "?", "f1"),
		Theme:    bind("t/^T", k.Theme, "t", "ctrl+t"),
		Language: bind("L/^G", k.Language, "L", "ctrl+g"),
		Failed:   bind("R/^R", k.Failed, "R", "ctrl+r"),
		Report:   bind("r/^E", k.Report, "r", "ctrl+e"),
		History:  bind("y/^Y", s.History.KeyHistory, "y", "ctrl+y"),
		Lock:     bind("^L", k.Lock, "ctrl+l"),
		Quit:     bind("q/^C", k.Quit, "q", "ctrl+c"),
	}
}

// Bindings are all keys of the group.
func (a App) Bindings() []key.Binding {
	return []key.Binding{a.Help, a.Report, a.History, a.Theme, a.Language, a.Failed, a.Lock, a.Quit}
}

// Move are the keys that move the cursor of a table.
type Move struct {
	Up       key.Binding
	Down     key.Binding
	PageUp   key.Binding
	PageDown key.Binding
	Top      key.Binding
	Bottom   key.Binding
}

func newMove(k *text.Keys) Move {
	return Move{
		Up:       bind("Up", k.Up, "up"),
		Down:     bind("Down", k.Down, "down"),
		PageUp:   bind("PgUp", k.PageUp, "pgup"),
		PageDown: bind("PgDn", k.PageDown, "pgdown"),
		Top:      bind("Home", k.Top, "home", "g"),
		Bottom:   bind("End", k.Bottom, "end", "G"),
	}
}

// Bindings are all keys of the group.
func (m Move) Bindings() []key.Binding {
	return []key.Binding{m.Up, m.Down, m.PageUp, m.PageDown, m.Top, m.Bottom}
}
