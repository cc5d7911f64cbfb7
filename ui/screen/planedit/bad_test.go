package planedit

import (
	"fmt"
	"strings"
	"testing"

	"beatbook/data/routefile"
	"beatbook/model"
	"beatbook/ui/screen/screentest"
)

// TestBadInputIsRefusedAtItsField types what is wrong into one field of a form and something harmless into another one.
func TestBadInputIsRefusedAtItsField(t *testing.T) {
	for _, c := range []struct{ keys, field, typed, said string }{
		{"1 enter", "中文名", strings.Repeat("长", 101), "最多 100 个字"},
		{"1 enter", "坐标", "91, 112", "位置「91.00000」不可能"},
		{"1 enter", "坐标", "26.9，181", "位置「181.00000」不可能"},
		{"1 enter", "坐标", "26.9", "「26.9」不是坐标"},
		{"1 enter", "坐标", "north, 3", "「north」不是数字"},
		{"1 enter", "坐标", "NaN 3", "「NaN」不是数字"},
		{"1 enter", "坐标", "0, 0", "0, 0"},
		{"1 enter", "半径", "0", "半径「0」不合要求"},
		{"1 enter", "半径", "51km", "半径「51000m」不合要求"},
		{"1 enter", "半径", "near", "半径「near」不合要求"},
		{"1 enter", "标签", strings.Repeat("9", 101), "最多 100 个字"},
		{"1 enter", "要点（中文）", strings.Repeat("看", 501), "最多 500 个字"},
		{"1 enter", "偏差", "40m 30m", "准时偏差 40m 大于最大偏差 30m"},
		{"1 enter", "偏差", "10m", "「10m」不是偏差"},
		{"1 enter", "偏差", "10m 13h", "超出范围"},
		{"1 enter", "检查清单", "x: 灭火器", "编号「x」已经有了"},
		{"1 n", "编号", "wanda-east", "编号「wanda-east」已经有了"},
		{"1 n", "编号", "河边", "编号「河边」不合要求"},
		{"1 n", "编号", strings.Repeat("x", 65), "不合要求"},
		{"2 e", "轮次", "21:30 19:30", "轮次「19:30」不在「21:30」之后"},
		{"2 e", "轮次", "19:30 19:30", "轮次「19:30」重复，请删去一个"},
		{"2 e", "轮次", "19:30 24:30", "「24:30」不是时间"},
		{"2 e", "轮次", "19:30 19:45", "点位「万达广场东门」相邻两次的准时范围重叠"},
		{"2 e", "轮次", "", "请填轮次或间隔"},
		{"2 e", "间隔", "2h", "轮次和间隔只能填一个"},
		{"2 e", "间隔", "0m", "间隔不能是 0"},
		{"2 e", "联络时限", "0", "联络时限不能为 0"},
		{"2 e", "联络时限", "25h", "时长「25h」超出范围"},
		{"2 e", "联络时限", "soon", "「soon」不是时长"},
		{"2 e", "偏差", "70m 80m", "重叠"},
		{"2 enter enter", "轮次开始后", "-5m", "时长「-5m」超出范围"},
		{"2 enter enter", "时段开始", "5m", "时段要有开始和结束"},
		{"2 enter enter", "时段结束", "25:00", "「25:00」不是时间"},
		{"3 enter", "车牌", strings.Repeat("车", 101), "最多 100 个字"},
		{"4 n", "编号", "doors-knocked", "固有成果种类"},
		{"i", "编号", "联合", "编号「联合」不合要求"},
		{"i", "中文名", strings.Repeat("长", 101), "最多 100 个字"},
		{"i", "时区", "Asia/Peking", "不认识时区「Asia/Peking」"},
		{"i", "时区", "", "不认识时区「」"},
		{"i", "时区", "Local", "不认识时区「Local」"},
		{"i", "换夜时间", "", "「」不是时间"},
		{"i", "换夜时间", "24:00", "「24:00」不是时间"},
		{"i", "换夜时间", "22:00", "不在"},
	} {
		t.Run(c.field+" "+c.typed[:min(len(c.typed), 12)], func(t *testing.T) {
			w := newWorld(t)
			w.Press(strings.Fields(c.keys)...)
			if strings.HasSuffix(c.keys, "n") {
				w.typeInto("中文名", "新的")
			}
			if c.field == "检查清单" {
				w.typeInto(c.field, c.typed)
				w.Press("\n" + c.typed)
			} else {
				w.typeInto(c.field, c.typed)
			}
			w.Press("tab", "ctrl+s") // with the focus elsewhere
			w.Sees(c.said, "› "+c.field)
			if len(w.changes()) != 0 {
				t.Error(w.changes())
			}
			if w.Press("esc", "enter"); len(w.Env.Dialogs()) != 0 {
				t.Error("the form stays although it is given up")
			}
		})
	}
}

