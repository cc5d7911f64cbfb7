package data

import (
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

// ErrNoRecords says that there is nothing yet that a head could speak of.
var ErrNoRecords = errors.New("this device has written no record yet")

// SignedHead says what the end of this device's series is now, signed, as a text for paper (seal.ParseHead reads it). It
// reads the files of the folder only, whoever has them open; those of a sealed one with its key. The errors are
// ErrNoRecords and *PathError.
func SignedHead(dir string, opening seal.Key, now time.Time) (string, error) {
	form := readForm(opening)
	path := keyPath(dir, deviceName(dir))
	b, err := os.ReadFile(path)
	if err != nil {
		return "", classified(path, err)
	}
	if b, err = form.openFile(b); err != nil {
		return "", classified(path, err)
	}
	key, err := seal.ParseDevice(b)
	if err != nil {
		return "", &PathError{path, ErrIO, err}
	}
	j := journal{dir: filepath.Join(dir, "journal", journalFolder(key.ID()))}
	names, err := j.files()
	if err != nil {
		return "", err
	}
	for _, name := range slices.Backward(names) {
		path := filepath.Join(j.dir, name)
		_, last, err := fileEnds(path, form)
		if err == nil && last.n == 0 {
			continue
		}
		var r model.Record
		if err == nil {
			r, err = last.parse()
		}
		if err != nil {
			return "", classified(path, err)
		}
		return key.SignHead(seal.Head{Device: r.Device, Seq: r.Seq, Hash: sha256.Sum256(r.Bytes()), At: now}), nil
	}
	return "", ErrNoRecords
}
