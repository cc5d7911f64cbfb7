package text

// CLI are the texts of the command line.
type CLI struct {
	Root          string // what the commands do, one line each, from here on
	Plan          string
	PlanCheck     string
	PlanImport    string
	PlanShow      string
	PlanExport    string
	Shift         string
	ShiftStart    string
	ShiftShow     string
	ShiftEnd      string
	CheckIn       string
	Skip          string
	Log           string
	Night         string
	Version       string
	Desk          string
	DeskPIN       string
	Lock          string
	FlagClear     string
	FlagForgotten string
	Demo          string
	Completion    string
	HelpCommand   string
	FlagData      string // what the flags do from here on
	FlagLang      string
	FlagTheme     string
	FlagASCII     string
	FlagJSON      string
	FlagCSV       string
	FlagNight     string
	FlagUnit      string
	FlagRoute     string
	FlagCrew      string
	FlagMode      string
	FlagPlate     string
	FlagFoot      string
	FlagVehicle   string
	FlagNote      string
	FlagAt        string
	FlagRound     string
	FlagReason    string
	FlagHandover  string
	FlagClock     string
	FlagSpeed     string
	FlagDesk      string
	FlagHelp      string
	Usage         string // headings of the help from here on
	Commands      string
	Flags         string
	GlobalFlags   string
	ExitCodes     string
	CodeDone      string // what the exit codes mean, from here on
	CodeRefused   string
	CodeUsage     string
	CodeBusy      string
	CodeCrashed   string
	UsageError    string // what is wrong
	UnknownWord   string // what was typed
	NeedsOneOf    string // flags
	Started       string // unit, route, time of day
	Ended         string // unit, time of day
	CheckedIn     string // checkpoint, mode, time of day
	Skipped       string // checkpoint, reason
	Marked        string // marks
	ShiftLine     string // unit, route, mode, time of day of the start
	VersionLine   string // version, revision, system
	DemoFolder    string // folder
	Interrupted   string
}

var zhCLI = CLI{
	Root:          "夜间巡逻签到。不带命令时打开界面。",
	Plan:          "巡逻方案",
	PlanCheck:     "检查方案文件，列出全部问题",
	PlanImport:    "检查并启用方案文件",
	PlanShow:      "显示现用方案",
	PlanExport:    "导出现用方案",
	Shift:         "班次",
	ShiftStart:    "开始班次",
	ShiftShow:     "显示进行中的班次",
	ShiftEnd:      "结束班次",
	CheckIn:       "签到",
	Skip:          "跳过一个应巡，须写明原因",
	Log:           "显示一夜的日志",
	Night:         "显示一夜的应巡和评判",
	Version:       "显示版本",
	Desk:          "值班室界面：全部在外巡逻组、告警、代录",
	DeskPIN:       "设置、更换或取消一名值班员的口令；不写姓名则列出有口令的人",
	Lock:          "设置或显示几分钟没有按键后锁屏",
	FlagClear:     "取消口令",
	FlagForgotten: "忘记口令时与 --clear 同用，不问原口令；下次上岗时会说明",
	Demo:          "在临时文件夹里用虚构的一周演示，退出后不留痕迹",
	Completion:    "生成命令行补全脚本",
	HelpCommand:   "显示命令的用法",
	FlagData:      "数据文件夹（默认 BEATBOOK_DATA，或系统的数据文件夹）",
	FlagLang:      "语言：zh、en 或 auto",
	FlagTheme:     "主题：day、night 或 mono",
	FlagASCII:     "只用 ASCII 字符画界面",
	FlagJSON:      "输出 JSON",
	FlagCSV:       "输出 CSV",
	FlagNight:     "哪一夜，年-月-日（默认今夜）",
	FlagUnit:      "巡逻组：编号，或呼号中不会混淆的一部分",
	FlagRoute:     "线路：编号，或名称中不会混淆的一部分（默认该组的常用线路）",
	FlagCrew:      "队员，用逗号分开",
	FlagMode:      "方式：foot 或 vehicle",
	FlagPlate:     "车牌",
	FlagFoot:      "步巡",
	FlagVehicle:   "车巡",
	FlagNote:      "备注",
	FlagAt:        "实际到达的时间，时:分",
	FlagRound:     "第几轮（默认下一个）",
	FlagReason:    "原因",
	FlagHandover:  "交接班留言",
	FlagClock:     "演示开始的时间",
	FlagSpeed:     "演示时间走多快，1 为实际速度",
	FlagDesk:      "值班室的演示",
	FlagHelp:      "显示帮助",
	Usage:         "用法：",
	Commands:      "命令：",
	Flags:         "选项：",
	GlobalFlags:   "通用选项：",
	ExitCodes:     "退出码：",
	CodeDone:      "完成",
	CodeRefused:   "没有做成，原因见错误输出",
	CodeUsage:     "命令有误，什么都没有做",
	CodeBusy:      "数据文件夹已在别的窗口打开",
	CodeCrashed:   "程序内部出错，错误报告在数据文件夹的 crash 里",
	UsageError:    "用法有误：%s",
	UnknownWord:   "没有命令「%s」。",
	NeedsOneOf:    "须给出其中之一：%s",
	Started:       "%s 开始巡逻 %s（%s）",
	Ended:         "%s 结束班次（%s）",
	CheckedIn:     "已签到：%s %s %s",
	Skipped:       "已跳过：%s（%s）",
	Marked:        "标记：%s",
	ShiftLine:     "%s  %s  %s  自 %s",
	VersionLine:   "夜巡 beatbook %s（%s，%s）",
	DemoFolder:    "演示数据在 %s，退出时删除",
	Interrupted:   "已中断",
}

