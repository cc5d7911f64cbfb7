package text

import (
	"fmt"
	"strings"

	"beatbook/data/routefile"
	"beatbook/model"
)

// PlanEdit are the texts of the plan editor and of its forms.
type PlanEdit struct {
	Title         string
	Tabs          []string // checkpoints, routes, units, counted work, versions
	Unsaved       string   // number of changes
	NothingNew    string
	Overtaken     string
	ChineseName   string // labels of fields from here on, each with a hint where one is needed
	EnglishName   string
	ID            string
	IDHint        string
	Position      string
	PositionHint  string
	Datum         string
	Radius        string
	Tag           string
	LookChinese   string
	LookEnglish   string
	Tolerance     string
	ToleranceHint string
	Checklist     string
	ChecklistHint string
	Order         string
	RoundsHint    string
	Every         string
	EveryHint     string
	Contact       string
	ContactHint   string
	After         string
	AfterHint     string
	From          string
	To            string
	MomentHint    string
	UsualRoute    string
	NoUsualRoute  string
	Calls         string // heading
	CalledBy      string // label of the routes of a checkpoint
	NewTitle      string // one of the kinds of things below
	ChangeTitle   string // name
	Things        map[model.PlanPart]string
	Tonight       string
	RoundAt       string // number, time of day
	Early         string // label of calls, mark of one
	EarlyOn       string // name of the route, names of checkpoints
	RemoveTitle   string
	RemoveAsk     string // name
	StillCalled   string // names of routes
	StillUsual    string // call signs of units
	LastOne       string
	DiscardTitle  string
	DiscardAsk    string // number of changes
	QuitKept      string // number of changes
	GiveUpAsk     string
	SaveTitle     string
	FromNextShift string
	KeepOld       string // number of units
	Saved         string
	BeingSaved    string
	NotSaved      string // key
	Version       string // number
	VersionTitle  string // number
	FirstVersion  string
	NothingHere   string
	PositionPair  string // what was typed
	TolerancePair string // what was typed
	SiteTitle     string
	Timezone      string
	TimezoneHint  string
	NightTurns    string
	TurnsHint     string
	Problems      map[routefile.Code]string
	KeyTab        string // what a key does, from here on
	KeyNew        string
	KeyChange     string
	KeyRoute      string
	KeySite       string
	KeyRemove     string
	KeyEarlier    string
	KeyLater      string
	KeyUndo       string
	KeySave       string
	KeyDiscard    string
	KeyReadOn     string
	KeyCalls      string
	KeyDifference string
}

