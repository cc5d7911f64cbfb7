package text

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"beatbook/model"
)

// PlanDiff are the texts about what differs between two plans. {x} stands for a part of a plan, {p} for a property of it,
// {f} and {t} for the values before and after.
type PlanDiff struct {
	Added   string
	Removed string
	Moved   string // behind another one
	First   string // moved to the beginning
	Changed string
	Set     string // was not given before
	Cleared string // is no longer given

	Parts     map[model.PlanPart]string // {n} stands for the name, {r} for that of the route, {i} for the place in its list
	Fields    map[model.PlanField]string
	Tolerance string // on time, outer
	Metres    string // number
}

var zhPlanDiff = PlanDiff{
	Added:   "新增{x}",
	Removed: "删除{x}",
	Moved:   "{x}移到「{t}」之后",
	First:   "{x}移到最前",
	Changed: "{x}的{p}由「{f}」改为「{t}」",
	Set:     "{x}的{p}设为「{t}」",
	Cleared: "{x}的{p}已取消，原为「{f}」",
	Parts: map[model.PlanPart]string{
		model.PlanItself: "方案", model.CheckpointPart: "点位「{n}」", model.RoutePart: "线路「{n}」", model.RoundPart: "线路「{r}」的轮次 {n}",
		model.CallPart: "线路「{r}」的第 {i} 个应巡「{n}」", model.UnitPart: "巡逻组「{n}」", model.OutcomePart: "处置成果「{n}」",
	},
	Fields: map[model.PlanField]string{
		"version": "格式版本", "site": "单位编号", "timezone": "时区", "night_turns_at": "换夜时间", "name": "名称", "kind": "类别", "mode": "方式",
		"position": "坐标", "radius": "半径", "tag": "标签", "look": "查看要点", "tolerance": "偏差", "checklist": "检查清单", "order": "次序",
		"every": "间隔", "contact": "联络时限", "due": "应到时间", "callsign": "呼号", "plate": "车牌", "usual_route": "常用线路",
	},
	Tolerance: "准时 %s，最多 %s",
	Metres:    "%d 米",
}

var enPlanDiff = PlanDiff{
	Added:   "Added {x}",
	Removed: "Removed {x}",
	Moved:   "Moved {x} behind \"{t}\"",
	First:   "Moved {x} to the front",
	Changed: "Changed the {p} of {x} from \"{f}\" to \"{t}\"",
	Set:     "Set the {p} of {x} to \"{t}\"",
	Cleared: "Cleared the {p} of {x}, which was \"{f}\"",
	Parts: map[model.PlanPart]string{
		model.PlanItself: "the plan", model.CheckpointPart: "checkpoint \"{n}\"", model.RoutePart: "route \"{n}\"",
		model.RoundPart: "round {n} of route \"{r}\"", model.CallPart: "call {i} (\"{n}\") of route \"{r}\"",
		model.UnitPart: "unit \"{n}\"", model.OutcomePart: "outcome \"{n}\"",
	},
	Fields: map[model.PlanField]string{
		"version": "version of the form", "site": "site id", "timezone": "time zone", "night_turns_at": "turn of the night", "name": "name",
		"kind": "kind", "mode": "mode", "position": "position", "radius": "radius", "tag": "tag", "look": "things to look for",
		"tolerance": "tolerance", "checklist": "checklist", "order": "order", "every": "interval", "contact": "contact time",
		"due": "due time", "callsign": "call sign", "plate": "plate", "usual_route": "usual route",
	},
	Tolerance: "on time %s, at most %s",
	Metres:    "%d m",
}

// PlanChange says in one line what differs between two plans.
func (s *Strings) PlanChange(c model.PlanChange) string {
	from, to := s.planValue(c.Field, c.From), s.planValue(c.Field, c.To)
	if from == to && c.Kind == model.PartChanged {
		from, to = s.planDetails(c.From), s.planDetails(c.To)
	}
	part := strings.NewReplacer(
		"{n}", cmp.Or(c.Name.In(s.Lang), c.ID), "{r}", cmp.Or(c.Along.In(s.Lang), c.Route), "{i}", strconv.Itoa(c.Place),
	).Replace(word(s.Plan.Diff.Parts, c.Part))
	return strings.NewReplacer("{x}", part, "{p}", word(s.Plan.Diff.Fields, c.Field), "{f}", from, "{t}", to).Replace(s.planSentence(c))
}

func (s *Strings) planSentence(c model.PlanChange) string {
	d := s.Plan.Diff
	switch {
	case c.Kind == model.PartAdded:
		return d.Added
	case c.Kind == model.PartRemoved:
		return d.Removed
	case c.Kind == model.PartMoved && c.To == nil:
		return d.First
	case c.Kind == model.PartMoved:
		return d.Moved
	case c.From == nil:
		return d.Set
	case c.To == nil:
		return d.Cleared
	}
	return d.Changed
}

// planValue is a property of a plan as it is shown to people.
func (s *Strings) planValue(f model.PlanField, v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case model.Name:
		return v.In(s.Lang)
	case model.Neighbour:
		return cmp.Or(v.Name.In(s.Lang), v.ID)
	case model.PlaceKind:
		return s.PlaceKind(v)
	case model.UnitKind:
		return s.UnitKind(v)
	case model.Mode:
		return s.Mode(v)
	case model.Order:
		return s.Order(v)
	case model.Tolerance:
		return fmt.Sprintf(s.Plan.Diff.Tolerance, v.OnTime, v.Outer)
	case model.Position:
		return fmt.Sprintf("%s, %s (%s)", degrees(v.Lat), degrees(v.Lon), v.Datum)
	case []model.Item:
		names := make([]string, len(v))
		for i, item := range v {
			names[i] = item.Name.In(s.Lang)
		}
		return strings.Join(names, s.App.ListJoin)
	case model.Due:
		return Due(v)
	}
	if f == "radius" {
		return fmt.Sprintf(s.Plan.Diff.Metres, v)
	}
	return fmt.Sprint(v)
}

func degrees(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// planDetails tells apart what looks the same in one language.
func (s *Strings) planDetails(v any) string {
	switch v := v.(type) {
	case model.Name:
		return v.ZH + " / " + v.EN
	case []model.Item:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = s.planDetails(item.Name) + " (" + item.ID + ")"
		}
		return strings.Join(items, s.App.ListJoin)
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}

// Order says whether the calls of a route are to be made in its order.
func (s *Strings) Order(o model.Order) string {
	if o == model.FixedOrder {
		return s.Command.FixedOrder
	}
	return s.Command.AnyOrder
}

// DueIn is when a call of a route is due, seen from the start of a round; nothing in an interval plan.
func DueIn(r model.Route, c model.RouteCall) string {
	if r.Interval() {
		return ""
	}
	return Due(model.Due{After: c.After, From: c.From, To: c.To})
}

// Due is when a call is due, seen from the start of the round: +35m, or from one moment to another.
func Due(d model.Due) string {
	if d.From != nil && d.To != nil {
		return moment(*d.From) + "-" + moment(*d.To)
	}
	return offset(d.After)
}

func moment(m model.Moment) string {
	if m.Clock != nil {
		return m.Clock.String()
	}
	return offset(m.Offset)
}

func offset(d model.Duration) string {
	if d == 0 {
		return "+0m"
	}
	return "+" + d.String()
}
