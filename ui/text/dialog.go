package text

// Dialog are the texts of what opens above a screen.
type Dialog struct {
	NoteTitle       string // name of the checkpoint
	NoteAfter       string // time of day of the check-in that the note is added to
	SkipTitle       string // name of the checkpoint
	SkipReasons     []string
	EndReasons      []string
	CorrectReasons  []string
	OtherReason     string
	ReasonPrompt    string
	CorrectTitle    string // name of the checkpoint, time of day
	CorrectNothing  string
	CorrectPlace    string
	CorrectMode     string
	CorrectNote     string
	CorrectTime     string
	CorrectTimeHint string
	CorrectWithdraw string
	Corrected       string
	Withdrawn       string
	CrewTitle       string
	CrewChanged     string // names
	ModeTitle       string
	ModeChanged     string // mode
	PlatePrompt     string
	RouteTitle      string
	RouteHint       string
	EndTitle        string
	EndEarly        string // number of calls still to come
	EndHandover     string
	EndSummary      string // how many were made, number missed
	Ended           string // call sign
	Send            string
	Cancel          string
	Pick            string
	Keep            string
	TypedBefore     string
	TooLong         string // number of characters too many
	CheckInTitle    string // name of the checkpoint
	NowHint         string
	OtherShort      string
	OtherHint       string
	CorrectWhat     string
	CorrectIt       string
	SkipRound       string // number
	NoOtherRoute    string
	OutcomesTitle   string // name of the checkpoint
	OutcomesHint    string
	TakingBack      string
	NothingCounted  string
	ChecklistTitle  string // name of the checkpoint
	ChecklistDone   string
	ItemOK          string
	ItemBad         string
	ItemLeft        string // item, key of a hazard; its form was given up
	HandoverTitle   string
	HandoverFrom    string // call sign, date and time
	HandoverMissed  string // number
	HandoverRead    string
	HandoverKept    string
	HandoverLater   string
	Here            string
	InShift         string
	EndHazards      string // number
}

var zhDialog = Dialog{
	NoteTitle:       "备注：%s",
	NoteAfter:       "补充到 %s 的签到",
	SkipTitle:       "跳过：%s",
	SkipReasons:     []string{"道路封闭", "恶劣天气", "另有警情", "场所已关", "车辆故障", "人员不足"},
	EndReasons:      []string{"另有警情", "恶劣天气", "车辆故障", "队员不适", "上级调整"},
	CorrectReasons:  []string{"选错点位", "方式有误", "时间有误", "备注有误", "误按"},
	OtherReason:     "其他原因（手动输入）",
	ReasonPrompt:    "原因",
	CorrectTitle:    "更正：%s %s",
	CorrectNothing:  "没有可更正的签到",
	CorrectPlace:    "点位",
	CorrectMode:     "方式",
	CorrectNote:     "备注",
	CorrectTime:     "时间",
	CorrectTimeHint: "时:分，实际到达的时间",
	CorrectWithdraw: "整条撤销",
	Corrected:       "已更正，原记录保留",
	Withdrawn:       "已撤销，原记录保留",
	CrewTitle:       "变更队员",
	CrewChanged:     "队员：%s",
	ModeTitle:       "变更方式（新巡段）",
	ModeChanged:     "现在是%s",
	PlatePrompt:     "车牌",
	RouteTitle:      "换线路",
	RouteHint:       "换线路要先结束当前班次",
	EndTitle:        "结束班次",
	EndEarly:        "还有 %d 个应巡未到，提前结束要写明原因",
	EndHandover:     "交接班留言",
	EndSummary:      "%s，漏巡或超时 %d",
	Ended:           "%s 班次已结束",
	Send:            "保存",
	Cancel:          "取消",
	Pick:            "按数字选择，或用方向键和 Enter",
	Keep:            "保留",
	TypedBefore:     "上次有没保存完的表单，再打开同一张表单，填的内容还在",
	TooLong:         "超出 %d 个字",
	CheckInTitle:    "签到：%s",
	NowHint:         "现在；若更早请写 时:分",
	OtherShort:      "其他",
	OtherHint:       "可不填",
	CorrectWhat:     "操作",
	CorrectIt:       "更正",
	SkipRound:       "第 %d 轮",
	NoOtherRoute:    "方案里没有别的线路",
	OutcomesTitle:   "处置成果：%s",
	OutcomesHint:    "数字加一，先按 - 再按数字减一",
	TakingBack:      "减一：请按数字",
	NothingCounted:  "这里没有可减的",
	ChecklistTitle:  "检查清单：%s",
	ChecklistDone:   "检查清单已记录",
	ItemOK:          "正常",
	ItemBad:         "有问题",
	ItemLeft:        "「%s」有问题，还没有登记隐患：按 %s 登记",
	HandoverTitle:   "上一班次的交接",
	HandoverFrom:    "%s，%s 结束",
	HandoverMissed:  "漏巡 %d",
	HandoverRead:    "已阅",
	HandoverKept:    "交接已确认",
	HandoverLater:   "交接还没有确认，下次打开程序或开始班次时再问",
	Here:            "此处",
	InShift:         "本班次",
	EndHazards:      "未销号隐患 %d，会交给下一班次",
}

