package hazards

import (
	"fmt"
	"testing"

	"beatbook/model"
	"beatbook/ui/screen"
)

func TestClosedOnesAreHiddenAtFirst(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.SeesNot("井盖")
	w.Press("c")
	w.shows(allOpen + " 井盖")
	w.Sees("已销号", w.Env.Text.Hazard.WithClosed)
	w.Press("f5")
	w.shows(allOpen)
}

func TestFiltersGoRound(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	for _, c := range []struct{ key, title, rows string }{
		{"p", "隐患 │ 万达广场东门", "灭火 安全"},
		{"f2", "隐患 │ 万达广场南广场", "软管"},
		{"p", "隐患 │ 商场西出入口", "配电"},
		{"p", "隐患  ", allOpen},
		{"k", "隐患 │ 消防", "灭火"},
		{"f3", "隐患 │ 电气", "配电"},
		{"k", "隐患 │ 燃气", "软管"},
		{"k", "隐患 │ 堵塞占用", "安全"},
		{"k", "隐患 │ 其他", ""},
		{"k", "隐患  ", allOpen},
		{"s", "隐患 │ 待处理", "安全"},
		{"f4", "隐患 │ 限期整改", "配电 灭火 软管"},
		{"s", "隐患 │ 已销号", "井盖"},
		{"s", "隐患  ", allOpen},
	} {
		w.Press(c.key)
		w.Sees(c.title)
		w.shows(c.rows)
	}
	w.Press("p", "s")
	w.Sees("隐患 │ 万达广场东门 │ 待处理")
	w.shows("安全")
	w.Press("k")
	w.shows("")
	w.Sees(w.Env.Text.Hazard.NoneMatch)
}

func TestTextFilter(t *testing.T) {
	for typed, rows := range map[string]string{
		"纸箱": "安全", "东门": "灭火 安全", "物业": "配电 灭火 软管", "看守": "配电 灭火 软管", "又打": "配电", "ＷＡＮＤＡ-ｅ": "灭火 安全", "nothing": "",
	} {
		w := eventful(t)
		w.open(model.ZH, 80, 24)
		w.Press("/", typed)
		w.shows(rows)
		w.Press("enter")
		w.shows(rows)
		if _, _, typing := w.Page.Cursor(); typing {
			t.Error("enter does not leave the field")
		}
		w.Sees(fmt.Sprintf("%d 条含有", len(w.Page.rows)))
		w.Press("esc")
		w.shows(allOpen)
		if w.Env.Place != screen.HazardList {
			t.Error("the first esc is for the filter")
		}
	}
}

func TestKeysOfFiltersAreTextInTheField(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.Press("f12", "pksc", "esc")
	w.shows(allOpen)
	w.Sees("隐患  ")
}
