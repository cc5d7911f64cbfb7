package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
	"beatbook/ui/text"
	"beatbook/ui/theme"
)

// reckoning is a log whose reports can be held up or made to fail.
type reckoning struct {
	session.Log
	gate  chan struct{} // a report waits until something can be taken from it; nil: it does not wait
	fail  error
	given int // reports that were given up
	asked []string
	once  sync.Once
}

func (c *reckoning) Report(
	ctx context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) (*model.Report, error) {
	c.asked = append(c.asked, fmt.Sprint(from, " ", to, " ", f.Route, f.Unit))
	if c.gate != nil {
		progress(3, 7)
		select {
		case <-c.gate:
		case <-ctx.Done():
			c.given++
			return nil, ctx.Err()
		}
	}
	if c.fail != nil {
		return nil, c.fail
	}
	return c.Log.Report(ctx, from, to, f, now, progress)
}

// slowReports makes reports wait until they are let go.
func slowReports(w *world) *reckoning {
	c := &reckoning{Log: w.app.env.Log, gate: make(chan struct{})}
	w.app.env.Log = c
	w.t.Cleanup(c.open)
	return c
}

// open lets all reports go, now and later.
func (c *reckoning) open() { c.once.Do(func() { close(c.gate) }) }

// letGo lets a report go that waits.
func (c *reckoning) letGo(w *world) {
	c.gate <- struct{}{}
	w.settle()
}

// night is a walk so many nights ago with two visits.
func (w *world) night(ago int) {
	w.t.Helper()
	w.clock(19, 20)
	w.offset -= time.Duration(ago) * 24 * time.Hour
	w.begin("armband-2", "night-market", model.Foot, "王五", "赵六")
	for _, place := range []string{"wanda-east", "wanda-south"} {
		w.offset += 10 * time.Minute
		w.do(model.CheckIn{Shift: w.shift, Checkpoint: place})
	}
	w.offset += time.Hour
	w.do(model.EndShift{Shift: w.shift, Reason: "done"})
	w.clock(22, 4)
}

func (w *world) words() *text.ReportPage { return &w.app.env.Text.ReportPage }

func (w *world) title() string { return strings.Split(w.screen(), "\n")[0] }

func (w *world) titled(want ...string) {
	w.t.Helper()
	for _, s := range want {
		if !strings.Contains(w.title(), s) {
			w.t.Fatalf("%q is not in the title:\n%s", s, w.screen())
		}
	}
}

func (w *world) notTitled(unwanted string) {
	w.t.Helper()
	if strings.Contains(w.title(), unwanted) {
		w.t.Fatalf("%q is in the title:\n%s", unwanted, w.screen())
	}
}

func TestTheReportOpensFromEveryPageAndGoesBack(t *testing.T) {
	chord := tea.KeyMsg{Type: tea.KeyCtrlE}
	for _, back := range []tea.KeyMsg{keyOf("esc"), keyOf("r"), chord} {
		for _, open := range []tea.KeyMsg{keyOf("r"), chord} {
			for _, page := range []string{"", "l", "H"} {
				inWorld(t, func(w *world) {
					w.walk()
					w.open()
					if page != "" {
						w.press(page)
					}
					place := w.app.env.Place
					w.send(open)
					w.titled(w.words().Title, string(tonight))
					w.pass(2 * time.Second) // a second tap right behind the first does nothing
					w.send(back)
					if w.app.env.Place != place {
						t.Errorf("%s from place %d leads with %s back to %d", open, place, back, w.app.env.Place)
					}
				})
			}
		}
	}
}

func TestTheReportOpensFromTheStartFormWhereNothingIsTyped(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.press("r")
		w.titled(w.words().Title)
		w.sees(w.app.env.Text.Report.NoShifts)
		w.pass(2 * time.Second)
		w.press("esc", "tab", "tab", "r")
		w.sees(w.app.env.Text.Start.Title)
		if w.app.env.Place == screen.ReportPage {
			t.Error("what is typed opened the report")
		}
	})
}

func TestASecondTapDoesNotLeaveTheReport(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("r", "r")
		w.titled(w.words().Title)
	})
}

