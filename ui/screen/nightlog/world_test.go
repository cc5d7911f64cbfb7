package nightlog

import (
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen"
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
	return &world{Driver: screentest.NewDriver[*Page](t, "19:20")}
}

// begin starts a shift on a night at 19:20.
func (w *world) begin(date model.Date, unit string, crew ...string) {
	w.T.Helper()
	w.Clock.At = w.At(date, "19:20")
	u, _ := w.Plan.Unit(unit)
	w.shift = ""
	w.shift = w.do(model.StartShift{Plan: w.Plan, Unit: unit, Crew: crew, Route: u.UsualRoute, Mode: model.Foot}).ID
}

// do records an intent a minute later than the last.
func (w *world) do(intent model.Intent) model.Record {
	w.T.Helper()
	w.Clock.Pass(time.Minute)
	return w.Log.Do(w.T, w.Plan, intent)
}

func (w *world) checkIn(checkpoint, note string) model.Record {
	w.T.Helper()
	return w.do(model.CheckIn{Shift: w.shift, Checkpoint: checkpoint, Note: note})
}

// open shows the page.
func (w *world) open(lang model.Lang, width, height int) {
	w.T.Helper()
	w.Start(lang)
	w.Log.Read = nil
	w.Env.Visit(screen.NightLog)
	w.Page = New(w.Env)
	w.Resize(width, height)
}

// arrive lets the answer of a command that was kept back come.
func (w *world) arrive(i int) { w.Send(w.Held[i]()) }

// tableLine is the line of the table with the text; the panel is beside it or has a border before it.
func (w *world) tableLine(s string) string {
	w.T.Helper()
	for _, l := range strings.Split(w.Screen(), "\n") {
		if edge := strings.IndexAny(l, "│┌"); edge >= 0 {
			l = l[:edge]
		}
		if strings.Contains(l, s) {
			return l
		}
	}
	w.T.Fatalf("%q is not to be seen:\n%s", s, w.Screen())
	return ""
}

func (w *world) selects(record model.Record) {
	w.T.Helper()
	if r := w.Page.selected(); r.line == nil || r.ID != record.ID {
		w.T.Fatalf("the cursor is not on %s %s:\n%s", record.Kind, record.ID, w.Screen())
	}
}

// eventful is a world with something of everything in three nights.
func eventful(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.begin("2026-11-20", "police-01", "旧人")
	w.checkIn("school-gate", "校门口无人，灯坏了")
	w.begin("2026-11-23", "horn-1", "张三", "李四")
	w.checkIn("wanda-east", "东门路灯坏了")
	w.do(model.EndShift{Shift: w.shift, Reason: "恶劣天气", Handover: "钥匙在值班室"})
	w.begin(tonight, "horn-1", "王五", "赵六")
	w.Log.Writer = "DEVICE-OTHER-7788"
	w.begin(tonight, "armband-2", "钱七")
	w.checkIn("mall-west", "plain note")
	w.Log.Writer = screentest.Device
	w.begin(tonight, "joint-3", "孙八", "周九")
	w.do(model.ChangeMode{Shift: w.shift, Mode: model.Vehicle, Plate: "湘D·12345"})
	w.checkIn("wanda-east", "ＷＡＮＤＡ 灭火器过期")
	wrong := w.checkIn("wanda-south", "说错了")
	w.do(model.Withdraw{Shift: w.shift, Of: wrong.ID})
	amend := w.checkIn("mall-west", "first words")
	other, mode, words := "hospital-er", model.Foot, "second words"
	w.do(model.Correct{Shift: w.shift, Of: amend.ID, Reason: "选错点位", Checkpoint: &other, Mode: &mode, Note: &words})
	w.do(model.Skip{Shift: w.shift, Checkpoint: "wanda-east", Reason: "道路封闭"})
	return w
}
