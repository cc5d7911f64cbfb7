package desk

import (
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
	"beatbook/ui/theme"
)

func TestThePageIsExactlyAsLargeAsAsked(t *testing.T) {
	w := manned(t)
	w.do(model.CheckIn{Shift: w.shift("horn-1").ID, Checkpoint: "wanda-east", Note: strings.Repeat("很长 long\n", 60) + "\x1b[2J\u202e👨‍👩‍👧"})
	w.pass(95 * time.Minute)
	keys := []string{"esc", "/", "灯", "h", ":", "一队 2 s", "/", "tab", "enter", "down", "up", "home", "end", "b", "a", "A", "backspace", " 红袖 3 x"}
	rapid.Check(t, func(r *rapid.T) {
		screentest.Speak(w.env, rapid.SampledFrom([]model.Lang{model.ZH, model.EN}).Draw(r, "lang"))
		w.env.Glyphs = glyph.For(rapid.Bool().Draw(r, "ascii"))
		w.env.Styles = screentest.Styles(rapid.SampledFrom(theme.Names).Draw(r, "theme"))
		width, height := rapid.IntRange(60, 300).Draw(r, "width"), rapid.IntRange(14, 98).Draw(r, "height")
		w.page.Resize(width, height)
		w.page.Refresh()
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 8).Draw(r, "keys") {
			w.page.Update(screentest.Key(name))
			w.page.Refresh()
			screentest.PageFits(r, w.page, width, height)
		}
	})
}

func TestEverySize(t *testing.T) {
	worlds := map[string]*world{"nobody out": newWorld(t), "alerts": manned(t), "typing": manned(t)}
	worlds["alerts"].pass(80 * time.Minute)
	worlds["typing"].press(":", "一队 2 3 f / 红袖章二队 99 / 联合01 4")
	for name, w := range worlds {
		t.Run(name, func(t *testing.T) {
			for width := 60; width <= 130; width++ {
				for height := 16; height <= 40; height++ {
					w.show(model.EN, width, height-2)
					screentest.PageFits(t, w.page, width, height-2)
				}
			}
			for _, size := range [][2]int{{60, 14}, {200, 58}, {300, 98}} {
				w.show(model.ZH, size[0], size[1])
				screentest.PageFits(t, w.page, size[0], size[1])
			}
		})
	}
}

func TestTheLeastWindowIsUseful(t *testing.T) {
	for _, lang := range []model.Lang{model.ZH, model.EN} {
		w := manned(t)
		w.checkIn("horn-1", "wanda-east")
		w.pass(35 * time.Minute)
		w.press("b")
		w.show(lang, 60, 14)
		d := w.env.Text.Desk
		w.sees(d.Unit, d.Next, d.Contact, "20:05", "1/20", "20:34", fmt.Sprintf(d.Out, 3), fmt.Sprintf(d.Silent, "21:04"), fmt.Sprintf(d.Over, 74, 44))
	}
}

func TestColumnsGoInTheOrderOfTheirImportance(t *testing.T) {
	w := manned(t)
	w.do(model.CountOutcome{Shift: w.shift("horn-1").ID, Checkpoint: "wanda-east", Kind: "vehicles-moved", Quantity: 3})
	columns := w.page.columns()
	seen := 0
	for width := 60; width <= 200; width++ {
		fits := fitting(columns, width)
		if len(fits) < seen {
			t.Fatalf("%d columns at a width of %d, %d before", len(fits), width, seen)
		}
		seen = len(fits)
		for _, c := range fits {
			if c.rank >= len(fits) {
				t.Fatalf("%s stands before more important columns at a width of %d", c.Title, width)
			}
		}
	}
	if seen != len(columns) {
		t.Errorf("%d of %d columns at the greatest width", seen, len(columns))
	}
}

