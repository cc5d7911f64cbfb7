package nightlog

import (
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

func TestTheStoryOfTonight(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.Sees("今夜 2026-11-24", "11 条记录", "班次开始", "联防三组", "车巡", "湘D·12345", "跳过", "原因：道路封闭", "队员：王五、赵")
	if l := w.tableLine("7788 • pla"); !strings.Contains(l, "来自设备 7788") || !strings.Contains(l, "红袖章二队") {
		t.Error(l)
	}
	if l := w.tableLine("灭火器"); strings.Contains(l, "来自设备") || !strings.Contains(l, "19:23:00") {
		t.Error(l)
	}
	w.Speak(model.EN)
	w.Sees("Tonight 2026-11-24", "records 11,", "shift started", "Joint 3", "Wanda Plaza east gate", "reason: 道路封闭")
}

func TestAWithdrawnRecordStaysAndIsMarked(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	if l := w.tableLine("说错了"); !strings.Contains(l, "（已撤销）") {
		t.Error(l)
	}
	if dim, _, _ := strings.Cut(w.Env.Styles.Dim.Render("x"), "x"); !strings.Contains(w.Page.View(), dim+"  19:24:00") && !strings.Contains(w.Page.View(), dim+"19:24:00") {
		t.Error("it is not dimmed")
	}
	if l := w.tableLine("撤销 19:24:00 的签到"); !strings.Contains(l, "万达广场南广场") {
		t.Error(l)
	}
	w.Press("end", "up", "up", "up", "up")
	w.Sees("撤销于：19:25:00")
}

func TestACorrectionNamesWhatItIsAbout(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 300, 40)
	w.Press("end", "up")
	l := w.tableLine("corrects the check-in of 19:26:00")
	for _, s := range []string{"Mall west entrance", "→ Hospital emergency block", "foot", "reason: 选错点位"} {
		if !strings.Contains(l, s) {
			t.Errorf("no %q in %q", s, l)
		}
	}
	changes := []string{
		"Note: first words → second words", "Checkpoint: Mall west entrance → Hospital emergency block", "Mode: vehicle → foot",
	}
	w.Sees(changes...)
	w.Press("up")
	w.Sees(changes...)
	w.Sees("Corrected at: 19:27:00 选错点位", "corrected")
}

func TestRecordsThatNobodyCanReadAreShown(t *testing.T) {
	w := eventful(t)
	w.Log.Records = append(w.Log.Records,
		model.Record{ID: "Z1", Device: "D", Seq: 1, At: w.Clock.At, Night: tonight, Kind: "drone.flown", Body: []byte(`{"note":"新版本","for":7}`)},
		model.Record{ID: "Z2", Device: "D", Seq: 2, At: w.Clock.At, Night: tonight, Kind: model.CheckedIn, Body: []byte(`[]`)})
	w.open(model.ZH, 140, 40)
	w.Sees("其他记录", "13 条记录")
	w.Press("end", "home", "/", "z", "esc")
	w.Speak(model.EN)
	w.Sees("other record")
}

func TestAClockInDoubtIsMarked(t *testing.T) {
	w := eventful(t)
	w.Clock.Pass(-time.Hour)
	w.do(model.ChangeCrew{Shift: w.shift, Crew: []string{"孙八"}})
	w.open(model.ZH, 140, 40)
	if l := w.tableLine("变更队员"); !strings.Contains(l, "时钟存疑") {
		t.Error(l)
	}
}

func TestAReportedTimeIsShownWhereItDiffers(t *testing.T) {
	w := eventful(t)
	at := w.Clock.At.Add(-10 * time.Minute)
	w.do(model.CheckIn{Shift: w.shift, Checkpoint: "mall-west", Note: "电台报告", For: &at})
	w.open(model.ZH, 200, 40)
	if l := w.tableLine("电台报告"); !strings.Contains(l, "实际时间 19:18:00") || !strings.Contains(l, "补录") {
		t.Error(l)
	}
}

func TestALongNoteIsReadToItsEnd(t *testing.T) {
	w := eventful(t)
	w.checkIn("wanda-east", "开头"+strings.Repeat("很长的备注", 200)+"结尾")
	w.open(model.ZH, 60, 14)
	w.Sees("开头")
	w.SeesNot("结尾")
	for range 40 {
		if strings.Contains(w.Screen(), "结尾") {
			break
		}
		w.Press("enter")
	}
	w.Sees("结尾")
	for range 40 {
		w.Press("enter")
		if strings.Contains(strings.SplitN(w.Screen(), "备注：", 2)[0], "-") && strings.Contains(w.Screen(), "备注：开头") {
			return
		}
	}
	t.Error("it does not begin anew")
}

func TestAPlanThatWasAdoptedIsNamed(t *testing.T) {
	w := newWorld(t)
	w.Clock.At = w.At(tonight, "19:00")
	w.do(model.AdoptPlan{Plan: *w.Plan, Sample: true})
	w.open(model.ZH, 140, 20)
	w.Sees("启用方案", "方案：蒸湘区联合街道、自带的示例方案")
}

func TestAWithdrawalThatWasWithdrawn(t *testing.T) {
	w := newWorld(t)
	w.begin(tonight, "horn-1", "a", "b")
	made := w.checkIn("wanda-east", "还算数")
	undone := w.do(model.Withdraw{Shift: w.shift, Of: made.ID})
	w.do(model.Withdraw{Shift: w.shift, Of: undone.ID})
	w.open(model.ZH, 140, 20)
	if strings.Contains(w.tableLine("还算数"), "已撤销") {
		t.Error("the check-in counts again")
	}
	if l := w.tableLine("的撤销"); !strings.Contains(l, "万达广场东门") {
		t.Error(l)
	}
}
