package data

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"beatbook/model"
)

const firstNight = model.Date("2026-11-20")

// testClock is a clock that goes on by a second at each look.
func testClock() func() time.Time {
	var seconds int64
	start := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	return func() time.Time {
		seconds++
		return start.Add(time.Duration(seconds) * time.Second)
	}
}

func openStore(t testing.TB, dir string, o Options) *Store {
	t.Helper()
	s, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// checkIn is the record of a check-in as model.Decide would make it.
func checkIn(stamp model.Stamp, night model.Date, checkpoint, note string) model.Record {
	body, err := json.Marshal(model.CheckedInBody{Shift: "S", Checkpoint: checkpoint, Mode: model.Foot, Note: note})
	if err != nil {
		panic(err)
	}
	return model.Record{
		ID: stamp.ID, Device: stamp.Device, At: stamp.At, Zone: "Asia/Shanghai", Night: night,
		Elapsed: stamp.Elapsed, Boot: stamp.Boot, Kind: model.CheckedIn, Body: body,
	}
}

// someCheckIns appends n check-ins over several nights.
func someCheckIns(t testing.TB, s *Store, n int) []model.Record {
	t.Helper()
	var all []model.Record
	for i := range n {
		r := checkIn(s.Stamp(), firstNight.AddDays(i/40), fmt.Sprintf("p%d", i%7), fmt.Sprintf("备注 <%d> & more", i))
		got, err := s.Append(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, got...)
	}
	return all
}

// foreign are n numbered records of another device.
func foreign(device string, n int) []model.Record {
	clock := testClock()
	stamps := newStamps(clock)
	var all []model.Record
	for i := range n {
		at := clock()
		r := checkIn(model.Stamp{ID: stamps.id(at), Device: device, At: at}, firstNight.AddDays(i/40), fmt.Sprintf("p%d", i%7), "far")
		r, err := r.Numbered(uint64(i+1), "")
		if err != nil {
			panic(err)
		}
		all = append(all, r)
	}
	return all
}

// everything reads all nights, as lines `seq device bytes`, and counts them.
func everything(t testing.TB, s *Store) map[string]string {
	t.Helper()
	nights, err := s.Nights("", 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, night := range nights {
		n, err := s.Night(night.Date)
		if err != nil {
			t.Fatal(err)
		}
		if n.Len() != night.Records {
			t.Errorf("night %s has %d records, the list says %d", night.Date, n.Len(), night.Records)
		}
		for _, r := range n.Story() {
			all[r.ID] = string(r.Bytes())
		}
	}
	return all
}

func wantAll(t testing.TB, got map[string]string, want []model.Record) {
	t.Helper()
	for _, r := range want {
		if got[r.ID] != string(r.Bytes()) {
			t.Fatalf("record %d of %s: got %q, want %q", r.Seq, r.Device, got[r.ID], r.Bytes())
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d records in place of %d", len(got), len(want))
	}
}

func wantNoProblems(t testing.TB, s *Store) {
	t.Helper()
	s.background.Wait()
	if p := s.Problems(); len(p) > 0 {
		t.Errorf("problems: %+v", p)
	}
}

func problemCodes(s *Store) map[ProblemCode]int {
	codes := map[ProblemCode]int{}
	for _, p := range s.Problems() {
		codes[p.Code]++
	}
	return codes
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return b
}
