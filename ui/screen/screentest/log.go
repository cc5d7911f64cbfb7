package screentest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"
	"time"

	"beatbook/data"
	"beatbook/model"
)

// Device is the id of the device whose log it is.
const Device = "DEVICE-MINE"

// Log is a session.Log in memory. Its methods are safe for use by several goroutines; the fields are for a test to look
// at and to change while none of the methods is under way.
type Log struct {
	Now      func() time.Time
	Writer   string            // id of the device that writes: Device, until a test has others write as well
	Records  []model.Record    // in the order in which they were appended
	Read     []model.Date      // nights that were asked for, in order
	Arrivals chan model.Record // what Watch gives
	Broken   error             // what reading fails with; nil: it does not fail

	mu       sync.Mutex
	stamps   int
	settings []byte
}

// NewLog is an empty log whose clock is now.
func NewLog(now func() time.Time) *Log {
	return &Log{Now: now, Writer: Device, Arrivals: make(chan model.Record, 10000)}
}

// Device is the id of the device that writes.
func (l *Log) Device() string { return l.Writer }

// Stamp is the time with an id that follows the one before.
func (l *Log) Stamp() model.Stamp {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.stamps++
	return model.Stamp{ID: fmt.Sprintf("ID%06d", l.stamps), Device: l.Writer, At: l.Now().Truncate(time.Millisecond)}
}

// Append numbers records and keeps them. What is there already stays as it is.
func (l *Log) Append(_ context.Context, records ...model.Record) ([]model.Record, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	written := make([]model.Record, len(records))
	for i, r := range records {
		if at := slices.IndexFunc(l.Records, func(known model.Record) bool { return known.ID == r.ID }); at >= 0 {
			written[i] = l.Records[at]
			continue
		}
		numbered, err := r.Numbered(uint64(len(l.Records)+1), "")
		if err != nil {
			return nil, err
		}
		written[i] = numbered
		l.Records = append(l.Records, numbered)
		l.Arrivals <- numbered
	}
	return written, nil
}

// Do decides an intent in its night by the plan, and appends the record.
func (l *Log) Do(t testing.TB, plan *model.Plan, intent model.Intent) model.Record {
	t.Helper()
	night, err := l.Night(plan.Night(l.Now()))
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.Decide(night, l.Stamp(), intent)
	if err != nil {
		t.Fatal(err)
	}
	written, err := l.Append(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return written[0]
}

// Night folds the records of a night.
func (l *Log) Night(date model.Date) (*model.Night, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.Read = append(l.Read, date)
	night := model.NewNight(date)
	for _, r := range l.Records {
		night.Apply(r)
	}
	return night, l.Broken
}

// Nights are those before the date, all of them where that is empty, the latest first.
func (l *Log) Nights(before model.Date, limit int) ([]data.NightCount, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	counts := map[model.Date]int{}
	for _, r := range l.Records {
		counts[r.Night]++
	}
	var nights []data.NightCount
	for date, n := range counts {
		if before == "" || date < before {
			nights = append(nights, data.NightCount{Date: date, Records: n})
		}
	}
	slices.SortFunc(nights, func(a, b data.NightCount) int { return cmp.Compare(b.Date, a.Date) })
	return nights[:min(limit, len(nights))], l.Broken
}

// Report counts the nights from scratch.
func (l *Log) Report(
	ctx context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) (*model.Report, error) {
	r, _, err := l.ReportByNight(ctx, from, to, f, now, progress)
	return r, err
}

// ReportByNight is Report with the tallies of the nights.
func (l *Log) ReportByNight(
	ctx context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) (*model.Report, []model.NightTally, error) {
	nights, err := l.Nights(to.AddDays(1), math.MaxInt)
	if err != nil {
		return nil, nil, err
	}
	r, tallies := model.NewReport(from, to, f), []model.NightTally(nil)
	r.Plans = map[string]*model.Plan{}
	for i, night := range slices.Backward(nights) {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if night.Date < from {
			continue
		}
		n, err := l.Night(night.Date)
		if err != nil {
			return nil, nil, err
		}
		tally := n.Tally(f, now)
		r.Add(n.Date, tally)
		tallies = append(tallies, model.NightTally{Night: n.Date, Tally: tally})
		for _, shift := range n.Shifts() {
			if r.Latest[shift.Route.ID].ID == shift.ID {
				r.Plans[shift.Route.ID] = &shift.Plan
			}
		}
		progress(len(nights)-i, len(nights))
	}
	return r, tallies, nil
}

// History are the check-ins at a checkpoint before a moment, the latest first.
func (l *Log) History(checkpoint string, before time.Time, limit int) ([]model.Record, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var found []model.Record
	for _, r := range slices.Backward(l.Records) {
		if r.Kind != model.CheckedIn || !r.At.Before(before) || len(found) == limit {
			continue
		}
		if body, err := model.Decode[model.CheckedInBody](r); err == nil && body.Checkpoint == checkpoint {
			found = append(found, r)
		}
	}
	return found, l.Broken
}

// Hazards folds all records.
func (l *Log) Hazards() (*model.Hazards, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	h := model.NewHazards()
	for _, r := range l.Records {
		h.Apply(r)
	}
	return h, l.Broken
}

// Latest is the last record of a kind and, unless that is empty, of a device, that is not after a moment.
func (l *Log) Latest(kind model.Kind, device string, notAfter time.Time) (model.Record, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, r := range slices.Backward(l.Records) {
		if r.Kind == kind && (device == "" || r.Device == device) && !r.At.After(notAfter) {
			return r, true, l.Broken
		}
	}
	return model.Record{}, false, l.Broken
}

// Plans are the plans that were adopted, the newest first, at most limit of them.
func (l *Log) Plans(limit int) ([]model.Record, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var plans []model.Record
	for _, r := range slices.Backward(l.Records) {
		if r.Kind == model.PlanAdopted && len(plans) < limit {
			plans = append(plans, r)
		}
	}
	return plans, l.Broken
}

// Watch gives what is appended.
func (l *Log) Watch(context.Context) <-chan model.Record { return l.Arrivals }

// LoadSettings reads what was saved last.
func (l *Log) LoadSettings(v any) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.settings == nil {
		return l.Broken
	}
	return json.NewDecoder(bytes.NewReader(l.settings)).Decode(v)
}

// SaveSettings keeps the settings as JSON.
func (l *Log) SaveSettings(v any) (err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.settings, err = json.Marshal(v)
	return err
}
