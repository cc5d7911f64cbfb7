package text

import (
	"fmt"
	"strings"
	"time"

	"beatbook/model"
)

// History are the texts of what was: a checkpoint's visits, a unit's nights, who was on duty. What is counted has its names
// in Report.
type History struct {
	Title       string
	Tabs        []string // short names of the views, in order
	LastNights  string   // number of nights
	Visits      string   // number
	VisitList   string   // titles from here on
	ShiftList   string
	OnDuty      string
	First       string // column headings from here on
	Last        string
	Hours       string
	StartEnd    string
	Before      string // the last place before the time
	After       string // the next place after it
	LongestGap  string // duration, night, time of day
	GapOf       string // duration
	MissedCall  string // time of day, round, unit
	MissedShort string // of an interval plan: time of day, unit
	OwnDevice   string // who wrote it down
	StillOut    string
	AtDesk      string // names
	DeskSince   string // name, time of day
	NobodyDesk  string
	NobodyOut   string // time
	NoNights    string // name
	NothingKept string
	Reading     string
	Choose      string // a checkpoint, from here on what a key does
	ChooseUnit  string
	TypeTime    string
	TimePrompt  string
	BadTime     string // what was typed
	Future      string // what was typed
	KeyView     string
	KeyNextView string
	KeyPrevView string
	KeyFind     string
	KeyEarlier  string
	KeyLater    string
	KeyTime     string
	KeyReadOn   string
	KeyHistory  string // opens the page
	Command     string // what the commands do, from here on
	Checkpoint  string
	Unit        string
	Duty        string
	FlagNights  string
	BadNights   string // what was typed, the most
	ArgTime     string // names of arguments
	ArgUnit     string
	Counting    string // percent
}

var zhHistory = History{
	Title:       "历史",
	Tabs:        []string{"点位", "巡逻组", "在岗"},
	LastNights:  "近 %d 夜",
	Visits:      "到访 %d 次",
	VisitList:   "到访",
	ShiftList:   "班次",
	OnDuty:      "在岗",
	First:       "最早",
	Last:        "最晚",
	Hours:       "小时",
	StartEnd:    "起止",
	Before:      "此前",
	After:       "此后",
	LongestGap:  "最长间隔 %s（%s %s 起）",
	GapOf:       "间隔 %s",
	MissedCall:  "%s 漏巡（第 %d 轮，%s）",
	MissedShort: "%s 漏巡（%s）",
	OwnDevice:   "自行记录",
	StillOut:    "未归",
	AtDesk:      "值班室：%s",
	DeskSince:   "%s（%s 起）",
	NobodyDesk:  "值班室无人签到",
	NobodyOut:   "%s 没有人在外巡逻",
	NoNights:    "%s：没有记录",
	NothingKept: "还没有读完",
	Reading:     "正在读取",
	Choose:      "选择点位",
	ChooseUnit:  "选择巡逻组",
	TypeTime:    "输入时间",
	TimePrompt:  "什么时间（03:12、11-20 03:12 或 2026-11-20 03:12）：",
	BadTime:     "「%s」不是时间，请写成 03:12、11-20 03:12 或 2026-11-20 03:12。",
	Future:      "%s 还没有到，请写已经过去的时间。",
	KeyView:     "看哪一页",
	KeyNextView: "下一页",
	KeyPrevView: "上一页",
	KeyFind:     "选择",
	KeyEarlier:  "上一个",
	KeyLater:    "下一个",
	KeyTime:     "何时在岗",
	KeyReadOn:   "往下读",
	KeyHistory:  "历史",
	Command:     "查历史：点位、巡逻组、在岗",
	Checkpoint:  "一个点位近期每夜的到访",
	Unit:        "一个巡逻组近期的各夜",
	Duty:        "某一时刻谁在岗",
	FlagNights:  "往前多少夜，含今夜",
	BadNights:   "夜数不能是 %d，须为 1 到 %d。",
	ArgTime:     "时间",
	ArgUnit:     "巡逻组",
	Counting:    "正在读取各夜：%d%%",
}

var enHistory = History{
	Title:       "History",
	Tabs:        []string{"Checkpoint", "Unit", "On duty"},
	LastNights:  "last %d nights",
	Visits:      "visits %d",
	VisitList:   "Visits",
	ShiftList:   "Shifts",
	OnDuty:      "On duty",
	First:       "First",
	Last:        "Last",
	Hours:       "Hours",
	StartEnd:    "From-to",
	Before:      "Before",
	After:       "After",
	LongestGap:  "longest gap %s (%s from %s)",
	GapOf:       "gap %s",
	MissedCall:  "%s missed (round %d, %s)",
	MissedShort: "%s missed (%s)",
	OwnDevice:   "own record",
	StillOut:    "out",
	AtDesk:      "At the desk: %s",
	DeskSince:   "%s (since %s)",
	NobodyDesk:  "Nobody had signed on at the desk",
	NobodyOut:   "Nobody was out at %s",
	NoNights:    "%s: no records",
	NothingKept: "Not read yet",
	Reading:     "Reading",
	Choose:      "choose a checkpoint",
	ChooseUnit:  "choose a unit",
	TypeTime:    "type a time",
	TimePrompt:  "Time (03:12, 11-20 03:12, 2026-11-20 03:12): ",
	BadTime:     "\"%s\" is not a time. Write 03:12, 11-20 03:12 or 2026-11-20 03:12.",
	Future:      "%s is still to come. Give a time that has passed.",
	KeyView:     "view",
	KeyNextView: "next view",
	KeyPrevView: "view before",
	KeyFind:     "choose",
	KeyEarlier:  "previous",
	KeyLater:    "next",
	KeyTime:     "on duty when",
	KeyReadOn:   "read on",
	KeyHistory:  "history",
	Command:     "Look back: a checkpoint, a unit, who was on duty",
	Checkpoint:  "List the visits of a checkpoint night by night",
	Unit:        "List the nights of a unit",
	Duty:        "Say who was on duty at a time",
	FlagNights:  "how many nights back, tonight included",
	BadNights:   "The number of nights cannot be %d: 1 to %d.",
	ArgTime:     "TIME",
	ArgUnit:     "UNIT",
	Counting:    "Reading the nights: %d%%",
}

// AtDesk says who sat at the duty desks, with times in a zone.
func (s *Strings) AtDesk(watches []model.Watch, zone *time.Location) string {
	var names []string
	for _, w := range watches {
		name := w.Operator
		if !w.From.IsZero() {
			name = fmt.Sprintf(s.History.DeskSince, name, w.From.In(zone).Format("15:04"))
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return s.History.NobodyDesk
	}
	return fmt.Sprintf(s.History.AtDesk, strings.Join(names, s.App.ListJoin))
}

// Behalf is who wrote a record down for a unit (R12), empty where it did so itself.
func (s *Strings) Behalf(b *model.Behalf) string {
	switch {
	case b == nil:
		return ""
	case b.Channel == model.AtDesk:
		return fmt.Sprintf(s.Log.Operator, b.Operator)
	}
	return fmt.Sprintf(s.Log.Behalf, b.Operator, s.Channel(b.Channel))
}