var zhPlanEdit = PlanEdit{
	Title:         "方案",
	Tabs:          []string{"点位", "线路", "巡逻组", "处置成果", "版本"},
	Unsaved:       "%d 处改动未保存",
	NothingNew:    "没有要保存的改动",
	Overtaken:     "编辑期间现用方案换了新版，改动现在与新版比较",
	ChineseName:   "中文名",
	EnglishName:   "英文名",
	ID:            "编号",
	IDHint:        "可不填，按名称生成；保存后不能改",
	Position:      "坐标",
	PositionHint:  "纬度, 经度，可不填",
	Datum:         "坐标系",
	Radius:        "半径",
	Tag:           "标签",
	LookChinese:   "要点（中文）",
	LookEnglish:   "要点（英文）",
	Tolerance:     "偏差",
	ToleranceHint: "准时 最多，如 10m 30m；可不填",
	Checklist:     "检查清单",
	ChecklistHint: "每行一项：名称，或 编号: 中文 | 英文",
	Order:         "次序",
	RoundsHint:    "19:30 21:30 23:30 01:30",
	Every:         "间隔",
	EveryHint:     "不分轮次时填，如 2h",
	Contact:       "联络时限",
	ContactHint:   "不填为 30m",
	After:         "轮次开始后",
	AfterHint:     "如 35m；或填下面的时段",
	From:          "时段开始",
	To:            "时段结束",
	MomentHint:    "21:00，或轮次开始后 35m",
	UsualRoute:    "常用线路",
	NoUsualRoute:  "没有",
	Calls:         "应巡",
	CalledBy:      "所在线路",
	NewTitle:      "新增%s",
	ChangeTitle:   "修改：%s",
	Things: map[model.PlanPart]string{
		model.CheckpointPart: "点位", model.RoutePart: "线路", model.CallPart: "应巡", model.UnitPart: "巡逻组", model.OutcomePart: "处置成果",
	},
	Tonight:       "今夜应巡",
	RoundAt:       "第 %d 轮 %s",
	Early:         "早于前一个",
	EarlyOn:       "线路「%s」的次序与时间不一致，应到时间早于前一个的点位：%s",
	RemoveTitle:   "删除",
	RemoveAsk:     "删除「%s」？已记录的内容不受影响。",
	StillCalled:   "还在线路里：%s。请先从线路里删去。",
	StillUsual:    "还是常用线路：%s。请先改巡逻组。",
	LastOne:       "这是最后一个，方案里至少要有一个",
	DiscardTitle:  "放弃改动",
	DiscardAsk:    "放弃 %d 处未保存的改动？",
	QuitKept:      "勤务计划有 %d 处改动尚未保存，下次打开时仍在",
	GiveUpAsk:     "放弃在这里填写的内容？按 Esc 可回去继续填。",
	SaveTitle:     "保存方案",
	FromNextShift: "从下一班次起生效。",
	KeepOld:       "在外的 %d 个巡逻组仍用旧版。",
	Saved:         "方案已保存，从下一班次起生效",
	BeingSaved:    "方案正在保存",
	NotSaved:      "上次保存的方案没有写入，按 %s 查看",
	Version:       "第 %d 版",
	VersionTitle:  "第 %d 版的改动",
	FirstVersion:  "这是第一版，没有可比较的",
	NothingHere:   "这里还没有内容，按 n 新增",
	PositionPair:  "「%s」不是坐标，请写纬度和经度，例如 26.89340, 112.56410。",
	TolerancePair: "「%s」不是偏差，请写两个时长：准时和最多，例如 10m 30m。",
	SiteTitle:     "单位与时间",
	Timezone:      "时区",
	TimezoneHint:  "Asia/Shanghai",
	NightTurns:    "换夜时间",
	TurnsHint:     "12:00：这时起算下一夜",
	Problems: map[routefile.Code]string{
		routefile.TooLarge:       "方案太大了，最多 {d}，请删去一些内容。",
		routefile.DuplicateID:    "编号「{s}」已经有了，请换一个。",
		routefile.ReservedID:     "编号「{s}」是固有成果种类的编号，请换一个。",
		routefile.RepeatedRound:  "轮次「{s}」重复，请删去一个。",
		routefile.RepeatedCall:   "点位「{s}」在间隔方案里重复，请先删去一个。",
		routefile.RoundsAndEvery: "轮次和间隔只能填一个，请清空另一个。",
		routefile.NoRounds:       "请填轮次或间隔。",
		routefile.AfterAndWindow: "「轮次开始后」和时段只能填一种，请清空另一种。",
		routefile.HalfWindow:     "时段要有开始和结束，请补上另一端。",
	},
	KeyTab:        "换一栏",
	KeyNew:        "新增",
	KeyChange:     "修改",
	KeyRoute:      "线路设置",
	KeySite:       "单位与时间",
	KeyRemove:     "删除",
	KeyEarlier:    "往前移",
	KeyLater:      "往后移",
	KeyUndo:       "撤回改动",
	KeySave:       "保存",
	KeyDiscard:    "放弃改动",
	KeyReadOn:     "往下读",
	KeyCalls:      "应巡",
	KeyDifference: "查看改动",
}

