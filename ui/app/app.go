// Package app is the root of the screen: it owns the loop, the size, the pages and the dialogs over them, and hands each
// message to the one that it is for.
package app

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/glyph"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/screen/desk"
	"beatbook/ui/screen/hazards"
	"beatbook/ui/screen/history"
	"beatbook/ui/screen/nightlog"
	"beatbook/ui/screen/patrol"
	"beatbook/ui/screen/planedit"
	"beatbook/ui/screen/report"
	"beatbook/ui/screen/start"
	"beatbook/ui/session"
	"beatbook/ui/text"
	"beatbook/ui/theme"
)

// The smallest window that the screens are made for, and the lines below a page: status and hints.
const (
	MinWidth  = 60
	MinHeight = 16
	footLines = 2
)

// App is the root model. It is a pointer: there is one of it.
type App struct {
	env      *screen.Env
	renderer *lipgloss.Renderer
	parker   cursorParker
	arrivals <-chan model.Record

	start   *start.Page
	patrol  *patrol.Page
	report  *report.Page
	history *history.Page
	desk    *desk.Page                   // nil: this is not a duty desk
	plan    *planedit.Page               // the same
	places  map[screen.Place]screen.Page // those that are shown whatever is out
	bell    func()

	guard      guard
	watch      StoreWatch
	told       int    // problems that were said
	rebuilding string // how far an index is that is being built anew

	width, height int
	loading       model.Date // the night that is being read because the clock has come to it
	deaf          bool       // to every key: Enter has just left a line of text
	deafness      int        // counts how often that began
	deafTo        string     // the key that has just closed a dialog or left a page
	quitting      bool       // as soon as everything is written
	keeping       bool       // what is typed is being kept, or was just now
}

// cursorParker puts the hardware cursor where a text field has its own.
type cursorParker interface {
	SetCursor(x, y int)
	HideCursor()
}

// Config is what a screen is started with.
type Config struct {
	Session  *session.Session
	Lang     model.Lang
	Theme    theme.Name
	ASCII    bool
	Renderer *lipgloss.Renderer
	Cursor   cursorParker
	Bell     func() // rings the bell of the terminal; may be nil
	Notice   string // said in the status line at first; may be empty
	Watch    StoreWatch
}

// StoreWatch tells what the store has to say beside its records. Both may be nil.
type StoreWatch struct {
	Problems   func() []data.Problem         // that were found so far
	Rebuilding func() (percent int, on bool) // of an index that is being built anew now
}

// New makes the root model. Records that arrive from elsewhere are followed until ctx ends.
func New(ctx context.Context, c Config) *App {
	s := c.Session
	env := &screen.Env{
		Session: s, Outbox: screen.NewOutbox(ctx, s.Log), Now: s.Log.Stamp().At, Drafts: map[string]string{},
		Glyphs: glyph.For(c.ASCII), Styles: theme.New(c.Renderer, c.Theme),
	}
	a := &App{env: env, renderer: c.Renderer, parker: c.Cursor, watch: c.Watch, bell: c.Bell, arrivals: s.Log.Watch(ctx)}
	a.speak(c.Lang)
	if c.Notice != "" {
		env.NotifyEverywhere(screen.Warning, c.Notice)
	}
	env.RestoreDrafts()
	env.Judge()
	a.start, a.patrol, a.report, a.history = start.New(env), patrol.New(env), report.New(ctx, env), history.New(ctx, env)
	a.places = map[screen.Place]screen.Page{
		screen.NightLog: nightlog.New(env), screen.HazardList: hazards.New(env), screen.ReportPage: a.report,
		screen.History: a.history, screen.StartForm: a.start,
	}
	if env.Desk != nil {
		a.desk, a.plan, env.Place = desk.New(env), planedit.New(env), screen.Board
		a.places[screen.Board], a.places[screen.PlanEditor] = a.desk, a.plan
	}
	a.tellProblems()
	if env.Shift() != nil {
		dialog.OpenHandovers(env, env.Unread())
	}
	a.begin()
	return a
}

func (a *App) speak(lang model.Lang) {
	a.env.Lang, a.env.Text = lang, text.For(lang)
	a.env.Keys = keymap.New(a.env.Text)
}

// Init starts the clock and the watch for records from elsewhere.
func (a *App) Init() tea.Cmd {
	return tea.Batch(tick(), a.awaitArrival(), tea.SetWindowTitle(a.env.Text.App.Name))
}

type ticked struct{}

// tick comes at the turn of each second.
func tick() tea.Cmd { return tea.Every(time.Second, func(time.Time) tea.Msg { return ticked{} }) }

type arrived struct{ record model.Record }

func (a *App) awaitArrival() tea.Cmd {
	return func() tea.Msg {
		record, open := <-a.arrivals
		if !open {
			return nil
		}
		return arrived{record}
	}
}

// page is what the dialogs lie over.
func (a *App) page() screen.Page {
	page, always := a.places[a.env.Place]
	switch {
	case always:
		return page
	case a.env.Shift() != nil:
		return a.patrol
	case a.desk != nil:
		return a.desk
	}
	return a.start
}

