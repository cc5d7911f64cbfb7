package data

import (
	"encoding/json"
	"errors"
	"os"

	"github.com/gofrs/flock"
)

// lock finds out who has the folder open. It tries the lock for a moment, beside others that only look.
func (x *examiner) lock() {
	path := x.store.path("lock")
	var last owner
	b, err := os.ReadFile(x.store.path("owner.json"))
	named := err == nil && json.Unmarshal(b, &last) == nil
	if exists(path) {
		lock := flock.New(path, flock.SetFlag(os.O_RDONLY))
		free, err := lock.TryRLock()
		if err == nil && free {
			err = lock.Unlock()
		}
		if err != nil {
			x.unreadable(PartLock, path, err)
			return
		}
		x.held = !free
	}
	who := Note{PID: last.PID, At: last.Since}
	switch {
	case x.held && (!named || !isRunning(last.PID)):
		x.note(LockNameless, who)
	case x.held:
		x.note(LockHeld, who)
	case !errors.Is(err, os.ErrNotExist):
		x.note(LockStale, who)
	default:
		x.note(LockFree, Note{})
	}
}
