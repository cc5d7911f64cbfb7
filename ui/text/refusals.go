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
	model.UnknownOutcome:    "没有处置成果「{s}」，请另选一种。",
	model.BadQuantity:       "数量「{s}」不对，请填 1 到 9999；减去的不能多于已记的。",
	model.UnknownHazard:     "请选择隐患的类别。",
	model.UnknownSeverity:   "请选择隐患的程度。",
	model.WhatNeeded:        "请写明是什么隐患。",
	model.OwnerNeeded:       "限期整改要写明责任单位或商户（不填居民）。",
	model.DeadlinePast:      "期限已经过去，请填写以后的时间。",
	model.DeadlineFar:       "期限太远，请填写十年以内的时间。",
	model.StepNotPossible:   "请选择隐患的下一步。",
	model.UnknownItem:       "检查清单里没有「{s}」，请核对。",
	model.AnswerNeeded:      "一项也没有检查，请至少回答一项。",
	model.OperatorNeeded:    "值班员还没有上岗，请先登录上岗。",
	model.UnknownChannel:    "没有「{s}」这种报告方式。",
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
	model.UnknownOutcome:    "There is no kind of work \"{s}\". Choose another one.",
	model.BadQuantity:       "{s} is not a quantity that can be recorded. Give 1 to 9999, and take back no more than was counted.",
	model.UnknownHazard:     "Choose the kind of the hazard.",
	model.UnknownSeverity:   "Choose how bad the hazard is.",
	model.WhatNeeded:        "Write what is unsafe.",
	model.OwnerNeeded:       "An order to fix needs an owner: an office or a business, no residents.",
	model.DeadlinePast:      "That deadline has passed already. Give a later one.",
	model.DeadlineFar:       "That deadline is too far away. Give one within ten years.",
	model.StepNotPossible:   "Choose the next step of the hazard.",
	model.UnknownItem:       "The checklist has no item \"{s}\". Check it.",
	model.AnswerNeeded:      "Nothing is answered. Answer at least one item.",
	model.OperatorNeeded:    "Nobody has signed on at the desk. Sign on first.",
	model.UnknownChannel:    "There is no channel \"{s}\".",
}

var zhMissing = map[model.RefusalCode]string{
	model.UnknownUnit:  "请选择巡逻组。",
	model.UnknownRoute: "请选择线路。",
	model.UnknownMode:  "请选择步巡还是车巡。",
}

var enMissing = map[model.RefusalCode]string{
	model.UnknownUnit:  "Choose the unit.",
	model.UnknownRoute: "Choose the route.",
	model.UnknownMode:  "Choose on foot or by vehicle.",
}
