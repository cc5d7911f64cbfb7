package model

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
)

// MaxRecord is the longest record in bytes of JSON that a store takes.
const MaxRecord = 768 << 10

// Kind says what a record tells. Kinds unknown to this version are kept and carried along, and projections skip them.
type Kind string

// The kinds of this version.
const (
	PlanAdopted  Kind = "plan.adopted"
	ShiftStarted Kind = "shift.started"
	ShiftEnded   Kind = "shift.ended"
	CrewChanged  Kind = "crew.changed"
	ModeChanged  Kind = "mode.changed"
	CheckedIn    Kind = "checked.in"
	Skipped      Kind = "skipped"
	Corrected    Kind = "corrected"
	Withdrawn    Kind = "withdrawn"

	OutcomeCounted       Kind = "outcome.counted"
	HazardFound          Kind = "hazard.found"
	HazardMoved          Kind = "hazard.moved"
	ChecklistDone        Kind = "checklist.done"
	HandoverAcknowledged Kind = "handover.acknowledged"

	OperatorOn         Kind = "operator.on"
	OperatorOff        Kind = "operator.off"
	UnitHeard          Kind = "unit.heard"
	RollCalled         Kind = "roll.called"
	AlertsAcknowledged Kind = "alerts.acknowledged"
)

// Kinds are all of them.
var Kinds = []Kind{
	PlanAdopted, ShiftStarted, ShiftEnded, CrewChanged, ModeChanged, CheckedIn, Skipped, Corrected, Withdrawn,
	OutcomeCounted, HazardFound, HazardMoved, ChecklistDone, HandoverAcknowledged,
	OperatorOn, OperatorOff, UnitHeard, RollCalled, AlertsAcknowledged,
}

// What a record may hold at most.
const (
	maxIDLength   = 64
	maxKindLength = 64
	maxZoneLength = 64
	maxElapsed    = 100 * 365 * 24 * time.Hour
	hashLength    = 43 // of a SHA-256 in base64
)

// Stamp is what the clocks of a device show at one moment, with a fresh id for what is recorded then (R11).
type Stamp struct {
	ID      string        // a ULID, never used before
	Device  string        // id of the device
	At      time.Time     // wall clock, to the millisecond
	Elapsed time.Duration // since the device was booted, sleep included; 0 where it cannot be known
	Boot    string        // identity of the boot; empty where it cannot be known
}

// Record is one entry of the log. Once written it is never edited or deleted (R1).
type Record struct {
	ID      string        // ULID
	Device  string        // who wrote it
	Seq     uint64        // dense per device from 1; 0 as long as no store has taken it
	At      time.Time     // wall clock of the device, UTC, to the millisecond
	Zone    string        // IANA zone in which the night is reckoned
	Night   Date          // the night that the record belongs to: that of its shift
	Elapsed time.Duration // since boot, to the millisecond
	Boot    string        // identity of the boot
	Kind    Kind
	Body    json.RawMessage // by kind: the struct of the same name with Body behind it

	// Received is when this machine got the record from another one, zero for its own. It is local and not part of
	// the record's bytes.
	Received time.Time

	// Signature is the device's, over the record's bytes; it goes along with the record wherever it goes and is not part of
	// the bytes. Nil: the record is not signed, and nobody can prove who wrote it.
	Signature []byte

	raw  []byte
	prev []byte // Prev
}

// envelope fixes the order of the fields in the journal.
type envelope struct {
	ID      string          `json:"id"`
	Device  string          `json:"device"`
	Seq     uint64          `json:"seq"`
	Prev    string          `json:"prev,omitempty"`
	At      time.Time       `json:"at"`
	Zone    string          `json:"zone"`
	Night   Date            `json:"night"`
	Elapsed int64           `json:"elapsed"` // milliseconds
	Boot    string          `json:"boot"`
	Kind    Kind            `json:"kind"`
	Body    json.RawMessage `json:"body"`
}

