package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/gofrs/flock"
)

// lockPatience is how long a program that is about to end may keep the next one waiting.
const lockPatience = 400 * time.Millisecond

// owner is the content of owner.json. It is a file of its own because on Windows nobody else reads a locked file.
type owner struct {
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

func (s *Store) takeLock() error {
	s.lock = flock.New(s.path("lock"), flock.SetPermissions(0o600))
	for deadline := time.Now().Add(lockPatience); ; {
		got, err := s.lock.TryLock()
		if err != nil {
			return classified(s.path("lock"), err)
		}
		if got {
			break
		}
		if time.Now().After(deadline) {
			return s.busy()
		}
		time.Sleep(lockPatience / 20)
	}
	b, err := json.Marshal(owner{os.Getpid(), s.now().UTC().Truncate(time.Second)})
	if err == nil {
		err = os.WriteFile(s.path("owner.json"), b, 0o600)
	}
	if err != nil {
		return errors.Join(classified(s.path("owner.json"), err), s.releaseLock())
	}
	return nil
}

func (s *Store) busy() error {
	var o owner
	if b, err := os.ReadFile(s.path("owner.json")); err == nil {
		if err := json.Unmarshal(b, &o); err != nil {
			o = owner{}
		}
	}
	return &BusyError{s.dir, o.PID, o.Since}
}

func (s *Store) releaseLock() error {
	if err := os.Remove(s.path("owner.json")); err != nil && !errors.Is(err, os.ErrNotExist) {
		return errors.Join(classified(s.dir, err), s.lock.Unlock())
	}
	if err := s.lock.Unlock(); err != nil {
		return fmt.Errorf("release %s: %w", s.path("lock"), err)
	}
	return nil
}
