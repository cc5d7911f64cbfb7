// Package session is what all screens and commands of one run share: the log, the plan in force, the night in hand and
// the shift of this device. It turns intents into records and folds records in; there is no second way.
package session

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/data/seal"
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
	ReportByNight(
		ctx context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
	) (*model.Report, []model.NightTally, error)
	History(checkpoint string, before time.Time, limit int) ([]model.Record, error)
	Latest(kind model.Kind, device string, notAfter time.Time) (model.Record, bool, error)
	Plans(limit int) ([]model.Record, error)
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

	Desk *Desk // nil: the session is not of a duty desk

	Backups *Backups // that are made by themselves; nil: none

	// Passphrase checks that of a sealed folder, in about a second and from any goroutine; nil: the folder is not sealed.
	Passphrase func(typed string) error

	changes  int            // of the nights at hand: records that came or went, nights that took the place of others
	shift    string         // in hand, as long as it is open; empty: none
	adopted  time.Time      // when the plan was
	nights   []*model.Night // the one in hand and those before it that have records, the newest first
	attempts seal.Attempts  // of the passphrase
	unread   model.Date     // of them the one that was begun here and has not been read from the log; empty: none
}

// Load finds the plan in force, the open shift of this device and its night. Where there is no plan, the built-in sample
// is adopted.
func Load(ctx context.Context, log Log) (*Session, error) {
	return load(ctx, &Session{Log: log})
}

func load(ctx context.Context, s *Session) (*Session, error) {
	log := s.Log
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
	s.changes++
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
		if s.TakeIn(night); s.Shift() != nil {
			return nil
		}
	}
	night, err := s.Log.Night(s.Plan.Night(now.At))
	if err != nil {
		return err
	}
	s.TakeIn(night)
	return nil
}

// TakeIn takes a night, read from the log, among those at hand. What has been folded into it here meanwhile stays. It
// becomes the one in hand where no shift holds on to another one.
func (s *Session) TakeIn(night *model.Night) {
	if s.Night == nil || s.Shift() == nil || night.Date == s.Night.Date {
		s.Night = night
	}
	s.changes++
	at, held := s.at(night.Date)
	if held {
		for _, r := range s.nights[at].Story() {
			night.Apply(r)
		}
		s.nights[at] = night
	} else {
		s.nights = slices.Insert(s.nights, at, night)
		s.nights = s.nights[:min(len(s.nights), s.nightsAtHand())]
	}
	if s.unread == night.Date {
		s.unread = ""
	}
	s.findShift()
}

// at is the place of a night among those at hand, and whether it is there.
func (s *Session) at(night model.Date) (int, bool) {
	return slices.BinarySearchFunc(s.nights, night, func(n *model.Night, d model.Date) int { return cmp.Compare(d, n.Date) })
}

// findShift finds the open shift of this device; at the desk the one in hand is picked instead.
func (s *Session) findShift() {
	if s.Desk != nil {
		return
	}
	s.shift = ""
	for _, shift := range s.Night.Shifts() {
		if shift.Open() && shift.Device == s.Log.Device() && shift.Behalf == nil {
			s.shift = shift.ID
		}
	}
}

// Shift is the open shift in hand: that of this device, or at the desk the one that was picked; nil where there is none.
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
	return s.intend(s.decisionNight(), intent)
}

func (s *Session) intend(night *model.Night, intent model.Intent) (model.Record, error) {
	if err := s.checkIsIn(intent); err != nil {
		return model.Record{}, err
	}
	record, err := model.Decide(night, s.Log.Stamp(), s.signed(intent))
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
	if record.Kind == model.ShiftStarted && record.Device == s.Log.Device() && s.Turns() {
		s.turnTo(record.Night)
	}
	for _, night := range s.nights {
		if night.Apply(record) {
			s.changes++
			s.findShift()
		}
	}
	if s.Desk != nil && (record.Kind == model.OperatorOn || record.Kind == model.OperatorOff) {
		s.findOperator()
	}
}

// turnTo makes the night in which a shift has begun the one in hand; the desk only takes it among those at hand.
func (s *Session) turnTo(night model.Date) {
	switch at, held := s.at(night); {
	case !held:
		s.TakeIn(model.NewNight(night))
		s.unread = night
	case s.Desk == nil:
		s.Night = s.nights[at]
	}
}

// Settled reports whether a record that the log has taken was folded into one of the nights at hand.
func (s *Session) Settled(id string) bool {
	for _, night := range s.nights {
		if r, known := night.Record(id); known {
			return r.Seq != 0
		}
	}
	return false
}

// Forget takes back a record that could not be written.
func (s *Session) Forget(record model.Record) {
	s.changes++
	for _, night := range s.nights {
		night.Drop(record.ID)
	}
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

// Turns reports whether the session goes on to the next night when its time has come: no shift holds on to the one in
// hand, or it is of a desk, which has many at hand.
func (s *Session) Turns() bool { return s.Shift() == nil || s.Desk != nil }

// Turn is the night that has to be read from the log: the one that the clock has come to, or one that was begun here; else
// it is empty.
func (s *Session) Turn(now time.Time) model.Date {
	tonight := s.Plan.Night(now)
	_, held := s.at(tonight)
	switch {
	case s.unread != "":
		return s.unread
	case s.Turns() && !held, s.Shift() == nil && s.Night.Date != tonight:
		return tonight
	}
	return ""
}
