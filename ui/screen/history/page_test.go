package history

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
	"beatbook/ui/theme"
)

func TestACheckpointNightByNight(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 30)
	w.sees("历史 │ 万达广场东门 │ 近 90 夜", "截至 11-24 22:04", "应巡 6  实巡 1  漏巡 5", "到位率 16.7%", "到访 4 次", "最长间隔 3 时 50 分（2026-11-20 21:40 起）")
	for night, want := range map[string]string{
		"11-24": "› 11-24       0/1    1 ░░░                   20:10 20:10  1 时 54 分",
		"11-23": "  11-23         -",
		"11-20": "  11-20       1/3    2 ░░░      ░░░          20:01 21:40  3 时 50 分",
	} {
		if got := strings.TrimSpace(w.line(" " + night + "       ")); got != strings.TrimSpace(want) {
			t.Errorf("the line is\n%q, want\n%q", got, want)
		}
	}
	w.seesNot("11-19") // nothing is kept from before
	w.sees("到访 2026-11-24", "20:10 小喇叭一队 • 步巡 • 单人、加巡 • 自行记录", "21:30 漏巡（第 2 轮，小喇叭一队）")
	w.press("down", "down")
	w.sees("到访 2026-11-22", "20:05 小喇叭一队 • 步巡 • 加巡 • 电台报告 • 值班员 王值班 代录（电台）")
	w.press("down")
	w.sees("到访 2026-11-21", "没有班次")
	w.press("end")
	w.sees("20:01 小喇叭一队", "一切正常", "21:40 小喇叭一队 • 步巡 • 准时 • 灭火器过期 • 自行记录")
}

func TestAnotherCheckpoint(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 80, 30)
	w.press("end", "right")
	w.sees("History │ Wanda Plaza south square │", "Visits 2026-11-20")
	w.press("home")
	w.sees("Overdue 1")
	w.press("end")
	w.press("left")
	w.sees("History │ Wanda Plaza east gate │")
	w.press("left", "[")
	w.seesNot("Wanda Plaza east gate │")
	w.press("/", "mall w", "enter")
	w.sees("Mall west entrance │", "23:02 Little Horn 1 • foot")
	w.press("f12", "2", "enter")
	w.sees("Wanda Plaza south square │")
	w.press("/", "nothing such", "enter", "esc")
	w.sees("Wanda Plaza south square │")
}

func TestAUnitNightByNight(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 100, 30)
	w.press("2")
	w.sees("历史 │ 小喇叭一队 │", "班次 3")
	w.seesNot("11-23 ", "11-21 ")
	w.press("end")
	line := w.line(" 11-20 ")
	for _, word := range []string{"万达—夜市步巡线", "19:50-01:30", "张三、李四", "5.7"} {
		if !strings.Contains(line, word) {
			t.Errorf("%q is not in %q", word, line)
		}
	}
	w.sees("班次 2026-11-20", "22:10 车巡 • 湘D·12345 • 张三、李四", "劝离违停 3", "原因：恶劣天气", "交接班：钥匙在值班室")
	w.press("home")
	w.sees("19:55-未归")
	w.press("left")
	w.sees("没有记录")
	w.press("/", "小喇叭", "enter")
	w.sees("历史 │ 小喇叭一队 │")
}

func TestWhoWasOnDuty(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 100, 30)
	w.press("3")
	w.sees("历史 │ 在岗 │ 2026-11-24 22:04", "值班室无人签到", "20:10 万达广场东门", "队员：张三", "此后：无")
	w.press("f4", "11-22 20:30", "enter")
	w.sees("2026-11-22 20:30", "值班室：王值班（19:40 起）", "起止：19:50-23:30", "王五、赵六")
	w.press("left")
	w.sees("2026-11-22 20:00", "此前：无", "此后：20:05 万达广场东门")
	w.press("left")
	w.sees("2026-11-22 19:30 没有人在外巡逻")
	w.press("/", "2026-11-20 23:02", "enter")
	w.sees("方式：车巡", "车牌：湘D·12345", "此前：23:02 商场西出入口")
	w.press("1", "d", "22:03", "enter", "right")
	w.sees("2026-11-24 22:04")
}

