package text

// Dialog are the texts of what opens above a screen.
type Dialog struct {
	NoteTitle       string // name of the checkpoint
	NoteAfter       string // time of day of the check-in that the note is added to
	NoteHint        string
	NoteLost        string
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
	CorrectReason   string
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
	EndReason       string
	EndHandover     string
	EndHint         string
	EndSummary      string // made, due, missed
	EndUnsent       string // number of records on this machine only
	Ended           string
	QuitTitle       string
	QuitOpenShift   string
	QuitWriting     string // number of records still being written
	Send            string
	Cancel          string
	Pick            string
	Keep            string
	TooLong         string // number of characters too many
	CheckInTitle    string // name of the checkpoint
	NowHint         string
	OtherShort      string
	OtherHint       string
	CorrectWhat     string
	CorrectIt       string
}

var zhDialog = Dialog{
	NoteTitle:       "备注：%s",
	NoteAfter:       "补充到 %s 的签到",
	NoteHint:        "Ctrl+S 保存，Esc 放弃",
	NoteLost:        "放弃已输入的备注？",
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
	CorrectReason:   "更正原因",
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
	EndReason:       "提前结束的原因",
	EndHandover:     "交接班留言",
	EndHint:         "Ctrl+S 结束班次，Esc 返回",
	EndSummary:      "实巡 %d / 应巡 %d，漏巡 %d",
	EndUnsent:       "%d 条记录只在本机",
	Ended:           "班次已结束",
	QuitTitle:       "退出夜巡？",
	QuitOpenShift:   "班次仍在进行，再次打开时继续。",
	QuitWriting:     "还有 %d 条记录正在写入，写完后退出。",
	Send:            "保存",
	Cancel:          "取消",
	Pick:            "按数字选择，或用方向键和 Enter",
	Keep:            "保留",
	TooLong:         "超出 %d 个字",
	CheckInTitle:    "签到：%s",
	NowHint:         "现在；若更早请写 时:分",
	OtherShort:      "其他",
	OtherHint:       "可不填",
	CorrectWhat:     "操作",
	CorrectIt:       "更正",
}

var enDialog = Dialog{
	NoteTitle:       "Note: %s",
	NoteAfter:       "added to the check-in at %s",
	NoteHint:        "Ctrl+S save, Esc discard",
	NoteLost:        "Discard the note?",
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
	CorrectReason:   "Reason for the correction",
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
	EndReason:       "Reason for the early end",
	EndHandover:     "Handover note",
	EndHint:         "Ctrl+S end the shift, Esc back",
	EndSummary:      "made %d of %d due, missed %d",
	EndUnsent:       "%d records are on this machine only",
	Ended:           "The shift has ended",
	QuitTitle:       "Quit Beatbook?",
	QuitOpenShift:   "The shift stays open and goes on when you start again.",
	QuitWriting:     "%d records are still being written; quitting after that.",
	Send:            "Save",
	Cancel:          "Cancel",
	Pick:            "a digit picks, or arrows and Enter",
	Keep:            "Keep",
	TooLong:         "%d characters too many",
	CheckInTitle:    "Check in: %s",
	NowHint:         "now; HH:MM if it was earlier",
	OtherShort:      "Other",
	OtherHint:       "may stay empty",
	CorrectWhat:     "Do",
	CorrectIt:       "correct it",
}
