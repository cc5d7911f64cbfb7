package text

// Report are the texts of the report that a duty desk hands in.
type Report struct {
	Command      string // what the command does
	FlagNight    string // what the flags do, from here on
	FlagFrom     string
	FlagTo       string
	FlagRoute    string
	FlagUnit     string
	FlagFormat   string
	FlagOutput   string
	BadFormat    string // what was typed, names of the formats
	FromAfterTo  string // two nights
	Reading      string // percent
	Title        string // name of the site
	Span         string // two nights
	Only         string // what the report is narrowed to
	AsOf         string // date and time
	Summary      string // headings from here on
	ByNight      string
	ByRoute      string
	ByUnit       string
	Outcomes     string
	MissedCalls  string
	Opened       string // number
	Closed       string // number
	Left         string // number
	Story        string
	Visits       string
	ByCheckpoint string
	Gaps         string
	Marks        string
	NoShifts     string
	Total        string // labels and column headings from here on
	Shifts       string
	Due          string
	Made         string
	OnTime       string
	Early        string
	Late         string
	Missed       string
	Skipped      string
	Presence     string
	Coverage     string
	Punctuality  string
	PersonHours  string
	FootHours    string
	CarHours     string
	DueAt        string
	Found        string
	Age          string
	GapFrom      string
	GapLength    string
	MadeBy       string // before a line to sign, from here on
	CheckedBy    string
	SignedOn     string
}

var zhReport = Report{
	Command:      "一夜或多夜的报告，可上交",
	FlagNight:    "哪一夜：年-月-日、今夜、昨夜，或 全部（默认进行中的一夜）",
	FlagFrom:     "自哪一夜起（默认最早的一夜）",
	FlagTo:       "至哪一夜止，含该夜（默认最晚的一夜）",
	FlagRoute:    "只报这条线路：编号，或名称中不会混淆的一部分",
	FlagUnit:     "只报这个巡逻组：编号，或呼号中不会混淆的一部分",
	FlagFormat:   "格式：text、html、xlsx、csv、json 或 geojson（默认按 -o 的扩展名，认不出时为 text）",
	FlagOutput:   "写入文件（默认写到标准输出）",
	BadFormat:    "没有格式「%s」，请写其中之一：%s。",
	FromAfterTo:  "起始的 %s 晚于截止的 %s",
	Reading:      "正在汇总各夜：%d%%",
	Title:        "%s 夜间巡逻报告",
	Span:         "%s 至 %s",
	Only:         "仅限：%s",
	AsOf:         "截至 %s",
	Summary:      "汇总",
	ByNight:      "按夜",
	ByRoute:      "按线路",
	ByUnit:       "按巡逻组",
	Outcomes:     "处置成果",
	MissedCalls:  "漏巡",
	Opened:       "新登记隐患：%d",
	Closed:       "已销号隐患：%d",
	Left:         "未销号隐患：%d",
	Story:        "当夜经过",
	Visits:       "各点位各时段到访次数",
	ByCheckpoint: "按点位",
	Gaps:         "各点位最长间隔",
	Marks:        "标记",
	NoShifts:     "没有班次",
	Total:        "合计",
	Shifts:       "班次",
	Due:          "应巡",
	Made:         "实巡",
	OnTime:       "准时",
	Early:        "早到",
	Late:         "迟到",
	Missed:       "漏巡",
	Skipped:      "跳过",
	Presence:     "到位率",
	Coverage:     "覆盖率",
	Punctuality:  "准点率",
	PersonHours:  "人时",
	FootHours:    "步巡小时",
	CarHours:     "车巡小时",
	DueAt:        "应到",
	Found:        "发现",
	Age:          "天数",
	GapFrom:      "自",
	GapLength:    "间隔",
	MadeBy:       "制表",
	CheckedBy:    "审核",
	SignedOn:     "日期",
}

var enReport = Report{
	Command:      "Write the report of a night or of several, to hand in",
	FlagNight:    "which night: YYYY-MM-DD, today, yesterday or all (default the night in hand)",
	FlagFrom:     "the first night (default the earliest on record)",
	FlagTo:       "the last night, included (default the latest on record)",
	FlagRoute:    "this route only: its id, or a part of its name that is not in doubt",
	FlagUnit:     "this unit only: its id, or a part of its call sign that is not in doubt",
	FlagFormat:   "format: text, html, xlsx, csv, json or geojson (default by the extension of -o, else text)",
	FlagOutput:   "write to a file (default the standard output)",
	BadFormat:    "There is no format \"%s\". Write one of: %s.",
	FromAfterTo:  "The first night %s is after the last one %s",
	Reading:      "Adding up the nights: %d%%",
	Title:        "%s: night patrol report",
	Span:         "%s to %s",
	Only:         "Only: %s",
	AsOf:         "As of %s",
	Summary:      "Summary",
	ByNight:      "By night",
	ByRoute:      "By route",
	ByUnit:       "By unit",
	Outcomes:     "Work done",
	MissedCalls:  "Missed calls",
	Opened:       "Hazards found: %d",
	Closed:       "Hazards closed: %d",
	Left:         "Hazards still open: %d",
	Story:        "The night in order",
	Visits:       "Visits by checkpoint and half hour",
	ByCheckpoint: "By checkpoint",
	Gaps:         "Longest gap of each checkpoint",
	Marks:        "Marks",
	NoShifts:     "No shifts",
	Total:        "Total",
	Shifts:       "Shifts",
	Due:          "Due",
	Made:         "Made",
	OnTime:       "On time",
	Early:        "Early",
	Late:         "Late",
	Missed:       "Missed",
	Skipped:      "Skipped",
	Presence:     "Presence",
	Coverage:     "Coverage",
	Punctuality:  "On-time rate",
	PersonHours:  "Person-hours",
	FootHours:    "Hours on foot",
	CarHours:     "Hours by car",
	DueAt:        "Due",
	Found:        "Found",
	Age:          "Days",
	GapFrom:      "From",
	GapLength:    "Gap",
	MadeBy:       "Made by",
	CheckedBy:    "Checked by",
	SignedOn:     "Date",
}
