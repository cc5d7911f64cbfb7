package keymap

import (
	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// Patrol are the keys of the patrol screen.
type Patrol struct {
	CheckIn      key.Binding // with the mode of the leg
	Foot         key.Binding
	Vehicle      key.Binding
	Note         key.Binding
	Skip         key.Binding
	Undo         key.Binding
	Correct      key.Binding
	Mode         key.Binding
	Crew         key.Binding
	Log          key.Binding
	End          key.Binding
	Find         key.Binding
	Route        key.Binding
	Outcome      key.Binding
	Hazard       key.Binding // found at the checkpoint
	Hazards      key.Binding // the list of them
	Checklist    key.Binding
	Jump         key.Binding // the digits of a checkpoint's number
	EarlierRound key.Binding
	LaterRound   key.Binding
	Now          key.Binding // back to the present round and its next call
}

func newPatrol(k *text.Keys) Patrol {
	return Patrol{
		CheckIn:      bind("Enter", k.CheckIn, "enter"),
		Foot:         bind("f/F2", k.Foot, "f", "f2"),
		Vehicle:      bind("v/F3", k.Vehicle, "v", "f3"),
		Note:         bind("n/F4", k.Note, "n", "f4"),
		Skip:         bind("s/F5", k.Skip, "s", "f5"),
		Undo:         bind("u/F6", k.Undo, "u", "f6"),
		Correct:      bind("c/F7", k.Correct, "c", "f7"),
		Mode:         bind("m/F8", k.Mode, "m", "f8"),
		Log:          bind("l/F9", k.Log, "l", "f9"),
		End:          bind("E/F10", k.End, "E", "f10"),
		Crew:         bind("w/F11", k.Crew, "w", "f11"),
		Find:         bind("/ F12", k.Find, "/", "f12"),
		Route:        bind("P/^P", k.Route, "P", "ctrl+p"),
		Outcome:      bind("+/^O", k.Outcome, "+", "o", "ctrl+o"),
		Hazard:       bind("h/^A", k.Hazard, "h", "ctrl+a"),
		Hazards:      bind("H/^B", k.Hazards, "H", "ctrl+b"),
		Checklist:    bind("k/^K", k.Checklist, "k", "ctrl+k"),
		Jump:         bind("1-9", k.Jump, append([]string{"0"}, digits...)...),
		EarlierRound: bind("Left", k.EarlierRound, "left", "["),
		LaterRound:   bind("Right", k.LaterRound, "right", "]"),
		Now:          bind("Esc", k.Now, "esc"),
	}
}

// Bindings are all keys of the group, in the order of their use.
func (p Patrol) Bindings() []key.Binding {
	return []key.Binding{
		p.CheckIn, p.Foot, p.Vehicle, p.Note, p.Undo, p.Outcome, p.Hazard, p.Skip, p.Log, p.Checklist, p.Hazards, p.Correct,
		p.Mode, p.Crew, p.Find, p.Route, p.End, p.Jump, p.EarlierRound, p.LaterRound, p.Now,
	}
}