func TestOneFieldAtATimeIsSaidToBeWrong(t *testing.T) {
	w := newWorld(t)
	w.Press("enter")
	w.typeInto("标签", strings.Repeat("9", 101))
	w.typeInto("英文名", strings.Repeat("x", 101))
	w.Press("ctrl+s")
	w.Sees("「xxx", "› 英文名")
	w.SeesNot("「999")
}

func TestSomethingWithoutANameIsRefused(t *testing.T) {
	for _, keys := range []string{"1 n", "1 enter", "2 e", "3 n", "4 n"} {
		w := newWorld(t)
		w.Press(strings.Fields(keys)...)
		w.typeInto("中文名", "")
		w.typeInto("英文名", "  ")
		w.typeInto("中文名", "")
		w.Press("ctrl+s")
		w.Sees("文字是空的", "› 英文名")
	}
}

func TestAWindowIsCheckedAsAWhole(t *testing.T) {
	for window, said := range map[[2]string]string{
		{"30m", "10m"}: "时段结束早于开始", {"30m", ""}: "时段要有开始和结束", {"", "10m"}: "时段要有开始和结束", {"25h", "26h"}: "超出范围",
	} {
		w := newWorld(t)
		w.Press("2", "enter", "enter")
		w.typeInto("轮次开始后", "")
		w.typeInto("时段开始", window[0])
		w.typeInto("时段结束", window[1])
		w.Press("ctrl+s")
		w.Sees("修改：万达广场东门", said)
	}
}

func TestAnIntervalCallsAtAPlaceOnce(t *testing.T) {
	w := newWorld(t)
	w.Press("2", "end", "enter", "n", "mall", "enter", "ctrl+s")
	w.Sees("点位「商场西出入口」在间隔方案里重复，请先删去一个")
}

func TestAPlanThatIsTooLargeIsRefused(t *testing.T) {
	w := newWorld(t)
	w.adopt(model.AdoptPlan{Plan: large(w.Env.Plan, 2000)})
	w.Press("enter")
	w.typeInto("要点（中文）", strings.Repeat("看", 500))
	w.Press("ctrl+s")
	w.Sees("方案太大了，最多 256 KiB")
}

// large is a plan with so many checkpoints.
func large(plan *model.Plan, n int) model.Plan {
	p := *plan
	for i := len(p.Checkpoints); i < n; i++ {
		p.Checkpoints = append(p.Checkpoints, model.Checkpoint{
			ID: fmt.Sprintf("place-%d", i), Name: model.Name{ZH: fmt.Sprintf("点位第 %d 号", i), EN: fmt.Sprintf("Place number %d", i)},
			Kind: "residential", Mode: model.Foot, Position: &model.Position{Lat: 26.9, Lon: 112.5 + float64(i)/1e5, Datum: "wgs84"}, Radius: 80,
		})
	}
	for i := range 100 {
		p.Routes[0].Calls = append(p.Routes[0].Calls, model.RouteCall{Checkpoint: p.Checkpoints[8+i].ID, After: model.Duration(i) * model.Duration(60e9)})
	}
	return p
}

func TestLargePlansAreEdited(t *testing.T) {
	w := newWorld(t)
	w.adopt(model.AdoptPlan{Plan: large(w.Env.Plan, 500)})
	w.Press("end", "<", "enter")
	w.typeInto("半径", "90")
	w.Press("ctrl+s")
	if len(w.changes()) != 2 {
		t.Fatal(w.changes())
	}
	body := w.save()
	if read, err := routefile.Read([]byte(body.Source)); err != nil || len(read.Checkpoints) != 500 || read.Checkpoints[498].Radius != 90 {
		t.Error(err)
	}
}

func BenchmarkMove500(b *testing.B) {
	w := newWorld(b)
	w.adopt(model.AdoptPlan{Plan: large(w.Env.Plan, 500)})
	w.Resize(200, 60)
	down, up := screentest.Key("down"), screentest.Key("up")
	for b.Loop() {
		w.Page.Update(down)
		w.Page.Refresh()
		w.Page.Update(up)
		w.Page.Refresh()
	}
}

func BenchmarkMoveRow500(b *testing.B) {
	w := newWorld(b)
	w.adopt(model.AdoptPlan{Plan: large(w.Env.Plan, 500)})
	later, earlier := screentest.Key(">"), screentest.Key("<")
	for b.Loop() {
		w.Page.Update(later)
		w.Page.Refresh()
		w.Page.Update(earlier)
		w.Page.Refresh()
	}
}

func BenchmarkForm500(b *testing.B) {
	w := newWorld(b)
	w.adopt(model.AdoptPlan{Plan: large(w.Env.Plan, 500)})
	for b.Loop() {
		w.Press("enter", "ctrl+s")
	}
}
