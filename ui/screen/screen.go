// Package screen is what the pages and dialogs of the screen have in common. The pages are the packages below it.
package screen

import (
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
)

// Page is one page or dialog. Pages are pointers: Update changes them in place.
type Page interface {
	// Update takes keys, one at a time where no text field has the focus, the mouse with its origin at the page's
	// corner, and the answers to the page's own commands.
	Update(msg tea.Msg) tea.Cmd
	// Refresh makes what is drawn anew after Env has changed.
	Refresh()
	Resize(width, height int)
	// View is exactly as wide and high as Resize said, and does no work that Refresh could have done.
	View() string
	// Cursor is where a text field with the focus has its cursor; ok is false where no field has the focus.
	Cursor() (x, y int, ok bool)
	// Bindings are the keys that mean something now, the most useful first.
	Bindings() []key.Binding
}

// Place names a page.
type Place int

// The pages.
const (
	Patrol     Place = iota // of the open shift; the form to start one where there is none
	NightLog                // what was recorded tonight or in an earlier night
	HazardList              // what is unsafe and what is done about it
	ReportPage              // what a night or many amount to
	Board                   // all shifts that are out, at a duty desk
	StartForm               // for a unit that has no laptop, at a duty desk
	History                 // of checkpoints and units, and who was on duty
	PlanEditor              // the plan that later shifts start from
)

// NoticeKind is how a notice looks.
type NoticeKind int

// The kinds of notice.
const (
	Info NoticeKind = iota
	Warning
	Failure
)

// Notice is a sentence in the status line.
type Notice struct {
	Text  string
	Kind  NoticeKind
	until time.Time

	everywhere bool // it is not about the page that it was said on
}

// noticeTime is how long a notice stands.
const noticeTime = 6 * time.Second

// Ticked tells the page in sight that a second has passed.
type Ticked struct{}

// Settled tells the pages that a record of the log was folded in.
type Settled struct{ Record model.Record }
