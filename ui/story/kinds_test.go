package story_test

import (
	"fmt"
	"time"

	"beatbook/model"
	"beatbook/ui/story"
)

// everyKind are lines of every kind and what is told of them.
var everyKind = map[string]struct {
	do     func(w *world) *story.Line
	zh, en string
}{
	"a plan": {
		func(w *world) *story.Line { return w.do(model.AdoptPlan{Plan: *w.plan}) },
		"19:21 |  | 启用方案 |  | 蒸湘区联合街道",
		"19:21 |  | plan adopted |  | Lianhe Subdistrict",
	},
	"the sample": {
		func(w *world) *story.Line { return w.do(model.AdoptPlan{Plan: *w.plan, Sample: true}) },
		"19:21 |  | 启用方案 |  | 蒸湘区联合街道、自带的示例方案",
		"19:21 |  | plan adopted |  | Lianhe Subdistrict, the built-in sample",
	},
	"a start": {
		func(w *world) *story.Line { return story.LineOf(w.log.Records[0]) },
		"19:20 | 小喇叭一队 | 班次开始 |  | 万达—夜市步巡线; 步巡; 队员：张三、李四",
		"19:20 | Little Horn 1 | shift started |  | Wanda and night market on foot; foot; crew: 张三, 李四",
	},
	"an end": {
		func(w *world) *story.Line {
			return w.do(model.EndShift{Shift: w.shift, Reason: "恶劣天气", Handover: "钥匙在值班室"})
		},
		"19:21 | 小喇叭一队 | 班次结束 |  | 原因：恶劣天气; 交接班：钥匙在值班室",
		"19:21 | Little Horn 1 | shift ended |  | reason: 恶劣天气; handover: 钥匙在值班室",
	},
	"a crew": {
		func(w *world) *story.Line {
			return w.do(model.ChangeCrew{Shift: w.shift, Crew: []string{"王五", "赵六"}})
		},
		"19:21 | 小喇叭一队 | 变更队员 |  | 队员：王五、赵六",
		"19:21 | Little Horn 1 | crew changed |  | crew: 王五, 赵六",
	},
	"a mode": {
		func(w *world) *story.Line {
			return w.do(model.ChangeMode{Shift: w.shift, Mode: model.Vehicle, Plate: "湘D·12345"})
		},
		"19:21 | 小喇叭一队 | 变更方式 |  | 车巡; 湘D·12345",
		"19:21 | Little Horn 1 | mode changed |  | vehicle; 湘D·12345",
	},
	"an operator who relieves another": {
		func(w *world) *story.Line {
			return w.do(model.SignOn{Plan: w.plan, Operator: "王芳", Relieves: "刘洋", Note: "一组未归"})
		},
		"19:21 |  | 上岗 |  | 值班员 王芳、接替 刘洋",
		"19:21 |  | operator on |  | operator 王芳, relieves 刘洋",
	},
	"an operator who leaves": {
		func(w *world) *story.Line { return w.do(model.SignOff{Plan: w.plan, Operator: "王芳"}) },
		"19:21 |  | 离岗 |  | 值班员 王芳",
		"19:21 |  | operator off |  | operator 王芳",
	},
	"a unit that was heard of": {
		func(w *world) *story.Line {
			return w.do(model.OnBehalf{Behalf: model.Behalf{Operator: "王芳", Channel: model.ByRadio}, Intent: model.HearUnit{Shift: w.shift}})
		},
		"19:21 | 小喇叭一队 | 有应答 |  | 值班员 王芳 代录（电台）",
		"19:21 | Little Horn 1 | unit heard |  | written down by operator 王芳, radio",
	},
	"a roll call": {
		func(w *world) *story.Line {
			shift, _ := w.night().Shift(w.shift)
			other := &model.Shift{ID: "x", Unit: w.plan.Units[0]}
			return w.do(model.CallRoll{Plan: w.plan, Operator: "王芳", Began: w.clock.At, Heard: []*model.Shift{shift}, Silent: []*model.Shift{other}})
		},
		"19:21 |  | 点名 |  | 应答 1/2、未应答：联合01; 值班员 王芳",
		"19:21 |  | roll call |  | answered 1 of 2, not heard: Lianhe 01; operator 王芳",
	},
	"alerts that were seen": {
		func(w *world) *story.Line {
			shift := &model.Shift{ID: w.shift, Night: tonight, Plan: *w.plan}
			contact := fmt.Sprintf("out-of-contact/%d/1", w.clock.At.UnixMilli())
			keys := []string{"call-missed/2/0/wanda-east", contact, "call-overdue/1700000000000/mall-west", "clock-in-doubt", "x"}
			return w.do(model.AcknowledgeAlerts{Shift: shift, Alerts: keys, Operator: "王芳"})
		},
		"19:21 | 小喇叭一队 | 告警确认 |  | 漏巡 万达广场东门（第 2 轮）、失联（自 19:20:00 起）、超时 商场西出入口、时钟存疑、x; 值班员 王芳",
		"19:21 | Little Horn 1 | alerts seen |  | missed Wanda Plaza east gate (round 2), no contact (since 19:20:00), overdue Mall west entrance, clock off, x; operator 王芳",
	},
	"a check-in": {
		func(w *world) *story.Line {
			return w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", Note: "灯坏了"})
		},
		"19:21 | 小喇叭一队 | 签到 | 万达广场东门 | 步巡",
		"19:21 | Little Horn 1 | check-in | Wanda Plaza east gate | foot",
	},
	"a late entry": {
		func(w *world) *story.Line {
			at := w.clock.At
			w.clock.Pass(time.Hour)
			return w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", For: &at})
		},
		"20:21 | 小喇叭一队 | 签到 | 万达广场东门 | 步巡; 实际时间 19:20:00",
		"20:21 | Little Horn 1 | check-in | Wanda Plaza east gate | foot; for 19:20:00",
	},
	"a skip": {
		func(w *world) *story.Line {
			return w.do(model.Skip{Shift: w.shift, Checkpoint: "wanda-south", Reason: "道路封闭"})
		},
		"19:21 | 小喇叭一队 | 跳过 | 万达广场南广场 | 原因：道路封闭",
		"19:21 | Little Horn 1 | skip | Wanda Plaza south square | reason: 道路封闭",
	},
	"a correction": {
		func(w *world) *story.Line {
			of, other, mode := w.checkIn(), "mall-west", model.Vehicle
			return w.do(model.Correct{Shift: w.shift, Of: of.ID, Reason: "选错点位", Checkpoint: &other, Mode: &mode})
		},
		"19:22 | 小喇叭一队 | 更正 | 万达广场东门 | 更正 19:21:00 的签到; > 商场西出入口; 车巡; 原因：选错点位",
		"19:22 | Little Horn 1 | correction | Wanda Plaza east gate | corrects the check-in of 19:21:00; > Mall west entrance; vehicle; reason: 选错点位",
	},
	"a withdrawal": {
		func(w *world) *story.Line { return w.withdraw(w.checkIn()) },
		"19:22 | 小喇叭一队 | 撤销 | 万达广场东门 | 撤销 19:21:00 的签到",
		"19:22 | Little Horn 1 | withdrawal | Wanda Plaza east gate | withdraws the check-in of 19:21:00",
	},
	"what was withdrawn": {
		func(w *world) *story.Line { l := w.checkIn(); w.withdraw(l); return l },
		"19:21 | 小喇叭一队 | 签到 | 万达广场东门 | （已撤销）; 步巡",
		"19:21 | Little Horn 1 | check-in | Wanda Plaza east gate | (withdrawn); foot",
	},
	"a withdrawal of a withdrawal": {
		func(w *world) *story.Line { return w.withdraw(w.withdraw(w.checkIn())) },
		"19:23 | 小喇叭一队 | 撤销 | 万达广场东门 | 撤销 19:22:00 的撤销",
		"19:23 | Little Horn 1 | withdrawal | Wanda Plaza east gate | withdraws the withdrawal of 19:22:00",
	},
	"an outcome": {
		func(w *world) *story.Line {
			return w.do(model.CountOutcome{Shift: w.shift, Checkpoint: "wanda-east", Kind: "vehicles-moved", Quantity: 7})
		},
		"19:21 | 小喇叭一队 | 处置成果 | 万达广场东门 | 劝离违停 +7",
		"19:21 | Little Horn 1 | work counted | Wanda Plaza east gate | parked vehicles moved +7",
	},
	"a hazard": {func(w *world) *story.Line { return w.do(w.ordered()) },
		"19:21 | 小喇叭一队 | 登记隐患 | 商场西出入口 | 消防 较大 灭火器空 限期整改 物业 期限 2026-11-26 19:20 看守",
		"19:21 | Little Horn 1 | hazard found | Mall west entrance | fire serious 灭火器空 ordered to fix 物业 by 2026-11-26 19:20 看守",
	},
	"a hazard that is fixed": {
		func(w *world) *story.Line {
			return w.do(model.FindHazard{
				Shift: w.shift, Checkpoint: "mall-west", Kind: "obstruction", What: "纸箱", Severity: "minor", Fixed: true,
			})
		},
		"19:21 | 小喇叭一队 | 登记隐患 | 商场西出入口 | 堵塞占用 一般 纸箱 即查即改",
		"19:21 | Little Horn 1 | hazard found | Mall west entrance | obstruction minor 纸箱 fixed on the spot",
	},
	"a step with a hazard": {
		func(w *world) *story.Line {
			found := w.do(w.ordered())
			hazard, _ := w.hazards().Find(found.ID)
			return w.do(model.MoveHazard{Hazard: hazard, Plan: w.plan, Step: model.Urged})
		},
		"19:22 |  | 处理隐患 | 商场西出入口 | 灭火器空：督办",
		"19:22 |  | hazard step | Mall west entrance | 灭火器空: urged",
	},
	"a step of a unit": {
		func(w *world) *story.Line {
			found := w.do(w.noted())
			hazard, _ := w.hazards().Find(found.ID)
			shift, _ := w.night().Shift(w.shift)
			return w.do(model.MoveHazard{Hazard: hazard, Plan: w.plan, Step: model.OrderedToFix, Order: w.order(), Shift: shift})
		},
		"19:22 | 小喇叭一队 | 处理隐患 | 商场西出入口 | 灭火器空：限期整改 物业 期限 2026-11-26 19:21 看守",
		"19:22 | Little Horn 1 | hazard step | Mall west entrance | 灭火器空: ordered to fix 物业 by 2026-11-26 19:21 看守",
	},
	"a step at the desk": {
		func(w *world) *story.Line {
			found := w.do(w.ordered())
			hazard, _ := w.hazards().Find(found.ID)
			step := model.MoveHazard{Hazard: hazard, Plan: w.plan, Step: model.RecheckFailed, Order: w.order()}
			return w.do(model.OnBehalf{Behalf: model.Behalf{Operator: "王芳", Channel: model.AtDesk}, Intent: step})
		},
		"19:22 |  | 处理隐患 | 商场西出入口 | 灭火器空：复查不合格 限期整改 物业 期限 2026-11-26 19:21 看守; 值班员 王芳",
		"19:22 |  | hazard step | Mall west entrance | 灭火器空: recheck failed ordered to fix 物业 by 2026-11-26 19:21 看守; operator 王芳",
	},
	"a step apart from another": {
		func(w *world) *story.Line {
			found := w.do(w.ordered())
			hazard, _ := w.hazards().Find(found.ID)
			w.do(model.MoveHazard{Hazard: hazard, Plan: w.plan, Step: model.Urged})
			return w.do(model.MoveHazard{Hazard: hazard, Plan: w.plan, Step: model.RecheckPassed})
		},
		"19:23 |  | 处理隐患 | 商场西出入口 | 灭火器空：复查合格、并行",
		"19:23 |  | hazard step | Mall west entrance | 灭火器空: recheck passed, in parallel",
	},
	"a checklist": {
		func(w *world) *story.Line {
			answers := []model.Answer{{Item: "extinguisher", OK: true}, {Item: "exit"}}
			return w.do(model.DoChecklist{Shift: w.shift, Checkpoint: "mall-west", Answers: answers})
		},
		"19:21 | 小喇叭一队 | 检查清单 | 商场西出入口 | 灭火器 正常、安全出口 有问题",
		"19:21 | Little Horn 1 | checklist | Mall west entrance | extinguisher in order, exit not in order",
	},
	"an acknowledgement": {
		func(w *world) *story.Line {
			shift, _ := w.night().Shift(w.shift)
			return w.do(model.AcknowledgeHandover{Shift: shift, By: "horn-1"})
		},
		"19:21 | 小喇叭一队 | 交接确认 |  | ",
		"19:21 | Little Horn 1 | handover read |  | ",
	},
	"an acknowledgement of a unit that is not out": {
		func(w *world) *story.Line {
			shift, _ := w.night().Shift(w.shift)
			return w.do(model.AcknowledgeHandover{Shift: shift, By: "joint-3"})
		},
		"19:21 | joint-3 | 交接确认 |  | ",
		"19:21 | joint-3 | handover read |  | ",
	},
	"a kind of a newer version": {
		func(w *world) *story.Line {
			return w.put(model.Record{ID: "Z", Device: "D", Seq: 1, At: w.clock.At, Zone: w.plan.Timezone, Kind: "drone.flown", Body: []byte(`{"reason":"风大"}`)})
		},
		"19:20 |  | 其他记录 |  | 原因：风大",
		"19:20 |  | other record |  | reason: 风大",
	},
	"what nobody can read": {
		func(w *world) *story.Line {
			return w.put(model.Record{ID: "Z", Device: "D", Seq: 1, At: w.clock.At, Zone: w.plan.Timezone, Kind: model.CheckedIn, Body: []byte(`[]`)})
		},
		"19:20 |  | 签到 |  | ",
		"19:20 |  | check-in |  | ",
	},
}
