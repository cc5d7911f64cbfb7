package text

import "beatbook/data"

// Command are the texts that only the commands have: their tables and what they refuse.
type Command struct {
	Ambiguous     string // what was typed, names that it may mean
	NoSuchTime    string // what was typed
	BadSpeed      string // the highest speed
	BadLang       string // what was typed
	BadTheme      string // what was typed, names of the themes
	BadShell      string // what was typed, names of the shells
	UnknownFlag   string // the option
	NeedsValue    string // the option
	EmptyArgument string
	BadValue      string // the option, what was typed
	NeedsFlag     string // the option
	NotTogether   string // two options
	NeedsArgument string // name of the argument
	ManyArguments string // what is too much
	Written       string // file
	NoRecords     string
	PINNow        string
	PINNew        string
	PINAgain      string
	PINSet        string // name
	PINCleared    string // name, or PINOfAll; the same from here on
	PINForgotten  string
	PINNone       string
	PINOnlyShared string // name
	PINShared     string
	PINOfAll      string // in the place of a name
	NoShifts      string
	Round         string
	Rounds        string
	At            string
	Marks         string
	Note          string
	ID            string
	FixedOrder    string
	AnyOrder      string
	Timezone      string
	Device        string
	NightColumn   string
	Withdrawn     string
	ShiftSpan     string // unit, route, mode, times
	Crew          string // names
	Next          string // name, time of day
	Reason        string // reason
	Corrects      string // kind of record, time of day
	Withdraws     string // kind of record, time of day
	FlagForce     string
	FlagNights    string
	ArgName       string // of an operator
	ArgFile       string // names of arguments in usage lines from here on
	ArgCheckpoint string
	ArgCommand    string
	ArgShell      string
	ArgValue      string
	ArgFlags      string
	HelpMore      string // command
	Damage        map[data.ProblemCode]string
	DamageKept    string // file or folder
}

var zhCommand = Command{
	Ambiguous:     "「%s」可能是：%s。请写得更具体，或写编号。",
	NoSuchTime:    "「%s」不是时间，请写成 时:分（如 22:04），或 2026-11-24T22:04:00+08:00 这样。",
	BadSpeed:      "速度须大于 0，不超过 %d。",
	BadLang:       "没有语言「%s」，请写 zh、en 或 auto。",
	BadTheme:      "没有主题「%s」，请写其中之一：%s。",
	BadShell:      "不认识「%s」，请写其中之一：%s。",
	UnknownFlag:   "没有选项 %s",
	NeedsValue:    "选项 %s 后面要有内容",
	EmptyArgument: "参数是空的，可能是变量没有设置",
	BadValue:      "选项 %s 不能是「%s」",
	NeedsFlag:     "缺少选项 %s",
	NotTogether:   "选项 %s 和 %s 不能同时使用",
	NeedsArgument: "缺少 %s",
	ManyArguments: "多了「%s」",
	Written:       "已写入 %s",
	NoRecords:     "没有记录",
	PINNow:        "现在的口令",
	PINNew:        "新口令",
	PINAgain:      "再输入一次",
	PINSet:        "%s 的口令已设置，上岗和解锁时要输入。",
	PINCleared:    "%s 的口令已取消。",
	PINForgotten:  "%s 的口令已取消，没有核对原口令。下次上岗时，值班台会说明口令被取消和取消的时间。",
	PINNone:       "%s 没有口令。",
	PINOnlyShared: "%s 没有自己的口令，用的是旧版本为所有人设的口令。要取消那个口令：beatbook desk pin --clear",
	PINShared:     "其他人共用旧版本设的口令。要取消：beatbook desk pin --clear",
	PINOfAll:      "所有人共用",
	NoShifts:      "这一夜没有班次",
	Round:         "轮次",
	Rounds:        "轮次",
	At:            "实到",
	Marks:         "标记",
	Note:          "备注",
	ID:            "编号",
	FixedOrder:    "按次序",
	AnyOrder:      "不限次序",
	Timezone:      "时区",
	Device:        "设备",
	NightColumn:   "夜",
	Withdrawn:     "已撤销",
	ShiftSpan:     "%s  %s  %s  %s",
	Crew:          "队员：%s",
	Next:          "下一个：%s，%s 应到",
	Reason:        "原因：%s",
	Corrects:      "更正 %[2]s 的%[1]s",
	Withdraws:     "撤销 %[2]s 的%[1]s",
	FlagForce:     "文件已存在时覆盖",
	FlagNights:    "哪一夜：年-月-日、今夜、昨夜，或 全部（默认今夜）",
	ArgName:       "姓名",
	ArgFile:       "文件",
	ArgCheckpoint: "点位",
	ArgCommand:    "命令",
	ArgShell:      "SHELL",
	ArgValue:      "值",
	ArgFlags:      "选项",
	HelpMore:      "用法见 %s --help",
	Damage:        zhDamage,
	DamageKept:    "原来的索引保留在 %s。",
}

