package text

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"

	"beatbook/data"
)

// Backup are the texts about copies of the records, and about getting them back.
type Backup struct {
	Backup         string // what the commands do, one line each, from here on
	Restore        string
	FlagFull       string // what the flags do from here on
	FlagAuto       string
	FlagForce      string
	ArgFolder      string // names of arguments
	ArgFrom        string
	Copying        string // percent
	Restoring      string // percent
	Done           string // folder, new lines, lines
	Aside          string // file
	Readable       string // number of files, the first
	Unreadable     string // number of lines
	Doubtful       string // number of findings
	Apart          string
	Auto           string // folder
	AutoOff        string
	Last           string // time, folder, lines
	Never          string
	DoneShort      string // name of the folder, new lines
	ReadableShort  string // number of files
	DamagedShort   string // number of lines
	DoubtfulShort  string
	ApartShort     string
	Failed         string // reason
	StickMissing   string // name of the folder
	Finishing      string
	Restored       string // records, folder
	NewDevice      string // id
	NotRestored    string
	InPart         string // backup
	ReadOnly       string // why nothing can be written, with the folder or file, from here on
	NoPermission   string
	NotFolder      string
	NoTarget       string // why there is no backup, with the folder or file, from here on
	Inside         string
	NotAsWritten   string
	Busy           string
	NoRecords      string
	NotEmpty       string // why nothing is restored, with the folder, from here on
	NoBackup       string
	SeveralBackups string // folder, names of the backups in it
	Findings       string
}

var zhBackup = Backup{
	Backup:         "把记录备份到另一个文件夹或U盘；不带参数时显示备份设置和上次备份",
	Restore:        "核对备份，恢复到没有记录的数据文件夹",
	FlagFull:       "全部重新核对，不只核对新增部分",
	FlagAuto:       "每次班次结束、值班员离岗或换班后自动备份到这个文件夹；off 为不再自动备份",
	FlagForce:      "备份有不符之处也恢复",
	ArgFolder:      "文件夹",
	ArgFrom:        "备份",
	Copying:        "正在备份：%d%%",
	Restoring:      "正在核对并恢复：%d%%",
	Done:           "已备份到 %s：新增 %d 条，共 %d 条，写入后已读回核对。",
	Aside:          "备份中这个文件与现在的数据不同，已改名保留：%s",
	Readable:       "备份中有 %d 个加密前的文件，谁都能读，例如 %s。不再需要时请自行删除。",
	Doubtful:       "新备份的记录有 %d 处不符，已原样备份。beatbook verify 会说明在哪里。",
	Apart:          "备份里原有的记录和本机的对不上：两份数据从同一处分开后，各自写了下去，或者本机的记录少了。两份都已保留，请查明哪一份是真的。",
	Unreadable:     "本机数据有 %d 行已损坏，已原样备份。请用 beatbook verify 检查。",
	Auto:           "自动备份到 %s",
	AutoOff:        "没有设置自动备份。",
	Last:           "上次备份：%s，%s，共 %d 条",
	Never:          "还没有备份过。",
	DoneShort:      "已备份到 %s，新增 %d 条",
	ReadableShort:  "已备份，但其中 %d 个旧文件没有加密，谁都能读；详见 beatbook backup 文件夹",
	DoubtfulShort:  "已备份，但新备份的记录有不符之处：请运行 beatbook verify",
	ApartShort:     "已备份，但备份里原有的记录和本机的对不上，已改名保留：请核验这个备份",
	DamagedShort:   "已备份，但本机数据有 %d 行已损坏：请运行 beatbook verify",
	Failed:         "没有备份成，记录都在本机。%s",
	StickMissing:   "U盘不在（%s），没有备份；记录都在本机，插好后下次会补上。",
	Finishing:      "正在完成备份，请不要拔出U盘。",
	Restored:       "已恢复 %d 条记录到 %s。",
	NewDevice:      "这是一台新设备，编号 %s：原设备没有结束的班次不能在这里继续。",
	NotRestored:    "口令、语言等设置不在备份中，请重新设置。",
	InPart:         "备份 %s 有不符之处：只恢复了能读的记录。请保留这个备份；找到更好的备份时，请恢复到另一个空文件夹。",
	ReadOnly:       "%s 是只读的，写不进备份。U盘有写保护开关吗？",
	NoPermission:   "没有权限把备份写到 %s。请换一个文件夹。",
	NotFolder:      "%s 不是文件夹。备份要写到文件夹里。",
	NoTarget:       "%s 不在。U盘插好了吗？备份不会新建这个文件夹：如果是新的，请先建好它。",
	Inside:         "%s 在数据文件夹里面，和数据一起丢失的不算备份。请换一个文件夹，最好在U盘上。",
	NotAsWritten:   "写入 %s 的内容读回来不一样，已撤回。这个U盘或磁盘不可靠，请换一个。",
	Busy:           "%s 正在被另一个备份写入，请等它完成。",
	NoRecords:      "%s 里还没有记录。",
	NotEmpty:       "%s 里已有记录，没有恢复。请用 --data 指定一个空文件夹，或先把它移开。",
	NoBackup:       "%s 不是备份，里面也没有备份。请给出名字以 beatbook- 开头的文件夹，或它所在的文件夹。",
	SeveralBackups: "%s 里有几台设备的备份，请指明其中一个文件夹：%s",
	Findings:       "备份 %s 有不符之处，没有恢复。没有更好的备份时，可加 --force 恢复其余的记录。",
}

