package app

import (
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"slices"
	"testing"
	"time"

	"golang.org/x/crypto/argon2"

	"beatbook/data"
	"beatbook/data/seal"
	"beatbook/model"
)

const soakPIN = "2468"

// cheapPIN is a hash of soakPIN with the least work that argon2id can be asked for.
func cheapPIN() string {
	salt, encode := []byte("salt of the soak"), base64.RawStdEncoding.EncodeToString
	key := argon2.IDKey([]byte(soakPIN), salt, 1, 8, 1, 16)
	return fmt.Sprintf("$argon2id$v=%d$m=8,t=1,p=1$%s$%s", argon2.Version, encode(salt), encode(key))
}

// peer is another device, with a unit that walks the night market.
type peer struct {
	device, unit string
	writer       *data.Writer
	stamps       int
	night        *model.Night
	shift        string
}

func newPeer(t testing.TB, unit string) *peer {
	t.Helper()
	key, err := seal.NewDevice(rand.Reader)
	must(t, err)
	return &peer{device: key.ID(), unit: unit, writer: data.NewWriter(key)}
}

// do is the record of an intent.
func (p *peer) do(t testing.TB, at time.Time, intent model.Intent) model.Record {
	t.Helper()
	p.stamps++
	stamp := model.Stamp{ID: fmt.Sprintf("%s-%06d", p.device, p.stamps), Device: p.device, At: at.UTC().Truncate(time.Millisecond)}
	r, err := model.Decide(p.night, stamp, intent)
	must(t, err)
	r, err = p.writer.Sign(r)
	must(t, err)
	p.night.Apply(r)
	return r
}

func (p *peer) start(s *soak, at time.Time) model.Record {
	p.night = model.NewNight(s.night)
	r := p.do(s.t, at, model.StartShift{Plan: s.plan, Unit: p.unit, Route: "night-market", Mode: model.Foot, Crew: []string{"王五", "赵六"}})
	p.shift = r.ID
	return r
}

func (p *peer) visit(s *soak, at time.Time, checkpoint string) model.Record {
	return p.do(s.t, at, model.CheckIn{Shift: p.shift, Checkpoint: checkpoint, Note: "一切正常"})
}

func (p *peer) stop(s *soak, at time.Time) model.Record {
	return p.do(s.t, at, model.EndShift{Shift: p.shift, Reason: "暴雨"})
}

// walk is a night's work in one go.
func (p *peer) walk(s *soak, night model.Date) []model.Record {
	now := s.night
	defer func() { s.night = now }()
	s.night = night
	records := []model.Record{p.start(s, s.at(19, 20))}
	for i, place := range []string{"wanda-east", "wanda-south", "henggang-north"} {
		records = append(records, p.visit(s, s.at(19, 30+10*i), place))
	}
	return append(records, p.stop(s, s.at(20, 30)))
}

// patrol is a night of the unit of this laptop.
func (s *soak) patrol(n int) {
	s.until(19, 50)
	s.keys("enter") // the form is filled in
	if len(s.app.env.Dialogs()) > 0 {
		s.keys("enter") // what the shift before has left
	}
	s.keys("h", "1", "tab", "灭火器过期", "tab", "1", "tab", "1", "ctrl+s") // fixed on the spot
	for i := range 8 {                                                 // every third call
		s.untilThen(s.app.env.Judged.Calls[3*i].Due())
		s.round(i, n)
	}
	s.until(5, 50)
	s.keys("E", "钥匙在值班室", "ctrl+s")
	s.dialogs(0)
	s.until(7, 0)
	s.merge(s.other.walk(s, s.night)...) // from a stick
	s.pass(2 * time.Second)
	s.wrote(map[model.Kind]int{
		model.ShiftStarted: 2, model.CheckedIn: 10, model.Skipped: 1, model.Corrected: 2, model.Withdrawn: 1, model.OutcomeCounted: 2,
		model.HazardFound: 2, model.HazardMoved: 1, model.ShiftEnded: 2,
	})
}

// round is what is done at the call that is due now, the i-th of the night.
func (s *soak) round(i, night int) {
	s.t.Helper()
	switch i {
	case 1:
		s.keys("s", "1")
	case 2:
		s.keys("enter")
		s.keys("c", "tab", "tab", "2", "tab", "tab", "改过", "tab", "tab", "按错了", "ctrl+s")
	case 3:
		s.keys("enter")
		s.keys("u")
		s.keys("enter")
	case 5:
		s.keys("+", "3", "3", "esc")
		s.keys("h", "2", "tab", "线头裸露", "tab", "2", "tab", "2", "tab", "商场办公室", "tab", "3d", "tab", "围挡", "ctrl+s")
		s.keys("H", "enter", "2", "ctrl+s")
		s.home()
	case 6:
		s.keys("n", "没有写完")
		s.keys("esc")
		s.keys("enter")
	default:
		s.keys("enter")
		s.keys("n", "路灯坏了", "ctrl+s")
		s.look(i, night)
	}
	s.dialogs(0)
}