func TestATimeThatCannotBeMeant(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 80, 24)
	w.press("d", "late", "enter")
	if _, _, typing := w.page.Cursor(); !typing || !strings.Contains(w.env.Notice().Text, `"late" is not a time`) {
		t.Errorf("it is not said what is wrong: %q", w.env.Notice().Text)
	}
	w.press("ctrl+u", "2027-01-01 00:00", "enter")
	if !strings.Contains(w.env.Notice().Text, "2027-01-01 00:00 is still to come") {
		t.Errorf("it is not said what is wrong: %q", w.env.Notice().Text)
	}
	w.sees("2027-01-01 00:00")
	w.press("esc")
	w.sees("On duty │ 2026-11-24 22:04")
	if w.press("esc"); w.env.Place != screen.Patrol {
		t.Error("Esc does not leave the page")
	}
}

func TestAnEmptyLog(t *testing.T) {
	w := newWorld(t)
	w.clock.At = w.at(tonight, "22:04")
	w.open(model.EN, 80, 24)
	w.sees("no records")
	w.press("down", "enter", "2")
	w.sees("no records")
	w.press("3")
	w.sees("Nobody was out at 2026-11-24 22:04")
}

// slow is a log whose answers can be held up and made to fail.
type slow struct {
	session.Log
	fail error
}

func (s *slow) ReportByNight(
	ctx context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) (*model.Report, []model.NightTally, error) {
	progress(3, 7)
	if s.fail != nil {
		return nil, nil, s.fail
	}
	return s.Log.ReportByNight(ctx, from, to, f, now, progress)
}

func (s *slow) Night(d model.Date) (*model.Night, error) {
	if s.fail != nil {
		return nil, s.fail
	}
	return s.Log.Night(d)
}

// begin opens the page with its answers held back.
func (w *world) begin(lang model.Lang) *slow {
	w.open(lang, 80, 24)
	log := &slow{Log: w.env.Log}
	w.env.Log = log
	w.page = New(context.Background(), w.env)
	w.page.Resize(80, 24)
	w.hold = true
	w.run(w.page.Open())
	w.page.Refresh()
	return log
}

// let lets everything go on that was held back.
func (w *world) let() {
	held := w.held
	w.hold, w.held = false, nil
	for _, cmd := range held {
		w.run(cmd)
	}
}

func TestABarWhereItTakesLong(t *testing.T) {
	w := eventful(t)
	w.begin(model.ZH)
	w.sees("正在读取", "1 点位")
	w.page.worker.Work.Tell(3, 7)
	w.send(screen.Waited{Work: w.page.worker.Work})
	w.sees("42%", "按 Esc 停止")
	w.let()
	w.seesNot("42%")
	w.sees("应巡 6")
}

func TestItIsStoppedAndTakenUpAgain(t *testing.T) {
	w := eventful(t)
	w.begin(model.EN)
	w.press("esc")
	w.sees("Stopped. Enter adds it up again")
	w.let()
	w.seesNot("Due 6")
	w.press("enter")
	w.sees("Due 6")
	if w.env.Place != screen.History {
		t.Error("the page was left")
	}
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	w := eventful(t)
	log := w.begin(model.EN)
	log.fail = errors.New("the disk is gone")
	w.let()
	w.sees("the disk is gone", "Enter tries again")
	log.fail = nil
	w.press("enter")
	w.sees("Due 6", "20:10 Little Horn 1")
	log.fail = errors.New("the disk is gone")
	w.press("d", "11-22 20:30", "enter")
	w.sees("the disk is gone")
}

func TestTheNightOfAnotherCheckpointIsDropped(t *testing.T) {
	w := eventful(t)
	w.begin(model.ZH)
	w.hold = false
	w.run(w.held[0]) // the batch of the adding up
	w.held = nil
	w.page.details = details{}
	w.page.choose()
	w.hold = true
	w.send(screen.Ticked{}) // asks for the night
	w.press("right")
	w.let()
	w.sees("万达广场南广场 │")
	w.seesNot("20:10 小喇叭一队 • 步巡 • 单人")
}

func TestAnEarlierQuestionIsDropped(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.hold = true
	w.press("3")
	asked := w.held
	w.held = nil
	w.press("d", "11-22 20:30", "enter")
	w.sees("正在读取")
	w.let()
	w.sees("王五、赵六")
	for _, cmd := range asked {
		w.run(cmd)
	}
	w.sees("王五、赵六")
}