var enBackup = Backup{
	Backup:         "Copy the records to another folder or a stick; without one, show the setting and the last backup",
	Restore:        "Verify a backup and restore it into a data folder that holds no records",
	FlagFull:       "compare all that was copied before, not only what is new",
	FlagAuto:       "make a backup in this folder after each shift's end and each relief at the desk; off for no more",
	FlagForce:      "restore a backup that does not hold, too",
	ArgFolder:      "FOLDER",
	ArgFrom:        "BACKUP",
	Copying:        "Copying: %d%%",
	Restoring:      "Verifying and restoring: %d%%",
	Done:           "Backed up to %s, read back and compared. New lines: %d, in all: %d.",
	Aside:          "A file of the backup differed from the data of now and is kept as %s",
	Readable:       "Files in the backup from before the encryption, which anybody can read: %d, such as %s. Delete them when they are no longer needed.",
	Doubtful:       "Not all that was copied holds, findings: %d. It was copied as it is; beatbook verify says where.",
	Apart:          "The records that were in the backup and those of this folder do not go together: two folders went on from the same records, or some are gone here. Both are kept; find out which is true.",
	Unreadable:     "Damaged lines in the data here, copied as they are: %d. See beatbook verify.",
	Auto:           "Backups are made by themselves in %s",
	AutoOff:        "No backups are made by themselves.",
	Last:           "Last backup: %s, %s, lines: %d",
	Never:          "There was no backup yet.",
	DoneShort:      "Backed up to %s, new lines: %d",
	ReadableShort:  "Backed up; anybody can read old files there: %d. See beatbook backup FOLDER",
	DoubtfulShort:  "Backed up; some of the new records do not hold. Run beatbook verify",
	ApartShort:     "Backed up; the records that were there are not those of this folder, and were kept. Verify that backup",
	DamagedShort:   "Backed up; lines of the data here are damaged: %d. Run beatbook verify",
	Failed:         "No backup was made; the records are safe here. %s",
	StickMissing:   "The stick is missing (%s): no backup. The records are safe here and follow next time.",
	Finishing:      "Finishing the backup. Leave the stick where it is.",
	Restored:       "Records restored: %d, to %s.",
	NewDevice:      "This is a new device, %s: a shift that was open on the other one cannot go on here.",
	NotRestored:    "The PIN, the language and other settings are not part of a backup; set them again.",
	InPart:         "Backup %s does not hold: only what can be read was restored. Keep that backup; if you find a better one, restore it to another empty folder.",
	ReadOnly:       "%s is read-only, so no backup can be written. Does the stick have a write protection switch?",
	NoPermission:   "No permission to write a backup to %s. Take another folder.",
	NotFolder:      "%s is not a folder. A backup is written to a folder.",
	NoTarget:       "%s is not there. Is the stick plugged in? A backup does not make that folder: if it is a new one, make it first.",
	Inside:         "%s is in the data folder, and would be lost with it. Take another folder, best on a stick.",
	NotAsWritten:   "What was written to %s reads back differently and was taken back. Do not trust this stick or disk: take another one.",
	Busy:           "Another backup is being written to %s. Wait until it is done.",
	NoRecords:      "There are no records in %s yet.",
	NotEmpty:       "%s holds records already; nothing was restored. Give an empty folder with --data, or move that one away first.",
	NoBackup:       "%s is no backup and has none in it. Give a folder whose name begins with beatbook-, or the one that it is in.",
	SeveralBackups: "%s has the backups of several devices. Name one of its folders: %s",
	Findings:       "Backup %s does not hold; nothing was restored. If there is no better one, --force restores what can be read.",
}

