package nightlog

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/session"
	_ "beatbook/ui/term"
	"beatbook/ui/text"
	"beatbook/ui/theme"
)

// memory is a log in memory.
type memory struct {
	device  string
	now     time.Time
	count   int
	records []model.Record
	read    []model.Date // nights, in the order in which they were read
	fail    error
}

func (m *memory) Device() string { return m.device }

func (m *memory) Stamp() model.Stamp {
	m.count++
	return model.Stamp{ID: fmt.Sprintf("ID%06d", m.count), Device: m.device, At: m.now}
}

func (m *memory) Append(_ context.Context, records ...model.Record) ([]model.Record, error) {
	for i, r := range records {
		r.Seq = uint64(len(m.records) + 1)
		m.records = append(m.records, r)
		records[i] = r
	}
	return records, m.fail
}

func (m *memory) Night(date model.Date) (*model.Night, error) {
	m.read = append(m.read, date)
	night := model.NewNight(date)
	for _, r := range m.records {
		night.Apply(r)
	}
	return night, m.fail
}

func (m *memory) Nights(before model.Date, limit int) ([]data.NightCount, error) {
	counts := map[model.Date]int{}
	for _, r := range m.records {
		counts[r.Night]++
	}
	var nights []data.NightCount
	for date, n := range counts {
		if before == "" || date < before {
			nights = append(nights, data.NightCount{Date: date, Records: n})
		}
	}
	slices.SortFunc(nights, func(a, b data.NightCount) int { return strings.Compare(string(b.Date), string(a.Date)) })
	return nights[:min(limit, len(nights))], m.fail
}

func (m *memory) Report(context.Context, model.Date, model.Date, model.ReportFilter, time.Time, func(int, int)) (*model.Report, error) {
	return nil, m.fail
}

func (m *memory) History(string, time.Time, int) ([]model.Record, error) { return nil, m.fail }

func (m *memory) Hazards() (*model.Hazards, error) { return model.NewHazards(), m.fail }

func (m *memory) Latest(model.Kind, string, time.Time) (model.Record, bool, error) {
	return model.Record{}, false, m.fail
}

func (m *memory) Watch(context.Context) <-chan model.Record { return nil }
func (m *memory) LoadSettings(any) error                    { return m.fail }
func (m *memory) SaveSettings(any) error                    { return m.fail }

// world is a page with a log behind it, driven as the root model drives it.
type world struct {
	t     testing.TB
	log   *memory
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
	plan, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return &world{t: t, log: &memory{device: "DEVICE-MINE"}, plan: &plan}
}

// begin starts a shift on a night at 19:20.
func (w *world) begin(date model.Date, unit string, crew ...string) {
	w.t.Helper()
	w.log.now = date.At(19*60+20, w.plan.Zone(), w.plan.NightTurnsAt)
	u, _ := w.plan.Unit(unit)
	w.shift = ""
	w.shift = w.do(model.StartShift{Plan: w.plan, Unit: unit, Crew: crew, Route: u.UsualRoute, Mode: model.Foot}).ID
}

// do decides an intent and appends the record a minute later than the last.
func (w *world) do(intent model.Intent) model.Record {
	w.t.Helper()
	r := w.decide(intent)
	written, _ := w.log.Append(context.Background(), r)
	return written[0]
}

func (w *world) decide(intent model.Intent) model.Record {
	w.t.Helper()
	w.log.now = w.log.now.Add(time.Minute)
	night := model.NewNight(w.plan.Night(w.log.now))
	for _, r := range w.log.records {
		night.Apply(r)
	}
	r, err := model.Decide(night, w.log.Stamp(), intent)
	if err != nil {
		w.t.Fatal(err)
	}
	return r
}

func (w *world) checkIn(checkpoint, note string) model.Record {
	w.t.Helper()
	return w.do(model.CheckIn{Shift: w.shift, Checkpoint: checkpoint, Note: note})
}

// open shows the page.
func (w *world) open(lang model.Lang, width, height int) {
	w.t.Helper()
	s := &session.Session{Log: w.log, Plan: w.plan, Hazards: model.NewHazards()}
	night, err := w.log.Night(tonight)
	if err != nil {
		w.t.Fatal(err)
	}
	s.Show(night)
	w.log.read = nil
	w.env = &screen.Env{Session: s, Now: w.log.now, Place: screen.NightLog, Glyphs: &glyph.Unicode, Styles: styles(theme.Day)}
	w.speak(lang)
	w.page = New(w.env)
	w.page.Resize(width, height)
	w.page.Refresh()
}

func (w *world) speak(lang model.Lang) {
	w.env.Lang, w.env.Text = lang, text.For(lang)
	w.env.Keys = keymap.New(w.env.Text)
}

func styles(name theme.Name) *theme.Styles {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	return theme.New(r, name)
}

var named = map[string]tea.KeyType{
	"esc": tea.KeyEsc, "enter": tea.KeyEnter, "left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown,
	"home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace,
}

// press presses keys and waits for what they ask of the log.
func (w *world) press(keys ...string) {
	w.t.Helper()
	for _, k := range keys {
		w.send(keyOf(k))
	}
}

func keyOf(name string) tea.KeyMsg {
	if kind, ok := named[name]; ok {
		return tea.KeyMsg{Type: kind}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
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
	for _, s := range texts {
		if !strings.Contains(w.screen(), s) {
			w.t.Fatalf("%q is not to be seen:\n%s", s, w.screen())
		}
	}
}

func (w *world) seesNot(texts ...string) {
	w.t.Helper()
	for _, s := range texts {
		if strings.Contains(w.screen(), s) {
			w.t.Fatalf("%q is to be seen:\n%s", s, w.screen())
		}
	}
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
	w.log.device = "DEVICE-OTHER-7788"
	w.begin(tonight, "armband-2", "钱七")
	w.checkIn("mall-west", "plain note")
	w.log.device = "DEVICE-MINE"
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
