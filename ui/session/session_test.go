package session_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/session"
)

// night is when the tests take place: 22:04 where the sample plan is.
var night = time.Date(2026, 11, 24, 14, 4, 0, 0, time.UTC)

// device is a data folder with a clock of its own.
type device struct {
	t     *testing.T
	now   time.Time
	store *data.Store
}

func newDevice(t *testing.T) *device {
	t.Helper()
	d := &device{t: t, now: night}
	store, err := data.Open(t.TempDir(), data.Options{Now: func() time.Time { return d.now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	d.store = store
	return d
}

func (d *device) load() *session.Session {
	d.t.Helper()
	s, err := session.Load(context.Background(), d.store)
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

func (d *device) do(s *session.Session, intent model.Intent) model.Record {
	d.t.Helper()
	r, err := s.Do(context.Background(), intent)
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

func walk(s *session.Session) model.Intent {
	return session.Form{Unit: "horn-1", Crew: []string{"张三", "李四"}, Route: "night-market", Mode: model.Foot}.Intent(s.Plan)
}

func TestFirstLoadAdoptsTheSample(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	if !s.Sample || s.Plan.Site.ID != "lianhe" || s.Shift() != nil || s.Night.Date != "2026-11-24" {
		t.Errorf("sample %v, plan of %s, night %s", s.Sample, s.Plan.Site.ID, s.Night.Date)
	}
	own, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	own.Site.ID = "elsewhere"
	d.now = d.now.Add(time.Minute)
	d.do(s, model.AdoptPlan{Plan: own})
	if again := d.load(); again.Sample || again.Plan.Site.ID != "elsewhere" || s.Plan.Site.ID != "elsewhere" {
		t.Errorf("after an own plan: sample %v, plan of %s and %s", again.Sample, again.Plan.Site.ID, s.Plan.Site.ID)
	}
}

func TestLoadTakesUpTheOpenShift(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	started := d.do(s, walk(s))
	d.now = d.now.Add(20 * time.Hour)
	s = d.load()
	if s.Shift() == nil || s.Shift().ID != started.ID || s.Night.Date != "2026-11-24" {
		t.Fatalf("the shift of last night is lost: night %s", s.Night.Date)
	}
	if s.Turn(d.now) != "" {
		t.Error("the night turns in spite of the shift")
	}
	d.do(s, model.EndShift{Shift: started.ID})
	if s.Shift() != nil || s.Turn(d.now) != "2026-11-25" {
		t.Errorf("after the end: turn to %q", s.Turn(d.now))
	}
	if s = d.load(); s.Night.Date != "2026-11-25" || s.Shift() != nil {
		t.Errorf("after the end: night %s", s.Night.Date)
	}
}

func TestIntendShowsAtOnceAndForgetTakesBack(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	shift := d.do(s, walk(s)).ID
	r, err := s.Intend(model.CheckIn{Shift: shift, Checkpoint: "wanda-east"})
	if err != nil || len(s.Shift().Visits) != 1 {
		t.Fatalf("%v, %d visits", err, len(s.Shift().Visits))
	}
	if s.Forget(r); len(s.Shift().Visits) != 0 {
		t.Error("the record is still there")
	}
	if s.Restore(r); len(s.Shift().Visits) != 1 {
		t.Error("the record has not come back")
	}
	var refusal *model.Refusal
	if _, err := s.Intend(model.CheckIn{Shift: shift, Checkpoint: "nowhere"}); !errors.As(err, &refusal) {
		t.Errorf("%v", err)
	}
}

func TestUndoable(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	shift := d.do(s, walk(s)).ID
	if _, found := s.Undoable(shift); found {
		t.Error("the start of a shift can be undone")
	}
	first := d.do(s, model.CheckIn{Shift: shift, Checkpoint: "wanda-east"})
	second := d.do(s, model.Skip{Shift: shift, Checkpoint: "wanda-south", Reason: "closed"})
	for _, want := range []model.Record{second, first} {
		r, found := s.Undoable(shift)
		if !found || r.ID != want.ID {
			t.Fatalf("%v %s, want %s", found, r.Kind, want.Kind)
		}
		d.do(s, model.Withdraw{Shift: shift, Of: r.ID})
	}
	if r, found := s.Undoable(shift); found {
		t.Errorf("%s can still be undone", r.Kind)
	}
}

func TestLastVisitsAreThoseThatCount(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	shift := d.do(s, walk(s)).ID
	visit := func(note string) model.Record {
		d.now = d.now.Add(time.Minute)
		return d.do(s, model.CheckIn{Shift: shift, Checkpoint: "wanda-east", Note: note})
	}
	visit("first")
	d.do(s, model.Withdraw{Shift: shift, Of: visit("pressed by mistake").ID})
	note := "as it should have been"
	d.do(s, model.Correct{Shift: shift, Of: visit("wrong").ID, Note: &note})
	visits, err := session.LastVisits(d.store, "wanda-east", d.now.Add(time.Hour), 5)
	if err != nil {
		t.Fatal(err)
	}
	var notes []string
	for _, v := range visits {
		notes = append(notes, v.Note)
	}
	if !slices.Equal(notes, []string{note, "first"}) {
		t.Errorf("%q", notes)
	}
}

func TestSuggest(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	if f := s.Suggest(); f.Unit != "police-01" || f.Route != "district-car" || f.Mode != model.Vehicle || f.Plate == "" {
		t.Errorf("at first: %+v", f)
	}
	last := session.Form{Unit: "horn-1", Crew: []string{"张三"}, Route: "fire-watch", Mode: model.Vehicle, Plate: "湘D·1"}
	s.Settings.Last = last
	if f := s.Suggest(); f.Unit != last.Unit || f.Route != last.Route || f.Mode != last.Mode || f.Plate != last.Plate || len(f.Crew) != 1 {
		t.Errorf("after that: %+v", f)
	}
	s.Settings.Last = session.Form{Unit: "gone", Route: "gone", Crew: []string{"张三"}}
	if f := s.Suggest(); f.Unit != "police-01" || f.Route != "district-car" || len(f.Crew) != 0 {
		t.Errorf("with a unit that is gone: %+v", f)
	}
}
