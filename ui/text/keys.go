package text

// Keys say what a key does, for the help.
type Keys struct {
	CheckIn      string
	Foot         string
	Vehicle      string
	Note         string
	Skip         string
	Undo         string
	Correct      string
	Mode         string
	Log          string
	End          string
	Crew         string
	Help         string
	Find         string
	Route        string
	Theme        string
	Language     string
	Quit         string
	Jump         string
	Up           string
	Down         string
	PageUp       string
	PageDown     string
	Top          string
	Bottom       string
	Back         string
	Open         string
	Search       string
	Earlier      string
	Later        string
	Tonight      string
	NextField    string
	PrevField    string
	NextValue    string
	YesNo        string
	PrevValue    string
	Start        string
	Send         string
	Accept       string
	Cancel       string
	Pick         string
	Yes          string
	EarlierRound string
	LaterRound   string
	Now          string
	SearchOn     string
	Again        string
	GiveUp       string
	RetryLater   string
	Failed       string
	Outcome      string
	Hazard       string
	Hazards      string
	Checklist    string
	AddOne       string
	TakeOne      string
	Done         string
	Report       string
	Lock         string
}

var zhKeys = Keys{
	CheckIn:      "签到",
	Foot:         "步巡签到",
	Vehicle:      "车巡签到",
	Note:         "备注",
	Skip:         "跳过",
	Undo:         "撤销",
	Correct:      "更正",
	Mode:         "变更方式",
	Log:          "日志",
	End:          "结束班次",
	Crew:         "队员",
	Help:         "帮助",
	Find:         "查找",
	Route:        "换线路",
	Theme:        "主题",
	Language:     "English",
	Quit:         "退出",
	Jump:         "按序号跳转",
	Up:           "上移",
	Down:         "下移",
	PageUp:       "上一页",
	PageDown:     "下一页",
	Top:          "到开头",
	Bottom:       "到末尾",
	Back:         "返回",
	Open:         "查看",
	Search:       "搜索",
	Earlier:      "前一夜",
	Later:        "后一夜",
	Tonight:      "今夜",
	NextField:    "下一项",
	PrevField:    "上一项",
	NextValue:    "下一个选项",
	YesNo:        "正常、有问题",
	PrevValue:    "上一个选项",
	Start:        "开始",
	Send:         "保存",
	Accept:       "确定",
	Cancel:       "取消",
	Pick:         "按数字选择",
	Yes:          "是",
	EarlierRound: "上一轮",
	LaterRound:   "下一轮",
	Now:          "回到当前",
	SearchOn:     "继续搜索",
	Again:        "重试",
	GiveUp:       "放弃",
	RetryLater:   "稍后",
	Failed:       "未写入的记录",
	Outcome:      "处置成果",
	Hazard:       "登记隐患",
	Hazards:      "隐患清单",
	Checklist:    "检查清单",
	AddOne:       "加一",
	TakeOne:      "减一",
	Done:         "完成",
	Report:       "报告",
	Lock:         "锁屏",
}

var enKeys = Keys{
	CheckIn:      "check in",
	Foot:         "on foot",
	Vehicle:      "by vehicle",
	Note:         "note",
	Skip:         "skip",
	Undo:         "undo",
	Correct:      "correct",
	Mode:         "change mode",
	Log:          "log",
	End:          "end of shift",
	Crew:         "crew",
	Help:         "help",
	Find:         "find",
	Route:        "other route",
	Theme:        "theme",
	Language:     "中文",
	Quit:         "quit",
	Jump:         "jump to number",
	Up:           "up",
	Down:         "down",
	PageUp:       "page up",
	PageDown:     "page down",
	Top:          "to the top",
	Bottom:       "to the end",
	Back:         "back",
	Open:         "open",
	Search:       "search",
	Earlier:      "earlier night",
	Later:        "later night",
	Tonight:      "tonight",
	NextField:    "next field",
	PrevField:    "previous field",
	NextValue:    "next value",
	YesNo:        "in order or not",
	PrevValue:    "previous value",
	Start:        "start",
	Send:         "save",
	Accept:       "accept",
	Cancel:       "cancel",
	Pick:         "pick",
	Yes:          "yes",
	EarlierRound: "earlier round",
	LaterRound:   "later round",
	Now:          "back to now",
	SearchOn:     "search on",
	Again:        "try again",
	GiveUp:       "let it go",
	RetryLater:   "later",
	Failed:       "not written",
	Outcome:      "count work",
	Hazard:       "hazard",
	Hazards:      "all hazards",
	Checklist:    "checklist",
	AddOne:       "add one",
	TakeOne:      "take one back",
	Done:         "done",
	Report:       "report",
	Lock:         "lock",
}
