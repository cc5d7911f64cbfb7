package data

import (
	"errors"
	"os"
)

const (
	spaceToOpen  = 64 << 20 // less, and a memtable may meet a full disk, which kills the program in a mapped file
	spaceToWrite = 32 << 20 // left for the index to close with
	ballastBytes = 16 << 20 // given up when space runs out
)

func (s *Store) checkSpaceToOpen() error {
	free, err := s.sys.free(s.dir)
	if err != nil {
		return classified(s.dir, err)
	}
	ballast := s.path("ballast")
	if free < spaceToOpen && exists(ballast) {
		if err := os.Remove(ballast); err != nil {
			return classified(ballast, err)
		}
		if free, err = s.sys.free(s.dir); err != nil {
			return classified(s.dir, err)
		}
	}
	if free < spaceToOpen {
		return &PathError{Path: s.dir, Kind: ErrDiskFull}
	}
	if free > spaceToOpen+2*ballastBytes && !exists(ballast) {
		// Without a ballast everything works, there is only less room when space runs out.
		if reserve(ballast, ballastBytes) != nil {
			_ = os.Remove(ballast)
		}
	}
	return nil
}

// checkSpaceToWrite refuses before the disk is full, and then gives the ballast up to leave room for closing.
func (s *Store) checkSpaceToWrite() error {
	free, err := s.sys.free(s.dir)
	if err != nil {
		return classified(s.dir, err)
	}
	if free >= spaceToWrite {
		return nil
	}
	if err := removed(s.path("ballast")); err != nil {
		return err
	}
	return &PathError{Path: s.dir, Kind: ErrDiskFull}
}

// checkSpaceToClose gives the ballast up where the index could not be closed without.
func (s *Store) checkSpaceToClose() error {
	if err := s.checkSpaceToWrite(); !errors.Is(err, ErrDiskFull) {
		return err
	}
	return s.checkSpaceToWrite()
}