func TestWhatIsRecordedMeanwhile(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	r := w.log.Do(t, w.plan, model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", Mode: model.Foot, Note: "刚到"})
	w.send(screen.Settled{Record: r})
	w.send(screen.Ticked{})
	w.sees("22:04 小喇叭一队", "刚到", "到访 5 次")
	w.press("3")
	w.sees("22:04 万达广场东门")
	end := w.log.Do(t, w.plan, model.EndShift{Shift: w.shift, Reason: "storm"})
	w.clock.Pass(time.Minute)
	w.env.Now = w.clock.At
	w.send(screen.Settled{Record: end})
	w.send(screen.Ticked{})
	w.sees("19:55-22:04")
}

// The counts of the rows are those of the report over the same nights.
func TestTheNightsAddUpToTheReport(t *testing.T) {
	plan := screentest.Plan(t)
	rapid.Check(t, func(rt *rapid.T) {
		clock := &screentest.Clock{}
		w := &world{t: t, clock: clock, log: screentest.NewLog(clock.Now), plan: plan}
		apart := rapid.IntRange(1, 40).Draw(rt, "apart") // some are out of sight
		for night := range rapid.IntRange(0, 4).Draw(rt, "nights") {
			date := tonight.AddDays(-night * apart)
			unit := rapid.SampledFrom(plan.Units).Draw(rt, "unit")
			w.start(date, "20:00", unit.ID, unit.UsualRoute, "甲", "乙")
			for i := range rapid.IntRange(0, 6).Draw(rt, "visits") {
				place := rapid.SampledFrom(plan.Checkpoints).Draw(rt, "place").ID
				w.checkIn(date, fmt.Sprintf("21:%02d", i*9), place, "")
			}
			if rapid.Bool().Draw(rt, "ended") {
				w.end(date, "23:00")
			}
		}
		w.clock.At = w.at(tonight, "22:04")
		w.open(model.EN, 80, 24)
		from := tonight.AddDays(1 - session.HistoryNights)
		r, err := w.log.Report(context.Background(), from, tonight, model.ReportFilter{}, w.env.Now, func(int, int) {})
		if err != nil {
			rt.Fatal(err)
		}
		for v, parts := range map[view]map[string]model.Sums{places: r.Checkpoints, units: r.Units} {
			w.run(w.page.show(v))
			for _, c := range w.page.choices() {
				w.run(w.page.lookAt(c.ID))
				var sum model.Sums
				for _, night := range w.page.rows[v] {
					sum.Add(map[view]map[string]model.Sums{places: night.Checkpoints, units: night.Units}[v][c.ID])
				}
				if fmt.Sprint(sum) != fmt.Sprint(parts[c.ID]) {
					rt.Fatalf("%s: the nights have %v, the report has %v", c.ID, sum, parts[c.ID])
				}
			}
		}
	})
}

func TestEverySizeIsFilled(t *testing.T) {
	w := eventful(t)
	for _, lang := range []model.Lang{model.ZH, model.EN} {
		w.open(lang, 80, 24)
		for _, set := range []*glyph.Set{&glyph.Unicode, &glyph.ASCII} {
			w.env.Glyphs, w.env.Styles = set, screentest.Styles(theme.Mono)
			for _, keys := range [][]string{{"1"}, {"down", "down"}, {"2"}, {"3"}, {"d"}, {"esc"}} {
				w.press(keys...)
				for width := 60; width <= 200; width += 10 {
					for height := 14; height <= 58; height += 6 {
						w.page.Resize(width, height)
						w.page.Refresh()
						screentest.PageFits(t, w.page, width, height)
					}
				}
			}
		}
	}
}

func TestASCIIDrawsNoOtherGlyphs(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 130, 30)
	w.env.Glyphs = &glyph.ASCII
	w.page.Refresh()
	if i := strings.IndexAny(w.screen(), "│─░▒▓█•…›┌"); i >= 0 {
		t.Errorf("a glyph of Unicode is drawn: %q\n%s", w.screen()[i:i+3], w.screen())
	}
}

func TestTheMouse(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 130, 30)
	click := func(x, y int) {
		w.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	}
	click(4, w.page.layout().Top+3)
	w.sees("到访 2026-11-22")
	w.send(tea.MouseMsg{X: 4, Y: 8, Button: tea.MouseButtonWheelDown})
	w.sees("到访 2026-11-21")
	click(12, tabLine)
	w.sees("历史 │ 小喇叭一队 │")
}

func TestTheHelpFollowsTheView(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 80, 24)
	for i, want := range []string{"choose a checkpoint", "choose a unit", "type a time"} {
		w.press(fmt.Sprint(i + 1))
		if got := w.page.Bindings()[1].Help().Desc; got != want {
			t.Errorf("view %d: %q, want %q", i+1, got, want)
		}
	}
}