func TestARow(t *testing.T) {
	w := manned(t)
	shift := w.shift("horn-1")
	w.checkIn("horn-1", "wanda-east")
	w.do(model.CountOutcome{Shift: shift.ID, Checkpoint: "wanda-east", Kind: "vehicles-moved", Quantity: 37})
	w.do(model.FindHazard{Shift: shift.ID, Checkpoint: "lianhe-market", Kind: "fire", What: "灭火器", Severity: "minor"})
	w.pass(7 * time.Minute)
	w.show(model.EN, 200, 30)
	line := w.line("7 min ")
	for _, want := range []string{"Little Horn 1", "Wanda", "1/20", "7 min", "19:42 ", " 37 ", " 1 ", "46 min"} {
		if !strings.Contains(line, want) {
			t.Errorf("no %q in %q", want, line)
		}
	}
	w.sees("Newest records", "hazard found Lianhe food market")
}

func TestTheTitleSaysWhoSitsThereAndHowTheyStand(t *testing.T) {
	w := newWorld(t)
	w.sees("值班室", "2026-11-24 19:20", w.env.Text.Desk.NoOperator, w.env.Text.Desk.NobodyOut)
	w = manned(t)
	w.sees("王芳（19:20 起）", "在外 3", "应巡 64，实巡 0")
	w.checkIn("horn-1", "wanda-east")
	w.sees("应巡 64，实巡 1")
}

func TestTheCursorStaysOnItsShift(t *testing.T) {
	w := manned(t)
	w.press("down")
	w.selects("armband-2")
	w.do(model.EndShift{Shift: w.shift("horn-1").ID, Reason: "天气"})
	w.selects("armband-2")
	w.start("joint-3", "fire-watch", "钱七", "孙八")
	w.selects("armband-2")
	w.pass(3 * time.Hour)
	if len(w.page.alerts.list) == 0 || w.page.alerts.focused {
		t.Error("no alerts, or they have taken the focus")
	}
	w.selects("armband-2")
}

func TestAShiftThatIsGoneLeavesTheCursorWhereItIs(t *testing.T) {
	w := manned(t)
	w.press("end")
	w.do(model.EndShift{Shift: w.shift("police-01").ID, Reason: "天气"})
	w.selects("armband-2")
	w.do(model.EndShift{Shift: w.shift("armband-2").ID, Reason: "天气"})
	w.do(model.EndShift{Shift: w.shift("horn-1").ID, Reason: "天气"})
	w.press("enter", "E", "end", "down", "tab", "c")
	if w.env.Place != screen.Board || len(w.env.Dialogs()) != 0 {
		t.Error(w.env.Place, len(w.env.Dialogs()))
	}
	w.sees(w.env.Text.Desk.NobodyOut)
}

func TestEnterOpensAShift(t *testing.T) {
	w := manned(t)
	w.press("down", "enter")
	if w.env.Place != screen.Patrol || w.env.Shift() == nil || w.env.Shift().Unit.ID != "armband-2" || w.env.Judged.Shift == nil {
		t.Error("the shift is not open")
	}
}

func TestStartIsForAUnitThatIsNotOut(t *testing.T) {
	w := manned(t)
	w.press("enter")
	w.env.Leave()
	w.press("s")
	if w.env.Place != screen.StartForm || w.env.Shift() != nil {
		t.Error("the form of a new shift is not there")
	}
}

func TestEndIsForTheShiftUnderTheCursor(t *testing.T) {
	w := manned(t)
	w.press("down", "E")
	if len(w.env.Dialogs()) != 1 || w.env.Shift().Unit.ID != "armband-2" {
		t.Fatal("the form of the end is not there")
	}
	w.press("1", "ctrl+s")
	if s := w.shift("armband-2"); s.Open() {
		t.Error("the shift is open")
	}
	w.sees("在外 2")
}

func TestFilter(t *testing.T) {
	for typed, want := range map[string]string{
		"小喇叭": "horn-1", "ＨＯＲＮ": "horn-1", "armband": "armband-2", "张三": "horn-1", "zheng": "armband-2", "车巡线": "police-01",
		"district": "police-01", "nobody": "",
	} {
		w := manned(t)
		w.press("/", typed)
		if want == "" {
			w.sees(w.env.Text.Desk.NoneMatch)
		} else if w.selects(want); len(w.page.rows) != 1 {
			t.Errorf("%s: %d rows", typed, len(w.page.rows))
		}
		w.press("enter")
		if _, _, typing := w.page.Cursor(); typing {
			t.Error("enter does not leave the field")
		}
		w.sees(fmt.Sprintf(w.env.Text.Desk.Filtered, len(w.page.rows), typed))
		w.press("esc")
		if len(w.page.rows) != 3 {
			t.Errorf("%d rows without a filter", len(w.page.rows))
		}
	}
}

