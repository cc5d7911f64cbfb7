package data

import "runtime/debug"

// bulkMemory is where the garbage collector begins to hurry while an index is built, in bytes: Badger takes twice as much for
// what it can do in this, and with half of it nothing but the collector runs.
const bulkMemory = 250 << 20

// limitMemory holds the memory to bulkMemory, as far as that goes, until it is told to stop.
func limitMemory() (stop func()) {
	limit := debug.SetMemoryLimit(bulkMemory)
	return func() { debug.SetMemoryLimit(limit) }
}
