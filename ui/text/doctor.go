package text

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"beatbook/data"
)

// What doctor looks at beside the data folder.
const (
	PartTerminal data.Part = "terminal"
	PartProgram  data.Part = "program"
)

// The codes of what it finds there.
const (
	TerminalNone    data.NoteCode = "terminal-none"
	TerminalSize    data.NoteCode = "terminal-size"
	TerminalSmall   data.NoteCode = "terminal-small"
	TerminalUnsized data.NoteCode = "terminal-unsized"
	TerminalColors  data.NoteCode = "terminal-colors"
	TerminalGlyphs  data.NoteCode = "terminal-glyphs"
	TerminalASCII   data.NoteCode = "terminal-ascii"
	TerminalPage    data.NoteCode = "terminal-page"
	TerminalWidths  data.NoteCode = "terminal-widths"
	TerminalWrong   data.NoteCode = "terminal-wrong"
	TerminalMute    data.NoteCode = "terminal-mute"
	TerminalLocale  data.NoteCode = "terminal-locale"
	ProgramVersion  data.NoteCode = "program-version"
)

// Doctor are the texts of the report on the health of the folder, the terminal and the program.
type Doctor struct {
	Short     string // what the command does
	FlagFix   string
	Examining string // percent
	Mended    string // sentence
	Nothing   string
	FixMends  string
	NotFixed  string
	AllFine   string
	Warned    string // number of warnings
	Failed    string // numbers of failures and of warnings
	Parts     map[data.Part]string
	States    map[data.State]string
	Says      map[data.NoteCode]string
	Advice    map[data.NoteCode]string
	Forward   string
	Backward  string
	NoZone    string
}

// In what is said {p} stands for a path, {l} for a line, {d} for a device, {k} for a night, {n} and {o} for numbers, {i}
// for a process, {b} and {m} for sizes, {t} for a time, {s} for a time span and {v} for its direction, {g} for what was
// found and {e} for what was wanted, {f} for a finding of the chain; {j}, {x}, {a} and {r} for the sizes of journals,
// index, things aside and the rest.

var zhDoctor = Doctor{
	Short:     "体检：数据文件夹、记录、时钟、终端是否正常，有问题怎么办",
	FlagFix:   "修复能无损修复的问题，不删除任何东西",
	Examining: "正在检查：%d%%",
	Mended:    "已修复：%s",
	Nothing:   "没有可以自动修复的问题。",
	FixMends:  "可用 beatbook doctor --fix 修复。",
	NotFixed:  "没有修复成功，原因见下。",
	AllFine:   "一切正常。",
	Warned:    "可以使用，有 %d 处要留意。",
	Failed:    "有 %d 处问题、%d 处要留意。",
	Forward:   "向前",
	Backward:  "向后",
	NoZone:    "未设置",
	Parts: map[data.Part]string{
		data.PartFolder: "文件夹", data.PartSpace: "空间", data.PartPermissions: "权限", data.PartLock: "占用", data.PartSeal: "加密",
		data.PartDevice: "设备", data.PartJournal: "日志", data.PartIndex: "索引", data.PartChain: "签名", data.PartClock: "时钟",
		data.PartPlan: "方案", data.PartSettings: "设置", data.PartBackup: "备份", data.PartAside: "存留",
		PartTerminal: "终端", PartProgram: "程序",
	},
	States: map[data.State]string{data.Fine: "正常", data.Unseen: "未查", data.Warns: "留意", data.Fails: "问题"},
	Says:   zhDoctorSays,
	Advice: zhDoctorAdvice,
}

var enDoctor = Doctor{
	Short:     "Examine the data folder, the records, the clock and the terminal, and say what to do",
	FlagFix:   "mend what can be mended without loss; nothing is deleted",
	Examining: "Examining: %d%%",
	Mended:    "Mended: %s",
	Nothing:   "There is nothing that could be mended automatically.",
	FixMends:  "beatbook doctor --fix mends it.",
	NotFixed:  "It could not be mended, for the reason below.",
	AllFine:   "All is well.",
	Warned:    "It works. To look at: %d.",
	Failed:    "Failing: %d. To look at besides: %d.",
	Forward:   "forward",
	Backward:  "back",
	NoZone:    "not set",
	Parts: map[data.Part]string{
		data.PartFolder: "folder", data.PartSpace: "space", data.PartPermissions: "permissions", data.PartLock: "lock", data.PartSeal: "encryption",
		data.PartDevice: "device", data.PartJournal: "journal", data.PartIndex: "index", data.PartChain: "signatures", data.PartClock: "clock",
		data.PartPlan: "plan", data.PartSettings: "settings", data.PartBackup: "backup", data.PartAside: "kept aside",
		PartTerminal: "terminal", PartProgram: "program",
	},
	States: map[data.State]string{data.Fine: "ok", data.Unseen: "not examined", data.Warns: "warns", data.Fails: "fails"},
	Says:   enDoctorSays,
	Advice: enDoctorAdvice,
}

// Note says what was found.
func (s *Strings) Note(n data.Note) string { return s.filledNote(word(s.Doctor.Says, n.Code), n) }

// Advice says what to do about it, nothing where nothing is to be done.
func (s *Strings) Advice(n data.Note) string {
	advice := s.filledNote(s.Doctor.Advice[n.Code], n)
	if n.Mends {
		advice = Sentences(s.Doctor.FixMends, advice)
	}
	return advice
}

func (s *Strings) filledNote(sentence string, n data.Note) string {
	span, direction := time.Duration(n.Seconds)*time.Second, s.Doctor.Forward
	if n.Seconds < 0 {
		direction = s.Doctor.Backward
	}
	found := n.Found
	if n.Err != nil {
		found = s.Cause(n.Err)
	}
	pairs := []string{
		"{p}", n.Path, "{l}", strconv.Itoa(n.Line), "{d}", n.Device, "{k}", string(n.Night), "{n}", strconv.Itoa(n.Count), "{o}", strconv.Itoa(n.Of),
		"{i}", strconv.Itoa(n.PID), "{b}", Bytes(n.Bytes), "{m}", Bytes(n.Limit), "{t}", momentHere(n.At), "{s}", s.Duration(span), "{v}", direction,
		"{g}", found, "{e}", n.Wanted,
	}
	if n.Sizes != nil {
		pairs = append(pairs, "{j}", Bytes(n.Sizes.Journals), "{x}", Bytes(n.Sizes.Index), "{a}", Bytes(n.Sizes.Aside), "{r}", Bytes(n.Sizes.Other))
	}
	if n.Finding != nil {
		pairs = append(pairs, "{f}", s.Finding(*n.Finding))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

// momentHere is a time in the zone of this machine.
func momentHere(t time.Time) string {
	if t.IsZero() {
		return "?"
	}
	return t.Local().Format("2006-01-02 15:04")
}

// Bytes is a size in B, KB, MB or GB of 1024 each, with one digit behind the point where it is small.
func Bytes(n int64) string {
	units := []string{"B", "KB", "MB", "GB", "TB"}
	v, i := float64(n), 0
	for v >= 1024 && i < len(units)-1 {
		v, i = v/1024, i+1
	}
	if i == 0 || v >= 10 {
		return fmt.Sprintf("%.0f %s", v, units[i])
	}
	return fmt.Sprintf("%.1f %s", v, units[i])
}
