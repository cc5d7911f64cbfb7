package text

import "beatbook/model"

// Desk are the texts of the duty desk's board and of the forms about the desk.
type Desk struct {
	Title           string
	Since           string // operator, time of day
	NoOperator      string
	Out             string // number of shifts
	Sum             string // numbers of calls due, made, missed
	Silent          string // time of day at which the bell sounds again
	Unit            string // column headings of the board from here on
	Route           string
	Round           string
	Progress        string
	Kept            string // of an interval plan: numbers of checkpoints kept, of all
	Last            string
	Next            string
	Overdue         string
	Contact         string
	Outcomes        string
	Hazards         string
	Elapsed         string
	Alerts          string // number; column headings of the alerts from here on
	About           string
	For             string
	Kinds           map[model.AlertKind]string
	Over            string // minutes since the last contact, minutes over what the route allows
	LastHeard       string // time of day of the last contact, minutes that the route allows
	Due             string // time of day, place
	Passed          string // time of day
	Feed            string
	NobodyOut       string
	NoneMatch       string
	FilterPrompt    string
	Filtered        string // number shown, what was typed
	NoAlert         string
	NonePassed      string
	Acknowledged    string // number of alerts
	AcknowledgedOne string // unit, kind of alert
	QuitTitle       string
	QuitOut         string // number of shifts
	QuitLine        string
	BellOff         string // time of day at which the bell sounds again
	BellOn          string
	NoShift         string // said where a key needs a shift
	SignOnTitle     string // forms about who sits at the desk from here on
	DutyTitle       string
	LeftNote        string // note
	Then            string // what follows on the sign-on
	Do              string
	Relieve         string
	SignOff         string
	Operator        string
	PIN             string
	NoPIN           string // of the name that was given, where others have one
	PINRemoved      string // when; of the name that was given
	PINGone         string // who has signed on, when; the same in one line
	OtherName       string
	OtherHint       string
	Note            string
	SignedOn        string // operator
	Relieved        string // new operator, old operator
	SignedOff       string // operator
	RollTitle       string // number of units that have not answered, of all
	RollHint        string
	Typed           string // digits of a number
	NoNumber        string // the same
	Heard           string
	RollAll         string // number
	RollLeft        string // number that answered, number of all, names of those that did not
	RollRecord      string
	RollNobody      string // number of units
	LinePrompt      string // of the line for what units report
	LineLeft        string // key that goes on with it, what stands on it
	Recorded        string // what was recorded
	KeyOpen         string // what a key does, from here on
	KeyPlan         string
	KeyConfirm      string
	KeyPassed       string
	KeyAlerts       string
	KeyBoard        string
	KeyFilter       string
	KeyRoll         string
	KeyOperator     string
	KeyBell         string
	KeyLine         string
	KeyStart        string
	KeyEnd          string
	KeyHeard        string
	KeyRecord       string
	KeyComplete     string
	KeyEarlier      string
	KeyLeave        string
}

var zhDesk = Desk{
	Title:           "值班室",
	Since:           "%s（%s 起）",
	NoOperator:      "无人值班",
	Out:             "在外 %d",
	Sum:             "应巡 %d，实巡 %d，漏巡 %d",
	Silent:          "静音至 %s",
	Unit:            "巡逻组",
	Route:           "线路",
	Round:           "轮次",
	Progress:        "进度",
	Kept:            "%d/%d 达标",
	Last:            "最近签到",
	Next:            "下一应巡",
	Overdue:         "超时",
	Contact:         "上次联络",
	Outcomes:        "成果",
	Hazards:         "隐患",
	Elapsed:         "已出勤",
	Alerts:          "告警 %d",
	About:           "内容",
	For:             "持续",
	Kinds:           map[model.AlertKind]string{model.OutOfContact: "失联", model.CallMissed: "漏巡", model.CallOverdue: "超时", model.ClockOff: "时钟存疑"},
	Over:            "%d 分，超 %d 分",
	LastHeard:       "自 %s 起，限 %d 分",
	Due:             "应巡 %s %s",
	Passed:          "%s 解除",
	Feed:            "最新记录",
	NobodyOut:       "没有班次在外",
	NoneMatch:       "没有符合筛选的班次",
	FilterPrompt:    "筛选：",
	Filtered:        "%d 个班次含有「%s」",
	NoAlert:         "没有待确认的告警",
	NonePassed:      "没有已解除的告警待确认",
	Acknowledged:    "已确认 %d 条告警",
	AcknowledgedOne: "已确认：%s",
	QuitTitle:       "退出值班室",
	QuitOut:         "还有 %d 个班次在外，退出后没有告警。",
	QuitLine:        "这一行还没有记录",
	BellOff:         "铃声静音至 %s",
	BellOn:          "铃声已恢复",
	NoShift:         "请先选一个班次",
	SignOnTitle:     "开始值班",
	DutyTitle:       "值班交接",
	LeftNote:        "上一位值班员留言：%s",
	Then:            "上岗后接着做：%s",
	Do:              "事项",
	Relieve:         "换人接班",
	SignOff:         "离岗，无人接班",
	Operator:        "值班员",
	PIN:             "口令",
	NoPIN:           "这个名字没有口令，谁都能用。要设置，退出程序后运行 beatbook desk pin 姓名",
	PINRemoved:      "注意：这个名字的口令已在 %s 取消，取消时没有核对原口令。如果不是你要求的，请报告领导。",
	PINGone:         "%s，口令已在 %s 未经核对取消",
	OtherName:       "其他姓名",
	OtherHint:       "不在上面的，在这里填写",
	Note:            "留给下一位的话",
	SignedOn:        "%s 开始值班",
	Relieved:        "%s 接替 %s 值班",
	SignedOff:       "%s 已离岗",
	RollTitle:       "点名：%d 组未应答，共 %d 组",
	RollHint:        "按序号记为已应答",
	Typed:           "序号 %s，按 Enter",
	NoNumber:        "没有序号 %s",
	Heard:           "已应答",
	RollAll:         "点名结束：%d 组全部应答",
	RollLeft:        "点名结束：应答 %d/%d，未应答：%s",
	RollRecord:      "记录点名",
	RollNobody:      "%d 组都没有应答。记录这次点名，还是没有点名、不记录？",
	LinePrompt:      "代记：",
	LineLeft:        "还没有记录（按 %s 继续）：%s",
	Recorded:        "已记录：%s",
	KeyOpen:         "打开班次",
	KeyPlan:         "编辑方案",
	KeyConfirm:      "确认告警",
	KeyPassed:       "确认已解除的",
	KeyAlerts:       "到告警",
	KeyBoard:        "到班次",
	KeyFilter:       "筛选",
	KeyRoll:         "点名",
	KeyOperator:     "值班员",
	KeyBell:         "铃声静音",
	KeyLine:         "代记",
	KeyStart:        "开始班次",
	KeyEnd:          "结束班次",
	KeyHeard:        "已应答",
	KeyRecord:       "记录",
	KeyComplete:     "补全",
	KeyEarlier:      "前一条",
	KeyLeave:        "离开，文字保留",
}