var enDialog = Dialog{
	NoteTitle:       "Note: %s",
	NoteAfter:       "added to the check-in at %s",
	SkipTitle:       "Skip: %s",
	SkipReasons:     []string{"road closed", "bad weather", "another incident", "place is shut", "vehicle broke down", "short of people"},
	EndReasons:      []string{"another incident", "bad weather", "vehicle broke down", "crew member unwell", "ordered elsewhere"},
	CorrectReasons:  []string{"wrong checkpoint", "wrong mode", "wrong time", "wrong note", "pressed by mistake"},
	OtherReason:     "another reason (type it)",
	ReasonPrompt:    "Reason",
	CorrectTitle:    "Correct: %s %s",
	CorrectNothing:  "There is no check-in to correct",
	CorrectPlace:    "Checkpoint",
	CorrectMode:     "Mode",
	CorrectNote:     "Note",
	CorrectTime:     "Time",
	CorrectTimeHint: "HH:MM, when you were there",
	CorrectWithdraw: "Withdraw it",
	Corrected:       "Corrected; the first record is kept",
	Withdrawn:       "Withdrawn; the record is kept",
	CrewTitle:       "Change the crew",
	CrewChanged:     "Crew: %s",
	ModeTitle:       "Change the mode (a new leg)",
	ModeChanged:     "Now %s",
	PlatePrompt:     "Plate",
	RouteTitle:      "Other route",
	RouteHint:       "To change the route, end this shift first",
	EndTitle:        "End the shift",
	EndEarly:        "%d calls are still to come: an early end needs a reason",
	EndHandover:     "Handover note",
	EndSummary:      "%s, missed or overdue: %d",
	Ended:           "%s: the shift has ended",
	Send:            "Save",
	Cancel:          "Cancel",
	Pick:            "a digit picks, or arrows and Enter",
	Keep:            "Keep",
	TypedBefore:     "A form was not finished: open the same one again, and what was typed is there",
	TooLong:         "%d characters too many",
	CheckInTitle:    "Check in: %s",
	NowHint:         "now; HH:MM if it was earlier",
	OtherShort:      "Other",
	OtherHint:       "may stay empty",
	CorrectWhat:     "Do",
	CorrectIt:       "correct it",
	SkipRound:       "round %d",
	NoOtherRoute:    "The plan has no other route",
	OutcomesTitle:   "Work done: %s",
	OutcomesHint:    "a digit adds one, - and a digit takes one back",
	TakingBack:      "take one back: press a digit",
	NothingCounted:  "There is nothing here to take back",
	ChecklistTitle:  "Checklist: %s",
	ChecklistDone:   "Checklist recorded",
	ItemOK:          "in order",
	ItemBad:         "not in order",
	ItemLeft:        "%s is not in order, and no hazard is recorded: press %s for one",
	HandoverTitle:   "Handover from the last shift",
	HandoverFrom:    "%s, ended %s",
	HandoverMissed:  "missed %d",
	HandoverRead:    "I have read it",
	HandoverKept:    "Handover acknowledged",
	HandoverLater:   "Not acknowledged: it is asked again when the program or a shift starts",
	Here:            "here",
	InShift:         "shift",
	EndHazards:      "%d open hazards go to the next shift",
}
