package text

import (
	"fmt"
	"time"

	"beatbook/model"
)

// Hazard are the texts of the hazards screen and of the forms about hazards.
type Hazard struct {
	Title          string
	Sum            string // number of overdue ones, of those that are not closed
	WithClosed     string // in the title while the closed ones are shown too
	Place          string // column headings from here on
	Kind           string
	What           string
	Severity       string
	State          string
	Owner          string
	Deadline       string // labels from here on
	Interim        string
	Note           string
	Item           string
	Until          string // deadline, behind the owner
	FoundAt        string // the first step of a story
	Parallel       string // a step made apart from the one before it
	OverdueBy      string // time span
	TimeLeft       string // time span
	Days           string // number
	FilterPrompt   string
	Filtered       string // number shown, what was typed
	NoneOpen       string
	NoneMatch      string
	AlreadyClosed  string
	NewTitle       string // name of the checkpoint
	MoveTitle      string // name of the checkpoint
	WhatHint       string
	Done           string // what is done about it: heading
	DoneFixed      string // the choices from here on
	DoneOrdered    string
	DoneNoted      string
	OwnerHint      string
	DeadlineHint   string
	InterimHint    string
	Step           string
	Recorded       string // name of the checkpoint
	Moved          string // step
	BadDeadline    string // what was typed
	DeadlineNeeded string
	KeyMove        string // what a key does, from here on
	KeyPlace       string
	KeyKind        string
	KeyState       string
	KeyClosed      string
	KeyFilter      string
	KeyReadOn      string
	KeyKeep        string
	KeyClear       string
}

var zhHazard = Hazard{
	Title:          "隐患",
	Sum:            "逾期 %d，未销号 %d",
	WithClosed:     "含已销号",
	Place:          "点位",
	Kind:           "类别",
	What:           "隐患内容",
	Severity:       "程度",
	State:          "状态",
	Owner:          "责任单位",
	Deadline:       "期限",
	Interim:        "临时措施",
	Note:           "备注",
	Item:           "检查项",
	Until:          "期限 %s",
	FoundAt:        "发现",
	Parallel:       "并行",
	OverdueBy:      "逾期 %s",
	TimeLeft:       "剩 %s",
	Days:           "%d 天",
	FilterPrompt:   "筛选：",
	Filtered:       "%d 条含有「%s」",
	NoneOpen:       "没有未销号的隐患",
	NoneMatch:      "没有符合筛选的隐患",
	AlreadyClosed:  "这条隐患已经销号",
	NewTitle:       "登记隐患：%s",
	MoveTitle:      "隐患处理：%s",
	WhatHint:       "写明是什么、在哪里",
	Done:           "处理",
	DoneFixed:      "即查即改",
	DoneOrdered:    "限期整改",
	DoneNoted:      "只登记，尚未处理",
	OwnerHint:      "单位或商户，不填居民",
	DeadlineHint:   "3天、24h、12-31 或 12-31 18:00",
	InterimHint:    "整改之前怎么防范，可不填",
	Step:           "下一步",
	Recorded:       "隐患已登记：%s",
	Moved:          "已记录：%s",
	BadDeadline:    "「%s」不是期限，请写成 3天、24h、12-31、2026-12-31 或 12-31 18:00。",
	DeadlineNeeded: "限期整改要有期限，请写成 3天、24h、12-31 或 12-31 18:00。",
	KeyMove:        "处理",
	KeyPlace:       "按点位筛选",
	KeyKind:        "按类别筛选",
	KeyState:       "按状态筛选",
	KeyClosed:      "显示已销号",
	KeyFilter:      "按文字筛选",
	KeyReadOn:      "往下读",
	KeyKeep:        "保留筛选",
	KeyClear:       "清除筛选",
}

var enHazard = Hazard{
	Title:          "Hazards",
	Sum:            "overdue %d, not closed %d",
	WithClosed:     "with the closed ones",
	Place:          "Checkpoint",
	Kind:           "Kind",
	What:           "What",
	Severity:       "How bad",
	State:          "State",
	Owner:          "Owner",
	Deadline:       "Deadline",
	Interim:        "Until then",
	Note:           "Note",
	Item:           "Checklist",
	Until:          "by %s",
	FoundAt:        "found",
	Parallel:       "in parallel",
	OverdueBy:      "overdue %s",
	TimeLeft:       "%s left",
	Days:           "%d d",
	FilterPrompt:   "Filter: ",
	Filtered:       "%d with \"%s\"",
	NoneOpen:       "No hazard is left open",
	NoneMatch:      "No hazard passes the filters",
	AlreadyClosed:  "That hazard is closed already",
	NewTitle:       "Hazard found: %s",
	MoveTitle:      "Hazard: %s",
	WhatHint:       "what it is and where",
	Done:           "Done",
	DoneFixed:      "fixed on the spot",
	DoneOrdered:    "ordered to fix",
	DoneNoted:      "only noted, nothing done yet",
	OwnerHint:      "an office or a business, no residents",
	DeadlineHint:   "3d, 24h, 12-31 or 12-31 18:00",
	InterimHint:    "what keeps it safe until then; may be empty",
	Step:           "Next step",
	Recorded:       "Hazard recorded: %s",
	Moved:          "Recorded: %s",
	BadDeadline:    "\"%s\" is not a deadline. Write 3d, 24h, 12-31, 2026-12-31 or 12-31 18:00.",
	DeadlineNeeded: "An order to fix needs a deadline. Write 3d, 24h, 12-31 or 12-31 18:00.",
	KeyMove:        "next step",
	KeyPlace:       "filter by place",
	KeyKind:        "filter by kind",
	KeyState:       "filter by state",
	KeyClosed:      "show closed",
	KeyFilter:      "filter by text",
	KeyReadOn:      "read on",
	KeyKeep:        "keep the filter",
	KeyClear:       "clear the filter",
}

// HazardKind is the kind of a hazard.
func (s *Strings) HazardKind(kind model.HazardKind) string { return word(s.Words.HazardKinds, kind) }

// Severity is how bad a hazard is.
func (s *Strings) Severity(severity model.Severity) string {
	return word(s.Words.Severities, severity)
}

// HazardState is where a hazard stands.
func (s *Strings) HazardState(state model.HazardState) string {
	return word(s.Words.HazardStates, state)
}

// HazardStep is a step of a hazard.
func (s *Strings) HazardStep(step model.HazardStep) string { return word(s.Words.HazardSteps, step) }

// HazardLeft is how far a hazard is from its deadline, "2 d left" or "overdue 2 d"; its state where it has none.
func (s *Strings) HazardLeft(h model.Hazard, now time.Time) string {
	if h.State != model.HazardOrdered || h.Order == nil {
		return s.HazardState(h.State)
	}
	format := s.Hazard.TimeLeft
	if h.Overdue(now) {
		format = s.Hazard.OverdueBy
	}
	return fmt.Sprintf(format, s.days(h.Order.Deadline.Sub(now)))
}

// days says a time span without its sign, from a day on in whole days.
func (s *Strings) days(d time.Duration) string {
	const day = 24 * time.Hour
	if d = d.Abs(); d >= day {
		return fmt.Sprintf(s.Hazard.Days, d/day)
	}
	return s.Duration(d)
}

// badDeadline says how a deadline is written.
func (s *Strings) badDeadline(typed string) string {
	if typed == "" {
		return s.Hazard.DeadlineNeeded
	}
	return fmt.Sprintf(s.Hazard.BadDeadline, typed)
}
