package text

import (
	"path/filepath"
	"strconv"
	"strings"

	"beatbook/data"
)

// In these {f} stands for the file or folder, {l} for the line, {n} for the number of lines and {k} for what was kept.

var zhDamage = map[data.ProblemCode]string{
	data.LineDamaged:    "日志文件 {f} 第 {l} 行损坏，原样另存到 {k}，其余记录完好。请检查磁盘。",
	data.JournalMended:  "日志文件 {f} 缺少 {n} 行，已从索引补全。",
	data.RecordLost:     "日志文件 {f} 缺少 {n} 行，无法补全。请检查磁盘，有备份请找回这个文件。",
	data.IndexRebuilt:   "索引损坏、缺失或属旧版本，已从日志文件重建。{kept}",
	data.IndexDamaged:   "索引 {f} 损坏，下次启动时重建。签到照常记录。",
	data.DeviceReplaced: "本机的密钥 {f} 不在或无法读取，今后用新编号记录。原有记录不变，仍在旧编号下（旧版本写的没有签名）。",
	data.FolderUnknown:  "文件夹 {f} 不是日志，没有读取。如非有意放入，请移走。",
	data.DeviceUnknown:  "日志 {f} 属于一台不认识的设备，不是经本程序进来的。记录照常可读。请用 beatbook devices 查看；确认来历后用 beatbook devices admit 承认。",
	data.SeriesChanged:  "日志 {f} 的结尾不是上次关闭时的样子：有记录不在了，或被换掉了。请用 beatbook verify 检查，有备份请找回这个文件。",
	data.CheckFailed:    "数据检查没有完成（{f}）。请重新启动程序再查一次。",
}

var enDamage = map[data.ProblemCode]string{
	data.LineDamaged:    "Journal {f}, line {l} is damaged and was kept as it is in {k}. All other records are whole. Check the disk.",
	data.JournalMended:  "Journal {f}, missing lines: {n}. They were written again from the index.",
	data.RecordLost:     "Journal {f} lacks {n} lines that are nowhere to be found. Check the disk, and bring the file back from a backup.",
	data.IndexRebuilt:   "The index was damaged, missing or of an earlier version, and was rebuilt from the journals.{kept}",
	data.IndexDamaged:   "Index {f} is damaged and will be rebuilt at the next start. Check-ins are recorded as usual.",
	data.DeviceReplaced: "The key of this device, {f}, is not there or cannot be read. The device goes on under a new id; earlier records stay as they are under the old one (those of an earlier version unsigned).",
	data.FolderUnknown:  "Folder {f} is no journal and was not read. Move it away unless it was put there on purpose.",
	data.DeviceUnknown:  "Journal {f} is of an unknown device and did not come through this program. Its records can be read as usual. See beatbook devices; when you know where it is from, beatbook devices admit makes it known.",
	data.SeriesChanged:  "Journal {f} does not end as it did when the folder was closed: records are gone, or others are in their place. See beatbook verify, and bring the file back from a backup.",
	data.CheckFailed:    "The check of the data was not finished ({f}). Start the program again to repeat it.",
}

// Damage says what was found wrong with the data folder and what became of it.
func (s *Strings) Damage(p data.Problem) string {
	sentence, ok := s.Command.Damage[p.Code]
	if !ok {
		return string(p.Code) + " " + p.File
	}
	return strings.NewReplacer(
		"{f}", short(p.File), "{l}", strconv.Itoa(p.Line), "{n}", strconv.Itoa(max(p.Count, 1)),
		"{kept}", Filled(s.Command.DamageKept, short(p.Kept)), "{k}", short(p.Kept),
	).Replace(sentence)
}

// short is the end of a path: the folder and the file, which is what somebody looks for in the data folder.
func short(path string) string {
	if path == "" {
		return ""
	}
	return filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path))
}
