package history

import (
	"context"
	"fmt"
	"strings"
	"testing"

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
	w.Sees("历史 │ 万达广场东门 │ 近 90 夜", "截至 11-24 22:04", "应巡 6  实巡 1  漏巡 5", "到位率 16.7%", "到访 4 次", "最长间隔 3 时 50 分（2026-11-20 21:40 起）")
	for night, want := range map[string]string{
		"11-24": "› 11-24       0/1    1 ░░░                   20:10 20:10  1 时 54 分",
		"11-23": "  11-23         -",
		"11-20": "  11-20       1/3    2 ░░░      ░░░          20:01 21:40  3 时 50 分",
	} {
		if got := strings.TrimSpace(w.Line(" " + night + "       ")); got != strings.TrimSpace(want) {
			t.Errorf("the line is\n%q, want\n%q", got, want)
		}
	}
	w.SeesNot("11-19") // nothing is kept from before
	w.Sees("到访 2026-11-24", "20:10 小喇叭一队 • 步巡 • 单人、加巡 • 自行记录", "21:30 漏巡（第 2 轮，小喇叭一队）")
	w.Press("down", "down")
	w.Sees("到访 2026-11-22", "20:05 小喇叭一队 • 步巡 • 加巡 • 电台报告 • 值班员 王值班 代录（电台）")
	w.Press("down")
	w.Sees("到访 2026-11-21", "没有班次")
	w.Press("end")
	w.Sees("20:01 小喇叭一队", "一切正常", "21:40 小喇叭一队 • 步巡 • 准时 • 灭火器过期 • 自行记录")
}

func TestAnotherCheckpoint(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 80, 30)
	w.Press("end", "right")
	w.Sees("History │ Wanda Plaza south square │", "Visits 2026-11-20")
	w.Press("home")
	w.Sees("Overdue 1")
	w.Press("end")
	w.Press("left")
	w.Sees("History │ Wanda Plaza east gate │")
	w.Press("left", "[")
	w.SeesNot("Wanda Plaza east gate │")
	w.Press("/", "mall w", "enter")
	w.Sees("Mall west entrance │", "23:02 Little Horn 1 • foot")
	w.Press("f12", "2", "enter")
	w.Sees("Wanda Plaza south square │")
	w.Press("/", "nothing such", "enter", "esc")
	w.Sees("Wanda Plaza south square │")
}

func TestAUnitNightByNight(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 100, 30)
	w.Press("2")
	w.Sees("历史 │ 小喇叭一队 │", "班次 3")
	w.SeesNot("11-23 ", "11-21 ")
	w.Press("end")
	line := w.Line(" 11-20 ")
	for _, word := range []string{"万达—夜市步巡线", "19:50-01:30", "张三、李四", "5.7"} {
		if !strings.Contains(line, word) {
			t.Errorf("%q is not in %q", word, line)
		}
	}
	w.Sees("班次 2026-11-20", "22:10 车巡 • 湘D·12345 • 张三、李四", "劝离违停 3", "原因：恶劣天气", "交接班：钥匙在值班室")
	w.Press("home")
	w.Sees("19:55-未归")
	w.Press("left")
	w.Sees("没有记录")
	w.Press("/", "小喇叭", "enter")
	w.Sees("历史 │ 小喇叭一队 │")
}

func TestWhoWasOnDuty(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 100, 30)
	w.Press("3")
	w.Sees("历史 │ 在岗 │ 2026-11-24 22:04", "值班室无人签到", "20:10 万达广场东门", "队员：张三", "此后：无")
	w.Press("f4", "11-22 20:30", "enter")
	w.Sees("2026-11-22 20:30", "值班室：王值班（19:40 起）", "起止：19:50-23:30", "王五、赵六")
	w.Press("left")
	w.Sees("2026-11-22 20:00", "此前：无", "此后：20:05 万达广场东门")
	w.Press("left")
	w.Sees("2026-11-22 19:30 没有人在外巡逻")
	w.Press("/", "2026-11-20 23:02", "enter")
	w.Sees("方式：车巡", "车牌：湘D·12345", "此前：23:02 商场西出入口")
	w.Press("1", "d", "22:03", "enter", "right")
	w.Sees("2026-11-24 22:04")
}