var enPlanEdit = PlanEdit{
	Title:         "Plan",
	Tabs:          []string{"Checkpoints", "Routes", "Units", "Work", "Versions"},
	Unsaved:       "unsaved changes: %d",
	NothingNew:    "There is nothing to be saved",
	Overtaken:     "A new version came into force meanwhile; the changes are compared with that one now",
	ChineseName:   "Chinese name",
	EnglishName:   "English name",
	ID:            "Id",
	IDHint:        "may be empty: made from the name; stays as it is",
	Position:      "Position",
	PositionHint:  "latitude, longitude; may be empty",
	Datum:         "Datum",
	Radius:        "Radius",
	Tag:           "Tag",
	LookChinese:   "Look for (zh)",
	LookEnglish:   "Look for (en)",
	Tolerance:     "Tolerance",
	ToleranceHint: "on time, at most: 10m 30m; may be empty",
	Checklist:     "Checklist",
	ChecklistHint: "one a line: a name, or id: Chinese | English",
	Order:         "Order",
	RoundsHint:    "19:30 21:30 23:30 01:30",
	Every:         "Interval",
	EveryHint:     "2h, in place of rounds",
	Contact:       "Contact time",
	ContactHint:   "30m where it is empty",
	After:         "After start",
	AfterHint:     "35m, or else a window below",
	From:          "Window from",
	To:            "Window to",
	MomentHint:    "21:00, or 35m after the start of the round",
	UsualRoute:    "Usual route",
	NoUsualRoute:  "none",
	Calls:         "Calls",
	CalledBy:      "On routes",
	NewTitle:      "New %s",
	ChangeTitle:   "Change: %s",
	Things: map[model.PlanPart]string{
		model.CheckpointPart: "checkpoint", model.RoutePart: "route", model.CallPart: "call", model.UnitPart: "unit",
		model.OutcomePart: "kind of counted work",
	},
	Tonight:       "Tonight's calls",
	RoundAt:       "Round %d at %s",
	Early:         "Due before the one above",
	EarlyOn:       "Route \"%s\": order and times disagree. Due before the one above: %s",
	RemoveTitle:   "Remove",
	RemoveAsk:     "Remove \"%s\"? What was recorded stays as it is.",
	StillCalled:   "Still on routes: %s. Take it off them first.",
	StillUsual:    "Still the usual route of: %s. Change these units first.",
	LastOne:       "It is the last one, and a plan needs one",
	DiscardTitle:  "Discard",
	DiscardAsk:    "Unsaved changes: %d. Give them up?",
	QuitKept:      "Changes of the plan not yet saved: %d; they will be there again",
	GiveUpAsk:     "Give up what was typed here? Esc goes back to it.",
	SaveTitle:     "Save the plan",
	FromNextShift: "It takes effect with the next shift.",
	KeepOld:       "Units that are out and keep the old one: %d.",
	Saved:         "The plan is saved and takes effect with the next shift",
	BeingSaved:    "The plan is being saved",
	NotSaved:      "The plan saved last is not written, %s shows it",
	Version:       "Version %d",
	VersionTitle:  "What version %d changed",
	FirstVersion:  "This is the first version; there is nothing to compare it with",
	NothingHere:   "Nothing is here yet; n adds something",
	PositionPair:  "\"%s\" is not a position. Write latitude and longitude, for example 26.89340, 112.56410.",
	TolerancePair: "\"%s\" is not a tolerance. Write two time spans, on time and at most, for example 10m 30m.",
	SiteTitle:     "Site and time",
	Timezone:      "Time zone",
	TimezoneHint:  "Asia/Shanghai",
	NightTurns:    "Night turns at",
	TurnsHint:     "12:00, when the next night begins",
	Problems: map[routefile.Code]string{
		routefile.TooLarge:       "The plan is too large now: {d} at most. Remove something.",
		routefile.DuplicateID:    "Id \"{s}\" is taken already. Choose another one.",
		routefile.ReservedID:     "\"{s}\" is the id of a kind of outcome that is always there. Choose another one.",
		routefile.RepeatedRound:  "Round \"{s}\" is there twice. Delete one of them.",
		routefile.RepeatedCall:   "Checkpoint \"{s}\" is in this interval plan twice. Remove one of them first.",
		routefile.RoundsAndEvery: "Only one of rounds and interval is possible. Clear the other.",
		routefile.NoRounds:       "Fill in rounds or an interval.",
		routefile.AfterAndWindow: "Only one of a time after the start and a window is possible. Clear the other.",
		routefile.HalfWindow:     "A window has two ends. Fill in the other one.",
	},
	KeyTab:        "other tab",
	KeyNew:        "new",
	KeyChange:     "change",
	KeyRoute:      "route settings",
	KeySite:       "site and time",
	KeyRemove:     "remove",
	KeyEarlier:    "move up",
	KeyLater:      "move down",
	KeyUndo:       "undo",
	KeySave:       "save",
	KeyDiscard:    "discard",
	KeyReadOn:     "read on",
	KeyCalls:      "calls",
	KeyDifference: "what it changed",
}

// PlanEditProblem says what is wrong with a plan that is being edited, where there are no lines and keys of a file.
func (s *Strings) PlanEditProblem(p routefile.Problem) string {
	if sentence, ok := s.PlanEdit.Problems[p.Code]; ok {
		return strings.NewReplacer("{s}", p.Subject, "{d}", p.Detail).Replace(sentence)
	}
	return s.PlanSentence(p)
}

// NewThing is the title of a form for something new of a plan.
func (s *Strings) NewThing(part model.PlanPart) string {
	return fmt.Sprintf(s.PlanEdit.NewTitle, word(s.PlanEdit.Things, part))
}
