// Package session is what all screens and commands of one run share: the log, the plan in force, the night in hand and
// the shift of this device. It turns intents into records and folds records in; there is no second way.
package session

import (
	"context"
	"fmt"
	"time"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/model"
)

// Log is what a session needs of the store.
type Log interface {
	Device() string
	Stamp() model.Stamp
	Append(ctx context.Context, records ...model.Record) ([]model.Record, error)
	Night(night model.Date) (*model.Night, error)
	Hazards() (*model.Hazards, error)
	Nights(before model.Date, limit int) ([]data.NightCount, error)
	Report(ctx context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int)) (*model.Report, error)
	History(checkpoint string, before time.Time, limit int) ([]model.Record, error)
	Latest(kind model.Kind, device string, notAfter time.Time) (model.Record, bool, error)
	Watch(ctx context.Context) <-chan model.Record
	LoadSettings(v any) error
	SaveSettings(v any) error
}

// Session is the state of one run. It is not safe for use by several goroutines.
type Session struct {
	Log      Log
	Plan     *model.Plan  // in force for shifts that start now
	Sample   bool         // the plan is the built-in sample
	Night    *model.Night // of the open shift, else the present one
	Settings Settings
	Hazards  *model.Hazards // of all nights

	shift   string         // of this device, as long as it is open; empty: none
	adopted time.Time      // when the plan was
	before  []*model.Night // the nights before the one in hand that have records, the newest first
	unread  bool           // the night in hand was begun here and has not been read from the log
}

// Load finds the plan in force, the open shift of this device and its night. Where there is no plan, the built-in sample
// is adopted.
func Load(ctx context.Context, log Log) (*Session, error) {
	s := &Session{Log: log}
	if err := log.LoadSettings(&s.Settings); err != nil {
		return nil, fmt.Errorf("load settings: %w", err)
	}
	var err error
	if s.Hazards, err = log.Hazards(); err != nil {
		return nil, fmt.Errorf("load hazards: %w", err)
	}
	now := log.Stamp()
	if err := s.loadPlan(ctx, now); err != nil {
		return nil, fmt.Errorf("load plan: %w", err)
	}
	if err := s.loadNight(now); err != nil {
		return nil, fmt.Errorf("load night: %w", err)
	}
	if err := s.loadBefore(); err != nil {
		return nil, fmt.Errorf("load the nights before: %w", err)
	}
	return s, nil
}

func (s *Session) loadPlan(ctx context.Context, now model.Stamp) error {
	record, found, err := s.Log.Latest(model.PlanAdopted, "", now.At)
	if err == nil && !found {
		// The clock may have been set back behind the day on which the plan came.
		record, found, err = s.Log.Latest(model.PlanAdopted, "", now.At.AddDate(1000, 0, 0))
	}
	if err != nil {
		return err
	}
	if !found {
		plan, err := sample.Plan()
		if err != nil {
			return err
		}
		_, err = s.Do(ctx, model.AdoptPlan{Plan: plan, Source: string(sample.Source()), Sample: true})
		return err
	}
	return s.adopt(record)
}

func (s *Session) adopt(record model.Record) error {
	body, err := model.Decode[model.PlanAdoptedBody](record)
	if err != nil {
		return err
	}
	s.Plan, s.Sample, s.adopted = &body.Plan, body.Sample, record.At
	return nil
}

// loadNight takes up the last shift that this device started, if it is still open, else the present night.
func (s *Session) loadNight(now model.Stamp) error {
	started, found, err := s.Log.Latest(model.ShiftStarted, now.Device, now.At)
	if err != nil {
		return err
	}
	if found {
		night, err := s.Log.Night(started.Night)
		if err != nil {
			return err
		}
		if shift, ok := night.Shift(started.ID); ok && shift.Open() {
			s.Show(night)
			return nil
		}
	}
	night, err := s.Log.Night(s.Plan.Night(now.At))
	if err != nil {
		return err
	}
	s.Show(night)
	return nil
}

// Show makes a night, read from the log, the one in hand. What has been folded into it here meanwhile stays.
func (s *Session) Show(night *model.Night) {
	if s.Night != nil && s.Night.Date == night.Date {
		for _, r := range s.Night.Story() {
			night.Apply(r)
		}
	}
	s.turnTo(night)
	s.unread = false
	s.findShift()
}

// turnTo makes another night the one in hand, and keeps the old one among those before it.
func (s *Session) turnTo(night *model.Night) {
	if s.Night != nil && s.Night.Date < night.Date {
		s.before = append([]*model.Night{s.Night}, s.before[:min(len(s.before), nightsBefore-1)]...)
	}
	s.Night = night
}

