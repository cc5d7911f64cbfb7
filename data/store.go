package data

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/adrg/xdg"
	"github.com/dgraph-io/badger/v4"
	"github.com/gofrs/flock"

	"beatbook/data/seal"
	"beatbook/model"
)

// DefaultDir is the folder of the store where nobody names another: BEATBOOK_DATA, or beatbook in the platform's folder
// for the data of programs.
func DefaultDir() string {
	if dir := os.Getenv("BEATBOOK_DATA"); dir != "" {
		return dir
	}
	return filepath.Join(xdg.DataHome, "beatbook")
}

// Options of Open. The zero value is what a program wants.
type Options struct {
	// Now is the clock, time.Now where it is nil. With a clock of one's own the time since boot runs along with it.
	Now func() time.Time
	// Progress is told how many of how many journal lines have been put into an index that is being built anew. It is
	// called from the goroutine that needed the index, which may be one of the store's own, and must not ask the store.
	Progress func(done, total int)
	// Panicked is told the value of a panic on a goroutine of the store's own, by which it stops; nil: the program dies of
	// it.
	Panicked func(value any)
	// Key opens a sealed folder, as Unseal gives it.
	Key seal.Key

	system system
}

// Store is an open folder. It is safe for use by several goroutines.
type Store struct {
	dir      string
	device   string
	key      seal.Device
	form     form
	stamps   *stamps
	progress func(done, total int)
	panicked func(value any)
	sys      system
	lock     *flock.Flock
	watchers watchers

	problemLock sync.Mutex
	problems    []Problem

	writing      sync.Mutex // held by whoever writes; taken before reading
	journals     map[string]*journal
	known        known
	knownChanged bool // since it was written
	checkBehind  bool // the tables have not been checked before Badger opened them

	reading sync.RWMutex // with both locks held the fields below are changed, with either of them read
	index   *index       // nil: closed or broken
	broken  error        // why the store cannot go on
	closed  bool

	running    context.Context // ends with Close
	stop       context.CancelFunc
	background sync.WaitGroup
	reports    atomic.Int32 // that are being counted now
}

// Open opens the folder, which is created where it is not there, for this program alone, and brings the journals and the
// index into line. The errors are *BusyError, within one second, and *PathError, which is ErrSealed where the folder is
// sealed and the key is not its own.
func Open(dir string, o Options) (*Store, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, classified(dir, err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, classified(dir, err)
	}
	s := &Store{dir: dir, stamps: newStamps(o.Now), progress: o.Progress, sys: o.system, journals: map[string]*journal{}}
	s.sys.fill()
	s.running, s.stop = context.WithCancel(context.Background())
	s.panicked = o.Panicked
	if s.progress == nil {
		s.progress = func(int, int) {}
	}
	if err := s.takeLock(); err != nil {
		return nil, err
	}
	if err := s.begin(o.Key); err != nil {
		return nil, errors.Join(err, s.closeIndex(), s.closeJournals(), s.releaseLock())
	}
	s.background.Add(1)
	go s.inspect(s.running, s.checkBehind, s.now())
	return s, nil
}

func (s *Store) begin(key seal.Key) error {
	if err := s.checkSpaceToOpen(); err != nil {
		return err
	}
	s.closeLeftOpen()
	turning, err := s.loadForm(key)
	if err != nil {
		return err
	}
	if turning {
		if err := s.turn(); err != nil {
			return err
		}
	}
	if err := s.loadDevice(); err != nil {
		return err
	}
	if err := s.openJournals(); err != nil {
		return err
	}
	err = s.openIndex()
	if err == nil {
		err = s.reconcile()
	}
	if isDamage(err) {
		err = s.rebuild(err)
	}
	if err == nil {
		s.loadKnown()
	}
	return err
}

// isDamage tells damage, which is mended by building the index anew, from a disk that does not do its work.
func isDamage(err error) bool {
	var disk *PathError
	return err != nil && !errors.As(err, &disk) && !errors.Is(err, ErrClosed)
}

