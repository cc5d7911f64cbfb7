//go:build !windows

package app_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
)

const (
	radioed  = "小喇叭一队 2 步 一切正常"
	operator = "王芳"
	relief   = "刘洋"
)

// twoUnitsOut fills the folder: three quarters of an hour ago an operator sent two units out by radio.
func twoUnitsOut(t *testing.T, folder string) {
	t.Helper()
	store, err := data.Open(folder, data.Options{Now: func() time.Time { return time.Now().Add(-45 * time.Minute) }})
	if err != nil {
		t.Fatal(err)
	}
	s, err := session.LoadDesk(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	for _, intent := range []model.Intent{
		model.SignOn{Plan: s.Plan, Operator: operator},
		session.Form{Unit: "horn-1", Route: "night-market", Mode: model.Foot, Crew: []string{"周敏", "李强"}}.Intent(s.Plan),
		session.Form{Unit: "police-01", Route: "district-car", Mode: model.Vehicle, Crew: []string{"贺军", "肖玲"}}.Intent(s.Plan),
	} {
		_, err := s.Do(context.Background(), intent)
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestJourneyOfADesk(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	twoUnitsOut(t, folder)
	e := start(t, folder, false, "desk")
	e.sees(operator, "小喇叭一队", "联合01", zh.AlertKind(model.OutOfContact))

	e.types(":" + radioed)
	e.sees("签到 2 万达广场南广场")
	e.types(enter)
	e.sees(strings.Split(zh.Desk.Recorded, "%s")[0])

	e.insists("a", strings.Split(zh.Desk.AcknowledgedOne, "%s")[0])

	e.types("o")
	e.sees(zh.Desk.DutyTitle)
	e.types("\t" + relief + save)
	e.sees(relief + "（")
	e.records(folder, `"operator":"`+relief)
	if err := e.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	e.ends()

	e = start(t, folder, false, "desk")
	e.sees(relief+"（", "小喇叭一队", "联合01")
	e.types("q")
	e.sees(zh.Desk.QuitTitle)
	e.types(enter)
	if code := e.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	e.restored()
	written := log(t, folder)
	for _, s := range []string{
		"一切正常", `"operator":"` + operator + `"`, `"channel":"radio"`, string(model.AlertsAcknowledged), string(model.OperatorOn), relief,
	} {
		if !strings.Contains(written, s) {
			t.Errorf("%s is not in the log:\n%s", s, written)
		}
	}
}