func TestFiguresOfTheReport(t *testing.T) {
	inWorld(t, func(w *world) {
		w.openWith(Config{Lang: model.EN}, 140, 45)
		worked(w, plainWords)
		w.openWith(Config{Lang: model.EN}, 140, 45)
		w.press("r")
		r := w.app.env.Text.Report
		for _, s := range []string{
			r.Due + " 7", r.Made + " 4", r.Missed + " 1", r.Skipped + " 1", w.words().Overdue + " 1", "57.1%", "60.0%", "25.0%",
			fmt.Sprintf(r.Opened, 4), fmt.Sprintf(r.Closed, 1), fmt.Sprintf(r.Left, 3), "4/7", "19:30 1  21:00 2",
			r.MissedCalls + w.app.env.Text.App.Colon + "1", "2 h 44", fmt.Sprintf(w.words().Lowest, "57.1%", "11-24"),
		} {
			w.sees(s)
		}
		w.press("4", "down")
		w.sees("20:00 1")
		w.seesNot("19:30 1")
		w.press("tab")
		w.sees(r.ByUnit, "Little Horn 1")
	})
}

func TestSpansOfTheReport(t *testing.T) {
	inWorld(t, func(w *world) {
		w.night(2)
		w.walk()
		w.open()
		w.press("r", "right")
		w.sees(w.app.env.Text.Log.LastNight)
		w.press("left")
		w.titled("2026-11-23")
		w.sees(w.app.env.Text.Command.NoRecords)
		w.press("left")
		w.titled("2026-11-22")
		w.sees(w.app.env.Text.Report.Made + " 2")
		w.press("left")
		w.titled("2026-11-22")
		w.sees(w.app.env.Text.Log.FirstNight)
		w.press("f2")
		w.titled("2026-11-16", "2026-11-22")
		w.press("right")
		w.titled("2026-11-18", "2026-11-24")
		w.press("w")
		w.titled("2026-10-26", "2026-11-24")
		w.press("w")
		w.titled("2025-11-25", "2026-11-24")
		w.press("w", "left", "left")
		w.titled("2026-11-22")
		w.press("0")
		w.titled(string(tonight))
	})
}

func TestTheReportIsNarrowed(t *testing.T) {
	inWorld(t, func(w *world) {
		w.night(0)
		w.walk()
		w.open()
		made := w.app.env.Text.Report.Made
		w.press("r")
		w.sees(made + " 2")
		w.press("u", "f4")
		w.titled("Little Horn 1")
		w.sees(made + " 0")
		w.press("f4")
		w.titled("Red Armband 2")
		w.sees(made + " 2")
		w.press("p", "f3")
		w.titled("District by car", "Red Armband 2")
		w.sees(w.app.env.Text.Report.NoShifts)
		for range w.plan.Routes[1:] {
			w.press("p")
		}
		for range w.plan.Units[2:] {
			w.press("u")
		}
		w.notTitled("Red Armband 2")
		w.notTitled("District by car")
	})
}

func TestAReportThatTakesLongShowsHowFarItIs(t *testing.T) {
	inWorld(t, func(w *world) {
		w.night(1)
		w.walk()
		w.open()
		c := slowReports(w)
		w.press("r")
		w.seesNot("42%")
		w.pass(time.Second)
		w.sees(w.words().Adding, "42%", fmt.Sprintf(w.words().Stop, "Esc"))
		c.letGo(w)
		w.sees("0/7") // made/due
		w.pass(time.Second)
		w.sees(fmt.Sprintf(w.words().AddingRecent, 30), "42%")
		c.letGo(w)
		w.sees(fmt.Sprintf(w.words().Highest, "40.0%", "11-23"))
		w.seesNot("42%")
	})
}

func TestEscStopsTheAddingUpBeforeItLeaves(t *testing.T) {
	inWorld(t, func(w *world) {
		w.night(1)
		w.walk()
		w.open()
		c := slowReports(w)
		w.press("r")
		w.pass(time.Second)
		w.press("esc")
		w.sees(fmt.Sprintf(w.words().Stopped, "Enter"))
		w.pass(2 * time.Minute)
		if c.given != 1 || len(c.asked) != 1 {
			t.Errorf("%d given up, asked %q", c.given, c.asked)
		}
		w.press("enter")
		c.letGo(w)
		c.letGo(w)
		w.sees("0/7")
		w.press("left")
		w.pass(time.Second)
		w.sees("0/7", "2026-11-23") // the last one stays
		w.press("esc", "esc")
		w.sees("Round 2")
	})
}

func TestWhoLeavesTheReportGivesItUp(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		c := slowReports(w)
		w.press("r")
		w.pass(2 * time.Second)
		w.press("r")
		w.sees("Round 2")
		w.pass(time.Second)
		if c.given != 1 {
			t.Errorf("%d given up", c.given)
		}
	})
}