var (
	earliest = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	tooLate  = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
)

// ErrRecord is wrapped by every error about bytes that are no record.
var ErrRecord = errors.New("not a record")

// Numbered is the record with its place in the device's series, behind the record of which prev is the Hash; its bytes are
// fixed from here on.
func (r Record) Numbered(seq uint64, prev string) (Record, error) {
	r.Seq, r.prev = seq, append([]byte(nil), prev...)
	b, err := marshal(envelope{r.ID, r.Device, r.Seq, prev, r.At.UTC(), r.Zone, r.Night, r.Elapsed.Milliseconds(), r.Boot, r.Kind, r.Body})
	if err != nil {
		return r, fmt.Errorf("encode record %s: %w", r.ID, err)
	}
	r.raw = b
	return r, nil
}

// Bytes are the exact bytes of the record, as written by its device: one line of JSON. They are nil before Numbered.
func (r Record) Bytes() []byte { return r.raw }

// Prev is the Hash of the record before it in the device's series; empty for the first and before Numbered.
func (r Record) Prev() string { return string(r.prev) }

// Hash is the SHA-256 of the record's bytes in base64 for URLs, 43 characters: what the next record of the device names.
func (r Record) Hash() string {
	sum := sha256.Sum256(r.raw)
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

func decodeRecord(b []byte) (Record, error) {
	var e envelope
	if err := json.Unmarshal(b, &e); err != nil {
		return Record{}, fmt.Errorf("%w: %w", ErrRecord, err)
	}
	return Record{
		ID: e.ID, Device: e.Device, Seq: e.Seq, prev: append([]byte(nil), e.Prev...), At: e.At.UTC(), Zone: e.Zone, Night: e.Night,
		Elapsed: milliseconds(e.Elapsed), Boot: e.Boot, Kind: e.Kind, Body: e.Body,
	}, nil
}

// milliseconds as a duration; what does not fit one is out of every range.
func milliseconds(n int64) time.Duration {
	if n > math.MaxInt64/int64(time.Millisecond) || n < 0 {
		return -1
	}
	return time.Duration(n) * time.Millisecond
}

// check the fields; what was said before, if anything was, is sound.
func (r *Record) check(last *said) error {
	first := last == nil
	switch {
	case !plainID([]byte(r.ID), maxIDLength):
		return fmt.Errorf("%w: id", ErrRecord)
	case first && !plainID([]byte(r.Device), maxIDLength):
		return fmt.Errorf("%w: device", ErrRecord)
	case r.Seq == 0:
		return fmt.Errorf("%w: seq", ErrRecord)
	case len(r.prev) > 0 && (!plainID(r.prev, hashLength) || len(r.prev) < hashLength || r.Seq == 1):
		return fmt.Errorf("%w: prev", ErrRecord)
	case r.At.Before(earliest) || !r.At.Before(tooLate):
		return fmt.Errorf("%w: at", ErrRecord)
	case r.Elapsed < 0 || r.Elapsed > maxElapsed:
		return fmt.Errorf("%w: elapsed", ErrRecord)
	case len(r.Zone) > maxZoneLength:
		return fmt.Errorf("%w: zone", ErrRecord)
	case (first || string(r.Kind) != last.what.second) && !plainID([]byte(r.Kind), maxKindLength):
		return fmt.Errorf("%w: kind", ErrRecord)
	}
	if !first && string(r.Night) == last.where.second {
		return nil
	}
	if d, err := ParseDate(string(r.Night)); err != nil || d != r.Night {
		return fmt.Errorf("%w: night", ErrRecord)
	}
	return nil
}

// plainID holds names that become keys and file names to letters, digits, dot, hyphen and underscore.
func plainID(s []byte, most int) bool {
	if len(s) == 0 || len(s) > most || s[0] == '.' {
		return false
	}
	var found byte
	for ; len(s) >= 4; s = s[4:] {
		found |= notInID[s[0]] | notInID[s[1]] | notInID[s[2]] | notInID[s[3]]
	}
	for _, c := range s {
		found |= notInID[c]
	}
	return found == 0
}

// notInID is 1 for each byte that stands in no id.
var notInID = func() (not [256]byte) {
	const inID = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_."
	for c := range not {
		if strings.IndexByte(inID, byte(c)) < 0 {
			not[c] = 1
		}
	}
	return not
}()

// PlanAdoptedBody says: a plan holds from now on, for shifts that start later (R3).
type PlanAdoptedBody struct {
	Plan     Plan   `json:"plan"`
	Source   string `json:"source,omitempty"`   // the file it was read from, as it stood
	Sample   bool   `json:"sample,omitempty"`   // the built-in sample, loaded because there was no plan
	Operator string `json:"operator,omitempty"` // who edited it at the duty desk
}

// ShiftStartedBody says: a unit set out. The shift is named by the id of this record.
type ShiftStartedBody struct {
	Unit  string   `json:"unit"`
	Crew  []string `json:"crew"`
	Route string   `json:"route"`
	Mode  Mode     `json:"mode"`
	Plate string   `json:"plate,omitempty"`
	Plan  Plan     `json:"plan"` // frozen (R3)

	Behalf *Behalf `json:"behalf,omitempty"` // as OnBehalf adds it
}

// CrewChangedBody says: another crew from here on; a new leg.
type CrewChangedBody struct {
	Shift string   `json:"shift"`
	Crew  []string `json:"crew"`
}

// ModeChangedBody says: on foot or by vehicle from here on; a new leg.
type ModeChangedBody struct {
	Shift string `json:"shift"`
	Mode  Mode   `json:"mode"`
	Plate string `json:"plate,omitempty"`
}

// CheckedInBody says: somebody was there.
type CheckedInBody struct {
	Shift      string     `json:"shift"`
	Checkpoint string     `json:"checkpoint"`
	Mode       Mode       `json:"mode"`
	Note       string     `json:"note,omitempty"`
	For        *time.Time `json:"for,omitempty"` // when it happened, where that is not when it was written down (R12)
}

// SkippedBody says: a call that will not be made, with the reason (R13).
type SkippedBody struct {
	Shift      string `json:"shift"`
	Checkpoint string `json:"checkpoint"`
	Round      int    `json:"round,omitempty"` // of the call, from 1; 0: the call that is next at that moment
	Reason     string `json:"reason"`
}

// CorrectedBody says: what an earlier check-in should have said; what is not given stays (R1).
type CorrectedBody struct {
	Shift      string     `json:"shift"`
	Of         string     `json:"of"`
	Reason     string     `json:"reason,omitempty"` // may lack within UndoTime of the record
	Checkpoint *string    `json:"checkpoint,omitempty"`
	Mode       *Mode      `json:"mode,omitempty"`
	Note       *string    `json:"note,omitempty"`
	For        *time.Time `json:"for,omitempty"`
}

// WithdrawnBody says: an earlier record counts no more; both stay visible (R1).
type WithdrawnBody struct {
	Shift  string `json:"shift"`
	Of     string `json:"of"`
	Reason string `json:"reason,omitempty"` // may lack within UndoTime of the record
}

// ShiftEndedBody says: the unit came home.
type ShiftEndedBody struct {
	Shift    string `json:"shift"`
	Reason   string `json:"reason,omitempty"`   // needed where calls are still to come (R13)
	Handover string `json:"handover,omitempty"` // for the next shift
}

// UndoTime is how long a record may be undone without a reason (R1).
const UndoTime = 2 * time.Minute

// Decode reads the body of the record.
func Decode[T any](r Record) (T, error) {
	var body T
	if err := json.Unmarshal(r.Body, &body); err != nil {
		return body, fmt.Errorf("%w: body of %s %s: %w", ErrRecord, r.Kind, r.ID, err)
	}
	return body, nil
}
