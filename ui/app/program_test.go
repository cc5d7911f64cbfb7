package app

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
	"beatbook/ui/text"
	"beatbook/ui/theme"
)

func TestLanguageAndThemeWhileRunning(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("f", "L")
		w.sees("万达", text.For(model.ZH).App.Language)
		w.seesNot("Wanda")
		w.press("t")
		before := w.app.View()
		w.press("t")
		if w.app.View() == before {
			t.Error("the theme has not changed")
		}
		var kept session.Settings
		if err := w.log.LoadSettings(&kept); err != nil || kept.Lang != model.ZH || kept.Theme != string(w.app.env.Styles.Name) {
			t.Errorf("%+v %v", kept, err)
		}
		w.press("L")
		w.sees("Wanda")
		w.wrote(model.CheckedIn)
	})
}

func TestThemeInADialogKeepsWhatWasTyped(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("s", "t", "esc", "n", "tLq?")
		w.dialogs(1)
		w.sees("tLq?")
		if w.app.env.Styles.Name == theme.Mono {
			t.Error("the theme has not changed over the list of reasons")
		}
	})
}

func TestHelp(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("?")
		w.sees(w.app.env.Text.App.Help, w.app.env.Text.Keys.Skip)
		w.press("f")
		w.dialogs(0)
		w.wrote()
		w.press("?", "?")
		w.dialogs(0)
	})
}

func TestMouse(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		click := func(x, y int) {
			w.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
			w.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
		}
		click(10, w.lineOf("Lianhe food"))
		w.at("5")
		w.send(tea.MouseMsg{Button: tea.MouseButtonWheelUp, Action: tea.MouseActionPress})
		w.at("4")
		w.send(tea.MouseMsg{Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
		w.at("5")
		click(90, 5)
		click(10, 0)
		click(10, 29)
		w.at("5")
		w.wrote()
		w.press("s")
		click(40, w.lineOf("bad weather"))
		w.wrote(model.Skipped)
		if body := last[model.SkippedBody](w); body.Checkpoint != "lianhe-market" || body.Reason != "bad weather" {
			t.Errorf("%+v", body)
		}
	})
}

func TestMousePressesTheButtonOfTheStart(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.send(tea.MouseMsg{X: 50, Y: w.lineOf("[ "), Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		w.sees("Round 2")
	})
}

func TestResizeAtAnyMoment(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("n", "half")
		for _, size := range [][2]int{{60, 16}, {20, 5}, {1, 1}, {300, 100}, {61, 17}} {
			w.resize(size[0], size[1])
			w.pass(time.Second)
		}
		w.press(" and ")
		w.resize(100, 30)
		w.press("half")
		w.sees("half and half")
		w.press("ctrl+s")
		w.visited("wanda-south foot half and half")
	})
}

func TestNothingIsPressedUnseen(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.resize(59, 16)
		w.press("f", "s1", "n", "x", "ctrl+s")
		w.send(tea.MouseMsg{X: 10, Y: 5, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		w.resize(60, 16)
		w.dialogs(0)
		w.wrote()
		w.at("2")
		w.resize(60, 15)
		if w.press("ctrl+c"); !w.quit {
			t.Error("a small window cannot be left")
		}
	})
}

func TestCursorIsParkedInTheTextField(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		if !w.cursor.hidden {
			t.Error("it is parked without a text field")
		}
		w.press("n", "巡abc")
		line := strings.Split(w.screen(), "\n")[w.cursor.y]
		before, _, found := strings.Cut(line, "巡abc")
		if width := len([]rune(before)) + 5; !found || w.cursor.hidden || w.cursor.x != width {
			t.Errorf("parked at %+v, want column %d of\n%s", w.cursor, width, line)
		}
	})
}

func TestQuit(t *testing.T) {
	for _, key := range []string{"q", "ctrl+c"} {
		inWorld(t, func(w *world) {
			w.walk()
			w.open()
			if w.press(key); !w.quit {
				t.Errorf("%s does not quit", key)
			}
		})
	}
}

func TestRecordsFromElsewhereAreShown(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", Note: "by the desk"})
		w.settle()
		w.press("1")
		w.sees("by the desk", w.app.env.Text.State(model.OnTime))
	})
}

func TestClockFollows(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.sees("22:04:00", "22:05 due in 1 min")
		w.pass(31 * time.Second)
		w.sees("22:04:31", "22:05 due in 29 s")
		w.pass(2 * time.Minute)
		w.sees("22:06:31", "22:05 due now")
	})
}

func TestNightTurnsWithoutAShift(t *testing.T) {
	inWorld(t, func(w *world) {
		w.clock(11, 59)
		w.open()
		w.pass(2 * time.Minute)
		if w.app.env.Night.Date != tonight.AddDays(1) {
			t.Errorf("the night in hand is %s", w.app.env.Night.Date)
		}
	})
}

func TestBackInTheShiftAfterARestart(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.press("f", "n", "留言", "ctrl+s")
		close(w.log.Arrivals)
		w.settle()
		w.log.Arrivals = make(chan model.Record, 100)
		w.open()
		w.at("2")
		w.press("1")
		w.sees("Wanda and night market on foot", "留言")
	})
}

func TestWhatTheStoreMendsIsSaid(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		var problems []data.Problem
		percent, on := 40, true
		w.openWith(Config{Lang: model.EN, Theme: theme.Mono, Watch: StoreWatch{
			Problems:   func() []data.Problem { return problems },
			Rebuilding: func() (int, bool) { return percent, on },
		}}, 160, 30)
		w.pass(time.Second)
		w.sees("40%")
		percent = 80
		w.pass(time.Second)
		w.sees("80%")
		w.fits(160, 30)
		on = false
		problems = append(problems, data.Problem{Code: data.IndexRebuilt, File: "/d/index", Kept: "/d/index.aside-1"})
		w.pass(time.Second)
		w.seesNot("80%")
		w.sees(w.app.env.Text.Damage(problems[0]))
		w.pass(time.Minute)
		w.seesNot(w.app.env.Text.Damage(problems[0]))
	})
}
