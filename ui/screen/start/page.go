// Package start is the form with which a shift begins: everything filled in from last time, Enter to start.
package start

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

// Page is shown while this device has no open shift.
type Page struct {
	env  *screen.Env
	form *dialog.Form
	lang model.Lang   // in which the form was made
	plan *model.Plan  // for which the form was made
	fill session.Form // what the form says

	unit, route, mode *dialog.Options
	crew, plate       *dialog.Text

	width, height int
	view          string
}

// New makes the page.
func New(env *screen.Env) *Page { return &Page{env: env} }

var modes = []model.Mode{model.Foot, model.Vehicle}

// make builds the form from what is to be filled in.
func (p *Page) make(fill session.Form) {
	t := p.env.Text
	p.fill, p.lang, p.plan = fill, p.env.Lang, p.env.Plan
	units, unit := names(p.env, p.plan.Units, fill.Unit, func(u model.Unit) (string, model.Name) { return u.ID, u.Callsign })
	routes, route := names(p.env, p.plan.Routes, fill.Route, func(r model.Route) (string, model.Name) { return r.ID, r.Name })
	p.unit = dialog.NewOptions(t.Start.Unit, units, unit)
	p.unit.Mark = p.out
	p.crew = dialog.NewText(t.Start.Crew, session.JoinCrew(fill.Crew), t.Start.CrewHint)
	p.route = dialog.NewOptions(t.Start.Route, routes, route)
	p.mode = dialog.NewOptions(t.Start.Mode, []string{t.Mode(model.Foot), t.Mode(model.Vehicle)}, slices.Index(modes, fill.Mode))
	p.plate = dialog.NewText(t.Start.Plate, fill.Plate, t.Start.PlateHint)
	p.form = dialog.NewForm(p.env, "start "+string(p.env.Night.Date), dialog.Form{
		Title:   t.Start.Title,
		Fields:  []dialog.Field{p.unit, p.crew, p.route, p.mode, p.plate},
		Button:  t.Start.Begin,
		Send:    p.start,
		Changed: p.changed,
		Page:    true,
	}, p.focus())
	p.read()
}

// focus is on the button, for a crew that starts as ever; at a duty desk on the unit, which is another one each time.
func (p *Page) focus() int {
	if p.env.Desk != nil {
		return 0
	}
	return -1
}

// names are the names of a list in the reader's language, and the index of the one with the id, -1 for none.
func names[T any](env *screen.Env, list []T, id string, of func(T) (string, model.Name)) (words []string, at int) {
	at = -1
	for i, v := range list {
		itsID, name := of(v)
		words = append(words, name.In(env.Lang))
		if itsID == id {
			at = i
		}
	}
	return words, at
}

// out marks a unit that is out already, where that is known: at a duty desk.
func (p *Page) out(unit int) string {
	if p.env.Desk == nil || p.env.OpenShift(p.plan.Units[unit].ID) == nil {
		return ""
	}
	return p.env.Glyphs.Right + " " + p.env.Text.Start.Out
}

// changed follows the fields: another unit brings its usual route and its plate along, another route its usual mode.
func (p *Page) changed() {
	before := p.fill
	p.read()
	if p.fill.Unit != before.Unit {
		unit := p.plan.Units[p.unit.At()]
		p.plate.Set(unit.Plate)
		p.crew.Set("")
		for i, r := range p.plan.Routes {
			if r.ID == unit.UsualRoute {
				p.route.Choose(i)
			}
		}
		p.read()
	}
	if p.fill.Route != before.Route {
		p.mode.Choose(slices.Index(modes, p.env.UsualMode(p.fill.Unit, p.fill.Route)))
		p.read()
	}
}

func (p *Page) read() {
	p.fill = session.Form{
		Unit: chosen(p.plan.Units, p.unit).ID, Crew: session.SplitCrew(p.crew.Value()),
		Route: chosen(p.plan.Routes, p.route).ID, Mode: chosen(modes, p.mode), Plate: strings.TrimSpace(p.plate.Value()),
	}
}

