package text

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"beatbook/data"
)

// In the findings {r} stands for the number of the record, or for the first and the last, {f} for the file, {l} for the line,
// {e} for what was expected and {g} for what was found.

var zhFindings = map[data.FindingCode]string{
	data.LineUnreadable: "{f} 第 {l} 行损坏或被改动过：应是一条完好的记录。",
	data.LineMisplaced:  "{f} 第 {l} 行不在原来的位置：这一行重复了、被挪动过，或者前面少了行。",
	data.LineLost:       "{f} 第 {l} 行的记录已损坏，无法补全。",
	data.RecordMissing:  "缺少第 {r} 号记录（{f} 第 {l} 行之前）。",
	data.LinkBroken:     "{f} 第 {l} 行，第 {r} 号记录的前一条应为 {e}，实际为 {g}。",
	data.Forked:         "{f} 第 {l} 行，第 {r} 号记录有两条：一条 {e}，一条 {g}。",
	data.Unsigned:       "{f} 第 {l} 行，第 {r} 号记录没有签名，无法证明是谁写的。",
	data.WrongSignature: "{f} 第 {l} 行，第 {r} 号记录与签名不符：内容被改动过。",
	data.WrongDevice:    "{f} 第 {l} 行，第 {r} 号记录应由设备 {e} 写，实际由 {g} 写。",
	data.HeadGone:       "{f} 第 {l} 行，第 {r} 号记录与存证不符：应为 {e}，实际为 {g}。",
	data.UnknownDevice:  "不认识这台设备：它的日志不是经本程序进来的（见 {f}）。查明来历后，可用 beatbook devices admit 承认。",
	data.RecordGone:     "第 {r} 号记录不在了：据 {f}，原来是有的。",
	data.RecordReplaced: "{f} 第 {l} 行，第 {r} 号记录不是上次关闭时的那条：应为 {e}，实际为 {g}。",
	data.NothingThere:   "{f} 里没有一条完整的记录：这里本该有记录。",
}

var enFindings = map[data.FindingCode]string{
	data.LineUnreadable: "{f}, line {l} is damaged or was changed: a whole record ought to be there.",
	data.LineMisplaced:  "{f}, line {l} is not where it belongs: it is there twice, was moved, or lines before it are gone.",
	data.LineLost:       "{f}, line {l}: the record was damaged beyond repair.",
	data.RecordMissing:  "Record {r} is missing (before {f}, line {l}).",
	data.LinkBroken:     "{f}, line {l}: the record before record {r} ought to be {e}; it is {g}.",
	data.Forked:         "{f}, line {l}: there are two records {r}, one is {e}, one is {g}.",
	data.Unsigned:       "{f}, line {l}: record {r} has no signature; nobody can prove who wrote it.",
	data.WrongSignature: "{f}, line {l}: record {r} does not match its signature: it has been changed.",
	data.WrongDevice:    "{f}, line {l}: record {r} ought to be written by device {e}; it was written by {g}.",
	data.HeadGone:       "{f}, line {l}: record {r} is not the one of the head: it ought to be {e}, it is {g}.",
	data.UnknownDevice:  "This device is unknown: its journal did not come through this program (see {f}). Find out where it is from; beatbook devices admit makes it known.",
	data.RecordGone:     "Record {r} is gone: it was there, as {f} says.",
	data.RecordReplaced: "{f}, line {l}: record {r} is not the one that was there when the folder was closed: it ought to be {e}, it is {g}.",
	data.NothingThere:   "Not one whole record is in {f}, where there ought to be records.",
}

// Finding says what does not hold, and how often.
func (s *Strings) Finding(f data.Finding) string {
	sentence := cmp.Or(s.Trust.Findings[f.Code], string(f.Code)+" {f} {l} {r}")
	if f.Code == data.HeadGone && f.Found == "" {
		sentence = s.Trust.HeadMissing
	}
	number, named := strconv.FormatUint(f.Seq, 10), 1
	if f.Until > f.Seq {
		number += "-" + strconv.FormatUint(f.Until, 10)
		named += int(f.Until - f.Seq)
	}
	sentence = strings.NewReplacer(
		"{r}", number, "{f}", f.File, "{l}", strconv.Itoa(f.Line), "{e}", f.Expected, "{g}", f.Found,
	).Replace(sentence)
	if f.Count > named {
		sentence = Sentences(sentence, fmt.Sprintf(s.Trust.Further, f.Count-named))
	}
	return sentence
}
