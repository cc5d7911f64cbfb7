package text

// Lock are the texts of the screen that stands in for the others while nobody is to read them.
type Lock struct {
	Locked          string
	Resting         string // in its place where no secret is asked for
	Alerts          string // number
	NoAlerts        string
	PIN             string // of the field
	Passphrase      string
	Ask             string // how a secret is given
	AskOperator     string // the same, where somebody is signed on at the desk
	OrTakeOver      string // key
	TakesOver       string // before the name of whoever takes over from the one on duty
	AskTaker        string // key for the next name
	AnyKey          string // what wakes the screen, that anybody can, and what to do about that
	Checking        string
	WrongPassphrase string
	Wait            string // seconds
	StillOn         string // operator, since when, key with which another one takes over
	After           string // minutes; said by the command from here on
	Never           string
	NoPIN           string // what to do where no secret is asked for
	ArgMinutes      string // how the usage names it
	BadMinutes      string // what was typed, most minutes
}

var zhLock = Lock{
	Locked:          "已锁定",
	Resting:         "已熄屏",
	Alerts:          "%d 条告警未确认",
	NoAlerts:        "没有未确认的告警",
	PIN:             "口令",
	Passphrase:      "密码",
	Ask:             "输入后按 Enter 解锁。记录和告警照常进行。",
	AskOperator:     "输入在岗值班员的口令，按 Enter 解锁。记录和告警照常进行。",
	OrTakeOver:      "接班的值班员请按 %s，用自己的口令解锁。",
	TakesOver:       "接班",
	AskTaker:        "输入这位值班员自己的口令，按 Enter 接班并解锁；不是这位请按 %s。",
	AnyKey:          "按任意键继续。没有设置口令，谁都能打开。\n要设置口令，请退出程序后运行 beatbook desk pin 姓名",
	Checking:        "正在核对",
	WrongPassphrase: "密码不对，请重新输入。",
	Wait:            "请等 %d 秒再试。",
	StillOn:         "%s 自 %s 起在岗，换人请按 %s",
	After:           "%d 分钟没有按键后锁屏。",
	Never:           "不自动锁屏。",
	NoPIN:           "没有设置口令，锁屏后按任意键就能打开。要设置口令：beatbook desk pin 姓名",
	ArgMinutes:      "分钟",
	BadMinutes:      "「%s」不是分钟数：请写 1 到 %d，或 off。",
}

var enLock = Lock{
	Locked:          "Locked",
	Resting:         "Screen saver",
	Alerts:          "%d alerts not acknowledged",
	NoAlerts:        "No alerts to acknowledge",
	PIN:             "PIN",
	Passphrase:      "Passphrase",
	Ask:             "Type it and press Enter. Records and alerts go on.",
	AskOperator:     "Type the PIN of the operator on duty and press Enter. Records and alerts go on.",
	OrTakeOver:      "To take over from that operator with a PIN of your own press %s.",
	TakesOver:       "Takes over",
	AskTaker:        "Type the PIN of this operator and press Enter to take over and unlock; %s for another name.",
	AnyKey:          "Any key goes on. No PIN is set, so anybody can.\nTo set one, end the program and run: beatbook desk pin NAME",
	Checking:        "Checking...",
	WrongPassphrase: "That is not the passphrase. Type it again.",
	Wait:            "Wait %d s before the next try.",
	StillOn:         "%s is on duty since %s; %s for somebody else",
	After:           "The screen locks after %d minutes without a key.",
	Never:           "The screen does not lock by itself.",
	NoPIN:           "No PIN is set, so any key opens the screen again. To set one: beatbook desk pin NAME",
	ArgMinutes:      "MINUTES",
	BadMinutes:      "\"%s\" is no number of minutes: write 1 to %d, or off.",
}
