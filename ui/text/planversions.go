package text

// PlanVersions are the texts about the plans that were in force one after the other.
type PlanVersions struct {
	List         string // what the commands do
	Diff         string
	FlagVersion  string
	ArgOld       string // names of arguments
	ArgNew       string
	Number       string // headings
	Adopted      string
	Operator     string
	Source       string
	Sample       string // where a plan came from
	File         string
	Edited       string
	InUse        string
	Checkpoints  string
	Routes       string
	Units        string
	Contact      string // duration
	BadVersion   string // what was typed
	NoVersion    string // number, the highest one
	NoneSoEarly  string // date
	OnlyOne      string
	Compared     string // two numbers
	NoDifference string
}

var zhPlanVersions = PlanVersions{
	List:         "列出启用过的各版方案",
	Diff:         "比较两版方案（默认最近两版）",
	FlagVersion:  "哪一版：序号，或年-月-日（那一夜的最后一版）",
	ArgOld:       "旧版",
	ArgNew:       "新版",
	Number:       "版",
	Adopted:      "启用时间",
	Operator:     "值班员",
	Source:       "来源",
	Sample:       "自带示例",
	File:         "文件",
	Edited:       "编辑",
	InUse:        "现用",
	Checkpoints:  "点位",
	Routes:       "线路",
	Units:        "巡逻组",
	Contact:      "联络时限 %s",
	BadVersion:   "「%s」不是版本，请写序号（见 beatbook plan versions）或年-月-日。",
	NoVersion:    "没有第 %d 版，最新的是第 %d 版。",
	NoneSoEarly:  "%s 时还没有方案。",
	OnlyOne:      "只有一版方案，无从比较。",
	Compared:     "第 %d 版与第 %d 版：",
	NoDifference: "没有不同",
}

var enPlanVersions = PlanVersions{
	List:         "List the plans that were adopted so far",
	Diff:         "Compare two plans (default the last two)",
	FlagVersion:  "which plan: its number, or YYYY-MM-DD for the last one of that night",
	ArgOld:       "OLD",
	ArgNew:       "NEW",
	Number:       "No.",
	Adopted:      "Adopted",
	Operator:     "Operator",
	Source:       "Source",
	Sample:       "built-in sample",
	File:         "file",
	Edited:       "edited",
	InUse:        "in use",
	Checkpoints:  "Checkpoints",
	Routes:       "Routes",
	Units:        "Units",
	Contact:      "contact within %s",
	BadVersion:   "\"%s\" is not a version. Write its number, as listed by beatbook plan versions, or YYYY-MM-DD.",
	NoVersion:    "There is no version %d; the last one is %d.",
	NoneSoEarly:  "There was no plan yet on %s.",
	OnlyOne:      "There is only one plan, and nothing to compare it with.",
	Compared:     "From version %d to %d:",
	NoDifference: "No difference",
}
