package text

// Start are the texts of the form with which a shift begins.
type Start struct {
	Title     string
	Unit      string
	Crew      string
	Route     string
	Mode      string
	Plate     string
	CrewHint  string
	PlateHint string
	Begin     string
	CrewOfOne string
	Started   string // call sign of the unit, name of the route
	Handover  string
	CrewEmpty string
	Out       string // of a unit
}

var zhStart = Start{
	Title:     "开始班次",
	Unit:      "巡逻组",
	Crew:      "队员",
	Route:     "线路",
	Mode:      "方式",
	Plate:     "车牌",
	CrewHint:  "姓名之间用逗号或空格分开",
	PlateHint: "车巡时填写",
	Begin:     "按 Enter 开始",
	CrewOfOne: "只有一名队员，可以开始，记录会带标记",
	Started:   "%s 开始巡逻：%s",
	Handover:  "上一班次的交接",
	CrewEmpty: "没有填写队员，可以开始，以后可以补填",
	Out:       "已在外",
}

var enStart = Start{
	Title:     "Start a shift",
	Unit:      "Unit",
	Crew:      "Crew",
	Route:     "Route",
	Mode:      "Mode",
	Plate:     "Plate",
	CrewHint:  "names with commas or spaces between",
	PlateHint: "when by vehicle",
	Begin:     "Enter to start",
	CrewOfOne: "A crew of one: you can start, and records will be marked",
	Started:   "%s is out on %s",
	Handover:  "Handover from the last shift",
	CrewEmpty: "No crew given: you can start, and name it later",
	Out:       "out",
}
