package app

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
	"beatbook/ui/theme"
)

// soak is the whole program, with a real store that makes backups, which goes on night after night.
type soak struct {
	*world
	store   *data.Store
	night   model.Date
	other   *peer // whose records come in now and then
	backups int   // that were made
	began   screen.Place
}

// Thirty nights of one patrol in one process: what it holds of memory and open files does not grow.
func TestASoakOfPatrols(t *testing.T) { soakOf(t, session.Load, (*soak).patrol) }

// Thirty nights at one duty desk that is never left: what it holds does not grow either.
func TestASoakAtADesk(t *testing.T) { soakOf(t, session.LoadDesk, (*soak).duty) }

// soakNights is how many nights a soak has, and which of them are held against those that follow: the first ones fill what is
// filled once.
func soakNights() (all, from, to int) {
	if testing.Short() {
		return 8, 2, 5
	}
	return 30, 5, 15
}

func soakOf(t *testing.T, load func(context.Context, session.Log) (*session.Session, error), work func(s *soak, n int)) {
	if raced {
		t.Skip("the race detector holds memory of its own")
	}
	all, from, to := soakNights()
	held := make([]holding, all)
	synctest.Test(t, func(t *testing.T) {
		s := newSoak(t, load)
		defer s.close()
		for n := range held {
			work(s, n)
			s.night = s.night.AddDays(1)
			s.until(17, 30) // when all has come to rest
			held[n] = holdingNow(t, s.app)
		}
		if s.backups < all {
			t.Errorf("%d backups in %d nights", s.backups, all)
		}
		for _, p := range s.store.Problems() {
			t.Errorf("%+v", p)
		}
	})
	flat(t, held[from:to], held[to:])
}

// agedNights is how old the log is at first: no page looks further back by itself.
const agedNights = 90

func newSoak(t *testing.T, load func(context.Context, session.Log) (*session.Session, error)) *soak {
	t.Helper()
	w := &world{t: t, plan: screentest.Plan(t), msgs: make(chan tea.Msg, 1000), done: make(chan struct{})}
	s := &soak{world: w, night: tonight, other: newPeer(t, "armband-2")}
	s.offset = time.Until(s.at(17, 30))
	dir, stick := t.TempDir(), t.TempDir()
	var err error
	s.store, err = data.Open(dir, data.Options{Now: s.now})
	must(t, err)
	loaded, err := load(t.Context(), s.store)
	must(t, err)
	_, err = data.Backup(t.Context(), dir, stick, data.BackupOptions{})
	must(t, err)
	must(t, data.SetAutoBackup(dir, stick))
	for n := range agedNights {
		s.merge(s.other.walk(s, s.night.AddDays(n-agedNights))...)
	}
	loaded.Settings.PIN = cheapPIN()
	loaded.Backups = session.NewBackups(func(ctx context.Context) (data.BackupResult, error) {
		s.backups++
		return s.store.BackUp(ctx)
	})
	s.show(loaded, Config{Lang: model.ZH, Theme: theme.Day, Watch: StoreWatch{Problems: s.store.Problems}}, 80, 24)
	s.began = s.app.env.Place
	return s
}

// close lets what still waits in the bubble come to its end, and closes the store.
func (s *soak) close() {
	s.world.close()
	must(s.t, s.store.Close())
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// at is a time of the night in hand.
func (s *soak) at(hour, minute int) time.Time {
	return s.night.At(model.Clock(hour*60+minute), s.plan.Zone(), s.plan.NightTurnsAt)
}

func (s *soak) now() time.Time { return time.Now().Add(s.offset) }

// until lets the clock go on to a time of the night in hand.
func (s *soak) until(hour, minute int) { s.untilThen(s.at(hour, minute)) }

// untilThen goes on in steps of some minutes with a tick of the program in each.
func (s *soak) untilThen(then time.Time) {
	const step = 20 * time.Minute
	for left := then.Sub(s.now()); left > 0; left = then.Sub(s.now()) {
		s.offset += max(min(step, left)-time.Second, 0)
		s.pass(time.Second)
	}
}

// pause is how long no key is taken for the echo of one before.
const pause = echoTime + 100*time.Millisecond

// keys presses keys where the screen may have locked meanwhile, and rests.
func (s *soak) keys(names ...string) {
	s.t.Helper()
	if s.app.guard.page != nil {
		s.press(soakPIN, "enter")
		s.pass(pause)
	}
	if s.app.guard.page != nil {
		s.t.Fatalf("it is locked:\n%s", s.screen())
	}
	s.press(names...)
	s.pass(pause)
}

// merge has records of another device come in.
func (s *soak) merge(records ...model.Record) {
	s.t.Helper()
	added, err := s.store.Merge(s.t.Context(), records)
	if err != nil || added != len(records) {
		s.t.Fatalf("%d of %d records came in: %v", added, len(records), err)
	}
}

// wrote wants so many records of a kind in the night in hand.
func (s *soak) wrote(want map[model.Kind]int) {
	s.t.Helper()
	night, err := s.store.Night(s.night)
	must(s.t, err)
	got := map[model.Kind]int{}
	for _, r := range night.Story() {
		got[r.Kind]++
	}
	for kind, n := range want {
		if got[kind] < n {
			s.t.Errorf("%d times %s in the night of %s, want %d: %v\n%s", got[kind], kind, s.night, n, got, s.screen())
		}
	}
}