// findShift finds the open shift of this device.
func (s *Session) findShift() {
	s.shift = ""
	for _, shift := range s.Night.Shifts() {
		if shift.Open() && shift.Device == s.Log.Device() {
			s.shift = shift.ID
		}
	}
}

// Shift is the open shift of this device, nil where there is none.
func (s *Session) Shift() *model.Shift {
	shift, ok := s.Night.Shift(s.shift)
	if !ok || !shift.Open() {
		return nil
	}
	return shift
}

// Intend turns an intent into a record and folds it in before it is written; Settle or Forget follows. The error is a
// *model.Refusal.
func (s *Session) Intend(intent model.Intent) (model.Record, error) {
	record, err := model.Decide(s.decisionNight(), s.Log.Stamp(), intent)
	if err != nil {
		return model.Record{}, err
	}
	s.fold(record)
	return record, nil
}

// decisionNight is the night in hand; before there is one, an empty one.
func (s *Session) decisionNight() *model.Night {
	if s.Night == nil {
		return model.NewNight("")
	}
	return s.Night
}

// Settle folds in a record that the log has taken, from here or from elsewhere.
func (s *Session) Settle(record model.Record) error {
	if record.Kind == model.PlanAdopted && !record.At.Before(s.adopted) {
		if err := s.adopt(record); err != nil {
			return err
		}
	}
	s.fold(record)
	return nil
}

func (s *Session) fold(record model.Record) {
	s.Hazards.Apply(record)
	if s.Night == nil {
		return
	}
	if record.Kind == model.ShiftStarted && record.Device == s.Log.Device() && record.Night != s.Night.Date && s.Shift() == nil {
		s.turnTo(model.NewNight(record.Night))
		s.unread = true
	}
	if s.Night.Apply(record) {
		s.findShift()
	}
}

// Forget takes back a record that could not be written.
func (s *Session) Forget(record model.Record) {
	s.Night.Drop(record.ID)
	s.Hazards.Drop(record.ID)
	s.findShift()
}

// Do turns an intent into a record and writes it; for commands, which have nothing to draw meanwhile.
func (s *Session) Do(ctx context.Context, intent model.Intent) (model.Record, error) {
	record, err := s.Intend(intent)
	if err != nil {
		return model.Record{}, err
	}
	written, err := s.Log.Append(ctx, record)
	if err != nil {
		return model.Record{}, err
	}
	return written[0], s.Settle(written[0])
}

// Turn is the night that has to be read from the log: the one that the clock has come to where no shift holds on to the
// night in hand, or the night in hand where it was begun here; else it is empty.
func (s *Session) Turn(now time.Time) model.Date {
	if s.unread {
		return s.Night.Date
	}
	if tonight := s.Plan.Night(now); s.Shift() == nil && tonight != s.Night.Date {
		return tonight
	}
	return ""
}

// left is what is left of an outcome that was counted in the shift, 0 for a correction.
func (s *Session) left(shift, outcome string) int {
	if in, ok := s.Night.Shift(shift); ok {
		for _, o := range in.Outcomes {
			if o.ID == outcome {
				return o.Quantity
			}
		}
	}
	return 0
}

// Undo is the intent that takes a record back: counted work is corrected, anything else withdrawn.
func (s *Session) Undo(shift string, record model.Record) model.Intent {
	if record.Kind == model.OutcomeCounted {
		return model.CorrectOutcome{Shift: shift, Of: record.ID, Quantity: s.left(shift, record.ID)}
	}
	return model.Withdraw{Shift: shift, Of: record.ID}
}

// Undoable is the latest record of this device in the shift that still counts and can be withdrawn.
func (s *Session) Undoable(shift string) (model.Record, bool) {
	story := s.Night.Story()
	for i := len(story) - 1; i >= 0; i-- {
		r := story[i]
		if r.Device != s.Log.Device() || s.Night.Withdrawn(r.ID) || s.Night.ShiftOf(r.ID) != shift {
			continue
		}
		switch r.Kind {
		case model.CheckedIn, model.Skipped, model.Corrected, model.CrewChanged, model.ModeChanged, model.ShiftEnded:
			return r, true
		case model.HazardFound, model.ChecklistDone:
			return model.Record{}, false // cannot be taken back, and what lies before it is not what was done last
		case model.OutcomeCounted:
			if s.left(shift, r.ID) > 0 {
				return r, true
			}
		}
	}
	return model.Record{}, false
}

// Restore folds a record in again that was taken back, to be written once more.
func (s *Session) Restore(record model.Record) { s.fold(record) }