func (s *Store) path(name string) string { return filepath.Join(s.dir, name) }

func (s *Store) openJournals() error {
	root := s.path("journal")
	if err := os.MkdirAll(root, 0o700); err != nil {
		return classified(root, err)
	}
	folders, err := os.ReadDir(root)
	if err != nil {
		return classified(root, err)
	}
	for _, f := range folders {
		device, ok := deviceOf(f.Name())
		if !ok || !f.IsDir() {
			s.report(Problem{Code: FolderUnknown, File: filepath.Join(root, f.Name())})
			continue
		}
		if err := s.journal(device).inspect(); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) journal(device string) *journal {
	j := s.journals[device]
	if j == nil {
		j = &journal{sys: &s.sys, form: s.form, device: device, dir: filepath.Join(s.path("journal"), journalFolder(device))}
		s.journals[device] = j
	}
	return j
}

// Close ends the watchers, brings everything to the disk and gives the folder free. Calling it again is no error.
func (s *Store) Close() error {
	s.stop()
	s.background.Wait()
	s.writing.Lock()
	defer s.writing.Unlock()
	s.reading.Lock()
	defer s.reading.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	s.watchers.close()
	return errors.Join(s.endIndex(), s.closeJournals(), s.releaseLock())
}

func (s *Store) endIndex() error {
	s.knowHeads()
	err := s.closeIndex()
	if s.broken != nil || errors.Is(err, ErrDiskFull) {
		return err
	}
	phase := phaseClosed
	if err != nil {
		phase = phaseDamaged
	} else if s.knownChanged {
		_ = s.writeKnown() // an older one says less, and nothing that is wrong
	}
	return errors.Join(classified(s.indexDir(), err), s.writeState(phase))
}

func (s *Store) closeJournals() error {
	var errs []error
	for _, j := range s.journals {
		errs = append(errs, j.close())
	}
	return errors.Join(errs...)
}

// leftOpen are the indexes, by folder, that could not be closed for want of room.
var leftOpen sync.Map

// closeIndex leaves the store without an index. Where the disk is full Badger would be killed while it writes what it holds,
// and the program with it: it is left as it is then, as if the program had been killed without harm, until there is room.
func (s *Store) closeIndex() error {
	if s.index == nil {
		return nil
	}
	x := s.index
	s.index = nil
	if err := s.checkSpaceToClose(); err != nil {
		leftOpen.Store(s.dir, x)
		return err
	}
	return x.close()
}

// closeLeftOpen closes the index of the folder that this program left open. What it wrote or not is seen when it is opened.
func (s *Store) closeLeftOpen() {
	if x, ok := leftOpen.LoadAndDelete(s.dir); ok {
		_ = x.(*index).close()
	}
}

// usable tells whether there is an index to be asked and written to.
func (s *Store) usable() error {
	if s.closed {
		return ErrClosed
	}
	if s.broken != nil {
		return &PathError{s.dir, ErrBroken, s.broken}
	}
	return nil
}

// ask puts a question to the index. Where damage shows in it, it is built anew and asked again.
func (s *Store) ask(question func(*badger.Txn) error) error {
	seen, err := s.view(question)
	if !isDamage(err) {
		return err
	}
	if err := s.rebuildLive(seen, err); err != nil {
		return err
	}
	_, err = s.view(question)
	return err
}

func (s *Store) view(question func(*badger.Txn) error) (seen *index, err error) {
	s.reading.RLock()
	defer s.reading.RUnlock()
	if err := s.usable(); err != nil {
		return nil, err
	}
	return s.index, s.index.view(question)
}

// lookUp finds a record by its d-key or i-key for somebody who holds the lock of writing.
func (s *Store) lookUp(key []byte) (model.Record, bool, error) {
	r, ok, err := s.index.find(key)
	if isDamage(err) {
		if err = s.replaceIndex(func() error { return s.rebuild(err) }); err == nil {
			r, ok, err = s.index.find(key)
		}
	}
	return r, ok, err
}
