package text

// Log are the texts of the log screen.
type Log struct {
	Title        string
	Tonight      string
	Sum          string // numbers of records, of calls made, of calls missed
	Time         string // column headings from here on
	Unit         string
	Kind         string
	Place        string
	Detail       string
	SearchPrompt string
	Found        string // number found, what was looked for
	NotFound     string // what was looked for
	Searching    string
	LookedBack   string // date of the earliest night that was searched
	LookedAll    string
	Empty        string
	Withdrawn    string // behind a record that counts no more
	ReportedFor  string // time of day
	Reason       string // reason
	Handover     string // note
	Crew         string // names
	SamplePlan   string
	FirstNight   string
	LastNight    string
	OtherDevice  string // id of the device
	ThisDevice   string
	Number       string // in the series of the device
	Received     string // labels of the detail panel from here on
	Happened     string
	Judged       string
	Note         string
	ReasonLabel  string
	Left         string // the note for the next shift
	Night        string
	Plan         string
	Device       string
	CorrectedAt  string
	WithdrawnAt  string
	Behalf       string // operator, channel
	Operator     string // name
	Relieves     string // name
	AlertSince   string // kind of alert, time of the last contact
	AlertCall    string // kind of alert, place, round
	Answered     string // of a roll call: numbers of units that answered, of all
	Silent       string // names of units that did not
	Channel      string // labels of the detail panel, the next two
	Alerts       string
	ReadOn       string // what a key does, from here on
	Keep         string
	Clear        string
}

var zhLog = Log{
	Title:        "日志",
	Tonight:      "今夜",
	Sum:          "%d 条记录，实巡 %d，漏巡 %d",
	Time:         "时间",
	Unit:         "巡逻组",
	Kind:         "事项",
	Place:        "点位",
	Detail:       "内容",
	SearchPrompt: "搜索备注和名称：",
	Found:        "%d 条含有「%s」",
	NotFound:     "没有含有「%s」的记录",
	Searching:    "正在搜索更早的各夜",
	LookedBack:   "已查到 %s",
	LookedAll:    "更早的各夜都已查过",
	Empty:        "这一夜没有记录",
	Withdrawn:    "（已撤销）",
	ReportedFor:  "实际时间 %s",
	Reason:       "原因：%s",
	Handover:     "交接班：%s",
	Crew:         "队员：%s",
	SamplePlan:   "自带的示例方案",
	FirstNight:   "没有更早的记录",
	LastNight:    "没有更晚的记录",
	OtherDevice:  "来自设备 %s",
	ThisDevice:   "本机",
	Number:       "第 %d 条",
	Received:     "收到",
	Happened:     "实际时间",
	Judged:       "判定",
	Note:         "备注",
	ReasonLabel:  "原因",
	Left:         "交接班",
	Night:        "夜",
	Plan:         "方案",
	Device:       "设备",
	CorrectedAt:  "更正于",
	WithdrawnAt:  "撤销于",
	Behalf:       "值班员 %s 代录（%s）",
	Operator:     "值班员 %s",
	Relieves:     "接替 %s",
	AlertSince:   "%s（自 %s 起）",
	AlertCall:    "%s %s（第 %d 轮）",
	Answered:     "应答 %d/%d",
	Silent:       "未应答：%s",
	Channel:      "报告方式",
	Alerts:       "告警",
	ReadOn:       "往下读",
	Keep:         "保留搜索结果",
	Clear:        "清除搜索",
}

var enLog = Log{
	Title:        "Log",
	Tonight:      "Tonight",
	Sum:          "records %d, made %d, missed %d",
	Time:         "Time",
	Unit:         "Unit",
	Kind:         "What",
	Place:        "Checkpoint",
	Detail:       "Details",
	SearchPrompt: "Search notes and names: ",
	Found:        "%d with \"%s\"",
	NotFound:     "No record with \"%s\"",
	Searching:    "Searching earlier nights...",
	LookedBack:   "looked back to %s",
	LookedAll:    "no earlier nights are left",
	Empty:        "No records of this night",
	Withdrawn:    "(withdrawn)",
	ReportedFor:  "for %s",
	Reason:       "reason: %s",
	Handover:     "handover: %s",
	Crew:         "crew: %s",
	SamplePlan:   "the built-in sample",
	FirstNight:   "There are no earlier records",
	LastNight:    "There are no later records",
	OtherDevice:  "from device %s",
	ThisDevice:   "this device",
	Number:       "number %d",
	Received:     "Received",
	Happened:     "Happened",
	Judged:       "Judged",
	Note:         "Note",
	ReasonLabel:  "Reason",
	Left:         "Handover",
	Night:        "Night",
	Plan:         "Plan",
	Device:       "Device",
	CorrectedAt:  "Corrected at",
	WithdrawnAt:  "Withdrawn at",
	Behalf:       "written down by operator %s, %s",
	Operator:     "operator %s",
	Relieves:     "relieves %s",
	AlertSince:   "%s (since %s)",
	AlertCall:    "%s %s (round %d)",
	Answered:     "answered %d of %d",
	Silent:       "not heard: %s",
	Channel:      "Channel",
	Alerts:       "Alerts",
	ReadOn:       "read on",
	Keep:         "keep the hits",
	Clear:        "clear the search",
}
