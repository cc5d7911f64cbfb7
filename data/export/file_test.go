package export

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var errFull = errors.New("disk full")

// halfWritten is a report during which the disk becomes full.
func halfWritten(w io.Writer) error {
	if _, err := io.WriteString(w, "the first half"); err != nil {
		return err
	}
	return errFull
}

func whole(w io.Writer) error {
	_, err := io.WriteString(w, "new")
	return err
}

func filesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestNoHalfFileStays(t *testing.T) {
	folder := t.TempDir()
	err := Save(filepath.Join(folder, "report.txt"), false, halfWritten)
	if names := filesIn(t, folder); !errors.Is(err, errFull) || len(names) > 0 {
		t.Errorf("%v, left behind: %v", err, names)
	}
}

func TestTheOldFileStaysUntilTheNewOneIsWhole(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "report.txt")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		force bool
		write func(io.Writer) error
		err   error
		want  string
	}{
		{false, whole, os.ErrExist, "old"},
		{true, halfWritten, errFull, "old"},
		{true, whole, nil, "new"},
	} {
		err := Save(file, step.force, step.write)
		if !errors.Is(err, step.err) {
			t.Errorf("%v, want %v", err, step.err)
		}
		got, err := os.ReadFile(file)
		if names := filesIn(t, folder); err != nil || string(got) != step.want || !slices.Equal(names, []string{"report.txt"}) {
			t.Errorf("%q, %v, beside it %v; want %q", got, err, names, step.want)
		}
	}
}

// Somebody else may write a file of that name while the report is being written.
func TestAFileThatCameMeanwhileStays(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "report.txt")
	err := Save(file, false, func(io.Writer) error { return os.WriteFile(file, []byte("theirs"), 0o600) })
	got, _ := os.ReadFile(file)
	if names := filesIn(t, folder); !errors.Is(err, os.ErrExist) || string(got) != "theirs" || len(names) != 1 {
		t.Errorf("%v, %q, %v", err, got, names)
	}
}
