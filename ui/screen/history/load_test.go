package history

import (
	"context"
	"errors"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

// slow is a log whose answers can be held up and made to fail.
type slow struct {
	session.Log
	fail error
}

func (s *slow) ReportByNight(
	ctx context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) (*model.Report, []model.NightTally, error) {
	progress(3, 7)
	if s.fail != nil {
		return nil, nil, s.fail
	}
	return s.Log.ReportByNight(ctx, from, to, f, now, progress)
}

func (s *slow) Night(d model.Date) (*model.Night, error) {
	if s.fail != nil {
		return nil, s.fail
	}
	return s.Log.Night(d)
}

// begin opens the page with its answers held back.
func (w *world) begin(lang model.Lang) *slow {
	w.open(lang, 80, 24)
	log := &slow{Log: w.Env.Log}
	w.Env.Log = log
	w.Page = New(context.Background(), w.Env)
	w.Page.Resize(80, 24)
	w.Hold = true
	w.Run(w.Page.Open())
	w.Page.Refresh()
	return log
}

// let lets everything go on that was held back.
func (w *world) let() {
	held := w.Held
	w.Hold, w.Held = false, nil
	for _, cmd := range held {
		w.Run(cmd)
	}
}

func TestABarWhereItTakesLong(t *testing.T) {
	w := eventful(t)
	w.begin(model.ZH)
	w.Sees("正在读取", "1 点位")
	w.Page.worker.Work.Tell(3, 7)
	w.Send(screen.Waited{Work: w.Page.worker.Work})
	w.Sees("42%", "按 Esc 停止")
	w.let()
	w.SeesNot("42%")
	w.Sees("应巡 6")
}

func TestItIsStoppedAndTakenUpAgain(t *testing.T) {
	w := eventful(t)
	w.begin(model.EN)
	w.Press("esc")
	w.Sees("Stopped. Enter adds it up again")
	w.let()
	w.SeesNot("Due 6")
	w.Press("enter")
	w.Sees("Due 6")
	if w.Env.Place != screen.History {
		t.Error("the page was left")
	}
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	w := eventful(t)
	log := w.begin(model.EN)
	log.fail = errors.New("the disk is gone")
	w.let()
	w.Sees("the disk is gone", "Enter tries again")
	log.fail = nil
	w.Press("enter")
	w.Sees("Due 6", "20:10 Little Horn 1")
	log.fail = errors.New("the disk is gone")
	w.Press("d", "11-22 20:30", "enter")
	w.Sees("the disk is gone")
}

func TestTheNightOfAnotherCheckpointIsDropped(t *testing.T) {
	w := eventful(t)
	w.begin(model.ZH)
	w.Hold = false
	w.Run(w.Held[0]) // the batch of the adding up
	w.Held = nil
	w.Page.details = details{}
	w.Page.choose()
	w.Hold = true
	w.Send(screen.Ticked{}) // asks for the night
	w.Press("right")
	w.let()
	w.Sees("万达广场南广场 │")
	w.SeesNot("20:10 小喇叭一队 • 步巡 • 单人")
}

func TestAnEarlierQuestionIsDropped(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.Hold = true
	w.Press("3")
	asked := w.Held
	w.Held = nil
	w.Press("d", "11-22 20:30", "enter")
	w.Sees("正在读取")
	w.let()
	w.Sees("王五、赵六")
	for _, cmd := range asked {
		w.Run(cmd)
	}
	w.Sees("王五、赵六")
}

func TestWhatIsRecordedMeanwhile(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	r := w.Log.Do(t, w.Plan, model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", Mode: model.Foot, Note: "刚到"})
	w.Send(screen.Settled{Record: r})
	w.Send(screen.Ticked{})
	w.Sees("22:04 小喇叭一队", "刚到", "到访 5 次")
	w.Press("3")
	w.Sees("22:04 万达广场东门")
	end := w.Log.Do(t, w.Plan, model.EndShift{Shift: w.shift, Reason: "storm"})
	w.Clock.Pass(time.Minute)
	w.Env.Now = w.Clock.At
	w.Send(screen.Settled{Record: end})
	w.Send(screen.Ticked{})
	w.Sees("19:55-22:04")
}
