package history

import (
	"context"
	"testing"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
)

// world is a page with a log behind it.
type world struct {
	screentest.Driver[*Page]
	shift string // in which the intents of now are
}

const tonight = screentest.Tonight

func newWorld(t testing.TB) *world {
	t.Helper()
	return &world{Driver: screentest.NewDriver[*Page](t, "22:04")}
}

// do records an intent at a time of a night.
func (w *world) do(date model.Date, hhmm string, intent model.Intent) model.Record {
	w.T.Helper()
	w.Clock.At = w.At(date, hhmm)
	return w.Log.Do(w.T, w.Plan, intent)
}

func (w *world) start(date model.Date, hhmm, unit, route string, crew ...string) {
	w.T.Helper()
	w.shift = w.do(date, hhmm, model.StartShift{Plan: w.Plan, Unit: unit, Crew: crew, Route: route, Mode: model.Foot}).ID
}

func (w *world) checkIn(date model.Date, hhmm, checkpoint, note string) {
	w.T.Helper()
	w.do(date, hhmm, model.CheckIn{Shift: w.shift, Checkpoint: checkpoint, Mode: model.Foot, Note: note})
}

func (w *world) end(date model.Date, hhmm string) {
	w.T.Helper()
	w.do(date, hhmm, model.EndShift{Shift: w.shift, Reason: "恶劣天气", Handover: "钥匙在值班室"})
}

// eventful is a world with something of everything: horn-1 was out on the 20th and the 22nd, written down by the desk on
// the second, and is out tonight.
func eventful(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.start("2026-11-20", "19:50", "horn-1", "night-market", "张三", "李四")
	w.checkIn("2026-11-20", "20:01", "wanda-east", "一切正常")
	w.checkIn("2026-11-20", "21:40", "wanda-east", "灭火器过期")
	w.do("2026-11-20", "22:10", model.ChangeMode{Shift: w.shift, Mode: model.Vehicle, Plate: "湘D·12345"})
	w.checkIn("2026-11-20", "23:02", "mall-west", "")
	w.do("2026-11-20", "23:05", model.CountOutcome{Shift: w.shift, Checkpoint: "mall-west", Kind: model.OutcomeKinds[2], Quantity: 3})
	w.end("2026-11-20", "01:30")
	w.Clock.At = w.At("2026-11-22", "19:40")
	w.Log.Do(t, w.Plan, model.SignOn{Plan: w.Plan, Operator: "王值班"})
	w.start("2026-11-22", "19:50", "horn-1", "night-market", "王五", "赵六")
	w.do("2026-11-22", "20:05", model.OnBehalf{
		Behalf: model.Behalf{Operator: "王值班", Channel: model.ByRadio},
		Intent: model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", Mode: model.Foot, Note: "电台报告"},
	})
	w.end("2026-11-22", "23:30")
	w.Clock.At = w.At("2026-11-22", "23:50")
	w.Log.Do(t, w.Plan, model.SignOff{Plan: w.Plan, Operator: "王值班"})
	w.start(tonight, "19:55", "horn-1", "night-market", "张三")
	w.checkIn(tonight, "20:10", "wanda-east", "")
	w.Clock.At = w.At(tonight, "22:04")
	return w
}

// open shows the page.
func (w *world) open(lang model.Lang, width, height int) {
	w.T.Helper()
	w.Start(lang)
	w.Page = New(context.Background(), w.Env)
	w.Page.Resize(width, height)
	w.Run(w.Page.Open())
	w.Page.Refresh()
}
