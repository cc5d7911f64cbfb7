package screen_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

func newEnv(t *testing.T) *screen.Env {
	t.Helper()
	clock := &screentest.Clock{At: time.Date(2026, 11, 24, 14, 0, 0, 0, time.UTC)}
	return screentest.Env(screentest.NewLog(clock.Now), screentest.Plan(t), model.NewNight("2026-11-24"), model.EN)
}

func TestTheWayBackFromACircle(t *testing.T) {
	env := newEnv(t)
	for range 10 {
		env.Visit(screen.NightLog)
		env.Visit(screen.ReportPage)
		env.Visit(screen.History)
	}
	for _, want := range []screen.Place{screen.ReportPage, screen.NightLog, screen.Patrol, screen.Patrol} {
		if env.Leave(); env.Place != want {
			t.Fatalf("back at %d, want %d", env.Place, want)
		}
	}
}

func TestWhatIsGivenUpIsNotSaid(t *testing.T) {
	env := newEnv(t)
	record := model.Record{ID: "R1"}
	env.Announce(record, "said")
	env.Outbox.Put(record)
	env.Outbox.Done(screen.Written{Record: record, Err: errors.New("full")})
	env.GiveUp()
	env.SayAnnounced(record.ID)
	if env.Notice().Text != "" || len(env.Outbox.Failed()) > 0 {
		t.Errorf("%q, %d records", env.Notice().Text, len(env.Outbox.Failed()))
	}
}

func TestDraftsDoNotAddUp(t *testing.T) {
	env := newEnv(t)
	for i := range 1000 {
		env.Now = env.Now.Add(time.Minute)
		env.Drafts[fmt.Sprintf("note %d", i)] = "half"
		env.SaveDrafts()
	}
	if n := len(env.Drafts); n != 200 || len(env.Settings.Drafts) != n || env.Drafts["note 800"] == "" || env.Drafts["note 799"] != "" {
		t.Errorf("%d drafts, %d of them kept", n, len(env.Settings.Drafts))
	}
	if env.SaveDrafts() != nil {
		t.Error("they are kept once more")
	}
}
