package demo

import "beatbook/model"

// Everything below is invented. It is what officers would write, and so in Chinese in both languages of the screen.

var crews = [][]string{
	{"周敏", "李强"}, {"王建国", "陈芳"}, {"刘洋", "黄磊", "唐小燕"}, {"彭志刚", "谢丽"}, {"罗伟", "欧阳静"}, {"贺军", "肖玲"},
}

var everyday = []string{
	"一切正常", "正常，无异常情况", "秩序良好", "人流平稳", "路灯一盏不亮，已报修", "共享单车乱停，已扶正归位",
}

var notes = map[model.PlaceKind][]string{
	"plaza": {
		"广场舞音量偏大，已劝调低", "人流较密，留守十分钟疏导", "消防通道堵塞已清理", "提醒商户收好外摆桌椅",
	},
	"night-market": {
		"占道经营已劝离", "三处摊位越线，已规范", "燃气瓶摆放过近，已移开并提醒", "私拉电线一处，当场整改", "烧烤摊油烟大，已劝调整位置",
	},
	"food-market": {
		"卷闸门已锁好", "消防栓前堆物已清理", "配电箱门未关，已关好并告知市场方", "电气线路查看正常",
	},
	"school": {
		"校门口违停两辆，已劝离", "门卫在岗，校园安静", "消防设施完好",
	},
	"hospital": {
		"急诊通道畅通", "救护车通道被占，已疏导", "保安在岗，秩序正常",
	},
	"mall": {
		"已闭店，巡看门窗完好", "消防通道堵塞已清理", "西侧出口堆放纸箱，已通知物业清走",
	},
	"residential": {"电动车楼道充电一处，已劝移至充电棚"},
}

var (
	skipReasons = []string{"临时出警", "道路施工封闭", "暴雨，暂缓", "协助处置邻近警情"}
	endReasons  = []string{"暴雨停巡", "支援其他辖区", "车辆故障"}
	handovers   = []string{
		"夜市北口今晚人多，下一班留意占道。", "菜市场配电箱待市场方回复，明晚复看。", "万达东门路灯未修好，已报修。", "无遗留事项，对讲机一台电量低。",
	}
)