func TestTheLastReportIsDimmedMeanwhile(t *testing.T) {
	inWorld(t, func(w *world) {
		w.night(1)
		w.walk()
		w.openWith(Config{Lang: model.EN, Theme: theme.Day}, 100, 30)
		w.press("r")
		before := w.app.View()
		c := slowReports(w)
		w.press("left")
		summary := strings.Split(w.screen(), "\n")[w.lineOf(w.app.env.Text.Report.Presence)]
		dimmed := w.app.env.Styles.Dim.Render(summary)
		if strings.Contains(before, dimmed) || !strings.Contains(w.app.View(), dimmed) {
			t.Errorf("it is not dimmed:\n%s", w.app.View())
		}
		w.sees("0/7")
		c.open()
		w.settle()
		w.seesNot("0/7")
	})
}

// stubborn goes on with a report although it was given up, as the store does with the night in hand.
type stubborn struct{ *reckoning }

func (s stubborn) Report(
	_ context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) (*model.Report, error) {
	return s.reckoning.Report(context.Background(), from, to, f, now, progress)
}

func TestAnAnswerToAnEarlierQuestionIsDropped(t *testing.T) {
	inWorld(t, func(w *world) {
		w.night(1)
		w.walk()
		w.open()
		c := slowReports(w)
		w.app.env.Log = stubborn{c}
		w.press("r", "left", "left")
		c.open()
		w.settle()
		w.titled("2026-11-22")
		w.sees(w.app.env.Text.Command.NoRecords)
		w.seesNot("0/7", "2/")
	})
}

func TestAReportThatFailsSaysSo(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		c := slowReports(w)
		c.open()
		c.fail = errors.New("disk on fire")
		w.press("r")
		w.sees("disk on fire", fmt.Sprintf(w.words().Failed, "", "Enter"))
		w.press("e")
		w.dialogs(0)
		w.sees(w.words().NothingYet)
		c.fail = nil
		w.press("enter")
		w.sees("0/7")
		w.seesNot("on fire")
	})
}

func TestTheReportFollowsTheNight(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("r")
		w.sees("0/7", "22:04")
		c := &reckoning{Log: w.app.env.Log}
		w.app.env.Log = c
		for range 3 {
			w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east"})
		}
		w.pass(time.Second)
		w.sees("20.0%")
		w.pass(10 * time.Second)
		if len(c.asked) != 2 { // the report and the nights before it
			t.Errorf("asked %q", c.asked)
		}
		w.pass(70 * time.Second)
		w.titled("22:05")
		if len(c.asked) != 4 {
			t.Errorf("asked %q", c.asked)
		}
	})
}

func TestAnEarlierNightIsLeftAlone(t *testing.T) {
	inWorld(t, func(w *world) {
		w.night(40)
		w.night(1)
		w.walk()
		w.open()
		w.press("r", "left")
		c := &reckoning{Log: w.app.env.Log}
		w.app.env.Log = c
		w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east"})
		w.pass(3 * time.Minute)
		if len(c.asked) != 0 {
			t.Errorf("asked %q", c.asked)
		}
	})
}

func TestTheReportGoesOnToTheNextNight(t *testing.T) {
	inWorld(t, func(w *world) {
		w.night(0)
		w.open()
		w.press("r")
		w.titled(string(tonight))
		w.offset += 15 * time.Hour
		w.pass(3 * time.Second)
		w.titled(string(tonight.AddDays(1)))
		w.sees(w.app.env.Text.Command.NoRecords)
	})
}

func TestTheMouseOnTheReport(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east"})
		w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-south"})
		w.openWith(Config{Lang: model.EN}, 130, 40)
		w.press("r")
		w.sees("Wanda Plaza east gate  22:00 1")
		at := func(s string) (x, y int) {
			y = w.lineOf(s)
			line := strings.Split(w.screen(), "\n")[y]
			before, _, _ := strings.Cut(line, s)
			return len([]rune(before)), y
		}
		w.click(at("Wanda Plaza south square"))
		w.sees("Wanda Plaza south square  22:00 1", w.app.env.Glyphs.Cursor+" 4 ")
		w.click(at("6 " + w.words().Tabs[5]))
		w.sees(w.app.env.Glyphs.Cursor + " 6 ")
		x, y := at("1 " + w.words().Overview)
		w.click(x, y+1)
		w.sees(w.app.env.Glyphs.Cursor + " 1 ")
	})
}

func TestTheLanguageOfTheReportChanges(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("r")
		c := slowReports(w)
		w.press("L")
		w.titled(text.For(model.ZH).ReportPage.Title)
		w.sees("万达—夜市步巡线")
		if len(c.asked) != 0 {
			t.Errorf("asked %q", c.asked)
		}
	})
}