// failures say why a backup or a restore failed, by the kind of the error.
func (b *Backup) failures() []pathForm {
	return []pathForm{
		{data.ErrNoTarget, b.NoTarget}, {data.ErrInside, b.Inside}, {data.ErrNotAsWritten, b.NotAsWritten}, {data.ErrBusy, b.Busy},
		{data.ErrNoRecords, b.NoRecords}, {data.ErrNotEmpty, b.NotEmpty}, {data.ErrNoBackup, b.NoBackup},
		{data.ErrFindings, b.Findings},
	}
}

// BackupRefused says why a folder takes no backup, where that is said otherwise than of the data folder; else it is empty.
func (s *Strings) BackupRefused(err error) string {
	var at *data.PathError
	if !errors.As(err, &at) {
		return ""
	}
	for _, f := range []pathForm{
		{data.ErrReadOnly, s.Backup.ReadOnly}, {data.ErrPermission, s.Backup.NoPermission}, {data.ErrNotFolder, s.Backup.NotFolder},
	} {
		if errors.Is(at.Kind, f.kind) {
			return fmt.Sprintf(f.format, at.Path)
		}
	}
	return ""
}

// BackedUp says in one line what came of a backup that was made by itself.
func (s *Strings) BackedUp(r data.BackupResult, err error) string {
	var at *data.PathError
	if errors.Is(err, data.ErrNoTarget) && errors.As(err, &at) {
		return fmt.Sprintf(s.Backup.StickMissing, filepath.Base(at.Path))
	}
	if err != nil {
		return fmt.Sprintf(s.Backup.Failed, cmp.Or(s.BackupRefused(err), s.Error(err)))
	}
	return fmt.Sprintf(s.Backup.DoneShort, filepath.Base(filepath.Dir(r.Path)), r.NewLines)
}

// BackupWarning says in one line what is amiss with what a backup that was made by itself has copied, empty for nothing.
func (s *Strings) BackupWarning(r data.BackupResult) string {
	var apart, damaged, doubtful, readable string
	if len(r.Apart) > 0 {
		apart = s.Backup.ApartShort
	}
	if len(r.Findings) > 0 {
		doubtful = s.Backup.DoubtfulShort
	}
	if r.Unreadable > 0 {
		damaged = fmt.Sprintf(s.Backup.DamagedShort, r.Unreadable)
	}
	if n := len(r.Readable); n > 0 {
		readable = fmt.Sprintf(s.Backup.ReadableShort, n)
	}
	return Sentences(Sentences(apart, damaged), Sentences(doubtful, readable))
}
