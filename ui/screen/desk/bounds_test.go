package desk

import (
	"fmt"
	"testing"

	"beatbook/model"
)

// A desk is open for weeks: what it keeps of each line and each shift must not add up.

func TestOnlyTheLastLinesComeBack(t *testing.T) {
	w := manned(t)
	for i := range mostPast + 5 {
		w.Press(":", fmt.Sprintf("小喇叭一队 收到 %d", i), "enter")
	}
	w.Press(":")
	for range mostPast + 5 {
		w.Press("up")
	}
	if got := w.Page.line.field.Value(); got != "小喇叭一队 收到 5" || len(w.Page.line.past.lines) != mostPast {
		t.Errorf("the first one that comes back is %q, of %d", got, len(w.Page.line.past.lines))
	}
}

func TestTheFilterForgetsShiftsThatAreBack(t *testing.T) {
	w := manned(t)
	w.Press("/", "小喇叭", "enter")
	for range 20 {
		w.do(model.EndShift{Shift: w.shift("horn-1").ID, Reason: "暴雨"})
		w.start("horn-1", "night-market", "张三", "李四")
	}
	w.selects("horn-1")
	if n := len(w.Page.filter.folded); n > 7 {
		t.Errorf("it remembers %d shifts, three of which are out", n)
	}
}
