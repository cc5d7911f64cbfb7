package text

import "beatbook/model"

// In a refusal {s} stands for its subject.

var zhRefusals = map[model.RefusalCode]string{
	model.UnknownUnit:       "方案里没有巡逻组「{s}」，请另选一个。",
	model.UnknownRoute:      "方案里没有线路「{s}」，请另选一条。",
	model.UnknownCheckpoint: "没有点位「{s}」，请核对名称或编号。",
	model.UnknownRecord:     "这条记录不能更正或撤销，请在日志里另选一条。",
	model.UnknownMode:       "不认识方式「{s}」，请选步巡（foot）或车巡（vehicle）。",
	model.UnknownRound:      "没有第 {s} 轮，请核对轮次。",
	model.NoShift:           "班次不存在或已经结束，请先开始班次。",
	model.ShiftOpen:         "巡逻组「{s}」还有未结束的班次，请先结束它。",
	model.ReasonNeeded:      "这一步要写明原因，请选择或输入原因。",
	model.NotYet:            "时间 {s} 还没有到，请填写已经过去的时间。",
	model.NothingChanged:    "没有改动，请先改点位、方式、备注或时间。",
	model.AlreadyMade:       "点位「{s}」这一轮已经签到，不能跳过；要改请用更正。",
	model.TooLong:           "内容太长，没有记录。请缩短后再保存。",
}

var enRefusals = map[model.RefusalCode]string{
	model.UnknownUnit:       "The plan has no unit \"{s}\". Choose another one.",
	model.UnknownRoute:      "The plan has no route \"{s}\". Choose another one.",
	model.UnknownCheckpoint: "There is no checkpoint \"{s}\". Check its name or id.",
	model.UnknownRecord:     "That record cannot be corrected or withdrawn. Choose another one in the log.",
	model.UnknownMode:       "Mode \"{s}\" is not known. Choose foot or vehicle.",
	model.UnknownRound:      "There is no round {s}. Check the number.",
	model.NoShift:           "There is no such shift, or it has ended. Start a shift first.",
	model.ShiftOpen:         "Unit \"{s}\" still has an open shift. End that one first.",
	model.ReasonNeeded:      "This needs a reason. Choose one or type it.",
	model.NotYet:            "{s} has not come yet. Give a time that has passed.",
	model.NothingChanged:    "Nothing is changed. Change the checkpoint, mode, note or time first.",
	model.AlreadyMade:       "Checkpoint \"{s}\" has been visited in this round and cannot be skipped. Correct the check-in instead.",
	model.TooLong:           "The text is too long and was not recorded. Shorten it and save again.",
}