func TestTheFilterKnowsANewCrew(t *testing.T) {
	w := manned(t)
	w.press("/", "钱七", "enter")
	w.do(model.ChangeCrew{Shift: w.shift("police-01").ID, Crew: []string{"钱七"}})
	w.selects("police-01")
}

func TestKeysOfThePageAreTextInTheFilter(t *testing.T) {
	w := manned(t)
	w.press("f12", "aAcobes:", "esc")
	if len(w.env.Dialogs()) != 0 || len(w.page.rows) != 3 || w.page.line.open {
		t.Error("a key has acted")
	}
}

func TestTheFeedIsNewestFirstAndScrolls(t *testing.T) {
	w := manned(t)
	for i := range 60 {
		w.pass(time.Minute)
		w.do(model.CheckIn{Shift: w.shift("horn-1").ID, Checkpoint: "wanda-east", Note: fmt.Sprintf("第%02d次", i)})
	}
	w.show(model.ZH, 200, 40)
	first := strings.Index(w.screen(), "第59次")
	if second := strings.Index(w.screen(), "第58次"); first < 0 || second < first {
		t.Fatal(w.screen())
	}
	w.mouse(tea.MouseButtonWheelDown, "最新记录")
	w.seesNot("第59次")
	w.mouse(tea.MouseButtonWheelUp, "最新记录")
	w.sees("第59次")
	w.checkIn("armband-2", "mall-west")
	w.sees("红袖章二队")
	w.show(model.EN, 200, 40)
	w.sees("check-in Mall west entrance")
}

func TestARecordFromTheFutureIsNotTheNewest(t *testing.T) {
	w := manned(t)
	w.show(model.ZH, 200, 40)
	w.clock.Pass(3 * time.Hour)
	if _, err := w.env.Intend(model.CheckIn{Shift: w.shift("horn-1").ID, Checkpoint: "wanda-east", Note: "来自明天"}); err != nil {
		t.Fatal(err)
	}
	w.clock.Pass(-3 * time.Hour)
	w.checkIn("horn-1", "wanda-south")
	w.sees("签到 万达广场南广场")
	w.seesNot("来自明天")
}

func TestWithdrawnRecordsAreMarkedInTheFeed(t *testing.T) {
	w := manned(t)
	w.show(model.ZH, 200, 40)
	r := w.checkIn("horn-1", "wanda-east")
	w.do(model.Withdraw{Shift: w.shift("horn-1").ID, Of: r.ID})
	w.sees("签到 万达广场东门 " + w.env.Text.Log.Withdrawn)
}

func TestMouseOnTheBoard(t *testing.T) {
	w := manned(t)
	for _, width := range []int{80, 140} {
		w.show(model.ZH, width, 22)
		w.press("home")
		w.mouse(tea.MouseButtonLeft, "0/24")
		w.selects("police-01")
		w.mouse(tea.MouseButtonWheelUp, "0/24")
		w.selects("armband-2")
	}
}

func TestASCIIDrawsNoLinesAndArrows(t *testing.T) {
	w := manned(t)
	w.pass(80 * time.Minute)
	w.env.Glyphs = &glyph.ASCII
	w.show(model.EN, 200, 40)
	for _, r := range "│─┌┐└┘›»•→←↑↓█░…×✓" {
		w.seesNot(string(r))
	}
}

func TestKeysThatComeBeforeTheFirstFrame(t *testing.T) {
	w := manned(t)
	for _, first := range []string{"/", ":", "enter", "a", "A", "tab", "down", "E", "c", "esc"} {
		w.page = New(w.env)
		w.page.Resize(80, 24)
		w.press(first)
		w.page.Cursor()
		w.page.Bindings()
		w.sees("值班室")
		for _, d := range w.env.Dialogs() {
			w.env.Close(d)
		}
	}
}
