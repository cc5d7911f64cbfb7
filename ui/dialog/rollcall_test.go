package dialog

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
)

// rollCall is a roll call of so many units, of which the first went out first; the operator is Wang Fang.
func rollCall(t *testing.T, units int) *deskWorld {
	t.Helper()
	w := newDeskWorld(t)
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	for i := range units {
		id := fmt.Sprint("unit-", i+1)
		w.plan.Units = append(w.plan.Units, model.Unit{ID: id, Callsign: model.Name{ZH: id, EN: "Unit " + fmt.Sprint(i+1)}, Kind: "police"})
		w.do(model.StartShift{Plan: w.plan, Unit: id, Crew: []string{"a", "b"}, Route: "night-market", Mode: model.Foot})
	}
	w.env.Open(NewRollCall(w.env))
	return w
}

// order is the units as they stand in the list, with a star at those that have answered.
func (w *deskWorld) order() string {
	w.t.Helper()
	var order []string
	for _, line := range strings.Split(w.shown(), "\n") {
		_, unit, found := strings.Cut(line, "Unit ")
		if !found || strings.Contains(line, "Last contact") {
			continue
		}
		mark := ""
		if strings.Contains(unit, "heard") {
			mark = "*"
		}
		order = append(order, strings.Fields(unit)[0]+mark)
	}
	return strings.Join(order, " ")
}

func (w *deskWorld) stands(want string) {
	w.t.Helper()
	if got := w.order(); got != want {
		w.t.Errorf("%s, want %s:\n%s", got, want, w.shown())
	}
}

func TestADigitMarksAUnitAsHeard(t *testing.T) {
	w := rollCall(t, 4)
	w.stands("1 2 3 4")
	w.sees("4 of 4 have not answered", "7 min")
	w.press("2")
	w.stands("1 3 4 2*")
	w.press("3", "3")
	w.stands("1 4 2* 3*")
	w.sees("2 of 4 have not answered")
	if f := w.last(); f.Behalf == nil || f.Behalf.Operator != "Wang Fang" {
		t.Errorf("%+v", f.Behalf)
	}
	heard := 0
	for _, r := range w.env.Night.Story() {
		if r.Kind == model.UnitHeard {
			heard++
		}
	}
	if heard != 2 {
		t.Errorf("%d records", heard)
	}
}

func TestEnterMarksTheUnitUnderTheCursorAndGoesOn(t *testing.T) {
	w := rollCall(t, 4)
	w.press("enter", "enter", "down", "enter")
	w.stands("3 1* 2* 4*")
}

func TestMoreThanNineUnitsHaveNumbersThatAreTyped(t *testing.T) {
	w := rollCall(t, 12)
	w.press("1")
	w.sees("number 1")
	w.press("1", "enter")
	w.stands("1 2 3 4 5 6 7 8 9 10 12 11*")
	w.press("9", "9", "enter")
	w.sees("There is no number 99")
	w.press("backspace", "enter")
	w.stands("1 2 3 4 5 6 7 8 10 12 9* 11*")
	w.press("5", "esc", "enter")
	w.stands("2 3 4 5 6 7 8 10 12 1* 9* 11*")
}

func TestAnyOtherSignIsAnAnswer(t *testing.T) {
	w := rollCall(t, 3)
	w.do(model.CheckIn{Shift: w.env.Desk.Board.Out[1].Judged.Shift.ID, Checkpoint: "wanda-east"})
	w.stands("1 3 2*")
}

func TestAUnitThatComesInLeavesTheList(t *testing.T) {
	w := rollCall(t, 3)
	w.do(model.EndShift{Shift: w.env.Desk.Board.Out[0].Judged.Shift.ID, Reason: "weather"})
	w.stands("2 3")
	w.press("1")
	w.sees("There is no number 1")
}

// written is what the notice says once the last record is written.
func (w *deskWorld) written() screen.Notice {
	story := w.env.Night.Story()
	w.env.SayAnnounced(story[len(story)-1].ID)
	return w.env.Notice()
}