var enCLI = CLI{
	Root:          "Night patrol check-ins. Without a command the screen opens.",
	Plan:          "The patrol plan",
	PlanCheck:     "Check a plan file and list everything that is wrong",
	PlanImport:    "Check a plan file and adopt it",
	PlanShow:      "Show the plan in use",
	PlanExport:    "Write the plan in use to a file",
	Shift:         "Shifts",
	ShiftStart:    "Start a shift",
	ShiftShow:     "Show the open shifts",
	ShiftEnd:      "End a shift",
	CheckIn:       "Check in",
	Skip:          "Skip a call, with a reason",
	Log:           "Show the log of a night",
	Night:         "Show the calls of a night and how they are judged",
	Version:       "Show the version",
	Desk:          "Open the duty desk: all units out, alerts, reports by radio",
	DeskPIN:       "Set, change or take away the PIN of an operator; without a name list who has one",
	Lock:          "Set or show after how many minutes without a key the screen locks",
	FlagClear:     "take the PIN away",
	FlagForgotten: "with --clear, do not ask for the PIN; the next sign-on says so",
	Demo:          "Show everything on a throw-away folder with an invented week",
	Completion:    "Write a completion script for a shell",
	HelpCommand:   "Show how a command is used",
	FlagData:      "data folder (default BEATBOOK_DATA, or the system's data folder)",
	FlagLang:      "language: zh, en or auto",
	FlagTheme:     "theme: day, night or mono",
	FlagASCII:     "draw with ASCII characters only",
	FlagJSON:      "write JSON",
	FlagCSV:       "write CSV",
	FlagNight:     "which night, YYYY-MM-DD (default tonight)",
	FlagUnit:      "the unit: its id, or a part of its call sign that is not in doubt",
	FlagRoute:     "the route: its id, or a part of its name that is not in doubt (default the unit's usual one)",
	FlagCrew:      "names of the crew, with commas between",
	FlagMode:      "mode: foot or vehicle",
	FlagPlate:     "plate of the vehicle",
	FlagFoot:      "on foot",
	FlagVehicle:   "by vehicle",
	FlagNote:      "a note",
	FlagAt:        "when you were there, HH:MM",
	FlagRound:     "which round (default the next)",
	FlagReason:    "the reason",
	FlagHandover:  "note for the next shift",
	FlagClock:     "time at which the demo begins",
	FlagSpeed:     "how fast the time of the demo runs, 1 as in life",
	FlagDesk:      "the duty desk",
	FlagHelp:      "show help",
	Usage:         "Usage:",
	Commands:      "Commands:",
	Flags:         "Flags:",
	GlobalFlags:   "Global flags:",
	ExitCodes:     "Exit codes:",
	CodeDone:      "done",
	CodeRefused:   "not done; stderr says why",
	CodeUsage:     "the command was not understood, and nothing was tried",
	CodeBusy:      "another program has the data folder open",
	CodeCrashed:   "the program failed; the report is in the folder crash of the data folder",
	UsageError:    "Wrong usage: %s",
	UnknownWord:   "There is no command \"%s\".",
	NeedsOneOf:    "One of these is needed: %s",
	Started:       "%s is out on %s (%s)",
	Ended:         "%s has ended its shift (%s)",
	CheckedIn:     "Checked in: %s %s %s",
	Skipped:       "Skipped: %s (%s)",
	Marked:        "Marks: %s",
	ShiftLine:     "%s  %s  %s  since %s",
	VersionLine:   "beatbook %s (%s, %s)",
	DemoFolder:    "The demo's data is in %s and is deleted on exit",
	Interrupted:   "Interrupted",
}
