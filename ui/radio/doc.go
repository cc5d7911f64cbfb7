// Package radio reads the line in which an operator writes down what units report, and completes it. It is pure: the plan,
// the open shifts and the time come in, intents and sentences come out, and nothing is recorded.
//
// # The line
//
// Reports of several units are separated by a slash with blanks around it, or by a full-width slash. A slash within a word,
// as in 1/2 or 11/24, separates nothing.
//
//	line    = report { " / " report }
//	report  = unit { channel } [ action ]
//	action  = visit | start | end | heard
//	visit   = { place | mode | time | outcome | channel | skip } [ note ]
//	start   = ( "出" | "start" | "out" ) { route | mode | channel } [ ( "队员" | "crew" | ":" ) names ]
//	end     = ( "收" | "end" | "in" ) [ reason ]
//	heard   = ( "收到" | "在" | "heard" ) [ note ]
//	unit    = call sign, id, or a part of one of them that only one unit has; the longest match wins
//	place   = number { "," number } | number "-" number | id | name or part of it; 2号点 and 第2点位 are numbers too
//	mode    = "步" | "步巡" | "f" | "foot" | "车" | "车巡" | "v" | "car" | "vehicle"
//	time    = 22:05 | 2205 | 22点05 | 22点半 | -10 | 10分钟前 | 10 min ago
//	outcome = "+" kind [ quantity ] | "+" quantity kind
//	channel = "@电台" | "@电话" | "@当面" | "@radio" | "@phone" | "@in-person"
//	skip    = "跳过" | "s" | "skip", and the note is the reason
//	note    = all from the first word that is none of these, or from behind "备注" or "note"
//
// Case and width of the letters do not matter, commas and colons may stand between any words, and between Chinese and
// digits no blank is needed.
//
// # What was decided
//
// A wrong record is worse than a missing one, so a doubtful word belongs to the note:
//   - The checkpoints stand together. Behind another word, or before Chinese that it may belong to (3名男子, 2号楼), a number
//     belongs to the note.
//   - A part of a name tells a checkpoint only as the first one, or in a list with commas where no note follows it, and in
//     English only in whole words.
//   - A part never cuts a number in two, be it in digits or Chinese: 一队 is not 十一队.
//   - A number alone tells no unit, and neither does a word that means something else in the line.
//   - Words that start or end a shift or answer a roll call stand directly behind the unit.
//   - A first word that is unknown and has a mode or a skip behind it is a misspelt checkpoint, no note.
//   - 2点 is two o'clock, 2号点 is the second checkpoint.
//
// A note goes with each check-in of its report, an outcome with the last checkpoint. Without a checkpoint the unit was
// heard of, and a mode, a time, an outcome or a skip is refused. A unit that is out in two nights is the one that went out
// last.
package radio
