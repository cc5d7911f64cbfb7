package data

import (
	"crypto/rand"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"

	"beatbook/model"
)

// stamps makes stamps; it is safe for use by several goroutines.
type stamps struct {
	mu      sync.Mutex
	now     func() time.Time
	entropy *ulid.MonotonicEntropy
	boot    func() (time.Duration, string)
}

func newStamps(now func() time.Time) *stamps {
	t := &stamps{now: now, entropy: ulid.Monotonic(rand.Reader, 0)}
	if now == nil {
		id := bootID()
		t.now, t.boot = time.Now, func() (time.Duration, string) { return sinceBoot(), id }
		return t
	}
	// A clock of somebody's own runs at its own speed: the time since boot goes along with it, or every stamp would
	// put the clock in doubt.
	began, boot := now(), t.id(now())
	t.boot = func() (time.Duration, string) { return time.Hour + t.now().Sub(began), boot }
	return t
}

// id is a new ULID. Those of one millisecond ascend.
func (t *stamps) id(at time.Time) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	ms := ulid.Timestamp(time.UnixMilli(max(at.UnixMilli(), 0)))
	id, err := ulid.New(ms, t.entropy)
	if err != nil { // 2^79 ids in one millisecond
		t.entropy = ulid.Monotonic(rand.Reader, 0)
		id = ulid.MustNew(ms, t.entropy)
	}
	return id.String()
}

// Stamp is what the clocks show now, with a fresh id.
func (s *Store) Stamp() model.Stamp {
	at := s.now().UTC().Truncate(time.Millisecond)
	elapsed, boot := s.stamps.boot()
	if boot == "" {
		elapsed = 0
	}
	return model.Stamp{
		ID: s.stamps.id(at), Device: s.device, At: at, Elapsed: max(elapsed, 0).Truncate(time.Millisecond), Boot: boot,
	}
}

func (s *Store) now() time.Time { return s.stamps.now() }
