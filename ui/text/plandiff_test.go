package text_test

import (
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/text"
)

func TestPlanDifferencesHaveWords(t *testing.T) {
	wordsFor(t, model.PlanParts, func(s *text.Strings) map[model.PlanPart]string { return s.Plan.Diff.Parts })
	wordsFor(t, model.PlanFields, func(s *text.Strings) map[model.PlanField]string { return s.Plan.Diff.Fields })
}

func TestAPlanChangeInWords(t *testing.T) {
	name := func(zh, en string) model.Name { return model.Name{ZH: zh, EN: en} }
	gate := model.PlanChange{Kind: model.PartChanged, Part: model.CheckpointPart, ID: "gate", Name: name("大门", "Gate"), Place: 2}
	with := func(f model.PlanField, from, to any) model.PlanChange {
		c := gate
		c.Field, c.From, c.To = f, from, to
		return c
	}
	moved := with("", nil, model.Neighbour{ID: "hall"})
	moved.Kind = model.PartMoved
	first := with("", model.Neighbour{ID: "hall"}, nil)
	first.Kind = model.PartMoved
	clock := model.Clock(1290)
	window := model.Due{From: &model.Moment{Offset: model.Duration(time.Hour)}, To: &model.Moment{Clock: &clock}}
	call := model.PlanChange{
		Kind: model.PartChanged, Part: model.CallPart, ID: "gate", Route: "walk", Along: name("步巡", ""), Place: 3,
		Field: "due", From: model.Due{}, To: window,
	}
	for _, test := range []struct {
		change model.PlanChange
		zh, en string
	}{
		{moved, "点位「大门」移到「hall」之后", `Moved checkpoint "Gate" behind "hall"`},
		{first, "点位「大门」移到最前", `Moved checkpoint "Gate" to the front`},
		{with("radius", 50, 80), "点位「大门」的半径由「50 米」改为「80 米」", `Changed the radius of checkpoint "Gate" from "50 m" to "80 m"`},
		{with("tag", nil, "{x}"), "点位「大门」的标签设为「{x}」", `Set the tag of checkpoint "Gate" to "{x}"`},
		{
			with("position", model.Position{Lat: 1.5, Lon: -2, Datum: "wgs84"}, nil), "点位「大门」的坐标已取消，原为「1.5, -2 (wgs84)」",
			`Cleared the position of checkpoint "Gate", which was "1.5, -2 (wgs84)"`,
		},
		{
			with("look", name("灯", "lamp"), name("灯", "lamps")), "点位「大门」的查看要点由「灯 / lamp」改为「灯 / lamps」",
			`Changed the things to look for of checkpoint "Gate" from "lamp" to "lamps"`,
		},
		{
			with("checklist", []model.Item{{ID: "1", Name: name("门", "")}}, []model.Item{{ID: "a", Name: name("门", "")}, {ID: "b", Name: name("窗", "")}}),
			"点位「大门」的检查清单由「门」改为「门、窗」", `Changed the checklist of checkpoint "Gate" from "门" to "门, 窗"`,
		},
		{
			with("checklist", []model.Item{{ID: "1", Name: name("门", "door")}}, []model.Item{{ID: "a", Name: name("门", "door")}}),
			"点位「大门」的检查清单由「门 / door (1)」改为「门 / door (a)」", `Changed the checklist of checkpoint "Gate" from "门 / door (1)" to "门 / door (a)"`,
		},
		{call, "线路「步巡」的第 3 个应巡「gate」的应到时间由「+0m」改为「+1h-21:30」", `Changed the due time of call 3 ("gate") of route "步巡" from "+0m" to "+1h-21:30"`},
		{model.PlanChange{Kind: model.PartRemoved, Part: model.RoundPart, ID: "21:30", Route: "walk"}, "删除线路「walk」的轮次 21:30", `Removed round 21:30 of route "walk"`},
	} {
		if got := zh.PlanChange(test.change); got != test.zh {
			t.Errorf("got  %s\nwant %s", got, test.zh)
		}
		if got := en.PlanChange(test.change); got != test.en {
			t.Errorf("got  %s\nwant %s", got, test.en)
		}
	}
}

func TestEveryKindOfValueHasWords(t *testing.T) {
	for _, v := range []any{
		model.PlaceKind("school"), model.UnitKind("mixed"), model.Foot, model.AnyOrder, model.Tolerance{OnTime: 1, Outer: 2}, model.Clock(60),
		model.Duration(time.Minute),
	} {
		c := model.PlanChange{Kind: model.PartChanged, Part: model.PlanItself, Field: "kind", To: v}
		if a, b := zh.PlanChange(c), en.PlanChange(c); a == "" || a == "方案的类别设为「」" || b == "Set the kind of the plan to \"\"" {
			t.Errorf("%T: %s, %s", v, a, b)
		}
	}
}