// pages are all of them.
func (a *App) pages() []screen.Page {
	return append(slices.Collect(maps.Values(a.places)), a.patrol)
}

// top is what the keys are for.
func (a *App) top() screen.Page {
	if dialogs := a.env.Dialogs(); len(dialogs) > 0 {
		return dialogs[len(dialogs)-1]
	}
	return a.page()
}

// Update is the one place where messages come in.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
	case ticked:
		cmd = tea.Batch(tick(), a.tick())
	case screen.Written:
		cmd = a.written(msg)
	case arrived:
		cmd = tea.Batch(a.awaitArrival(), a.settle(msg.record))
	case nightRead:
		a.nightRead(msg)
	case kept:
		a.keeping = false
	case screen.BackedUp:
		a.env.SayBackedUp(msg)
	case listening:
		a.deaf = a.deaf && msg.after != a.deafness
	case listeningTo:
		if msg.key == a.deafTo {
			a.deafTo = ""
		}
	case tea.KeyMsg:
		cmd = a.unlessLocked(msg, func() tea.Cmd { return a.keys(msg) })
	case tea.MouseMsg:
		cmd = a.unlessLocked(msg, func() tea.Cmd { return a.mouse(msg) })
	default:
		cmd = a.answer(msg)
	}
	a.unlock()
	a.refresh()
	return a, tea.Batch(cmd, a.keep())
}

// answer hands the answer to a page's command to every page and dialog; the one that asked knows it.
func (a *App) answer(msg tea.Msg) tea.Cmd {
	pages := append(a.pages(), a.env.Dialogs()...)
	cmds := make([]tea.Cmd, len(pages), len(pages)+1)
	for i, p := range pages {
		cmds[i] = p.Update(msg)
	}
	if lock := a.guard.page; lock != nil {
		cmds = append(cmds, lock.Update(msg))
	}
	return tea.Batch(cmds...)
}

// tick follows the clock.
func (a *App) tick() tea.Cmd {
	a.env.Now = a.env.Log.Stamp().At
	a.env.Judge()
	a.tellProblems()
	a.followRebuild()
	a.watchIdleness()
	turned := a.turn()
	return tea.Batch(turned, a.ring(), a.page().Update(screen.Ticked{}))
}

// tellProblems says what the store has found wrong and mended since.
func (a *App) tellProblems() {
	if a.watch.Problems == nil {
		return
	}
	problems := a.watch.Problems()
	for _, p := range problems[a.told:] {
		a.env.NotifyEverywhere(screen.Warning, a.env.Text.Damage(p))
	}
	a.told = len(problems)
}

// ring rings the bell of the terminal where an alert at the desk asks for it.
func (a *App) ring() tea.Cmd {
	if a.desk == nil || !a.desk.Bell() || a.bell == nil {
		return nil
	}
	return func() tea.Msg {
		a.bell()
		return nil
	}
}

// followRebuild says how far an index is that is being built anew: until then nothing more can be written.
func (a *App) followRebuild() {
	a.rebuilding = ""
	if a.watch.Rebuilding == nil {
		return
	}
	if percent, on := a.watch.Rebuilding(); on {
		bar := a.env.Look().Bar(max(a.width/4, 10), float64(percent)/100, "")
		a.rebuilding = bar + " " + fmt.Sprintf(a.env.Text.Errors.Rebuilding, percent)
	}
}

// turn reads the night that the clock has come to.
func (a *App) turn() tea.Cmd {
	if tonight := a.env.Turn(a.env.Now); tonight != "" && a.loading == "" && a.env.Outbox.Idle() {
		a.loading = tonight
		return a.readNight(tonight)
	}
	return nil
}

type nightRead struct {
	night *model.Night
	err   error
}

func (a *App) readNight(date model.Date) tea.Cmd {
	return func() tea.Msg {
		night, err := a.env.Log.Night(date)
		return nightRead{night, err}
	}
}

func (a *App) nightRead(msg nightRead) {
	a.loading = ""
	if msg.err != nil {
		a.env.Notify(screen.Failure, a.env.Text.Error(msg.err))
		return
	}
	if a.env.Turns() || msg.night.Date == a.env.Night.Date {
		a.env.TakeIn(msg.night)
	}
}

// refresh brings everything that is drawn up to date; there is nothing to be drawn before the window has a size.
func (a *App) refresh() {
	a.env.Judge()
	if a.desk != nil && a.env.Place == screen.Patrol && a.env.Shift() == nil {
		a.env.Leave() // for good: were the end taken back, what is in sight then would change under the fingers
	}
	if a.tooSmall() {
		return
	}
	if lock := a.guard.page; lock != nil {
		lock.Resize(a.width, a.height)
		lock.Refresh()
	}
	page := a.page()
	a.layOut(page)
	a.env.Status = ""
	page.Refresh()
	for _, d := range a.env.Dialogs() {
		d.Refresh()
	}
	a.park()
}
