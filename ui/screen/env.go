package screen

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/keymap"
	"beatbook/ui/session"
	"beatbook/ui/text"
	"beatbook/ui/theme"
	"beatbook/ui/widget"
)

// Env is what every page and dialog is given to draw from and to act through. Refresh follows each change of it.
type Env struct {
	*session.Session
	Outbox *Outbox
	Now    time.Time            // of the last tick
	Judged model.ShiftJudgement // of the open shift at Now; empty where there is none
	Place  Place                // the page under the dialogs
	Status string               // what the page says in the status line while there is no notice

	Lang   model.Lang
	Text   *text.Strings
	Styles *theme.Styles
	Glyphs *glyph.Set
	Keys   *keymap.Map

	Drafts map[string]string // texts that were typed and are not recorded, by the place where they were typed

	visited   []Place // from where the page in sight was come to, the last one last
	dialogs   []Page
	notice    Notice
	announced map[string]string // what is to be said when a record is written, by its id
	saves     saves
}

// Record turns an intent into a record that shows at once, and gives the command that writes it. The error is a
// *model.Refusal.
func (e *Env) Record(intent model.Intent) (model.Record, tea.Cmd, error) {
	return e.put(e.Intend(intent))
}

// RecordFor is Record for any shift that the desk has at hand.
func (e *Env) RecordFor(shift *model.Shift, intent model.Intent) (model.Record, tea.Cmd, error) {
	return e.put(e.IntendFor(shift, intent))
}

func (e *Env) put(record model.Record, err error) (model.Record, tea.Cmd, error) {
	if err != nil {
		return record, nil, err
	}
	e.Judge()
	return record, e.Outbox.Put(record), nil
}

// Judge brings the judgement up to the night in hand and the time, and the board with it where there is a desk.
func (e *Env) Judge() {
	if e.Desk != nil {
		e.UpdateBoard(e.Now)
	}
	e.Judged = model.ShiftJudgement{}
	if shift := e.Shift(); shift != nil {
		e.Judged = model.Judge(shift, e.Now)
	}
}

// Visit goes to another page. The way back leads through each page once, or it would grow with each turn of a circle.
func (e *Env) Visit(place Place) {
	if place != e.Place {
		e.visited = slices.DeleteFunc(e.visited, func(p Place) bool { return p == place || p == e.Place })
		e.visited = append(e.visited, e.Place)
		e.goTo(place)
	}
}

// Leave goes back to the page from where this one was come to.
func (e *Env) Leave() {
	if last := len(e.visited) - 1; last >= 0 {
		place := e.visited[last]
		e.visited = e.visited[:last]
		e.goTo(place)
	}
}

// goTo changes the page. What was said on the one before is not about this one.
func (e *Env) goTo(place Place) {
	e.Place = place
	if !e.notice.everywhere {
		e.Quiet()
	}
}

// Open puts a dialog over what is there.
func (e *Env) Open(dialog Page) { e.dialogs = append(e.dialogs, dialog) }

// Close takes the dialog away, wherever it stands. What was typed into it has been sent or given up by then.
func (e *Env) Close(dialog Page) {
	at := slices.Index(e.dialogs, dialog)
	if at < 0 {
		return
	}
	e.dialogs = slices.Delete(e.dialogs, at, at+1)
	if typed, ok := dialog.(interface{ Forget() }); ok {
		typed.Forget()
	}
}

// Dialogs are the open ones, the topmost last.
func (e *Env) Dialogs() []Page { return e.dialogs }

// Notify shows a sentence in the status line for a while: a failure on whatever page, all else as long as this one is not
// left.
func (e *Env) Notify(kind NoticeKind, sentence string) {
	e.notice = Notice{Text: sentence, Kind: kind, until: e.Now.Add(noticeTime), everywhere: kind == Failure}
}

// NotifyEverywhere shows a sentence in the status line for a while, whatever page is in sight.
func (e *Env) NotifyEverywhere(kind NoticeKind, sentence string) {
	e.Notify(kind, sentence)
	e.notice.everywhere = true
}

// Announce says the sentence once the record is written, and not before: it may fail.
func (e *Env) Announce(record model.Record, sentence string) {
	if e.announced == nil {
		e.announced = map[string]string{}
	}
	e.announced[record.ID] = sentence
}

// GiveUp lets go of the records that could not be written, and of what was to be said of them.
func (e *Env) GiveUp() {
	for _, record := range e.Outbox.TakeFailed() {
		delete(e.announced, record.ID)
	}
}

// SayAnnounced says what was to be said once the record is written.
func (e *Env) SayAnnounced(record string) {
	if sentence, ok := e.announced[record]; ok {
		delete(e.announced, record)
		e.NotifyEverywhere(Info, sentence)
	}
}

// Quiet takes the notice away, because something else is to be read there.
func (e *Env) Quiet() { e.notice = Notice{} }

// Notice is the sentence to be shown now; its text is empty where there is none.
func (e *Env) Notice() Notice {
	if e.Now.After(e.notice.until) {
		return Notice{}
	}
	return e.notice
}

// Zone is the time zone that times are shown in: that of the shift, else that of the plan.
func (e *Env) Zone() *time.Location {
	if shift := e.Shift(); shift != nil {
		return shift.Zone
	}
	return e.Plan.Zone()
}

// HHMM is the time of day of t where the patrol is.
func (e *Env) HHMM(t time.Time) string { return t.In(e.Zone()).Format("15:04") }

// DayHHMM is the month, day and time of day of t where the patrol is.
func (e *Env) DayHHMM(t time.Time) string { return t.In(e.Zone()).Format("01-02 15:04") }

// HHMMSS is the time of day of t where the patrol is, to the second.
func (e *Env) HHMMSS(t time.Time) string { return t.In(e.Zone()).Format(time.TimeOnly) }

// PlaceName is the name of a checkpoint, its id where the plan does not know it any more.
func (e *Env) PlaceName(id string) string {
	if shift := e.Shift(); shift != nil {
		if c, ok := shift.Plan.Checkpoint(id); ok {
			return c.Name.In(e.Lang)
		}
	}
	if c, ok := e.Plan.Checkpoint(id); ok {
		return c.Name.In(e.Lang)
	}
	return id
}

// Look is how everything is drawn now.
func (e *Env) Look() widget.Look { return widget.Look{Styles: e.Styles, Glyphs: e.Glyphs} }

// More says how many entries of a list are not to be seen.
func (e *Env) More(hidden int) string {
	return e.Styles.Hint.Render(fmt.Sprintf(e.Text.App.More, hidden))
}

// OutcomeName is the name of a kind of counted work: the rule book's or the site's own.
func (e *Env) OutcomeName(kind model.OutcomeKind) string {
	plan := e.Plan
	if shift := e.Shift(); shift != nil {
		plan = &shift.Plan
	}
	return e.Text.OutcomeIn(plan, kind)
}

// ParseTime reads a time that somebody typed; nothing typed is nil, which is now.
func (e *Env) ParseTime(typed string) (*time.Time, error) {
	if strings.TrimSpace(typed) == "" {
		return nil, nil
	}
	at, err := session.ParseTime(typed, e.Log.Stamp().At, e.Zone())
	return &at, err
}
