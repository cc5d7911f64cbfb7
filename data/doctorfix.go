package data

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
)

// Fix mends what was found in a folder as far as that costs nothing: it takes the permissions of others away, and where that
// is called for opens the folder, which repairs what its other copy can restore. It deletes nothing (R17). The problems are
// those that the store met. Errors: those of Open, ErrBusy above all; *PathError.
func Fix(ctx context.Context, found *Examination, o Options) ([]Problem, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	asked := func(how mending) bool {
		return slices.ContainsFunc(found.Notes, func(n Note) bool { return n.Mends && meanings[n.Code].mending == how })
	}
	if asked(byMode) {
		if err := tighten(found.Dir); err != nil {
			return nil, err
		}
	}
	for _, n := range found.Notes {
		if n.Code == LockHeld || n.Code == LockNameless {
			return nil, &BusyError{found.Dir, n.PID, n.At}
		}
	}
	if !asked(byOpening) && !asked(byTurning) {
		return nil, nil
	}
	var problems []Problem
	collect := func(s *Store) error {
		err := s.inspectAll(s.running, true)
		problems = append(problems, s.Problems()...)
		return err
	}
	err := whileOpen(found.Dir, o, func(s *Store) error {
		if err := collect(s); err != nil || !asked(byTurning) {
			return err
		}
		return s.writeFile(turningName, []byte(toSealed))
	})
	if err == nil && asked(byTurning) {
		err = whileOpen(found.Dir, o, collect)
	}
	return problems, err
}

// tighten takes from others what they may do with what the program made, and gives the owner what he needs.
func tighten(dir string) error {
	var errs []error
	eachIn(dir, func(f folderFile) error {
		if mode, wrong := f.tightMode(); wrong && f.isOwn() {
			path := filepath.Join(dir, f.name)
			errs = append(errs, classified(path, os.Chmod(path, mode)))
		}
		return nil
	}, func(string, error) {})
	return errors.Join(errs...)
}