func TestTheEndOfARollCallIsRecorded(t *testing.T) {
	w := rollCall(t, 3)
	w.press("1", "esc")
	if n := w.written(); n.Text != "Roll call over: 1 of 3 have answered, not heard: Unit 2, Unit 3" {
		t.Errorf("%+v", n)
	}
	names := func(units []model.CalledUnit) string {
		var names []string
		for _, u := range units {
			names = append(names, u.Unit+"="+u.Callsign.EN)
		}
		return strings.Join(names, " ")
	}
	f := w.last()
	if f.Operator != "Wang Fang" || f.Behalf != nil || names(f.Heard) != "unit-1=Unit 1" || names(f.Silent) != "unit-2=Unit 2 unit-3=Unit 3" {
		t.Errorf("%+v", f)
	}
	w.pass(time.Minute)
	w.env.Open(NewRollCall(w.env))
	w.stands("2 3 1")
	w.press("1", "2", "3", "enter")
	if n := w.written(); n.Text != "Roll call over: all 3 have answered" || len(w.env.Dialogs()) != 0 {
		t.Errorf("%+v", n)
	}
	if f := w.last(); len(f.Heard) != 3 || len(f.Silent) != 0 {
		t.Errorf("%+v", f)
	}
}

func TestARollCallThatNobodyAnsweredMayHaveBeenNone(t *testing.T) {
	for key, recorded := range map[string]int{"esc": 0, "enter": 1} {
		w := rollCall(t, 2)
		before := w.env.Night.Len()
		w.press("esc")
		w.sees("None of the 2 units has answered")
		w.press(key)
		if got := w.env.Night.Len() - before; got != recorded || len(w.env.Dialogs()) != 0 {
			t.Errorf("%s: %d records", key, got)
		}
		if f := w.last(); recorded == 1 && len(f.Silent) != 2 {
			t.Errorf("%+v", f)
		}
	}
}

func TestAMarkIsTakenBackByTheSameKey(t *testing.T) {
	w := rollCall(t, 3)
	w.press("2", "3")
	w.pass(time.Second)
	w.press("2")
	w.stands("1 2 3*")
	w.press("2")
	w.stands("1 2* 3*")
	w.pass(model.UndoTime + time.Second)
	w.press("2", "3")
	w.stands("1 2* 3*")
	if n := w.env.Notice(); n.Kind != screen.Warning {
		t.Errorf("%+v", n)
	}
}

func TestTheLastMarkIsTakenBack(t *testing.T) {
	w := rollCall(t, 3)
	w.press("backspace")
	w.stands("1 2 3")
	w.press("3", "1", "backspace")
	w.stands("1 2 3*")
	if n := w.written(); !strings.Contains(n.Text, "Unit 1") {
		t.Errorf("%+v", n)
	}
	w.press("u")
	w.stands("1 2 3")
	row, _ := w.env.Desk.Board.Row(w.env.Desk.Board.Out[2].Judged.Shift.ID)
	if !row.Contact.Last.Equal(row.Judged.Shift.Started) {
		t.Errorf("a mark that was taken back is a sign at %v", row.Contact.Last)
	}
}

// What was heard in another way is not taken back here.
func TestAnAnswerThatIsNoMarkStays(t *testing.T) {
	w := rollCall(t, 2)
	w.do(model.CheckIn{Shift: w.env.Desk.Board.Out[0].Judged.Shift.ID, Checkpoint: "wanda-east"})
	w.press("1")
	w.stands("2 1*")
}

func TestMouseInTheRollCall(t *testing.T) {
	w := rollCall(t, 4)
	w.shown()
	w.top().Update(tea.MouseMsg{X: 5, Y: 4, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	w.press("enter")
	w.stands("1 2 4 3*")
}

func TestTheRollCallFitsInto(t *testing.T) {
	w := rollCall(t, 40)
	for _, size := range [][2]int{{60, 14}, {80, 22}, {68, 45}} {
		d := w.top()
		d.Resize(size[0], size[1])
		d.Refresh()
		lines := strings.Split(d.View(), "\n")
		if len(lines) != size[1] {
			t.Errorf("%d lines, want %d", len(lines), size[1])
		}
	}
}
