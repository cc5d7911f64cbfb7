package data

import (
	"runtime/debug"
	"sync"
)

// bulkMemory is where the garbage collector begins to work while much is read or written at once, in bytes: Badger takes a
// gigabyte for bulk that it can take in a sixth of it, and a year is counted in half the time.
const bulkMemory = 150 << 20

// room is what the garbage collector is told; there may be several who need more of it.
var room struct {
	sync.Mutex
	users   int
	limit   int64
	percent int
}

// takeRoom lets the memory grow to bulkMemory until the room is given back.
func takeRoom() (giveBack func()) {
	room.Lock()
	defer room.Unlock()
	if room.users++; room.users == 1 {
		room.limit, room.percent = debug.SetMemoryLimit(bulkMemory), debug.SetGCPercent(-1)
	}
	return sync.OnceFunc(func() {
		room.Lock()
		defer room.Unlock()
		if room.users--; room.users == 0 {
			debug.SetGCPercent(room.percent)
			debug.SetMemoryLimit(room.limit)
		}
	})
}