func TestATimeThatCannotBeMeant(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 80, 24)
	w.Press("d", "late", "enter")
	if _, _, typing := w.Page.Cursor(); !typing || !strings.Contains(w.Env.Notice().Text, `"late" is not a time`) {
		t.Errorf("it is not said what is wrong: %q", w.Env.Notice().Text)
	}
	w.Press("ctrl+u", "2027-01-01 00:00", "enter")
	if !strings.Contains(w.Env.Notice().Text, "2027-01-01 00:00 is still to come") {
		t.Errorf("it is not said what is wrong: %q", w.Env.Notice().Text)
	}
	w.Sees("2027-01-01 00:00")
	w.Press("esc")
	w.Sees("On duty │ 2026-11-24 22:04")
	if w.Press("esc"); w.Env.Place != screen.Patrol {
		t.Error("Esc does not leave the page")
	}
}

func TestAnEmptyLog(t *testing.T) {
	w := newWorld(t)
	w.Clock.At = w.At(tonight, "22:04")
	w.open(model.EN, 80, 24)
	w.Sees("no records")
	w.Press("down", "enter", "2")
	w.Sees("no records")
	w.Press("3")
	w.Sees("Nobody was out at 2026-11-24 22:04")
}

// The counts of the rows are those of the report over the same nights.
func TestTheNightsAddUpToTheReport(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(t)
		apart := rapid.IntRange(1, 40).Draw(rt, "apart") // some are out of sight
		for night := range rapid.IntRange(0, 4).Draw(rt, "nights") {
			date := tonight.AddDays(-night * apart)
			unit := rapid.SampledFrom(w.Plan.Units).Draw(rt, "unit")
			w.start(date, "20:00", unit.ID, unit.UsualRoute, "甲", "乙")
			for i := range rapid.IntRange(0, 6).Draw(rt, "visits") {
				place := rapid.SampledFrom(w.Plan.Checkpoints).Draw(rt, "place").ID
				w.checkIn(date, fmt.Sprintf("21:%02d", i*9), place, "")
			}
			if rapid.Bool().Draw(rt, "ended") {
				w.end(date, "23:00")
			}
		}
		w.Clock.At = w.At(tonight, "22:04")
		w.open(model.EN, 80, 24)
		from := tonight.AddDays(1 - session.HistoryNights)
		r, err := w.Log.Report(context.Background(), from, tonight, model.ReportFilter{}, w.Env.Now, func(int, int) {})
		if err != nil {
			rt.Fatal(err)
		}
		for v, parts := range map[view]map[string]model.Sums{places: r.Checkpoints, units: r.Units} {
			w.Run(w.Page.show(v))
			for _, c := range w.Page.choices() {
				w.Run(w.Page.lookAt(c.ID))
				var sum model.Sums
				for _, night := range w.Page.rows[v] {
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
			w.Env.Glyphs, w.Env.Styles = set, screentest.Styles(theme.Mono)
			for _, keys := range [][]string{{"1"}, {"down", "down"}, {"2"}, {"3"}, {"d"}, {"esc"}} {
				w.Press(keys...)
				for width := 60; width <= 200; width += 10 {
					for height := 14; height <= 58; height += 6 {
						w.Resize(width, height)
						screentest.PageFits(t, w.Page, width, height)
					}
				}
			}
		}
	}
}

func TestASCIIDrawsNoOtherGlyphs(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 130, 30)
	w.Env.Glyphs = &glyph.ASCII
	w.Page.Refresh()
	screentest.NoLinesAndArrows(t, w.Page.View())
}

func TestTheMouse(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 130, 30)
	w.Mouse(tea.MouseButtonLeft, 4, w.Page.layout().Top+3)
	w.Sees("到访 2026-11-22")
	w.Mouse(tea.MouseButtonWheelDown, 4, 8)
	w.Sees("到访 2026-11-21")
	w.Mouse(tea.MouseButtonLeft, 12, tabLine)
	w.Sees("历史 │ 小喇叭一队 │")
}

func TestTheHelpFollowsTheView(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 80, 24)
	for i, want := range []string{"choose a checkpoint", "choose a unit", "type a time"} {
		w.Press(fmt.Sprint(i + 1))
		if got := w.Page.Bindings()[1].Help().Desc; got != want {
			t.Errorf("view %d: %q, want %q", i+1, got, want)
		}
	}
}
