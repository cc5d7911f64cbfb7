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
)

func TestThePageIsExactlyAsLargeAsAsked(t *testing.T) {
	w := manned(t)
	w.do(model.CheckIn{Shift: w.shift("horn-1").ID, Checkpoint: "wanda-east", Note: strings.Repeat("很长 long\n", 60) + "\x1b[2J\u202e👨‍👩‍👧"})
	w.pass(95 * time.Minute)
	keys := []string{"esc", "/", "灯", "h", ":", "一队 2 s", "/", "tab", "enter", "down", "up", "home", "end", "b", "a", "A", "backspace", " 红袖 3 x"}
	rapid.Check(t, func(r *rapid.T) {
		width, height := w.AnyLook(r, 300, 98)
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 8).Draw(r, "keys") {
			w.Page.Update(screentest.Key(name))
			w.Page.Refresh()
			screentest.PageFits(r, w.Page, width, height)
		}
	})
}

func TestEverySize(t *testing.T) {
	worlds := map[string]*world{"nobody out": newWorld(t), "alerts": manned(t), "typing": manned(t)}
	worlds["alerts"].pass(80 * time.Minute)
	worlds["typing"].Press(":", "一队 2 3 f / 红袖章二队 99 / 联合01 4")
	for name, w := range worlds {
		t.Run(name, func(t *testing.T) {
			for width := 60; width <= 130; width++ {
				for height := 16; height <= 40; height++ {
					w.Show(model.EN, width, height-2)
					screentest.PageFits(t, w.Page, width, height-2)
				}
			}
			for _, size := range [][2]int{{60, 14}, {200, 58}, {300, 98}} {
				w.Show(model.ZH, size[0], size[1])
				screentest.PageFits(t, w.Page, size[0], size[1])
			}
		})
	}
}

func TestTheLeastWindowIsUseful(t *testing.T) {
	for _, lang := range []model.Lang{model.ZH, model.EN} {
		w := manned(t)
		w.checkIn("horn-1", "wanda-east")
		w.pass(35 * time.Minute)
		w.Press("b")
		w.Show(lang, 60, 14)
		d := w.Env.Text.Desk
		w.Sees(d.Unit, d.Next, d.Contact, "20:05", "1/20", "20:34", fmt.Sprintf(d.Out, 3), fmt.Sprintf(d.Silent, "21:04"), fmt.Sprintf(d.Over, 74, 44))
	}
}

func TestColumnsGoInTheOrderOfTheirImportance(t *testing.T) {
	w := manned(t)
	w.do(model.CountOutcome{Shift: w.shift("horn-1").ID, Checkpoint: "wanda-east", Kind: "vehicles-moved", Quantity: 3})
	columns := w.Page.columns()
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
	w.Show(model.EN, 200, 30)
	line := w.Line("7 min ")
	for _, want := range []string{"Little Horn 1", "Wanda", "1/20", "7 min", "19:42 ", " 37 ", " 1 ", "46 min"} {
		if !strings.Contains(line, want) {
			t.Errorf("no %q in %q", want, line)
		}
	}
	w.Sees("Newest records", "hazard found Lianhe food market")
}

func TestTheTitleSaysWhoSitsThereAndHowTheyStand(t *testing.T) {
	w := newWorld(t)
	w.Sees("值班室", "2026-11-24 19:20", w.Env.Text.Desk.NoOperator, w.Env.Text.Desk.NobodyOut)
	w = manned(t)
	w.Sees("王芳（19:20 起）", "在外 3", "应巡 64，实巡 0")
	w.checkIn("horn-1", "wanda-east")
	w.Sees("应巡 64，实巡 1")
}

func TestTheCursorStaysOnItsShift(t *testing.T) {
	w := manned(t)
	w.Press("down")
	w.selects("armband-2")
	w.do(model.EndShift{Shift: w.shift("horn-1").ID, Reason: "天气"})
	w.selects("armband-2")
	w.start("joint-3", "fire-watch", "钱七", "孙八")
	w.selects("armband-2")
	w.pass(3 * time.Hour)
	if len(w.Page.alerts.list) == 0 || w.Page.alerts.focused {
		t.Error("no alerts, or they have taken the focus")
	}
	w.selects("armband-2")
}

func TestAShiftThatIsGoneLeavesTheCursorWhereItIs(t *testing.T) {
	w := manned(t)
	w.Press("end")
	w.do(model.EndShift{Shift: w.shift("police-01").ID, Reason: "天气"})
	w.selects("armband-2")
	w.do(model.EndShift{Shift: w.shift("armband-2").ID, Reason: "天气"})
	w.do(model.EndShift{Shift: w.shift("horn-1").ID, Reason: "天气"})
	w.Press("enter", "E", "end", "down", "tab", "c")
	if w.Env.Place != screen.Board || len(w.Env.Dialogs()) != 0 {
		t.Error(w.Env.Place, len(w.Env.Dialogs()))
	}
	w.Sees(w.Env.Text.Desk.NobodyOut)
}

func TestEnterOpensAShift(t *testing.T) {
	w := manned(t)
	w.Press("down", "enter")
	if w.Env.Place != screen.Patrol || w.Env.Shift() == nil || w.Env.Shift().Unit.ID != "armband-2" || w.Env.Judged.Shift == nil {
		t.Error("the shift is not open")
	}
}

func TestStartIsForAUnitThatIsNotOut(t *testing.T) {
	w := manned(t)
	w.Press("enter")
	w.Env.Leave()
	w.Press("s")
	if w.Env.Place != screen.StartForm || w.Env.Shift() != nil {
		t.Error("the form of a new shift is not there")
	}
}

