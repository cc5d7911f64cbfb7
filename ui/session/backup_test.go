package session_test

import (
	"context"
	"testing"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
)

func TestWhatABackupIsDueAfter(t *testing.T) {
	log := screentest.NewLog((&screentest.Clock{}).Now)
	copied := func(context.Context) (data.BackupResult, error) { return data.BackupResult{Path: "p"}, nil }
	for name, c := range map[string]struct {
		record model.Record
		want   bool
	}{
		"a shift ends":              {model.Record{Device: screentest.Device, Kind: model.ShiftEnded}, true},
		"one that came from others": {model.Record{Device: "FAR", Kind: model.ShiftEnded}, false},
		"a shift starts":            {model.Record{Device: screentest.Device, Kind: model.ShiftStarted}, false},
		"an operator leaves":        {model.Record{Device: screentest.Device, Kind: model.OperatorOff}, true},
		"an operator is relieved": {model.Record{
			Device: screentest.Device, Kind: model.OperatorOn, Body: []byte(`{"operator":"Li","relieves":"Wang"}`)}, true},
		"an operator comes": {model.Record{Device: screentest.Device, Kind: model.OperatorOn, Body: []byte(`{"operator":"Li"}`)}, false},
	} {
		s := &session.Session{Log: log}
		if s.BackupDue(c.record) {
			t.Errorf("%s: nobody makes backups", name)
		}
		s.Backups = session.NewBackups(copied)
		if s.BackupDue(c.record) != c.want || s.Backups.Pending() != c.want {
			t.Errorf("%s: pending %v", name, s.Backups.Pending())
		}
	}
}

// A backup that the end of the program cuts off is due still, and whoever waits for one is told what came of it.
func TestABackupThatIsCutOffIsDueStill(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	made := 0
	s := &session.Session{Log: screentest.NewLog((&screentest.Clock{}).Now)}
	s.Backups = session.NewBackups(func(ctx context.Context) (data.BackupResult, error) {
		if made++; made == 1 {
			cancel()
		}
		return data.BackupResult{Path: "p"}, ctx.Err()
	})
	s.BackupDue(model.Record{Device: screentest.Device, Kind: model.ShiftEnded})
	if _, err := s.Backups.Make(ctx); err == nil || !s.Backups.Pending() {
		t.Errorf("cut off: %v", err)
	}
	for range 2 {
		if r, err := s.Backups.Make(context.Background()); err != nil || r.Path != "p" || s.Backups.Pending() {
			t.Errorf("%+v %v", r, err)
		}
	}
	if made != 2 {
		t.Errorf("made %d times", made)
	}
}
