package text

import "beatbook/model"

// Words are the words of the job. The Chinese ones are those of the rule book.
type Words struct {
	Checkpoint  string
	Route       string
	Round       string
	Shift       string
	Leg         string
	Unit        string
	Crew        string
	Call        string
	OtherRecord string // a record of a kind that this version does not know

	States       map[model.State]string
	Marks        map[model.Mark]string
	Modes        map[model.Mode]string
	Places       map[model.PlaceKind]string
	Units        map[model.UnitKind]string
	Outcomes     map[model.OutcomeKind]string
	HazardKinds  map[model.HazardKind]string
	Severities   map[model.Severity]string
	HazardStates map[model.HazardState]string
	HazardSteps  map[model.HazardStep]string
	Records      map[model.Kind]string
	Refusals     map[model.RefusalCode]string // subject of the refusal
	Missing      map[model.RefusalCode]string // where nothing was named
}

var zhWords = Words{
	Checkpoint:  "点位",
	Route:       "线路",
	Round:       "轮次",
	Shift:       "班次",
	Leg:         "巡段",
	Unit:        "巡逻组",
	Crew:        "队员",
	Call:        "应巡",
	OtherRecord: "其他记录",
	States: map[model.State]string{
		model.Upcoming:    "待巡",
		model.Overdue:     "超时",
		model.OnTime:      "准时",
		model.Early:       "早到",
		model.Late:        "迟到",
		model.Missed:      "漏巡",
		model.SkippedCall: "跳过",
		model.NotRequired: "免巡",
		model.Kept:        "达标",
		model.Exceeded:    "间隔超限",
	},
	Marks: map[model.Mark]string{
		model.OutOfOrder:   "逆序",
		model.Repeat:       "重复",
		model.Extra:        "加巡",
		model.LateEntry:    "补录",
		model.MakeUp:       "补巡",
		model.ClockDoubt:   "时钟存疑",
		model.CrewOfOne:    "单人",
		model.WasMissed:    "曾判漏巡",
		model.GapTooLong:   "间隔超限",
		model.WasCorrected: "已更正",
	},
	Modes: map[model.Mode]string{model.Foot: "步巡", model.Vehicle: "车巡", model.AnyMode: "步/车"},
	Places: map[model.PlaceKind]string{
		"plaza": "广场", "night-market": "夜市", "food-market": "菜市场", "school": "校园", "hospital": "医院",
		"mall": "商场", "residential": "小区", "other": "其他",
	},
	Units: map[model.UnitKind]string{"police": "民警", "auxiliary": "辅警", "volunteer": "志愿者", "mixed": "联合"},
	Outcomes: map[model.OutcomeKind]string{
		"disputes-mediated": "调解纠纷", "hazards-resolved": "消除隐患", "vehicles-moved": "劝离违停", "stalls-corrected": "规范占道",
		"traffic-guided": "疏导交通", "doors-knocked": "入户宣传",
	},
	HazardKinds: map[model.HazardKind]string{
		"fire": "消防", "electrical": "电气", "gas": "燃气", "obstruction": "堵塞占用", "other": "其他",
	},
	Severities: map[model.Severity]string{"minor": "一般", "serious": "较大", "grave": "重大"},
	HazardStates: map[model.HazardState]string{
		model.HazardOpen: "待处理", model.HazardOrdered: "限期整改", model.HazardClosed: "已销号",
	},
	HazardSteps: map[model.HazardStep]string{
		model.FixedOnSpot: "即查即改", model.OrderedToFix: "限期整改", model.Urged: "督办", model.RecheckPassed: "复查合格",
		model.RecheckFailed: "复查不合格", model.ClosedHazard: "销号",
	},
	Records: map[model.Kind]string{
		model.PlanAdopted:          "启用方案",
		model.ShiftStarted:         "班次开始",
		model.ShiftEnded:           "班次结束",
		model.CrewChanged:          "变更队员",
		model.ModeChanged:          "变更方式",
		model.CheckedIn:            "签到",
		model.Skipped:              "跳过",
		model.Corrected:            "更正",
		model.Withdrawn:            "撤销",
		model.OutcomeCounted:       "处置成果",
		model.HazardFound:          "登记隐患",
		model.HazardMoved:          "处理隐患",
		model.ChecklistDone:        "检查清单",
		model.HandoverAcknowledged: "交接确认",
		model.OperatorOn:           "上岗",
		model.OperatorOff:          "离岗",
		model.UnitHeard:            "有应答",
		model.RollCalled:           "点名",
		model.AlertsAcknowledged:   "告警确认",
	},
	Refusals: zhRefusals,
	Missing:  zhMissing,
}

