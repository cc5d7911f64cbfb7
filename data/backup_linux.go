package data

import (
	"os"

	"golang.org/x/sys/unix"
)

// forgetCached has what is read next come from the disk rather than from memory. Where that is not possible the memory
// has to do.
func forgetCached(f *os.File, from, length int64) {
	_ = unix.Fadvise(int(f.Fd()), from, length, unix.FADV_DONTNEED)
}
