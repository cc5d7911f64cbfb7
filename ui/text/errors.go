package text

// Errors are what went wrong and what to do about it.
type Errors struct {
	AlreadyOpen        string // process id, time of day since when
	DiskFull           string // folder
	ReadOnly           string // folder
	NoPermission       string // folder
	NoFolder           string // folder
	NoData             string // folder
	Rebuilding         string // percent
	StoreClosed        string
	Unexpected         string // error
	FileRead           string // file, reason
	FileWrite          string // file, reason
	FileExists         string // file
	NotAFile           string // file
	NoSuchFile         string // why a file cannot be read or written, from here on
	NotAllowed         string
	NoSpace            string
	NeedsPIN           string
	WrongPIN           string
	PINLength          string // fewest and most characters
	BadPIN             string
	PINsDiffer         string
	PlanRefused        string // file, number of problems
	NoOpenShift        string
	BadTime            string // what was typed
	BadDate            string // what was typed
	NoTerminal         string
	AlreadyOpenUnknown string
	Conflict           string // device, number in its series
	Broken             string // file
	FileTrouble        string // file or folder, reason
	NotRecordedTitle   string
	StillHere          string
	Unwritten          string // number, key
}

var zhErrors = Errors{
	AlreadyOpen:        "已在另一个窗口打开（进程 %d，自 %s 起）。请回到那个窗口，或关闭它后重试。",
	DiskFull:           "磁盘空间不足，%s 里写不下了。请清理磁盘后重试。",
	ReadOnly:           "%s 是只读的，无法记录。请用 --data 指定可写的文件夹。",
	NoPermission:       "没有权限读写 %s。请换用有权限的账户，或用 --data 指定别的文件夹。",
	NoFolder:           "无法建立文件夹 %s。请检查路径，或用 --data 指定别的文件夹。",
	NoData:             "没有数据文件夹 %s。请检查 --data 或 BEATBOOK_DATA 是否写对；第一次使用时先运行 beatbook，会自动建立。",
	Rebuilding:         "索引损坏，正在从日志文件重建：%d%%",
	StoreClosed:        "数据已关闭，请重新启动程序。",
	Unexpected:         "出错了：%v",
	FileRead:           "无法读取 %s：%s",
	FileWrite:          "无法写入 %s：%s",
	FileExists:         "文件 %s 已经存在，没有覆盖。要覆盖请加 --force。",
	NotAFile:           "%s 不是普通文件，没有写入。请换一个文件名。",
	NoSuchFile:         "没有这个文件或文件夹",
	NotAllowed:         "没有权限",
	NoSpace:            "磁盘已满",
	NeedsPIN:           "请输入口令。",
	WrongPIN:           "口令不对，请重新输入。",
	PINLength:          "口令要有 %d 到 %d 个字符。",
	BadPIN:             "保存的口令已损坏，无法核对。请用 beatbook desk pin [姓名] --clear 取消后重新设置。",
	PINsDiffer:         "两次输入的口令不同，没有更改。",
	PlanRefused:        "%s 有 %d 处问题，没有启用。原方案不变。",
	NoOpenShift:        "没有进行中的班次。请先开始：beatbook shift start",
	BadTime:            "「%s」不是时间，请写成 时:分，例如 22:04。",
	BadDate:            "「%s」不是日期，请写成 2026-11-24 这样。",
	NoTerminal:         "这里不是终端，无法显示界面。可以用 beatbook night、beatbook log 等命令。",
	AlreadyOpenUnknown: "已在另一个窗口打开。请回到那个窗口，或关闭它后重试。",
	Conflict:           "设备 %s 的第 %d 号记录与已有的不同，原记录保留。",
	Broken:             "写入 %s 时出错，程序要重新启动才能继续记录；已记录的都在。",
	FileTrouble:        "无法读写 %s：%v。请检查磁盘后重试。",
	NotRecordedTitle:   "没有记录下来",
	StillHere:          "下面的内容还在，可以重试：",
	Unwritten:          "%d 条记录没有写入，按 %s 查看",
}

var enErrors = Errors{
	AlreadyOpen:        "Already open in another window (process %d, since %s). Go back to that window, or close it and try again.",
	DiskFull:           "The disk is full: no room left for %s. Make room and try again.",
	ReadOnly:           "%s is read-only, so nothing can be recorded. Give a folder that can be written to with --data.",
	NoPermission:       "No permission to use %s. Use an account that has it, or give another folder with --data.",
	NoFolder:           "Folder %s cannot be made. Check the path, or give another folder with --data.",
	NoData:             "There is no data folder at %s. Check --data or BEATBOOK_DATA; the first start of beatbook makes it.",
	Rebuilding:         "The index is damaged and is being rebuilt from the journals: %d%%",
	StoreClosed:        "The data is closed. Start the program again.",
	Unexpected:         "Something went wrong: %v",
	FileRead:           "Cannot read %s: %s",
	FileWrite:          "Cannot write %s: %s",
	FileExists:         "File %s exists and was not overwritten. Add --force to overwrite it.",
	NotAFile:           "%s is not a regular file and was not written. Give another name.",
	NoSuchFile:         "no such file or folder",
	NotAllowed:         "no permission",
	NoSpace:            "the disk is full",
	NeedsPIN:           "Type the PIN.",
	WrongPIN:           "That is not the PIN. Type it again.",
	PINLength:          "A PIN has %d to %d characters.",
	BadPIN:             "The PIN on record is damaged and cannot be checked. Take it away with beatbook desk pin [NAME] --clear and set it anew.",
	PINsDiffer:         "The two PINs differ; nothing was changed.",
	PlanRefused:        "%s has %d problems and was not adopted. The plan in use stays.",
	NoOpenShift:        "No shift is open. Start one first: beatbook shift start",
	BadTime:            "\"%s\" is not a time. Write HH:MM, for example 22:04.",
	BadDate:            "\"%s\" is not a date. Write it like 2026-11-24.",
	NoTerminal:         "This is not a terminal, so there is no screen to show. Try beatbook night or beatbook log.",
	AlreadyOpenUnknown: "Already open in another window. Go back to that window, or close it and try again.",
	Conflict:           "Record number %[2]d of device %[1]s differs from the one that is here, which was kept.",
	Broken:             "Writing to %s failed in a way that needs a restart before more can be recorded; what was recorded is safe.",
	FileTrouble:        "%s cannot be read or written: %v. Check the disk and try again.",
	NotRecordedTitle:   "Not recorded",
	StillHere:          "It is still here and can be tried again:",
	Unwritten:          "%d records are not written, %s shows them",
}
