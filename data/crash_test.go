package data

import (
	"errors"
	"io"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
	"time"
)

func TestASecondProgramIsToldWhoHasTheFolder(t *testing.T) {
	dir := t.TempDir()
	before := time.Now().Add(-time.Second)
	cmd, in, _ := started(t, "hold", dir)
	asked := time.Now()
	s, err := Open(dir, Options{})
	if err == nil {
		must(t, s.Close())
	}
	var busy *BusyError
	if !errors.As(err, &busy) || !errors.Is(err, ErrBusy) || busy.PID != cmd.Process.Pid || busy.Path != dir {
		t.Errorf("got %v", err)
	} else if busy.Since.Before(before) || busy.Since.After(time.Now()) {
		t.Errorf("open since %v", busy.Since)
	}
	if waited := time.Since(asked); waited > time.Second {
		t.Errorf("it took %v", waited)
	}
	must(t, in.Close())
	must(t, cmd.Wait())
	wantNoProblems(t, openStore(t, dir, Options{}))
}

func TestNothingAcknowledgedIsLostByKilling(t *testing.T) {
	t.Parallel()
	rounds := 40
	if testing.Short() {
		rounds = 10
	}
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	dir := t.TempDir()
	acknowledged := map[string]bool{}
	for round := 1; round <= rounds; round++ {
		for _, id := range killedIn(t, "append", dir, time.Duration(random.IntN(60_000))*time.Microsecond) {
			acknowledged[id] = true
		}
		if round%10 == 0 {
			wantAcknowledged(t, dir, acknowledged)
		}
	}
	t.Logf("%d records acknowledged", len(acknowledged))
}

// killedIn lets a child do its work for so long and gives what it acknowledged.
func killedIn(t *testing.T, work, dir string, patience time.Duration) []string {
	t.Helper()
	cmd, _, out := started(t, work, dir)
	time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	text, err := io.ReadAll(out)
	must(t, err)
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the child ended by itself: %v", err)
	}
	whole := text[:strings.LastIndex(string(text), "\n")+1]
	return strings.Fields(string(whole))
}

func wantAcknowledged(t *testing.T, dir string, acknowledged map[string]bool) {
	t.Helper()
	s := openStore(t, dir, Options{})
	got := everything(t, s)
	for id := range acknowledged {
		if _, ok := got[id]; !ok {
			t.Fatalf("%s was acknowledged and is lost, one of %d", id, len(acknowledged))
		}
	}
	s.background.Wait()
	for _, p := range s.Problems() {
		if p.Code != LineDamaged { // a line that was being written
			t.Errorf("%+v", p)
		}
	}
	must(t, s.Close())
}

// A program that is killed before it has the folder open leaves it fit to be opened.
func TestKilledWhileOpening(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	want := someCheckIns(t, s, 200)
	must(t, s.Close())
	rounds := 30
	if testing.Short() {
		rounds = 5
	}
	random := rand.New(rand.NewPCG(rand.Uint64(), 0))
	for range rounds {
		cmd := child("hold", dir)
		in, err := cmd.StdinPipe()
		must(t, err)
		must(t, cmd.Start())
		time.AfterFunc(time.Duration(random.IntN(80_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		_, err = cmd.Process.Wait()
		must(t, err)
		must(t, in.Close())
	}
	s = openStore(t, dir, Options{})
	wantAll(t, everything(t, s), want)
}
