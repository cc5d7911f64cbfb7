package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// LoadSettings reads settings.json into v. Where there is none v stays as it is; where it cannot be read the error says
// so and v may be filled in part.
func (s *Store) LoadSettings(v any) error {
	path := s.path("settings.json")
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return classified(path, err)
	}
	if b, err = s.form.openFile(b); err != nil {
		return classified(path, err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		return &PathError{path, ErrIO, err}
	}
	return nil
}

// SaveSettings puts v in the place of settings.json; it is the old content or the new one, whatever happens.
func (s *Store) SaveSettings(v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("encode settings: %w", err)
	}
	path := s.path("settings.json")
	return classified(path, s.sys.writeAtomic(path, s.form.file(append(b, '\n'))))
}
