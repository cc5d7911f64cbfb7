package data

import "slices"

// ProblemCode says what was found wrong with the folder. The texts are the screen's.
type ProblemCode string

// The problems. After each of them the store works; RecordLost and SeriesChanged alone mean that something is gone.
const (
	LineDamaged    ProblemCode = "line-damaged"    // a journal line could not be read; its bytes are in Kept
	JournalMended  ProblemCode = "journal-mended"  // lines that a journal lacked were written again from the index
	RecordLost     ProblemCode = "record-lost"     // lines that a journal lacked were nowhere to be found
	IndexRebuilt   ProblemCode = "index-rebuilt"   // from the journals; the old one is in Kept
	IndexDamaged   ProblemCode = "index-damaged"   // and could not be rebuilt now; it will be at the next Open
	DeviceReplaced ProblemCode = "device-replaced" // the device's own id could not be read: it has a new one
	FolderUnknown  ProblemCode = "folder-unknown"  // a folder among the journals that is no device's
	DeviceUnknown  ProblemCode = "device-unknown"  // records of a device that did not come through this program; File is its journal
	SeriesChanged  ProblemCode = "series-changed"  // the last record that was known of a series is not there, or is another one
	CheckFailed    ProblemCode = "check-failed"    // the check behind the opening could not be finished
)

// Problem is something that was found wrong with the folder, and mended as far as could be.
type Problem struct {
	Code   ProblemCode
	File   string // path of the file or folder that it was found in
	Line   int    // from 1; 0 where it is about the whole file
	Count  int    // of lines, where there are several
	Kept   string // path of what was set aside; empty: nothing
	Detail string // for a log, not for a reader
}

// Problems are those that were found at Open and since, in the order in which they were found.
func (s *Store) Problems() []Problem {
	s.problemLock.Lock()
	defer s.problemLock.Unlock()
	return slices.Clone(s.problems)
}

func (s *Store) report(p Problem) {
	s.problemLock.Lock()
	defer s.problemLock.Unlock()
	s.problems = append(s.problems, p)
}
