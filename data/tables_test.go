package data

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/dgraph-io/badger/v4"
)

// A change that Badger is writing into its manifest is waited for, and no damage.
func TestAManifestThatIsBeingWritten(t *testing.T) {
	root := t.TempDir()
	s := openStore(t, root, Options{})
	someCheckIns(t, s, 300)
	must(t, s.Close())
	dir := filepath.Join(root, "index")
	path := filepath.Join(dir, badger.ManifestFilename)
	whole := readFile(t, path)
	for _, missing := range []int{1, 9, len(whole) / 2, len(whole)} {
		must(t, os.Remove(path))
		if missing < len(whole) {
			must(t, os.WriteFile(path, whole[:len(whole)-missing], 0o600))
		}
		pauses := 0
		finish := func() {
			if pauses++; pauses == 2 {
				must(t, os.WriteFile(path, whole, 0o600))
			}
		}
		if err := checkTables(ctx, dir, form{}, finish); err != nil || pauses < 2 {
			t.Errorf("%d bytes later: %v after %d pauses", missing, err, pauses)
		}
	}
	must(t, os.WriteFile(path, whole[:len(whole)-1], 0o600))
	if err := checkTables(ctx, dir, form{}, func() {}); !errors.Is(err, errDamaged) {
		t.Errorf("never finished: %v", err)
	}
}

// Who closes the store does not wait until an index is built anew; the next opening goes on with it.
func TestCloseWhileTheIndexIsBuiltAnew(t *testing.T) {
	dir := t.TempDir()
	var s *Store
	closed := make(chan error, 1)
	building := false
	s = openStore(t, dir, Options{Progress: func(int, int) {
		if building {
			go func() { closed <- s.Close() }()
			<-s.running.Done()
			building = false
		}
	}})
	someCheckIns(t, s, 3*batchCount)
	want := stored(t, s)
	building = true
	if err := s.rebuildLive(s.index, errDamaged); !errors.Is(err, ErrClosed) {
		t.Errorf("built: %v", err)
	}
	must(t, <-closed)
	for _, p := range s.Problems() {
		if p.Code == IndexDamaged {
			t.Errorf("%+v", p)
		}
	}
	done := 0
	s = openStore(t, dir, Options{Progress: func(_, total int) { done = total }})
	if done != 2*batchCount {
		t.Errorf("%d records are left to be put in", done)
	}
	wantSame(t, stored(t, s), want)
}
