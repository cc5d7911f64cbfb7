package text

import (
	"strings"

	"beatbook/model"
)

// Radio are the texts of the line in which an operator writes down what units report.
type Radio struct {
	Grammar      []string // how a line is written, with examples
	Doubtful     string   // what may have been meant otherwise, which are the next two
	Stray        string   // pieces of a note
	BeforeStart  string   // time of day, time of day at which the shift began
	Report       string   // unit, what is recorded for it
	Join         string   // between the things that are recorded for a unit
	CheckIn      string   // places
	Place        string   // number in the route, name
	Judged       string   // state and marks, behind a place
	Late         string   // time of day
	Note         string   // text
	Skip         string   // places
	Reason       string   // text
	Count        string   // kind of work, quantity, place
	Start        string   // route, mode
	Plate        string   // plate
	Crew         string   // names
	End          string
	Heard        string
	By           string // channel
	NotOut       string // hints of completions from here on
	OnRoute      string // route
	StillToVisit string
	EndHint      string
	HeardHint    string

	StartWord string // words of the line that completion writes from here on
	SkipWord  string
	EndWord   string
	HeardWord string

	Channels map[model.Channel]string
	Problems map[string]string // by code; {s}: the word, {d}: what it may mean
}

var zhRadio = Radio{
	Grammar: []string{
		"巡逻组 点位 步/车 时间 备注：小喇叭一队 2 3 步 22:05 一切正常",
		"点位：2  2,3  2-4  编号或名称；时间：22:05  2205  -10（十分钟前）",
		"几条报告用前后有空格的 / 隔开；@电话 @当面（平时是电台）",
		"处置成果 +违停3；跳过：点位 跳过 原因；备注 后面的都是备注",
		"出 线路 车 队员 甲 乙：班次开始；收 原因：班次结束；收到：有应答",
	},
	Doubtful:     "（请核对：%s）",
	Stray:        "这些会记进备注：%s",
	BeforeStart:  "%s 在班次开始（%s）以前",
	Report:       "%s：%s",
	Join:         "，",
	CheckIn:      "签到 %s",
	Place:        "%d %s",
	Judged:       "（%s）",
	Late:         "%s（补录）",
	Note:         "备注：%s",
	Skip:         "跳过 %s",
	Reason:       "原因：%s",
	Count:        "%s +%d（%s）",
	Start:        "出巡 %s，%s",
	Plate:        "车牌 %s",
	Crew:         "队员：%s",
	End:          "收队",
	Heard:        "有应答",
	By:           "报告方式：%s",
	NotOut:       "未出巡",
	OnRoute:      "在 %s",
	StillToVisit: "本轮未到",
	EndHint:      "结束班次",
	HeardHint:    "点名有应答",
	StartWord:    "出",
	SkipWord:     "跳过",
	EndWord:      "收",
	HeardWord:    "收到",
	Channels:     map[model.Channel]string{model.ByRadio: "电台", model.ByPhone: "电话", model.InPerson: "当面"},
	Problems: map[string]string{
		"empty-report":         "这里没有内容，请写巡逻组和报告，或去掉斜杠。",
		"unknown-unit":         "没有巡逻组「{s}」，请写呼号或编号。",
		"ambiguous-unit":       "「{s}」可能是：{d}。请写得更具体。",
		"unit-not-out":         "「{s}」没有出巡，请先写：出 线路。",
		"unit-out":             "「{s}」已经出巡，不能再出。",
		"unknown-checkpoint":   "没有点位「{s}」，请核对名称或编号。",
		"ambiguous-checkpoint": "「{s}」可能是：{d}。请写序号。",
		"beyond-route":         "线路上没有 {s} 号点位，最大是 {d}。",
		"checkpoint-needed":    "「{s}」前面要写点位。",
		"unknown-route":        "没有线路「{s}」，请核对名称或编号。",
		"ambiguous-route":      "「{s}」可能是：{d}。请写得更具体。",
		"bad-time":             "「{s}」不是时间，请写 22:05、2205 或 -10（十分钟前）。",
		"not-yet":              "「{s}」还没有到，或者是十二小时以前，请核对时间。",
		"unknown-outcome":      "没有处置成果「{s}」，请核对。",
		"ambiguous-outcome":    "「{s}」可能是：{d}。请写得更具体。",
		"bad-quantity":         "数量「{s}」不对，请填 1 到 9999。",
		"unknown-channel":      "没有「{s}」这种报告方式，请写 @电台、@电话 或 @当面。",
		"said-twice":           "「{s}」和前面写的不一致，请只留一个。",
		"not-together":         "「{s}」在这里记不下来，请去掉或另写一条。",
		"reason-needed":        "「{s}」后面要写原因。",
	},
}

