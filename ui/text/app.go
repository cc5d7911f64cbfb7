package text

// App are the texts around the screens.
type App struct {
	Name         string
	Tagline      string
	Loading      string
	Saving       string
	Saved        string
	Theme        string // name of the theme
	ThemeDay     string
	ThemeNight   string
	ThemeMono    string
	Language     string // said after a switch to the language
	TooSmall     string // width, height of the window
	Help         string // title of the help
	HelpClose    string
	Quit         string
	SampleLoaded string
	PlanInUse    string // name of the site
	Yes          string
	No           string
	None         string
	Demo         string
	More         string // number of entries that do not fit
	ListJoin     string // between names in a list
	Colon        string // after a label
}

var zhApp = App{
	Name:         "夜巡",
	Tagline:      "夜间巡逻签到",
	Loading:      "正在读取",
	Saving:       "正在保存",
	Saved:        "已保存",
	Theme:        "主题：%s",
	ThemeDay:     "日间",
	ThemeNight:   "夜间",
	ThemeMono:    "单色",
	Language:     "已切换到中文",
	TooSmall:     "窗口太小（现为 %dx%d），至少需要 60x16",
	Help:         "按键",
	HelpClose:    "按 Esc 返回",
	Quit:         "退出",
	SampleLoaded: "还没有巡逻方案，已载入自带的示例方案。导入自己的方案：beatbook plan import 文件",
	PlanInUse:    "正在使用「%s」的方案",
	Yes:          "是",
	No:           "否",
	None:         "无",
	Demo:         "演示",
	More:         "另有 %d 条",
	ListJoin:     "、",
	Colon:        "：",
}

var enApp = App{
	Name:         "Beatbook",
	Tagline:      "night patrol check-ins",
	Loading:      "Reading...",
	Saving:       "Saving...",
	Saved:        "Saved",
	Theme:        "Theme: %s",
	ThemeDay:     "day",
	ThemeNight:   "night",
	ThemeMono:    "mono",
	Language:     "Now in English",
	TooSmall:     "Window too small (%dx%d now), at least 60x16",
	Help:         "Keys",
	HelpClose:    "Esc to go back",
	Quit:         "Quit",
	SampleLoaded: "No plan yet: the built-in sample was loaded. To use your own: beatbook plan import FILE",
	PlanInUse:    "Using the plan of %s",
	Yes:          "Yes",
	No:           "No",
	None:         "none",
	Demo:         "demo",
	More:         "%d more",
	ListJoin:     ", ",
	Colon:        ": ",
}
