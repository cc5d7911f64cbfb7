package data

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"beatbook/data/seal"
)

// Device is the id of this device, which is derived from its key.
func (s *Store) Device() string { return s.device }

// loadDevice reads the key that this device signs with, or makes one where there is none that can be read. Without its
// key nobody can write under the id of a device, not even the device itself: it goes on under another one.
func (s *Store) loadDevice() error {
	name := deviceName(s.dir)
	path := keyPath(s.dir, name)
	b, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return classified(path, err)
	}
	if b, err = s.form.openFile(b); err != nil {
		return classified(path, err) // with another key nothing here can be read, and nothing is to be mended
	}
	if s.key, err = seal.ParseDevice(b); err != nil {
		return s.newDevice(path)
	}
	s.device = s.key.ID()
	switch {
	case s.device == name:
		return nil
	case exists(s.journal(s.device).dir):
		return s.nameDevice()
	}
	return s.newDevice(path) // a damaged key may be one all the same, and nobody's
}

// newDevice makes a key. One that cannot be read stays beside it, for whoever knows why.
func (s *Store) newDevice(path string) error {
	if exists(s.path("journal")) {
		s.report(Problem{Code: DeviceReplaced, File: path})
	}
	if exists(path) {
		if err := os.Rename(path, path+".unreadable-"+s.now().UTC().Format(timestamp)); err != nil {
			return classified(path, err)
		}
	}
	key, err := seal.NewDevice(rand.Reader)
	if err != nil {
		return fmt.Errorf("make the key of the device: %w", err)
	}
	s.key, s.device = key, key.ID()
	path = keyPath(s.dir, s.device)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return classified(path, err)
	}
	if err := s.sys.writeAtomic(path, s.form.file(key.Marshal())); err != nil {
		return classified(path, err)
	}
	return s.nameDevice()
}

// deviceName is the id of the folder's device as a file says it, empty where none does.
func deviceName(dir string) string {
	id, err := os.ReadFile(filepath.Join(dir, "device"))
	if err != nil {
		return ""
	}
	return string(bytes.TrimSpace(id))
}

func (s *Store) nameDevice() error {
	path := s.path("device")
	return classified(path, s.sys.writeAtomic(path, []byte(s.device+"\n")))
}
