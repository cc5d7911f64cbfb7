package text

// App are the texts around the screens.
type App struct {
	Name         string
	Loading      string
	Saving       string
	Theme        string // name of the theme
	Language     string // said after a switch to the language
	TooSmall     string // width, height of the window
	Help         string // title of the help
	Quit         string
	SampleLoaded string
	Yes          string
	None         string
	Demo         string
	More         string // number of entries that do not fit
	ListJoin     string // between names in a list
	Colon        string // after a label
	Tag          string // of the language, BCP 47
}

var zhApp = App{
	Name:         "夜巡",
	Loading:      "正在读取",
	Saving:       "正在保存",
	Theme:        "主题：%s",
	Language:     "已切换到中文",
	TooSmall:     "窗口太小（现为 %dx%d），至少需要 60x16",
	Help:         "按键",
	Quit:         "退出",
	SampleLoaded: "还没有巡逻方案，先用自带的示例。导入自己的方案： beatbook plan import 文件",
	Yes:          "是",
	None:         "无",
	Demo:         "演示",
	More:         "另有 %d 条",
	ListJoin:     "、",
	Colon:        "：",
	Tag:          "zh-CN",
}

var enApp = App{
	Name:         "Beatbook",
	Loading:      "Reading...",
	Saving:       "Saving...",
	Theme:        "Theme: %s",
	Language:     "Now in English",
	TooSmall:     "Window too small (%dx%d now), at least 60x16",
	Help:         "Keys",
	Quit:         "Quit",
	SampleLoaded: "No plan yet: built-in sample in use. Load yours: beatbook plan import FILE",
	Yes:          "Yes",
	None:         "none",
	Demo:         "demo",
	More:         "%d more",
	ListJoin:     ", ",
	Colon:        ": ",
	Tag:          "en",
}