// chosen is what was chosen of the values, the zero value for nothing yet.
func chosen[T any](values []T, o *dialog.Options) T {
	var none T
	if o.At() < 0 {
		return none
	}
	return values[o.At()]
}

// start begins the shift and remembers what was filled in for the next time.
func (p *Page) start() (tea.Cmd, error) {
	p.read()
	left := p.env.Handovers()
	record, write, err := p.env.Record(p.fill.Intent(p.env.Plan))
	if err != nil {
		p.form.Focus(p.amiss(err))
		return nil, err
	}
	dialog.OpenHandovers(p.env, left)
	if p.env.Desk == nil {
		p.env.Settings.Last = p.fill
	}
	p.env.Announce(record, fmt.Sprintf(p.env.Text.Start.Started, p.unit.Value(), p.route.Value()))
	p.form = nil
	p.env.Leave()
	return tea.Batch(write, p.env.SaveSettings()), nil
}

// amiss is the field of the form that a refusal is about.
func (p *Page) amiss(err error) int {
	var refusal *model.Refusal
	errors.As(err, &refusal)
	switch {
	case refusal == nil:
	case refusal.Code == model.UnknownRoute:
		return 2
	case refusal.Code == model.UnknownMode:
		return 3
	}
	return 0
}

// lastShift is the one that has left something for the crew at this screen; at a duty desk there is none.
func (p *Page) lastShift() *model.Shift {
	if p.env.Desk != nil {
		return nil
	}
	return p.env.LastShift()
}

// Update takes keys and clicks.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if _, _, typing := p.form.Cursor(); !typing || msg.Type == tea.KeyEsc {
			if handled, cmd := p.press(msg); handled {
				return cmd
			}
		}
		return p.form.Update(msg)
	case tea.MouseMsg:
		msg.Y -= p.top()
		msg.X -= p.left()
		return p.form.Update(msg)
	}
	return nil
}

// press does what a key means while nothing is typed: the log, and to take back an end of the shift that was pressed by
// mistake.
func (p *Page) press(k tea.KeyMsg) (bool, tea.Cmd) {
	keys := p.env.Keys.Patrol
	switch {
	case k.Type == tea.KeyEsc:
		p.env.Leave()
		return true, nil
	case key.Matches(k, keys.Log):
		p.env.Visit(screen.NightLog)
		return true, nil
	case key.Matches(k, keys.Undo):
		return true, p.undo()
	}
	return false, nil
}

func (p *Page) undo() tea.Cmd {
	shift := p.ownLast()
	if shift == nil {
		p.env.Notify(screen.Warning, p.env.Text.Patrol.NothingToUndo)
		return nil
	}
	end, ok := p.env.Undoable(shift.ID)
	if !ok || end.Kind != model.ShiftEnded {
		p.env.Notify(screen.Warning, p.env.Text.Patrol.NothingToUndo)
		return nil
	}
	record, write, err := p.env.Record(model.Withdraw{Shift: shift.ID, Of: end.ID})
	if err != nil {
		p.env.Notify(screen.Warning, p.env.Text.Error(err))
		return nil
	}
	p.env.Announce(record, fmt.Sprintf(p.env.Text.Patrol.Undone, p.env.Text.RecordKind(model.ShiftEnded)))
	return write
}

// ownLast is the last shift of this device in the night in hand, nil for none.
func (p *Page) ownLast() *model.Shift {
	var last *model.Shift
	for _, s := range p.env.Night.Shifts() {
		if s.Device == p.env.Log.Device() && s.Behalf == nil {
			last = s
		}
	}
	return last
}

// Resize gives the page its size.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Bindings are the keys that mean something now.
func (p *Page) Bindings() []key.Binding {
	if p.form == nil {
		return nil
	}
	bindings := append(p.form.Bindings(), p.env.Keys.Patrol.Log, p.env.Keys.Patrol.Undo)
	if p.env.Desk != nil {
		back := keymap.Meaning(p.env.Keys.Form.Back, p.env.Text.Keys.Back)
		bindings = slices.Insert(bindings, 1, back)
	}
	return bindings
}
