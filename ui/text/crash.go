package text

// Crash are what is said when the program has failed.
type Crash struct {
	Stopped string
	Safe    string
	Lost    string // reason
	Kept    string
	File    string // file
	NoFile  string // reason; the report follows
	Next    string
}

var zhCrash = Crash{
	Stopped: "程序内部出错，已停止。",
	Safe:    "已记录的内容都在，没有丢失。",
	Lost:    "已写入的记录都在，但刚才等待写入的没有写成：%s",
	Kept:    "正在输入的文字已保存，重新启动后还在。",
	File:    "错误报告（不含姓名、地点和备注）：%s",
	NoFile:  "错误报告无法写成文件（%s），内容如下（不含姓名、地点和备注）：",
	Next:    "请重新启动程序继续工作，并把错误报告交给负责维护的人。",
}

var enCrash = Crash{
	Stopped: "The program has failed and stopped.",
	Safe:    "What was recorded is safe; no record is lost.",
	Lost:    "What was written is safe, but records that were waiting could not be written: %s",
	Kept:    "What was being typed is kept and is there again after the next start.",
	File:    "Report of the failure, without names, places or notes: %s",
	NoFile:  "The report of the failure could not be written to a file (%s). It says, without names, places or notes:",
	Next:    "Start the program again and go on; give the report to whoever looks after the program.",
}
