package app

import (
	"fmt"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
)

// handedOver is the form to start a shift behind a night that left what leave says.
func handedOver(w *world, leave func()) {
	w.clock(21, 25)
	w.begin("horn-1", "night-market", model.Foot, "张三", "李四")
	w.clock(21, 55)
	leave()
	w.clock(22, 4)
	w.open()
	w.sees(w.app.env.Text.Start.Title)
}

func (w *world) end(handover string) {
	w.do(model.EndShift{Shift: w.shift, Reason: "另有警情", Handover: handover})
}

func TestNothingWasLeft(t *testing.T) {
	inWorld(t, func(w *world) {
		handedOver(w, func() {
			w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east"})
			w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-south"})
			w.end("")
		})
		w.press("enter")
		w.dialogs(0)
		w.wrote(model.CheckedIn, model.CheckedIn, model.ShiftEnded)
	})
}

func TestHandoverSaysWhatWasLeft(t *testing.T) {
	for name, c := range map[string]struct {
		leave func(w *world)
		want  string
	}{
		"a note": {func(w *world) {
			w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east"})
			w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-south"})
			w.end("钥匙在值班室")
		}, "钥匙在值班室"},
		"a missed call": {func(w *world) { w.clock(22, 3); w.end("") }, "Wanda Plaza east gate 21:30"},
		"a hazard": {func(w *world) {
			w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east"})
			w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-south"})
			w.found("wanda-south", "井盖松动", 0)
			w.end("")
		}, "井盖松动"},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				handedOver(w, func() { c.leave(w) })
				w.press("enter")
				w.dialogs(1)
				w.sees(w.app.env.Text.Dialog.HandoverTitle, w.app.env.Text.Dialog.HandoverRead, c.want)
			})
		})
	}
}

func TestHandoverIsAcknowledged(t *testing.T) {
	inWorld(t, func(w *world) {
		handedOver(w, func() { w.end("钥匙在值班室") })
		ended := w.shift
		w.press("enter")
		w.pass(900 * time.Millisecond)
		w.press("enter", "esc")
		w.dialogs(1)
		w.wrote(model.ShiftEnded)
		w.pass(200 * time.Millisecond)
		w.press("enter")
		w.dialogs(0)
		w.wrote(model.ShiftEnded, model.HandoverAcknowledged)
		if body := last[model.HandoverAcknowledgedBody](w); body != (model.HandoverAcknowledgedBody{Shift: ended, By: "police-01"}) {
			t.Errorf("%+v", body)
		}
		w.sees(w.app.env.Text.Dialog.HandoverKept)
		w.press("enter")
		w.visited()
	})
}

func TestHandoverIsPutAside(t *testing.T) {
	inWorld(t, func(w *world) {
		handedOver(w, func() { w.end("钥匙在值班室") })
		w.press("enter")
		w.pass(2 * time.Second)
		w.press("x", "esc")
		w.dialogs(0)
		w.wrote(model.ShiftEnded)
		w.sees("Round 2", "Not acknowledged")
		w.open()
		w.dialogs(1)
		w.sees("钥匙在值班室")
		w.pass(2 * time.Second)
		w.press("enter")
		w.wrote(model.ShiftEnded, model.HandoverAcknowledged)
		w.open()
		w.dialogs(0)
	})
}

func TestANoteOutlivesAShiftThatDidNotReadIt(t *testing.T) {
	inWorld(t, func(w *world) {
		handedOver(w, func() { w.end("第一张条") })
		w.press("enter")
		w.pass(2 * time.Second)
		w.press("esc")
		first := w.shift
		w.shift = w.app.env.Shift().ID
		w.found("wanda-south", "井盖松动", 0)
		w.end("第二张条")
		w.open()
		w.press("enter")
		w.dialogs(2)
		w.sees("第一张条")
		w.seesNot("第二张条", "井盖松动")
		w.pass(2 * time.Second)
		w.press("enter", "enter")
		w.dialogs(1)
		w.sees("第二张条", "井盖松动")
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(0)
		read := map[string]bool{}
		for _, r := range w.log.Records {
			if body, err := model.Decode[model.HandoverAcknowledgedBody](r); err == nil && r.Kind == model.HandoverAcknowledged {
				read[body.Shift] = true
			}
		}
		if !read[w.shift] || !read[first] {
			t.Errorf("read are %v", read)
		}
	})
}

func TestNotesOfOtherLaptopsAreForTheirNextShift(t *testing.T) {
	inWorld(t, func(w *world) {
		w.log.Writer = laptop
		w.clock(20, 0)
		w.begin("armband-2", "night-market", model.Foot, "c", "d")
		w.clock(20, 30)
		w.end("别人的条")
		w.log.Writer = screentest.Device
		handedOver(w, func() { w.end("自己的条") })
		w.press("enter")
		w.dialogs(1)
		w.sees("自己的条")
	})
}

func TestHandoverOfTheNightBefore(t *testing.T) {
	inWorld(t, func(w *world) {
		handedOver(w, func() { w.end("钥匙在值班室"); w.offset += 20 * time.Hour })
		w.offset += 20 * time.Hour
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(1)
		w.sees("钥匙在值班室", "Little Horn 1")
	})
}

func TestAFailedStartTakesTheHandoverAlong(t *testing.T) {
	inWorld(t, func(w *world) {
		handedOver(w, func() { w.end("钥匙在值班室") })
		w.log.fail = full
		w.press("enter")
		w.dialogs(2)
		w.sees(w.app.env.Text.Errors.NotRecordedTitle)
		w.pass(2 * time.Second)
		w.press("D")
		w.log.fail = nil
		w.pass(2 * time.Second)
		w.press("enter")
		w.wrote(model.ShiftEnded)
		w.dialogs(0)
		w.sees(w.app.env.Text.Start.Title)
	})
}

func TestAFailedAcknowledgementIsTriedAgain(t *testing.T) {
	inWorld(t, func(w *world) {
		handedOver(w, func() { w.end("钥匙在值班室") })
		w.press("enter")
		w.pass(2 * time.Second)
		w.log.fail = full
		w.press("enter")
		w.dialogs(1)
		w.sees(w.app.env.Text.RecordKind(model.HandoverAcknowledged))
		w.seesNot(w.app.env.Text.Dialog.HandoverKept)
		w.log.fail = nil
		w.pass(2 * time.Second)
		w.press("enter")
		w.wrote(model.ShiftEnded, model.HandoverAcknowledged)
	})
}

func TestTheEndTellsTheOpenHazards(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.found("wanda-south", "井盖松动", 0)
		closed := w.hazard(w.found("wanda-east", "灭火器过期", 24*time.Hour))
		w.do(model.MoveHazard{Hazard: closed, Plan: w.plan, Step: model.RecheckPassed})
		w.found("lianhe-market", "电线裸露", 24*time.Hour)
		w.open()
		w.press("E")
		w.sees(fmt.Sprintf(w.app.env.Text.Dialog.EndHazards, 2))
	})
}

func TestTheEndSaysNothingOfNoHazards(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("E")
		w.dialogs(1)
		w.seesNot(fmt.Sprintf(w.app.env.Text.Dialog.EndHazards, 0))
	})
}
