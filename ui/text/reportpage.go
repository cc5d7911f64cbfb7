package text

// ReportPage are the texts of the report screen; what it counts has its names in Report.
type ReportPage struct {
	Title        string
	Nights       string // first night, last night, number of nights
	AsOf         string // day and time
	Overview     string // titles of the sections from here on
	Recent       string // number of nights
	Visits       string
	Gaps         string
	Tabs         []string // short names of the sections, in order
	Overdue      string
	Lowest       string // rate, night
	Highest      string // rate, night
	NoRate       string // of the nights where none has a rate
	NoneMissed   string
	Sum          string // column heading
	Adding       string
	AddingRecent string // number of nights
	Stop         string // key
	Stopped      string // key
	Failed       string // what went wrong, key
	ExportTitle  string // the form to write a file, from here on
	Format       string
	File         string
	FormatNames  []string // in the order of report.Formats
	Write        string
	Writing      string
	Written      string // file
	WriteOver    string // file
	FileNeeded   string
	NothingYet   string
	KeyEarlier   string // what a key does, from here on
	KeyLater     string
	KeySpan      string
	KeySection   string
	KeyParts     string
	KeyRoute     string
	KeyUnit      string
	KeyExport    string
	KeyAddAgain  string
	KeyStop      string
}

var zhReportPage = ReportPage{
	Title:        "报告",
	Nights:       "%s 至 %s（%d 夜）",
	AsOf:         "截至 %s",
	Overview:     "汇总",
	Recent:       "近 %d 夜到位率",
	Visits:       "各点位每半小时到访次数",
	Gaps:         "各点位最长间隔",
	Tabs:         []string{"汇总", "到位", "走势", "时段", "漏巡", "间隔"},
	Overdue:      "超时",
	Lowest:       "最低 %s（%s）",
	Highest:      "最高 %s（%s）",
	NoRate:       "这些夜里没有应巡",
	NoneMissed:   "没有漏巡",
	Sum:          "合计",
	Adding:       "正在汇总",
	AddingRecent: "正在汇总近 %d 夜",
	Stop:         "按 %s 停止",
	Stopped:      "汇总已停止，按 %s 重新汇总",
	Failed:       "%s 按 %s 重试",
	ExportTitle:  "导出报告",
	Format:       "格式",
	File:         "文件",
	FormatNames:  []string{"文本", "网页 HTML，可打印", "表格 XLSX", "表格 CSV", "JSON", "地图 GeoJSON"},
	Write:        "写入",
	Writing:      "正在写入",
	Written:      "报告已写入 %s",
	WriteOver:    "%s 已存在，再确认一次就覆盖它。",
	FileNeeded:   "请写明文件名。",
	NothingYet:   "报告还没有汇总好",
	KeyEarlier:   "往前",
	KeyLater:     "往后",
	KeySpan:      "更多夜",
	KeySection:   "看哪一栏",
	KeyParts:     "按线路或按组",
	KeyRoute:     "只看一条线路",
	KeyUnit:      "只看一个组",
	KeyExport:    "导出",
	KeyAddAgain:  "重新汇总",
	KeyStop:      "停止",
}

var enReportPage = ReportPage{
	Title:        "Report",
	Nights:       "%s to %s (%d nights)",
	AsOf:         "as of %s",
	Overview:     "Summary",
	Recent:       "Presence in %d nights",
	Visits:       "Visits by half hour",
	Gaps:         "Longest gaps",
	Tabs:         []string{"Sums", "Parts", "Trend", "Hours", "Missed", "Gaps"},
	Overdue:      "Overdue",
	Lowest:       "lowest %s (%s)",
	Highest:      "highest %s (%s)",
	NoRate:       "No calls were due in these nights",
	NoneMissed:   "No call was missed",
	Sum:          "Sum",
	Adding:       "Adding up",
	AddingRecent: "Adding up %d nights",
	Stop:         "%s stops it",
	Stopped:      "Stopped. %s adds it up again",
	Failed:       "%s %s tries again",
	ExportTitle:  "Write the report to a file",
	Format:       "Format",
	File:         "File",
	FormatNames:  []string{"plain text", "HTML, to print", "XLSX, a workbook", "CSV, a table", "JSON", "GeoJSON, a map"},
	Write:        "Write",
	Writing:      "Writing...",
	Written:      "The report is in %s",
	WriteOver:    "%s exists. Accept once more to write over it.",
	FileNeeded:   "Give the name of a file.",
	NothingYet:   "The report is not added up yet",
	KeyEarlier:   "earlier",
	KeyLater:     "later",
	KeySpan:      "more nights",
	KeySection:   "section",
	KeyParts:     "by route or unit",
	KeyRoute:     "one route",
	KeyUnit:      "one unit",
	KeyExport:    "to a file",
	KeyAddAgain:  "add up again",
	KeyStop:      "stop",
}
