package nightlog

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

// world is a page with a log behind it, driven as the root model drives it.
type world struct {
	t     testing.TB
	clock *screentest.Clock
	log   *screentest.Log
	plan  *model.Plan
	env   *screen.Env
	page  *Page
	shift string    // in which the intents of now are
	held  []tea.Cmd // commands whose answers are yet to come
	hold  bool      // keep commands back
}

const tonight = model.Date("2026-11-24")

func newWorld(t testing.TB) *world {
	t.Helper()
	clock := &screentest.Clock{}
	return &world{t: t, clock: clock, log: screentest.NewLog(clock.Now), plan: screentest.Plan(t)}
}

// begin starts a shift on a night at 19:20.
func (w *world) begin(date model.Date, unit string, crew ...string) {
	w.t.Helper()
	w.clock.At = date.At(19*60+20, w.plan.Zone(), w.plan.NightTurnsAt)
	u, _ := w.plan.Unit(unit)
	w.shift = ""
	w.shift = w.do(model.StartShift{Plan: w.plan, Unit: unit, Crew: crew, Route: u.UsualRoute, Mode: model.Foot}).ID
}

// do records an intent a minute later than the last.
func (w *world) do(intent model.Intent) model.Record {
	w.t.Helper()
	w.clock.Pass(time.Minute)
	return w.log.Do(w.t, w.plan, intent)
}

func (w *world) checkIn(checkpoint, note string) model.Record {
	w.t.Helper()
	return w.do(model.CheckIn{Shift: w.shift, Checkpoint: checkpoint, Note: note})
}

// open shows the page.
func (w *world) open(lang model.Lang, width, height int) {
	w.t.Helper()
	night, err := w.log.Night(tonight)
	if err != nil {
		w.t.Fatal(err)
	}
	w.log.Read = nil
	w.env = screentest.Env(w.log, w.plan, night, lang)
	w.env.Visit(screen.NightLog)
	w.page = New(w.env)
	w.page.Resize(width, height)
	w.page.Refresh()
}

func (w *world) speak(lang model.Lang) { screentest.Speak(w.env, lang) }

// press presses keys and waits for what they ask of the log.
func (w *world) press(keys ...string) {
	w.t.Helper()
	for _, k := range keys {
		w.send(screentest.Key(k))
	}
}

func (w *world) send(msg tea.Msg) {
	w.t.Helper()
	cmd := w.page.Update(msg)
	w.page.Refresh()
	switch {
	case cmd == nil:
	case w.hold:
		w.held = append(w.held, cmd)
	default:
		w.send(cmd())
	}
}

// arrive lets the answer of a command that was kept back come.
func (w *world) arrive(i int) { w.send(w.held[i]()) }

func (w *world) screen() string { return ansi.Strip(w.page.View()) }

func (w *world) sees(texts ...string) {
	w.t.Helper()
	screentest.Sees(w.t, w.page.View(), texts...)
}

func (w *world) seesNot(texts ...string) {
	w.t.Helper()
	screentest.SeesNot(w.t, w.page.View(), texts...)
}

// line is the line of the table with the text; the panel is beside it or has a border before it.
func (w *world) line(s string) string {
	w.t.Helper()
	for _, l := range strings.Split(w.screen(), "\n") {
		if edge := strings.IndexAny(l, "│┌"); edge >= 0 {
			l = l[:edge]
		}
		if strings.Contains(l, s) {
			return l
		}
	}
	w.t.Fatalf("%q is not to be seen:\n%s", s, w.screen())
	return ""
}

func (w *world) selects(record model.Record) {
	w.t.Helper()
	if r := w.page.selected(); r.line == nil || r.ID != record.ID {
		w.t.Fatalf("the cursor is not on %s %s:\n%s", record.Kind, record.ID, w.screen())
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
	w.log.Writer = "DEVICE-OTHER-7788"
	w.begin(tonight, "armband-2", "钱七")
	w.checkIn("mall-west", "plain note")
	w.log.Writer = screentest.Device
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
