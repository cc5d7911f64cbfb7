package app

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sync"
	"time"

	"beatbook/data"
	"beatbook/model"
)

const device = "DEVICE-MINE"

// memory is a log in memory whose writing can be held up or made to fail.
type memory struct {
	clock    func() time.Time
	mu       sync.Mutex // of what follows
	stamps   int
	records  []model.Record
	settings []byte
	arrivals chan model.Record

	gate     chan struct{}  // writing waits until something can be taken from it; nil: it does not wait
	fail     error          // writing fails with it
	once     bool           // but only the first time
	appended []model.Record // whatever somebody tried to write
	writing  int            // writes under way
	most     int            // writes that were under way at the same time
}

func newMemory(clock func() time.Time) *memory {
	return &memory{clock: clock, arrivals: make(chan model.Record, 10000)}
}

func (m *memory) Device() string { return device }

func (m *memory) Stamp() model.Stamp {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.stamps++
	return model.Stamp{ID: fmt.Sprintf("ID%06d", m.stamps), Device: device, At: m.clock().Truncate(time.Millisecond)}
}

func (m *memory) Append(_ context.Context, records ...model.Record) ([]model.Record, error) {
	m.enter(1)
	if m.gate != nil {
		<-m.gate
	}
	defer m.enter(-1)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.appended = append(m.appended, records...)
	if err := m.fail; err != nil {
		if m.once {
			m.fail = nil
		}
		return nil, err
	}
	written := make([]model.Record, len(records))
	for i, r := range records {
		if at := slices.IndexFunc(m.records, func(known model.Record) bool { return known.ID == r.ID }); at >= 0 {
			written[i] = m.records[at]
			continue
		}
		numbered, err := r.Numbered(uint64(len(m.records) + 1))
		if err != nil {
			return nil, err
		}
		written[i] = numbered
		m.records = append(m.records, numbered)
		m.arrivals <- numbered
	}
	return written, nil
}

func (m *memory) enter(by int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.writing += by
	m.most = max(m.most, m.writing)
}

func (m *memory) Night(date model.Date) (*model.Night, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	night := model.NewNight(date)
	for _, r := range m.records {
		if r.Night == date {
			night.Apply(r)
		}
	}
	return night, nil
}

func (m *memory) Nights(before model.Date, limit int) ([]data.NightCount, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	counts := map[model.Date]int{}
	for _, r := range m.records {
		counts[r.Night]++
	}
	var nights []data.NightCount
	for date, n := range counts {
		if before == "" || date < before {
			nights = append(nights, data.NightCount{Date: date, Records: n})
		}
	}
	slices.SortFunc(nights, func(a, b data.NightCount) int { return cmp.Compare(b.Date, a.Date) })
	return nights[:min(limit, len(nights))], nil
}

func (m *memory) Report(
	_ context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) (*model.Report, error) {
	nights, err := m.Nights("", math.MaxInt)
	if err != nil {
		return nil, err
	}
	r := model.NewReport(from, to, f)
	r.Plans = map[string]*model.Plan{}
	for i, night := range nights {
		n, err := m.Night(night.Date)
		if err != nil {
			return nil, err
		}
		r.AddNight(n, now)
		for _, shift := range n.Shifts() {
			if r.Latest[shift.Route.ID].ID == shift.ID {
				r.Plans[shift.Route.ID] = &shift.Plan
			}
		}
		progress(i+1, len(nights))
	}
	return r, nil
}

func (m *memory) History(checkpoint string, before time.Time, limit int) ([]model.Record, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var found []model.Record
	for _, r := range slices.Backward(m.records) {
		if r.Kind != model.CheckedIn || !r.At.Before(before) || len(found) == limit {
			continue
		}
		if body, err := model.Decode[model.CheckedInBody](r); err == nil && body.Checkpoint == checkpoint {
			found = append(found, r)
		}
	}
	return found, nil
}

func (m *memory) Hazards() (*model.Hazards, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	h := model.NewHazards()
	for _, r := range m.records {
		h.Apply(r)
	}
	return h, nil
}

func (m *memory) Latest(kind model.Kind, device string, notAfter time.Time) (model.Record, bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, r := range slices.Backward(m.records) {
		if r.Kind == kind && (device == "" || r.Device == device) && !r.At.After(notAfter) {
			return r, true, nil
		}
	}
	return model.Record{}, false, nil
}

func (m *memory) Watch(context.Context) <-chan model.Record { return m.arrivals }

func (m *memory) LoadSettings(v any) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.settings == nil {
		return nil
	}
	return json.NewDecoder(bytes.NewReader(m.settings)).Decode(v)
}

func (m *memory) SaveSettings(v any) (err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.settings, err = json.Marshal(v)
	return err
}
