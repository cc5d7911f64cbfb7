package text

// Start are the texts of the form with which a shift begins.
type Start struct {
	Title       string
	Unit        string
	Crew        string
	Route       string
	Mode        string
	Plate       string
	CrewHint    string
	PlateHint   string
	Begin       string
	FromLast    string
	NoUnits     string
	NoRoutes    string
	CrewOfOne   string
	CrewEmpty   string
	Started     string // call sign of the unit, name of the route
	LastShift   string // night, call sign of the unit
	Handover    string
	NoHandover  string
	PlanOf      string // name of the site
	RoundsToday string // number of rounds, number of checkpoints
}

var zhStart = Start{
	Title:       "开始班次",
	Unit:        "巡逻组",
	Crew:        "队员",
	Route:       "线路",
	Mode:        "方式",
	Plate:       "车牌",
	CrewHint:    "姓名之间用逗号或空格分开",
	PlateHint:   "车巡时填写",
	Begin:       "按 Enter 开始",
	FromLast:    "已按上次填好",
	NoUnits:     "方案里没有巡逻组",
	NoRoutes:    "方案里没有线路",
	CrewOfOne:   "只有一名队员，可以开始，记录会带标记",
	CrewEmpty:   "没有填写队员，可以开始，记录会带标记",
	Started:     "%s 开始巡逻：%s",
	LastShift:   "上一班次：%s %s",
	Handover:    "上一班次的交接",
	NoHandover:  "上一班次没有留言",
	PlanOf:      "方案：%s",
	RoundsToday: "%d 轮，%d 个点位",
}

var enStart = Start{
	Title:       "Start a shift",
	Unit:        "Unit",
	Crew:        "Crew",
	Route:       "Route",
	Mode:        "Mode",
	Plate:       "Plate",
	CrewHint:    "names with commas or spaces between",
	PlateHint:   "when by vehicle",
	Begin:       "Enter to start",
	FromLast:    "filled in from last time",
	NoUnits:     "The plan has no units",
	NoRoutes:    "The plan has no routes",
	CrewOfOne:   "A crew of one: you can start, and records will be marked",
	CrewEmpty:   "No crew given: you can start, and records will be marked",
	Started:     "%s is out on %s",
	LastShift:   "Last shift: %s %s",
	Handover:    "Handover from the last shift",
	NoHandover:  "The last shift left no note",
	PlanOf:      "Plan: %s",
	RoundsToday: "%d rounds, %d checkpoints",
}