var enDesk = Desk{
	Title:           "Desk",
	Since:           "%s since %s",
	NoOperator:      "nobody signed on",
	Out:             "out %d",
	Sum:             "due %d, made %d, missed %d",
	Silent:          "bell off until %s",
	Unit:            "Unit",
	Route:           "Route",
	Round:           "Round",
	Progress:        "Made",
	Kept:            "%d/%d kept",
	Last:            "Last check-in",
	Next:            "Next call",
	Overdue:         "Overdue",
	Contact:         "Last contact",
	Outcomes:        "Work",
	Hazards:         "Hazards",
	Elapsed:         "Out for",
	Alerts:          "Alerts %d",
	About:           "What",
	For:             "For",
	Kinds:           map[model.AlertKind]string{model.OutOfContact: "no contact", model.CallMissed: "missed", model.CallOverdue: "overdue", model.ClockOff: "clock off"},
	Over:            "%d min, %d over",
	LastHeard:       "since %s, limit %d min",
	Due:             "due %s %s",
	Passed:          "passed %s",
	Feed:            "Newest records",
	NobodyOut:       "No shift is out",
	NoneMatch:       "No shift passes the filter",
	FilterPrompt:    "Filter: ",
	Filtered:        "%d with \"%s\"",
	NoAlert:         "There is no alert to acknowledge",
	NonePassed:      "No alert has passed",
	Acknowledged:    "Alerts acknowledged: %d",
	AcknowledgedOne: "acknowledged: %s",
	QuitTitle:       "Leave the desk",
	QuitOut:         "Shifts still out: %d. Nobody hears their alerts then.",
	QuitLine:        "This line is not recorded",
	BellOff:         "The bell is off until %s",
	BellOn:          "The bell sounds again",
	NoShift:         "Choose a shift first",
	SignOnTitle:     "Sign on at the desk",
	DutyTitle:       "Relief at the desk",
	LeftNote:        "Left by the last operator: %s",
	Then:            "Right after that: %s",
	Do:              "What",
	Relieve:         "somebody takes over",
	SignOff:         "sign off, nobody takes over",
	Operator:        "Operator",
	PIN:             "PIN",
	NoPIN:           "This name has no PIN: anybody can use it. To set one, end the program and run: beatbook desk pin NAME",
	PINRemoved:      "Mind: the PIN of this name was taken away on %s by somebody who did not give it. If you did not ask for that, report it.",
	PINGone:         "%s: PIN taken away on %s without giving it",
	OtherName:       "Other name",
	OtherHint:       "one that is not in the list",
	Note:            "Note for the next operator",
	SignedOn:        "%s has signed on",
	Relieved:        "%s has relieved %s",
	SignedOff:       "%s has signed off",
	RollTitle:       "Roll call: %d of %d have not answered",
	RollHint:        "Type a number to mark a unit as heard",
	Typed:           "number %s, then Enter",
	NoNumber:        "There is no number %s",
	Heard:           "heard",
	RollAll:         "Roll call over: all %d have answered",
	RollLeft:        "Roll call over: %d of %d have answered, not heard: %s",
	RollRecord:      "Record the roll call",
	RollNobody:      "None of the %d units has answered. Record this roll call, or was there none?",
	LinePrompt:      "On behalf: ",
	LineLeft:        "Not recorded yet (%s goes on): %s",
	Recorded:        "Recorded: %s",
	KeyOpen:         "open the shift",
	KeyPlan:         "edit the plan",
	KeyConfirm:      "acknowledge",
	KeyPassed:       "acknowledge passed",
	KeyAlerts:       "to the alerts",
	KeyBoard:        "to the board",
	KeyFilter:       "filter",
	KeyRoll:         "roll call",
	KeyOperator:     "operator",
	KeyBell:         "silence the bell",
	KeyLine:         "on behalf",
	KeyStart:        "start a shift",
	KeyEnd:          "end the shift",
	KeyHeard:        "heard",
	KeyRecord:       "record",
	KeyComplete:     "complete",
	KeyEarlier:      "earlier line",
	KeyLeave:        "leave, text stays",
}

// AlertKind is what an alert is about.
func (s *Strings) AlertKind(kind model.AlertKind) string { return word(s.Desk.Kinds, kind) }
