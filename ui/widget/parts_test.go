package widget

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/text"
	"beatbook/ui/theme"
)

func TestBar(t *testing.T) {
	l := look(theme.Mono, true)
	for _, c := range []struct {
		ratio float64
		want  string
	}{
		{0, "........ 今夜"}, {-1, "........ 今夜"}, {math.NaN(), "........ 今夜"}, {0.001, "#....... 今夜"}, {0.5, "####.... 今夜"},
		{0.999, "#######. 今夜"}, {1, "######## 今夜"}, {7, "######## 今夜"}, {math.Inf(1), "######## 今夜"},
	} {
		if got := ansi.Strip(l.Bar(13, c.ratio, "今夜")); got != c.want {
			t.Errorf("%v: %q, want %q", c.ratio, got, c.want)
		}
	}
}

func TestBoxShowsTitleAndCutsWithAnEllipsis(t *testing.T) {
	l := look(theme.Mono, true)
	got := ansi.Strip(l.Box("重点", "one two three four five six", 12, 4))
	want := "+ 重点 ----+\n|one two   |\n|three fou~|\n+----------+"
	if got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
}

func TestPlace(t *testing.T) {
	frame := "一二三四五\n一二三四五\n一二三四五"
	if got, want := Place(frame, "ab", 4, 1), "一二三四五\n一二ab四五\n一二三四五"; got != want {
		t.Errorf("%q", got)
	}
	if got := Place(frame, "ab\ncd", 3, 2); got != "一二三四五\n一二三四五\n一 ab 四五" {
		t.Errorf("%q", got)
	}
	if got := Place(frame, "abcdef", 6, 0); got != "一二三abcd\n一二三四五\n一二三四五" {
		t.Errorf("%q", got)
	}
}

func reasons() *Choice {
	return NewChoice(keymap.New(text.For(model.ZH)).Picker, []string{"道路封闭", "恶劣天气", "另有警情"}, "其他原因", "原因")
}

func TestChoice(t *testing.T) {
	for _, c := range []struct {
		keys   []string
		answer Answer
		value  string
	}{
		{[]string{"2"}, Accepted, "恶劣天气"},
		{[]string{"２"}, Accepted, "恶劣天气"},
		{[]string{"down", "down", "enter"}, Accepted, "另有警情"},
		{[]string{"up", "enter"}, Accepted, "道路封闭"},
		{[]string{"9"}, Pending, "道路封闭"},
		{[]string{"esc"}, Cancelled, "道路封闭"},
		{[]string{"4"}, Pending, ""},
		{[]string{"4", "enter"}, Pending, ""},
		{[]string{"4", "2次", "space", "enter"}, Accepted, "2次"},
		{[]string{"4", "x", "esc", "1"}, Accepted, "道路封闭"},
		{[]string{"4", "x", "esc", "esc"}, Cancelled, ""},
	} {
		choice := reasons()
		var answer Answer
		for _, k := range c.keys {
			answer = choice.Update(keyOf(k))
		}
		if answer != c.answer || choice.Value() != c.value {
			t.Errorf("%q: %v %q, want %v %q", c.keys, answer, choice.Value(), c.answer, c.value)
		}
	}
}

func TestChoiceDoesNotTakeAPasteForKeys(t *testing.T) {
	choice := reasons()
	if choice.Update(paste("2")) != Pending || choice.Index() != 0 {
		t.Error("a paste picked an entry")
	}
}

func TestChoiceClick(t *testing.T) {
	choice := reasons()
	view := strings.Split(ansi.Strip(choice.View(look(theme.Mono, true), 30, 4)), "\n")
	if got := choice.Click(1, 4); got != Accepted || !strings.Contains(view[1], choice.Value()) {
		t.Errorf("%v %q", got, choice.Value())
	}
	if choice.Click(9, 4) != Pending || choice.Click(-1, 4) != Pending {
		t.Error("there is nothing to click on")
	}
	if choice.Click(3, 4) != Pending || !choice.Typing() {
		t.Error("the last entry opens the text")
	}
}

func TestChoiceScrollsToItsCursor(t *testing.T) {
	var entries []string
	for i := range 30 {
		entries = append(entries, fmt.Sprintf("entry %d.", i))
	}
	choice := NewChoice(keymap.New(text.For(model.EN)).Picker, entries, "", "")
	for i := range entries {
		choice.Select(i)
		if view := choice.View(look(theme.Mono, true), 30, 5); !strings.Contains(view, entries[i]) {
			t.Errorf("%s is out of sight", entries[i])
		}
	}
}

func TestChoiceSaysWhereTheTextIs(t *testing.T) {
	choice := reasons()
	if _, _, ok := choice.Cursor(30, 5); ok {
		t.Error("nothing is typed yet")
	}
	choice.Update(keyOf("4"))
	choice.Update(keyOf("车"))
	lines := strings.Split(choice.View(look(theme.Day, true), 30, 5), "\n")
	x, y, ok := choice.Cursor(30, 5)
	if !ok || cursorCell(lines[y]) != x {
		t.Errorf("%d,%d %v: %q", x, y, ok, lines)
	}
}

func TestFactsThatFindNoRoomAreCounted(t *testing.T) {
	facts := []string{"aaaa 1", "bbbb 2", "cccc 3", "dddd 4", "eeee 5"}
	more := func(n int) string { return fmt.Sprintf("+%d", n) }
	for h, want := range map[int]string{
		0: "", 1: "aaaa 1  +4", 2: "aaaa 1  bbbb 2|cccc 3  +2", 3: "aaaa 1  bbbb 2|cccc 3  dddd 4|eeee 5", 4: "aaaa 1  bbbb 2|cccc 3  dddd 4|eeee 5",
	} {
		if got := strings.Join(FlowIn(facts, 14, h, more), "|"); got != want {
			t.Errorf("%d lines: %q, want %q", h, got, want)
		}
	}
}
