package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Intent is what somebody wants recorded. The intents are AdoptPlan, StartShift, ChangeCrew, ChangeMode, CheckIn, Skip,
// Correct, Withdraw, EndShift, CountOutcome, CorrectOutcome, FindHazard, MoveHazard, DoChecklist,
// AcknowledgeHandover, SignOn, SignOff, HearUnit, CallRoll, AcknowledgeAlerts and, around those of a unit, OnBehalf.
type Intent interface {
	// decide gives the kind, the night and zone, and the body of the record that the intent becomes.
	decide(n *Night, now Stamp) (decision, error)
}

type decision struct {
	kind  Kind
	night Date
	zone  string
	body  any

	behalf *Behalf // nil: the unit recorded it itself
}

// Decide turns an intent into the record of it, given the night so far: pure, so that the same intent at the same
// moment is the same record. A refusal is a *Refusal; nothing else is an error here (R2).
func Decide(n *Night, now Stamp, intent Intent) (Record, error) {
	d, err := intent.decide(n, now)
	if err != nil {
		return Record{}, err
	}
	body, err := d.encode()
	if err != nil {
		return Record{}, fmt.Errorf("encode %s: %w", d.kind, err)
	}
	if len(body) > MaxRecord-4096 {
		return Record{}, refuse(TooLong, "")
	}
	return Record{
		ID: now.ID, Device: now.Device, At: now.At.UTC().Truncate(time.Millisecond), Zone: d.zone, Night: d.night,
		Elapsed: now.Elapsed.Truncate(time.Millisecond), Boot: now.Boot, Kind: d.kind, Body: body,
	}, nil
}

// RefusalCode says why an intent became no record. The texts are the screen's.
type RefusalCode string

// The refusals: only what cannot be understood, and what would leave a rule without its reason (R2, R13).
const (
	UnknownUnit       RefusalCode = "unknown-unit"
	UnknownRoute      RefusalCode = "unknown-route"
	UnknownCheckpoint RefusalCode = "unknown-checkpoint"
	UnknownRecord     RefusalCode = "unknown-record" // nothing of that id that can be corrected or withdrawn
	UnknownMode       RefusalCode = "unknown-mode"
	UnknownRound      RefusalCode = "unknown-round"
	NoShift           RefusalCode = "no-shift" // no such shift, or it has ended
	ShiftOpen         RefusalCode = "shift-open"
	ReasonNeeded      RefusalCode = "reason-needed"
	NotYet            RefusalCode = "not-yet" // reported for a time that has not come
	NothingChanged    RefusalCode = "nothing-changed"
	AlreadyMade       RefusalCode = "already-made" // a call that is answered is not skipped
	TooLong           RefusalCode = "too-long"
	UnknownOutcome    RefusalCode = "unknown-outcome"
	BadQuantity       RefusalCode = "bad-quantity"
	UnknownHazard     RefusalCode = "unknown-hazard"
	UnknownSeverity   RefusalCode = "unknown-severity"
	WhatNeeded        RefusalCode = "what-needed"
	OwnerNeeded       RefusalCode = "owner-needed"
	DeadlinePast      RefusalCode = "deadline-past"
	DeadlineFar       RefusalCode = "deadline-far"
	StepNotPossible   RefusalCode = "step-not-possible"
	UnknownItem       RefusalCode = "unknown-item"
	AnswerNeeded      RefusalCode = "answer-needed" // of a checklist
	OperatorNeeded    RefusalCode = "operator-needed"
	UnknownChannel    RefusalCode = "unknown-channel"
)

// RefusalCodes are all of them.
var RefusalCodes = []RefusalCode{
	UnknownUnit, UnknownRoute, UnknownCheckpoint, UnknownRecord, UnknownMode, UnknownRound, NoShift, ShiftOpen, ReasonNeeded,
	NotYet, NothingChanged, AlreadyMade, TooLong, UnknownOutcome, BadQuantity, UnknownHazard, UnknownSeverity, WhatNeeded,
	OwnerNeeded, DeadlinePast, DeadlineFar, StepNotPossible, UnknownItem, AnswerNeeded,
	OperatorNeeded, UnknownChannel,
}

// Refusal is an intent that became no record.
type Refusal struct {
	Code    RefusalCode
	Subject string // what was named: an id, a mode; may be empty
	Name    Name   // of what has that id, where the plan knows it
}

