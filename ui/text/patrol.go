package text

// Patrol are the texts of the patrol screen.
type Patrol struct {
	Title            string
	Route            string
	Unit             string
	Crew             string
	Mode             string
	Plate            string
	Clock            string
	Round            string // number, of how many
	Interval         string // duration: each checkpoint at least so often
	Number           string // column headings from here on
	Name             string
	Kind             string
	ModeColumn       string
	Due              string
	State            string
	Window           string // from, to as times of day
	DueNow           string // states in words from here on
	DueIn            string // duration
	OverdueBy        string // duration
	MadeAt           string // state, time of day, mode
	SkippedFor       string // reason
	WasMissedTill    string // time of day at which the record arrived
	GapOf            string // duration
	LastSeen         string // duration since the last visit
	Next             string
	LookFor          string // headings of the side panel from here on
	LastVisits       string
	Planned          string
	Notes            string
	NoVisits         string
	Recorded         string // time of day with seconds, key of undo
	Undone           string // what was undone
	NothingToUndo    string
	StartStands      string // key that ends a shift
	HazardStands     string // key of the hazards
	ChecklistStands  string // key of a checklist
	TooLateToUndo    string // key of correction
	NoteAdded        string
	NoSuchNumber     string // digits typed
	Writing          string
	NotFound         string // what was looked for
	Made             string // number made, number due
	Kept             string // of an interval plan: number kept, number of checkpoints
	NoCrew           string
	Missed           string // number
	ClockDoubt       string
	People           string // number
	Night            string
	NotInShift       string // a call that was due before the shift began
	NoChecklist      string
	Outcomes         string // number
	OpenHazards      string // number
	Work             string
	Hazards          string
	DueBy            string // date
	TooLateToUncount string
}

var zhPatrol = Patrol{
	Title:            "巡逻",
	Route:            "线路",
	Unit:             "巡逻组",
	Crew:             "队员",
	Mode:             "方式",
	Plate:            "车牌",
	Clock:            "时间",
	Round:            "第 %d/%d 轮",
	Interval:         "每个点位至少每 %s 到一次",
	Number:           "序",
	Name:             "点位",
	Kind:             "类别",
	ModeColumn:       "方式",
	Due:              "应到",
	State:            "状态",
	Window:           "%s-%s",
	DueNow:           "现在应到",
	DueIn:            "%s后应到",
	OverdueBy:        "超时 %s",
	MadeAt:           "%s %s %s",
	SkippedFor:       "跳过：%s",
	WasMissedTill:    "曾判漏巡，%s 收到",
	GapOf:            "间隔 %s",
	LastSeen:         "%s前到过",
	Next:             "下一个",
	LookFor:          "重点查看",
	LastVisits:       "最近签到",
	Planned:          "接下来",
	Notes:            "备注",
	NoVisits:         "还没有签到",
	Recorded:         "已记录 %s，按 %s 撤销",
	Undone:           "已撤销：%s",
	NothingToUndo:    "没有可撤销的记录",
	StartStands:      "没有可撤销的记录：班次的开始不能撤销，请按 %s 结束班次",
	HazardStands:     "最后登记的是隐患，不能撤销：请按 %s 到隐患页处理",
	ChecklistStands:  "最后记录的是检查清单，不能撤销：请按 %s 重新检查",
	TooLateToUndo:    "超过两分钟不能直接撤销，请按 %s 更正并写明原因",
	NoteAdded:        "备注已记录",
	NoSuchNumber:     "没有 %s 号点位",
	Writing:          "正在写入磁盘",
	NotFound:         "没有找到「%s」",
	Made:             "实巡 %d / 应巡 %d",
	Kept:             "间隔达标 %d/%d 个点位",
	NoCrew:           "队员未填",
	Missed:           "漏巡 %d",
	ClockDoubt:       "本机时钟有跳变，请核对时间",
	People:           "%d 人",
	Night:            "整夜",
	NotInShift:       "不属本班次",
	NoChecklist:      "这个点位没有检查清单",
	Outcomes:         "处置 %d",
	OpenHazards:      "隐患 %d",
	Work:             "处置成果",
	Hazards:          "未销号隐患",
	DueBy:            "限 %s",
	TooLateToUncount: "超过两分钟不能直接撤销，请按 + 打开处置成果，再按 - 减去",
}

var enPatrol = Patrol{
	Title:            "Patrol",
	Route:            "Route",
	Unit:             "Unit",
	Crew:             "Crew",
	Mode:             "Mode",
	Plate:            "Plate",
	Clock:            "Time",
	Round:            "Round %d of %d",
	Interval:         "each checkpoint at least every %s",
	Number:           "No",
	Name:             "Checkpoint",
	Kind:             "Kind",
	ModeColumn:       "Mode",
	Due:              "Due",
	State:            "State",
	Window:           "%s-%s",
	DueNow:           "due now",
	DueIn:            "due in %s",
	OverdueBy:        "overdue %s",
	MadeAt:           "%s %s %s",
	SkippedFor:       "skipped: %s",
	WasMissedTill:    "was missed, arrived %s",
	GapOf:            "gap of %s",
	LastSeen:         "seen %s ago",
	Next:             "Next",
	LookFor:          "Look for",
	LastVisits:       "Last visits",
	Planned:          "Coming up",
	Notes:            "Notes",
	NoVisits:         "No check-in yet",
	Recorded:         "recorded %s, %s undo",
	Undone:           "Undone: %s",
	NothingToUndo:    "Nothing to undo",
	StartStands:      "Nothing to undo: a start cannot be; end the shift with %s",
	HazardStands:     "The last record is a hazard, which cannot be undone: %s deals with it",
	ChecklistStands:  "The last record is a checklist, which cannot be undone: %s goes through it again",
	TooLateToUndo:    "More than two minutes ago: press %s to correct it with a reason",
	NoteAdded:        "Note recorded",
	NoSuchNumber:     "There is no checkpoint number %s",
	Writing:          "writing to disk",
	NotFound:         "Nothing found for \"%s\"",
	Made:             "made %d of %d due",
	Kept:             "%d of %d checkpoints kept to the interval",
	NoCrew:           "crew not given",
	Missed:           "missed %d",
	ClockDoubt:       "The clock of this machine has jumped: check the time",
	People:           "crew of %d",
	Night:            "Night",
	NotInShift:       "not in this shift",
	NoChecklist:      "This checkpoint has no checklist",
	Outcomes:         "work %d",
	OpenHazards:      "hazards %d",
	Work:             "Work done",
	Hazards:          "Open hazards",
	DueBy:            "by %s",
	TooLateToUncount: "More than two minutes ago: press + for the counts, then - to take it back",
}