var enWords = Words{
	Checkpoint:  "checkpoint",
	Route:       "route",
	Round:       "round",
	Shift:       "shift",
	Leg:         "leg",
	Unit:        "unit",
	Crew:        "crew",
	Call:        "call",
	OtherRecord: "other record",
	States: map[model.State]string{
		model.Upcoming:    "upcoming",
		model.Overdue:     "overdue",
		model.OnTime:      "on time",
		model.Early:       "early",
		model.Late:        "late",
		model.Missed:      "missed",
		model.SkippedCall: "skipped",
		model.NotRequired: "not required",
		model.Kept:        "kept",
		model.Exceeded:    "gap exceeded",
	},
	Marks: map[model.Mark]string{
		model.OutOfOrder:   "out of order",
		model.Repeat:       "repeat",
		model.Extra:        "extra visit",
		model.LateEntry:    "late entry",
		model.MakeUp:       "make-up visit",
		model.ClockDoubt:   "clock in doubt",
		model.CrewOfOne:    "crew of one",
		model.WasMissed:    "was missed",
		model.GapTooLong:   "gap too long",
		model.WasCorrected: "corrected",
	},
	Modes: map[model.Mode]string{model.Foot: "foot", model.Vehicle: "vehicle", model.AnyMode: "any"},
	Places: map[model.PlaceKind]string{
		"plaza": "plaza", "night-market": "night market", "food-market": "food market", "school": "school",
		"hospital": "hospital", "mall": "mall", "residential": "residential", "other": "other",
	},
	Units: map[model.UnitKind]string{"police": "police", "auxiliary": "auxiliary", "volunteer": "volunteer", "mixed": "mixed"},
	Outcomes: map[model.OutcomeKind]string{
		"disputes-mediated": "disputes mediated", "hazards-resolved": "hazards resolved", "vehicles-moved": "parked vehicles moved",
		"stalls-corrected": "stalls corrected", "traffic-guided": "traffic guided", "doors-knocked": "doors knocked for publicity",
	},
	HazardKinds: map[model.HazardKind]string{
		"fire": "fire", "electrical": "electrical", "gas": "gas", "obstruction": "obstruction", "other": "other",
	},
	Severities: map[model.Severity]string{"minor": "minor", "serious": "serious", "grave": "grave"},
	HazardStates: map[model.HazardState]string{
		model.HazardOpen: "open", model.HazardOrdered: "ordered to fix", model.HazardClosed: "closed",
	},
	HazardSteps: map[model.HazardStep]string{
		model.FixedOnSpot: "fixed on the spot", model.OrderedToFix: "ordered to fix", model.Urged: "urged",
		model.RecheckPassed: "recheck passed", model.RecheckFailed: "recheck failed", model.ClosedHazard: "closed",
	},
	Records: map[model.Kind]string{
		model.PlanAdopted:          "plan adopted",
		model.ShiftStarted:         "shift started",
		model.ShiftEnded:           "shift ended",
		model.CrewChanged:          "crew changed",
		model.ModeChanged:          "mode changed",
		model.CheckedIn:            "check-in",
		model.Skipped:              "skip",
		model.Corrected:            "correction",
		model.Withdrawn:            "withdrawal",
		model.OutcomeCounted:       "work counted",
		model.HazardFound:          "hazard found",
		model.HazardMoved:          "hazard step",
		model.ChecklistDone:        "checklist",
		model.HandoverAcknowledged: "handover read",
		model.OperatorOn:           "operator on",
		model.OperatorOff:          "operator off",
		model.UnitHeard:            "unit heard",
		model.RollCalled:           "roll call",
		model.AlertsAcknowledged:   "alerts seen",
	},
	Refusals: enRefusals,
	Missing:  enMissing,
}