func (r *Refusal) Error() string {
	if r.Subject == "" {
		return string(r.Code)
	}
	return string(r.Code) + ": " + r.Subject
}

func refuse(code RefusalCode, subject string) *Refusal { return &Refusal{Code: code, Subject: subject} }

// AdoptPlan makes a plan the one that later shifts start from.
type AdoptPlan struct {
	Plan     Plan
	Source   string
	Sample   bool
	Operator string // who edited it at the duty desk
}

func (i AdoptPlan) decide(_ *Night, now Stamp) (decision, error) {
	return decision{kind: PlanAdopted, night: i.Plan.Night(now.At), zone: i.Plan.Timezone, body: PlanAdoptedBody(i)}, nil
}

// StartShift sends a unit out on a route of the plan.
type StartShift struct {
	Plan  *Plan
	Unit  string
	Crew  []string
	Route string
	Mode  Mode
	Plate string
}

func (i StartShift) decide(n *Night, now Stamp) (decision, error) {
	unit, ok := i.Plan.Unit(i.Unit)
	if !ok {
		return decision{}, refuse(UnknownUnit, i.Unit)
	}
	if _, ok := i.Plan.Route(i.Route); !ok {
		return decision{}, refuse(UnknownRoute, i.Route)
	}
	if err := checkMode(i.Mode); err != nil {
		return decision{}, err
	}
	for _, s := range n.Shifts() {
		if s.Unit.ID == i.Unit && s.Open() {
			return decision{}, &Refusal{ShiftOpen, i.Unit, unit.Callsign}
		}
	}
	body := ShiftStartedBody{
		Unit: i.Unit, Crew: tidyCrew(i.Crew), Route: i.Route, Mode: i.Mode, Plate: strings.TrimSpace(i.Plate),
		Plan: i.Plan.Freeze(i.Unit, i.Route),
	}
	return decision{kind: ShiftStarted, night: i.Plan.Night(now.At), zone: i.Plan.Timezone, body: body}, nil
}

// ChangeCrew says who is on the patrol from now on.
type ChangeCrew struct {
	Shift string
	Crew  []string
}

func (i ChangeCrew) decide(n *Night, _ Stamp) (decision, error) {
	s, err := n.open(i.Shift)
	if err != nil {
		return decision{}, err
	}
	return s.decision(CrewChanged, CrewChangedBody{i.Shift, tidyCrew(i.Crew)}), nil
}

// ChangeMode begins a leg on foot or by vehicle.
type ChangeMode struct {
	Shift string
	Mode  Mode
	Plate string
}

func (i ChangeMode) decide(n *Night, _ Stamp) (decision, error) {
	s, err := n.open(i.Shift)
	if err != nil {
		return decision{}, err
	}
	if err := checkMode(i.Mode); err != nil {
		return decision{}, err
	}
	return s.decision(ModeChanged, ModeChangedBody{i.Shift, i.Mode, strings.TrimSpace(i.Plate)}), nil
}

// CheckIn says that the unit was at a checkpoint: now, or at For.
type CheckIn struct {
	Shift      string
	Checkpoint string
	Mode       Mode // empty: the mode of the leg
	Note       string
	For        *time.Time
}

func (i CheckIn) decide(n *Night, now Stamp) (decision, error) {
	s, _, err := n.openAt(i.Shift, i.Checkpoint)
	if err != nil {
		return decision{}, err
	}
	if i.Mode == "" {
		i.Mode = s.Leg().Mode
	}
	if err := checkMode(i.Mode); err != nil {
		return decision{}, err
	}
	at, err := reportedFor(i.For, now, s.Zone)
	if err != nil {
		return decision{}, err
	}
	return s.decision(CheckedIn, CheckedInBody{i.Shift, i.Checkpoint, i.Mode, i.Note, at}), nil
}

// Skip says that a call will not be made, and why.
type Skip struct {
	Shift      string
	Checkpoint string
	Round      int // from 1; 0: the call that is next
	Reason     string
}