var enCommand = Command{
	Ambiguous:     "\"%s\" may be: %s. Write more of it, or the id.",
	NoSuchTime:    "\"%s\" is not a time. Write HH:MM, such as 22:04, or the like of 2026-11-24T22:04:00+08:00.",
	BadSpeed:      "The speed must be above 0 and at most %d.",
	BadLang:       "There is no language \"%s\". Write zh, en or auto.",
	BadTheme:      "There is no theme \"%s\". Write one of: %s.",
	BadShell:      "Shell \"%s\" is not known. Write one of: %s.",
	UnknownFlag:   "There is no flag %s",
	NeedsValue:    "Flag %s needs a value",
	EmptyArgument: "The argument is empty: a variable may not be set",
	BadValue:      "Flag %s cannot be \"%s\"",
	NeedsFlag:     "Flag %s is missing",
	NotTogether:   "Flags %s and %s do not go together",
	NeedsArgument: "%s is missing",
	ManyArguments: "\"%s\" is too much",
	Written:       "Written to %s",
	NoRecords:     "No records",
	PINNow:        "The PIN now",
	PINNew:        "New PIN",
	PINAgain:      "Once more",
	PINSet:        "The PIN of %s is set. It is asked for to sign on and to unlock.",
	PINCleared:    "The PIN of %s was taken away.",
	PINForgotten:  "The PIN of %s was taken away without anybody giving it. At the next sign-on the desk says so, and when it was.",
	PINNone:       "There is no PIN of %s.",
	PINOnlyShared: "%s has no PIN of their own, but the one that an older version set for all. To take that away: beatbook desk pin --clear",
	PINShared:     "All others have one PIN together, set by an older version. To take it away: beatbook desk pin --clear",
	PINOfAll:      "all operators together",
	NoShifts:      "No shifts in this night",
	Round:         "Round",
	Rounds:        "Rounds",
	At:            "At",
	Marks:         "Marks",
	Note:          "Note",
	ID:            "Id",
	FixedOrder:    "in order",
	AnyOrder:      "any order",
	Timezone:      "Time zone",
	Device:        "Device",
	NightColumn:   "Night",
	Withdrawn:     "Withdrawn",
	ShiftSpan:     "%s  %s  %s  %s",
	Crew:          "Crew: %s",
	Next:          "Next: %s, due %s",
	Reason:        "reason: %s",
	Corrects:      "corrects the %s of %s",
	Withdraws:     "withdraws the %s of %s",
	FlagForce:     "overwrite a file that exists",
	FlagNights:    "which night: YYYY-MM-DD, today, yesterday or all (default today)",
	ArgName:       "NAME",
	ArgFile:       "FILE",
	ArgCheckpoint: "CHECKPOINT",
	ArgCommand:    "COMMAND",
	ArgShell:      "SHELL",
	ArgValue:      "VALUE",
	ArgFlags:      "FLAGS",
	HelpMore:      "See %s --help",
	Damage:        enDamage,
	DamageKept:    " The old one was kept in %s.",
}
