package data

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
	"github.com/dgraph-io/badger/v4/table"
)

// The phases of the index in index.state. A phase that is found at Open tells how the last program ended.
const (
	phaseOpening = "opening" // Badger killed the program while it opened
	phaseOpen    = "open"    // a crash, a kill or a power cut
	phaseDamaged = "damaged" // to be built anew
	phaseClosed  = "closed"
)

// checkAtOnce is how many bytes of tables are checked before each opening; more than that are checked behind it.
const checkAtOnce = 16 << 20

// errDamaged: Badger must not be opened on these files, or could not be.
var errDamaged = errors.New("the index is damaged")

// indexState is the content of index.state.
type indexState struct {
	Phase    string `json:"phase"`
	Manifest int64  `json:"manifest"` // size in bytes of Badger's MANIFEST
}

func (s *Store) indexDir() string { return filepath.Join(s.dir, "index") }

func (s *Store) readState() indexState {
	var st indexState
	b, err := os.ReadFile(s.path("index.state"))
	if err != nil || json.Unmarshal(b, &st) != nil {
		return indexState{Phase: phaseOpen}
	}
	return st
}

// writeState leaves no state where it cannot be written: half of it, or a phase that was not reached, would have the next
// Open throw away an index that is good.
func (s *Store) writeState(phase string) error {
	st := indexState{Phase: phase}
	if info, err := os.Stat(filepath.Join(s.indexDir(), badger.ManifestFilename)); err == nil {
		st.Manifest = info.Size()
	}
	b, err := json.Marshal(st)
	if err != nil {
		return err
	}
	path := s.path("index.state")
	if err := s.sys.writeSynced(path, b); err != nil {
		return classified(path, errors.Join(err, removed(path)))
	}
	return nil
}

func indexOptions(dir string, log badger.Logger, form form) badger.Options {
	o := badger.DefaultOptions(dir).
		WithLogger(log).
		WithSyncWrites(false).     // the journal in front is synced
		WithBypassLockGuard(true). // the folder's own lock is held, and waited for
		WithMemTableSize(8 << 20).WithNumMemtables(2).
		WithNumLevelZeroTables(4).WithNumLevelZeroTablesStall(8).
		WithValueThreshold(1 << 20). // longer than any record: the value log stays empty
		WithValueLogFileSize(1 << 20).
		WithNumCompactors(2).WithCompactL0OnClose(true).
		// The index of a table is read when it is opened, and is as long as it has blocks: of 4 KiB each, opening a million
		// records takes half as much memory again.
		WithBlockSize(16 << 10).
		// Uncompressed, blocks are read where they are mapped and need no cache: more disk, less memory and time.
		WithCompression(options.None).WithBlockCacheSize(0).WithIndexCacheSize(0).
		WithChecksumVerificationMode(options.OnBlockRead).
		WithDetectConflicts(false).WithMetricsEnabled(false).WithNumGoroutines(2)
	if form.writesSealed {
		o = o.WithEncryptionKey(form.key.Badger()).WithBlockCacheSize(16 << 20).WithIndexCacheSize(16 << 20)
	}
	return o
}

// openIndex opens the index. The error is errDamaged where it has to be built anew.
func (s *Store) openIndex() error {
	state := s.readState()
	if state.Phase == phaseOpening || state.Phase == phaseDamaged {
		return fmt.Errorf("%w: left while %s", errDamaged, state.Phase)
	}
	unclean := state.Phase == phaseOpen
	if err := s.checkManifest(state.Manifest); err != nil {
		return err
	}
	s.checkBehind = !unclean && tableBytes(s.indexDir()) > checkAtOnce
	if !s.checkBehind {
		if err := checkTables(context.Background(), s.indexDir(), s.form, func() {}); err != nil {
			return err
		}
	}
	if err := s.checkSpaceToOpen(); err != nil { // what came before may have taken it
		return err
	}
	if err := s.writeState(phaseOpening); err != nil {
		return err
	}
	x, err := s.openBadger()
	if err != nil {
		return err
	}
	s.index = x
	if err := s.writeState(phaseOpen); err != nil {
		return err
	}
	if err := x.load(); err != nil {
		return err
	}
	if unclean {
		return x.audit()
	}
	return x.sumsAgree()
}

func (s *Store) openBadger() (*index, error) {
	log := &indexLog{path: s.path("index.log"), quiet: s.form.writesSealed}
	db, err := open(indexOptions(s.indexDir(), log, s.form))
	if err != nil && strings.Contains(err.Error(), "Create a new file") {
		// An empty file of a program that was killed just there: Badger removes it and opens the next time.
		db, err = open(indexOptions(s.indexDir(), log, s.form))
	}
	if err != nil {
		if disk := classified(s.indexDir(), err); !errors.Is(disk, ErrIO) {
			return nil, disk
		}
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	x := &index{db: db, log: log, sys: &s.sys, series: map[string]series{}}
	if log.ignored.Load() {
		_ = x.close()
		return nil, fmt.Errorf("%w: a table was left out", errDamaged)
	}
	return x, nil
}

// open opens Badger; a database that comes with an error is not to be touched.
func open(o badger.Options) (db *badger.DB, err error) {
	defer recoverInto(&err)
	return badger.Open(o)
}

func (x *index) close() (err error) {
	defer recoverInto(&err)
	return x.db.Close()
}

// recoverInto turns a panic over damaged files into an error.
func recoverInto(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v", errDamaged, r)
	}
}

// checkManifest reads Badger's list of its tables as Badger does. Where the list is cut short or missing Badger deletes
// the tables that it does not name.
func (s *Store) checkManifest(least int64) (err error) {
	defer recoverInto(&err)
	dir := s.indexDir()
	tables, size, err := readManifest(dir)
	if errors.Is(err, os.ErrNotExist) {
		tables, _ := filepath.Glob(filepath.Join(dir, "*.sst"))
		memtables, _ := filepath.Glob(filepath.Join(dir, "*.mem"))
		if len(tables)+len(memtables) > 0 || least > 0 {
			return fmt.Errorf("%w: no MANIFEST", errDamaged)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	if size < least {
		return fmt.Errorf("%w: MANIFEST has shrunk", errDamaged)
	}
	for id := range tables {
		if !exists(table.NewFilename(id, dir)) {
			return fmt.Errorf("%w: table %d is missing", errDamaged, id)
		}
	}
	return nil
}

// readManifest gives the tables of the MANIFEST and its size.
func readManifest(dir string) (map[uint64]badger.TableManifest, int64, error) {
	f, err := os.Open(filepath.Join(dir, badger.ManifestFilename))
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, 0, err
	}
	m, end, err := badger.ReplayManifestFile(f, 0, badger.DefaultOptions(dir).WithLogger(nil))
	if err == nil && end < info.Size() {
		err = fmt.Errorf("%w: MANIFEST ends in the middle", errDamaged)
	}
	return m.Tables, info.Size(), err
}

func tableBytes(dir string) (total int64) {
	names, _ := filepath.Glob(filepath.Join(dir, "*.sst"))
	for _, name := range names {
		if info, err := os.Stat(name); err == nil {
			total += info.Size()
		}
	}
	return total
}