// look opens one page or another and comes back; in two nights all of them.
func (s *soak) look(i, night int) {
	s.t.Helper()
	switch (i/3 + 3*night) % 6 {
	case 0:
		s.keys("l", "/", "路灯", "enter", "enter")
		s.keys("esc")
		s.keys("left")
	case 1:
		s.keys("r", "w")
		s.keys("w", "2", "left", "0")
	case 2:
		s.keys("y", "down", "down")
		s.keys("2", "right", "3")
	case 3:
		s.keys("?")
		s.keys("?", "r", "y", "l", "r", "y")
	case 4:
		s.keys("L", "t")
		s.resize(120, 40)
		s.resize(20, 5)
		s.resize(80, 24)
		s.keys("L", "t")
	case 5:
		s.keys("ctrl+l")
		s.keys("H", "c", "c")
	}
	s.home()
}

// home goes back to the page that the program begins with.
func (s *soak) home() {
	s.t.Helper()
	for range 10 {
		if s.app.env.Place == s.began {
			return
		}
		s.keys("esc")
	}
	s.t.Fatalf("no way back:\n%s", s.screen())
}

// duty is a night and a day at the desk, with two units that report by radio and one that has a laptop.
func (s *soak) duty(n int) {
	s.until(18, 0)
	s.takeOver([]string{"王芳", "李强"}[n%2])
	s.until(19, 20)
	s.line("horn-1 out 队员 张三 李四 / joint-3 out 队员 周敏 肖玲")
	s.merge(s.other.start(s, s.now()))
	calls := model.Judge(s.shiftOf("horn-1"), s.now()).Calls
	for i := range 8 { // every second call
		call := calls[2*i]
		s.untilThen(call.Due())
		s.merge(s.other.visit(s, s.now(), call.Checkpoint))
		s.hear(i, n, call.Index+1)
	}
	s.until(3, 20)
	s.line("horn-1 end 收队 / joint-3 end 收队")
	s.merge(s.other.stop(s, s.now()))
	s.until(6, 0)
	s.takeOver([]string{"刘洋", "陈静"}[n%2])
	s.keys("A")
	s.wrote(map[model.Kind]int{
		model.ShiftStarted: 3, model.CheckedIn: 13, model.Skipped: 1, model.OutcomeCounted: 1, model.ShiftEnded: 3, model.OperatorOn: 2,
		model.AlertsAcknowledged: 1, model.UnitHeard: 1,
	})
}

// hear is what happens when the unit on foot reports from the checkpoint of that number, the i-th report of the night.
func (s *soak) hear(i, night, number int) {
	s.t.Helper()
	switch i {
	case 1:
		s.line(fmt.Sprintf("horn-1 %d s 施工", number))
	case 2:
		s.line(fmt.Sprintf("horn-1 %d +违停3 已劝离", number))
	case 3:
		s.keys("c", "1", "2", "esc")
	case 5:
		s.keys("/", "horn", "enter")
		s.keys("enter", "f")
		s.keys("n", "路灯坏了", "ctrl+s")
		s.keys("h", "1", "tab", "灭火器过期", "tab", "1", "tab", "1", "ctrl+s")
		s.keys("n", "没有写完")
		s.keys("esc")
		s.home()
		s.keys("esc") // clears the filter
	case 6:
		s.keys("p", ">", "2", "5", "D")
		s.home()
		s.keys("b")
		s.keys("b")
	default:
		s.line(fmt.Sprintf("horn-1 %d f 一切正常", number))
		s.keys("a")
		s.look(i, night)
	}
	s.dialogs(0)
}

func (s *soak) line(report string) {
	s.t.Helper()
	s.keys(":", report, "enter")
	if typed := s.app.desk.Unsent(); typed != "" {
		s.t.Fatalf("%q was not recorded:\n%s", typed, s.screen())
	}
}

// takeOver has somebody sign on at the desk, in the place of whoever sits there.
func (s *soak) takeOver(name string) {
	s.t.Helper()
	sits := s.app.env.Desk.Operator
	keys := []string{"o"}
	if sits != "" {
		keys = append(keys, "tab")
	}
	if others := slices.DeleteFunc(s.app.env.Operators(), func(o string) bool { return o == sits }); len(others) > 0 {
		keys = append(keys, "tab")
	}
	keys = append(keys, name, "tab", soakPIN)
	if sits != "" {
		keys = append(keys, "tab", "夜里平安")
	}
	s.keys(append(keys, "ctrl+s")...)
	s.dialogs(0)
	if s.app.env.Desk.Operator != name {
		s.t.Fatalf("%s does not sit at the desk:\n%s", name, s.screen())
	}
}
