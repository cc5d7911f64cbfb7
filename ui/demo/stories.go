package demo

import "beatbook/model"

// endOfWork is the time of day at which things ordered to fix are to be done.
const endOfWork = model.Clock(18 * 60)

// outcomes that are likely at a kind of place.
var outcomes = map[model.PlaceKind][]model.OutcomeKind{
	"plaza":        {"traffic-guided", "disputes-mediated", "lost-children-helped"},
	"night-market": {"stalls-corrected", "stalls-corrected", "disputes-mediated", "hazards-resolved"},
	"food-market":  {"doors-knocked", "hazards-resolved"},
	"school":       {"vehicles-moved"},
	"hospital":     {"vehicles-moved", "traffic-guided"},
	"mall":         {"vehicles-moved", "doors-knocked"},
	"residential":  {"doors-knocked", "disputes-mediated"},
}

// numerous are the outcomes that come by several at a time.
var numerous = []model.OutcomeKind{"vehicles-moved", "stalls-corrected", "traffic-guided", "doors-knocked"}

// story is a hazard of the week: found in a night, counted from 0, at the first place of a kind that somebody comes to, and
// moved at the same place in later nights or the same one.
type story struct {
	night    int
	place    model.PlaceKind
	kind     model.HazardKind
	what     string // no two say the same
	severity model.Severity
	item     string // of the checklist, if the place has it
	fixed    bool
	order    *order
	moves    []move
}

// order has its deadline days after the night in which it is given.
type order struct {
	owner   string
	days    int
	interim string
}

type move struct {
	night int
	step  model.HazardStep
	order *order
	note  string
}

// stories leave the week with one hazard overdue and urged, one ordered again and one ordered with time to come.
var stories = []story{
	{night: 0, place: "night-market", kind: "gas", what: "燃气瓶离灶台过近", severity: "serious", fixed: true},
	{
		night: 1, place: "food-market", kind: "electrical", what: "配电箱门锁损坏", severity: "serious", item: "wiring",
		order: &order{"联合菜市场管理方", 2, "先行上锁，贴警示"},
		moves: []move{{3, model.RecheckPassed, nil, "已换新锁"}},
	},
	{
		night: 2, place: "plaza", kind: "obstruction", what: "消防通道被货车占用", severity: "serious",
		order: &order{"万达广场物业", 2, "保安值守，夜间清空"},
		moves: []move{{5, model.Urged, nil, "已电话督办物业经理"}},
	},
	{
		night: 2, place: "school", kind: "fire", what: "校门外消防栓被遮挡", severity: "minor",
		moves: []move{{3, model.FixedOnSpot, nil, "已挪开共享单车"}},
	},
	{
		night: 3, place: "mall", kind: "fire", what: "西侧出口堆放纸箱", severity: "serious", item: "exit",
		moves: []move{
			{3, model.OrderedToFix, &order{"商场物业", 1, ""}, ""},
			{5, model.RecheckFailed, &order{"商场物业", 3, "出口留人看守"}, "只清走一半"},
		},
	},
	{
		night: 3, place: "hospital", kind: "electrical", what: "疏散指示灯不亮", severity: "minor",
		order: &order{"医院后勤科", 3, "临时张贴荧光标识"},
		moves: []move{{5, model.ClosedHazard, nil, "后勤科已更换，见整改回执"}},
	},
	{
		night: 5, place: "food-market", kind: "electrical", what: "卷闸门控制线头外露", severity: "grave", item: "wiring",
		order: &order{"联合菜市场管理方", 3, "断电并挂牌"},
	},
	{night: 6, place: "night-market", kind: "obstruction", what: "摊位占用消防通道", severity: "minor", fixed: true},
}