func TestEndIsForTheShiftUnderTheCursor(t *testing.T) {
	w := manned(t)
	w.Press("down", "E")
	if len(w.Env.Dialogs()) != 1 || w.Env.Shift().Unit.ID != "armband-2" {
		t.Fatal("the form of the end is not there")
	}
	w.Press("1", "ctrl+s")
	if s := w.shift("armband-2"); s.Open() {
		t.Error("the shift is open")
	}
	w.Sees("在外 2")
}

func TestFilter(t *testing.T) {
	for typed, want := range map[string]string{
		"小喇叭": "horn-1", "ＨＯＲＮ": "horn-1", "armband": "armband-2", "张三": "horn-1", "zheng": "armband-2", "车巡线": "police-01",
		"district": "police-01", "nobody": "",
	} {
		w := manned(t)
		w.Press("/", typed)
		if want == "" {
			w.Sees(w.Env.Text.Desk.NoneMatch)
		} else if w.selects(want); len(w.Page.rows) != 1 {
			t.Errorf("%s: %d rows", typed, len(w.Page.rows))
		}
		w.Press("enter")
		if _, _, typing := w.Page.Cursor(); typing {
			t.Error("enter does not leave the field")
		}
		w.Sees(fmt.Sprintf(w.Env.Text.Desk.Filtered, len(w.Page.rows), typed))
		w.Press("esc")
		if len(w.Page.rows) != 3 {
			t.Errorf("%d rows without a filter", len(w.Page.rows))
		}
	}
}

func TestTheFilterKnowsANewCrew(t *testing.T) {
	w := manned(t)
	w.Press("/", "钱七", "enter")
	w.do(model.ChangeCrew{Shift: w.shift("police-01").ID, Crew: []string{"钱七"}})
	w.selects("police-01")
}

func TestKeysOfThePageAreTextInTheFilter(t *testing.T) {
	w := manned(t)
	w.Press("f12", "aAcobes:", "esc")
	if len(w.Env.Dialogs()) != 0 || len(w.Page.rows) != 3 || w.Page.line.open {
		t.Error("a key has acted")
	}
}

func TestTheFeedIsNewestFirstAndScrolls(t *testing.T) {
	w := manned(t)
	for i := range 60 {
		w.pass(time.Minute)
		w.do(model.CheckIn{Shift: w.shift("horn-1").ID, Checkpoint: "wanda-east", Note: fmt.Sprintf("第%02d次", i)})
	}
	w.Show(model.ZH, 200, 40)
	first := strings.Index(w.Screen(), "第59次")
	if second := strings.Index(w.Screen(), "第58次"); first < 0 || second < first {
		t.Fatal(w.Screen())
	}
	w.MouseAt(tea.MouseButtonWheelDown, "最新记录")
	w.SeesNot("第59次")
	w.MouseAt(tea.MouseButtonWheelUp, "最新记录")
	w.Sees("第59次")
	w.checkIn("armband-2", "mall-west")
	w.Sees("红袖章二队")
	w.Show(model.EN, 200, 40)
	w.Sees("check-in Mall west entrance")
}

func TestARecordFromTheFutureIsNotTheNewest(t *testing.T) {
	w := manned(t)
	w.Show(model.ZH, 200, 40)
	w.Clock.Pass(3 * time.Hour)
	if _, err := w.Env.Intend(model.CheckIn{Shift: w.shift("horn-1").ID, Checkpoint: "wanda-east", Note: "来自明天"}); err != nil {
		t.Fatal(err)
	}
	w.Clock.Pass(-3 * time.Hour)
	w.checkIn("horn-1", "wanda-south")
	w.Sees("签到 万达广场南广场")
	w.SeesNot("来自明天")
}

func TestWithdrawnRecordsAreMarkedInTheFeed(t *testing.T) {
	w := manned(t)
	w.Show(model.ZH, 200, 40)
	r := w.checkIn("horn-1", "wanda-east")
	w.do(model.Withdraw{Shift: w.shift("horn-1").ID, Of: r.ID})
	w.Sees("签到 万达广场东门 " + w.Env.Text.Log.Withdrawn)
}

func TestMouseOnTheBoard(t *testing.T) {
	w := manned(t)
	for _, width := range []int{80, 140} {
		w.Show(model.ZH, width, 22)
		w.Press("home")
		w.MouseAt(tea.MouseButtonLeft, "0/24")
		w.selects("police-01")
		w.MouseAt(tea.MouseButtonWheelUp, "0/24")
		w.selects("armband-2")
	}
}

func TestASCIIDrawsNoLinesAndArrows(t *testing.T) {
	w := manned(t)
	w.pass(80 * time.Minute)
	w.Env.Glyphs = &glyph.ASCII
	w.Show(model.EN, 200, 40)
	screentest.NoLinesAndArrows(t, w.Page.View())
}

func TestKeysThatComeBeforeTheFirstFrame(t *testing.T) {
	w := manned(t)
	for _, first := range []string{"/", ":", "enter", "a", "A", "tab", "down", "E", "c", "esc"} {
		w.Page = New(w.Env)
		w.Page.Resize(80, 24)
		w.Press(first)
		w.Page.Cursor()
		w.Page.Bindings()
		screentest.Sees(t, w.Page.View(), "值班室")
		for _, d := range w.Env.Dialogs() {
			w.Env.Close(d)
		}
	}
}