var enRadio = Radio{
	Grammar: []string{
		"unit places f/v time note: horn-1 2 3 f 22:05 all quiet",
		"places: 2  2,3  2-4  id or name; time: 22:05  2205  -10 (ten minutes ago)",
		"a / with blanks around it parts reports; @phone @in-person (else by radio)",
		"work done +moved 3; skip: place s reason; all behind note is the note",
		"out ROUTE v crew A B: a shift begins; end REASON: it ends; heard: it answered",
	},
	Doubtful:     "(check: %s)",
	Stray:        "this goes into the note: %s",
	BeforeStart:  "%s is before the shift began at %s",
	Report:       "%s: %s",
	Join:         ", ",
	CheckIn:      "check-in %s",
	Place:        "%d %s",
	Judged:       " (%s)",
	Late:         "%s (late entry)",
	Note:         "note: %s",
	Skip:         "skip %s",
	Reason:       "reason: %s",
	Count:        "%s +%d (%s)",
	Start:        "goes out on %s, %s",
	Plate:        "plate %s",
	Crew:         "crew: %s",
	End:          "shift ends",
	Heard:        "heard",
	By:           "channel: %s",
	NotOut:       "not out",
	OnRoute:      "on %s",
	StillToVisit: "still to visit in this round",
	EndHint:      "ends the shift",
	HeardHint:    "answered the roll call",
	StartWord:    "out",
	SkipWord:     "s",
	EndWord:      "in",
	HeardWord:    "heard",
	Channels:     map[model.Channel]string{model.ByRadio: "radio", model.ByPhone: "phone", model.InPerson: "in person"},
	Problems: map[string]string{
		"empty-report":         "There is nothing here. Write a unit and its report, or take the slash out.",
		"unknown-unit":         "There is no unit \"{s}\". Write its call sign or id.",
		"ambiguous-unit":       "\"{s}\" may be: {d}. Write more of it.",
		"unit-not-out":         "\"{s}\" is not out. Write first: out ROUTE.",
		"unit-out":             "\"{s}\" is out already.",
		"unknown-checkpoint":   "There is no checkpoint \"{s}\". Check its name or number.",
		"ambiguous-checkpoint": "\"{s}\" may be: {d}. Write the number.",
		"beyond-route":         "The route has no checkpoint {s}, the last one is {d}.",
		"checkpoint-needed":    "\"{s}\" needs a checkpoint.",
		"unknown-route":        "There is no route \"{s}\". Check its name or id.",
		"ambiguous-route":      "\"{s}\" may be: {d}. Write more of it.",
		"bad-time":             "\"{s}\" is not a time. Write 22:05, 2205 or -10 (ten minutes ago).",
		"not-yet":              "\"{s}\" has not come yet, or is more than twelve hours ago. Check the time.",
		"unknown-outcome":      "There is no kind of work \"{s}\". Check it.",
		"ambiguous-outcome":    "\"{s}\" may be: {d}. Write more of it.",
		"bad-quantity":         "\"{s}\" is no quantity. Write 1 to 9999.",
		"unknown-channel":      "There is no channel \"{s}\". Write @radio, @phone or @in-person.",
		"said-twice":           "\"{s}\" does not go with what stands before it. Leave only one.",
		"not-together":         "\"{s}\" cannot be recorded here. Take it out or report it apart.",
		"reason-needed":        "\"{s}\" needs a reason behind it.",
	},
}

// Channel is how a report came to the duty desk.
func (s *Strings) Channel(channel model.Channel) string { return word(s.Radio.Channels, channel) }

// RadioProblem says what is wrong with a word of a radio report; may names what it can mean, or what is allowed.
func (s *Strings) RadioProblem(code, subject, may string) string {
	return strings.NewReplacer("{s}", subject, "{d}", may).Replace(word(s.Radio.Problems, code))
}
