package radio_test

import (
	"slices"
	"strings"
	"testing"

	"beatbook/model"
	"beatbook/ui/radio"
)

// In a line a bar stands for the cursor; wanted are the texts that are offered first, in their order.
var completions = []struct {
	lang model.Lang
	line string
	want []string
	all  bool // and no others
}{
	{model.ZH, "|", []string{"小喇叭一队 ", "红袖章二队 ", "联合01 ", "联防三组 "}, true},
	{model.EN, "|", []string{"Little Horn 1 ", "Red Armband 2 ", "Lianhe 01 ", "Joint 3 "}, true},
	{model.ZH, "红|", []string{"红袖章二队 "}, true},
	{model.ZH, "ho|", []string{"小喇叭一队 "}, true},
	{model.EN, "Little ho|", []string{"Little Horn 1 "}, true},
	{model.EN, "ｈｏ|", []string{"Little Horn 1 "}, true},
	{model.EN, "ho| 2 f", []string{"Little Horn 1"}, true},
	{model.EN, "horn-1|", []string{"Little Horn 1 "}, true},
	{model.EN, "ho|rn-1 2", []string{"Little Horn 1"}, true},
	{model.EN, "xx|", nil, true},
	{model.ZH, "一队 2 f 正常 / 红|", []string{"红袖章二队 "}, true},
	{model.ZH, "一队 2 f 正常／|", []string{"小喇叭一队 ", "红袖章二队 "}, false},
	{model.EN, "horn-1 in x / |", []string{"Little Horn 1 ", "Red Armband 2 "}, false},
	// Checkpoint 1 has been visited in this round.
	{model.ZH, "一队 |", []string{"2 ", "3 ", "4 ", "5 ", "1 ", "收到 "}, false},
	{model.ZH, "一队 2 |", []string{"3 ", "4 ", "5 ", "1 ", "步巡 ", "车巡 ", "跳过 道路封闭 "}, false},
	{model.EN, "horn-1 2,3|", []string{"3 "}, true},
	{model.EN, "horn-1 south|", []string{"2 ", "4 "}, true},
	{model.ZH, "一队 急|", []string{"hospital-er "}, true},
	{model.EN, "horn-1 2 f|", []string{"foot "}, true},
	{model.EN, "horn-1 2 |", []string{"3 ", "4 ", "5 ", "1 ", "foot ", "vehicle ", "car "}, false},
	{model.ZH, "一队 2 步|", []string{"步巡 "}, true},
	{model.ZH, "一队 2 +|", []string{"+调解纠纷", "+消除隐患", "+劝离违停", "+规范占道", "+疏导交通", "+入户宣传", "+帮助走失儿童"}, true},
	{model.ZH, "一队 2 +违|", []string{"+劝离违停"}, true},
	{model.EN, "horn-1 2 +mo|", []string{"+parked vehicles moved"}, true},
	{model.EN, "horn-1 2 @|", []string{"@radio ", "@phone ", "@in person "}, true},
	{model.ZH, "一队 2 @电|", []string{"@电台 ", "@电话 "}, true},
	{model.ZH, "联防|", []string{"联防三组 "}, true},
	{model.ZH, "联防三组 |", []string{"出 "}, true},
	{model.EN, "joint-3 out |", []string{"Wanda and night market on foot ", "District by car ", "Fire watch of public places ", "foot "}, false},
	{model.EN, "joint-3 out fire-watch f|", []string{"foot "}, true},
	{model.EN, "horn-1 he|", []string{"3 ", "4 ", "heard "}, true},
	// The note is the operator's.
	{model.ZH, "一队 2 f 正常 |", nil, true},
	{model.ZH, "一队 2 f 一切|", nil, true},
	{model.EN, "horn-1 2 f all q|", nil, true},
}

func complete(t *testing.T, c radio.Context, marked string) (line string, offers []radio.Completion) {
	t.Helper()
	before, after, found := strings.Cut(marked, "|")
	if !found {
		t.Fatalf("no cursor in %q", marked)
	}
	return before + after, radio.Complete(before+after, len(before), c)
}

func TestCompletions(t *testing.T) {
	d := newDesk(t)
	for _, c := range completions {
		line, offers := complete(t, d.context(c.lang), c.line)
		var got []string
		for _, o := range offers {
			got = append(got, o.Text)
		}
		if n := len(c.want); len(got) < n || !slices.Equal(got[:n], c.want) || c.all && len(got) > n {
			t.Errorf("%s: %q, want %q", c.line, got, c.want)
		}
		for _, o := range offers {
			taken(t, d.context(c.lang), line, o)
		}
	}
}

// taken fails where what a completion gives has a problem at its place.
func taken(t *testing.T, c radio.Context, line string, o radio.Completion) {
	t.Helper()
	completed := line[:o.From] + o.Text + line[o.To:]
	for _, p := range radio.Parse(completed, c).Problems() {
		if p.From < o.From+len(o.Text) && p.To > o.From && p.Code != radio.UnitNotOut {
			t.Errorf("%q completed with %q has %s at %q", line, o.Text, p.Code, completed[p.From:p.To])
		}
	}
}

func TestHintsOfCompletions(t *testing.T) {
	d := newDesk(t)
	for line, want := range map[string]string{
		"一队 |": "万达广场南广场，本轮未到", "|": "在 万达—夜市步巡线", "联防|": "未出巡", "一队 2 +违|": "vehicles-moved",
	} {
		if _, offers := complete(t, d.context(model.ZH), line); len(offers) == 0 || offers[0].Hint != want {
			t.Errorf("%s: %+v, want %q", line, offers, want)
		}
	}
}

// Two units with one call sign are told apart by their ids.
func TestACallSignOfTwoUnitsIsNotOffered(t *testing.T) {
	d := newDesk(t)
	d.plan.Units = slices.Clone(d.plan.Units)
	for i := range d.plan.Units {
		d.plan.Units[i].Callsign = model.Name{ZH: "小喇叭", EN: "Horn"}
	}
	c := d.context(model.EN)
	c.Desk = radio.NewDesk(d.plan, nil)
	_, offers := complete(t, c, "ho|")
	var got []string
	for _, o := range offers {
		got = append(got, o.Text)
	}
	if want := []string{"police-01 ", "horn-1 ", "armband-2 ", "joint-3 "}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
