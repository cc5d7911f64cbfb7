package app

import (
	"context"
	"sync"
	"time"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
)

// memory is a log whose writing can be held up or made to fail.
type memory struct {
	*screentest.Log
	gate chan struct{} // writing waits until something can be taken from it; nil: it does not wait

	mu       sync.Mutex     // of what follows
	fail     error          // writing fails with it
	once     bool           // but only the first time
	appended []model.Record // whatever somebody tried to write
	writing  int            // writes under way
	most     int            // writes that were under way at the same time
}

func (m *memory) clock() time.Time { return m.Now() }

func (m *memory) Append(ctx context.Context, records ...model.Record) ([]model.Record, error) {
	m.enter(1)
	if m.gate != nil {
		<-m.gate
	}
	defer m.enter(-1)
	if err := m.try(records); err != nil {
		return nil, err
	}
	return m.Log.Append(ctx, records...)
}

func (m *memory) enter(by int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.writing += by
	m.most = max(m.most, m.writing)
}

func (m *memory) try(records []model.Record) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.appended = append(m.appended, records...)
	err := m.fail
	if m.once {
		m.fail = nil
	}
	return err
}