func (i Skip) decide(n *Night, now Stamp) (decision, error) {
	s, place, err := n.openAt(i.Shift, i.Checkpoint)
	if err != nil {
		return decision{}, err
	}
	if strings.TrimSpace(i.Reason) == "" {
		return decision{}, refuse(ReasonNeeded, i.Checkpoint)
	}
	if i.Round < 0 || i.Round > len(s.Route.Rounds) {
		return decision{}, refuse(UnknownRound, fmt.Sprint(i.Round))
	}
	for _, c := range n.Judge(now.At).Shift(i.Shift).Calls {
		if i.Round > 0 && c.Round == i.Round && c.Checkpoint == i.Checkpoint && c.State.Made() {
			return decision{}, &Refusal{AlreadyMade, i.Checkpoint, place.Name}
		}
	}
	return s.decision(Skipped, SkippedBody(i)), nil
}

// Correct says what an earlier check-in should have said. What is nil stays as it is.
type Correct struct {
	Shift      string
	Of         string
	Reason     string
	Checkpoint *string
	Mode       *Mode
	Note       *string
	For        *time.Time
}

func (i Correct) decide(n *Night, now Stamp) (decision, error) {
	s, of, err := n.earlier(i.Shift, i.Of, i.Reason, now)
	if err != nil {
		return decision{}, err
	}
	if of.Kind != CheckedIn || n.Withdrawn(i.Of) {
		return decision{}, refuse(UnknownRecord, i.Of)
	}
	if i.Checkpoint == nil && i.Mode == nil && i.Note == nil && i.For == nil {
		return decision{}, refuse(NothingChanged, i.Of)
	}
	if i.Checkpoint != nil {
		if _, ok := s.Plan.Checkpoint(*i.Checkpoint); !ok {
			return decision{}, refuse(UnknownCheckpoint, *i.Checkpoint)
		}
	}
	if i.Mode != nil {
		if err := checkMode(*i.Mode); err != nil {
			return decision{}, err
		}
	}
	if i.For, err = reportedFor(i.For, now, s.Zone); err != nil {
		return decision{}, err
	}
	return s.decision(Corrected, CorrectedBody(i)), nil
}

// Withdraw takes an earlier record of the shift out of the count: a check-in, a skip, a change of crew or mode, the
// end of the shift, that the unit was heard of, a correction or another withdrawal.
type Withdraw struct {
	Shift  string
	Of     string
	Reason string
}

// withdrawable are the kinds that a withdrawal may name. Counted work is corrected instead (R14), and a hazard closed.
var withdrawable = []Kind{CheckedIn, Skipped, CrewChanged, ModeChanged, ShiftEnded, UnitHeard, Corrected, Withdrawn}

func (i Withdraw) decide(n *Night, now Stamp) (decision, error) {
	s, of, err := n.earlier(i.Shift, i.Of, i.Reason, now)
	if err != nil {
		return decision{}, err
	}
	if !slices.Contains(withdrawable, of.Kind) || n.Withdrawn(i.Of) {
		return decision{}, refuse(UnknownRecord, i.Of)
	}
	return s.decision(Withdrawn, WithdrawnBody(i)), nil
}

// EndShift brings the unit home.
type EndShift struct {
	Shift    string
	Reason   string // needed where calls are still to come
	Handover string
}

func (i EndShift) decide(n *Night, now Stamp) (decision, error) {
	s, err := n.open(i.Shift)
	if err != nil {
		return decision{}, err
	}
	if Judge(s, now.At).EndsEarly(now.At) && strings.TrimSpace(i.Reason) == "" {
		return decision{}, refuse(ReasonNeeded, i.Shift)
	}
	return s.decision(ShiftEnded, ShiftEndedBody(i)), nil
}

// reportedFor holds a time that somebody gave against the clock: a patrol is not reported before it happened.
func reportedFor(t *time.Time, now Stamp, zone *time.Location) (*time.Time, error) {
	if t == nil {
		return nil, nil
	}
	at := t.UTC().Truncate(time.Millisecond)
	if at.After(now.At) {
		return nil, refuse(NotYet, at.In(zone).Format("2006-01-02 15:04"))
	}
	return &at, nil
}

func checkMode(m Mode) error {
	if m != Foot && m != Vehicle {
		return refuse(UnknownMode, string(m))
	}
	return nil
}

// tidyCrew drops blanks and repeats.
func tidyCrew(names []string) []string {
	crew := make([]string, 0, len(names))
	seen := map[string]bool{}
	for _, name := range names {
		if name = strings.TrimSpace(name); name != "" && !seen[name] {
			seen[name] = true
			crew = append(crew, name)
		}
	}
	return crew
}
