package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
	"pgregory.net/rapid"

	"beatbook/model"
)

// someHazards are numbered records of hazards and others between them, of two devices and over several nights: each
// hazard is found on one and moved on both.
func someHazards(n int) []model.Record {
	clock, seqs := testClock(), map[string]uint64{}
	stamps := newStamps(clock)
	var all []model.Record
	add := func(device string, night model.Date, kind model.Kind, body any) string {
		at := clock()
		r := checkIn(model.Stamp{ID: stamps.id(at), Device: device, At: at}, night, "p1", "")
		b, err := json.Marshal(body)
		if err == nil {
			seqs[device]++
			r.Kind, r.Body = kind, b
			r, err = r.Numbered(seqs[device], "")
		}
		if err != nil {
			panic(err)
		}
		all = append(all, r)
		return r.ID
	}
	for i := range n {
		night := firstNight.AddDays(i / 3)
		order := &model.FixOrder{Owner: "物业", Deadline: clock().Add(time.Duration(i-n/2) * time.Hour)}
		id := add("alpha", night, model.HazardFound, model.HazardFoundBody{Checkpoint: "p1", Kind: "fire", What: fmt.Sprint("堆物 ", i), Order: order})
		add("alpha", night, model.CheckedIn, model.CheckedInBody{Shift: "S", Checkpoint: "p1", Mode: model.Foot})
		add("beta", night.AddDays(1), model.HazardMoved, model.HazardMovedBody{Hazard: id, After: id, Step: model.Urged})
		if i%2 == 0 {
			add("alpha", night.AddDays(4), model.HazardMoved, model.HazardMovedBody{Hazard: id, After: id, Step: model.RecheckPassed})
		}
	}
	return all
}

// storyOf is what the hazards tell at a moment.
func storyOf(t testing.TB, h *model.Hazards) string {
	t.Helper()
	b, err := json.Marshal(h.List(testClock()()))
	must(t, err)
	return string(b)
}

func hazardsOf(t testing.TB, s *Store) string {
	t.Helper()
	h, err := s.Hazards()
	must(t, err)
	return storyOf(t, h)
}

func folded(t testing.TB, records []model.Record) string {
	t.Helper()
	h := model.NewHazards()
	for _, r := range records {
		h.Apply(r)
	}
	return storyOf(t, h)
}

func TestHazardsOfAllNightsInAnyOrder(t *testing.T) {
	all := someHazards(20)
	want := folded(t, all)
	rapid.Check(t, func(rt *rapid.T) {
		dir := t.TempDir()
		s := openStore(t, dir, Options{})
		for list := rapid.Permutation(all).Draw(rt, "order"); len(list) > 0; {
			n := rapid.IntRange(1, len(list)).Draw(rt, "part")
			_, err := s.Merge(ctx, list[:n])
			must(t, err)
			list = list[n:]
		}
		if rapid.Bool().Draw(rt, "reopen") {
			must(t, s.Close())
			s = openStore(t, dir, Options{})
		}
		if got := hazardsOf(t, s); got != want {
			rt.Fatalf("got\n%s\nwant\n%s", got, want)
		}
		wantNoProblems(t, s)
		must(t, s.Close())
	})
}

func TestHazardsOfThisDevice(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	if got := hazardsOf(t, s); got != "[]" {
		t.Errorf("in an empty folder: %s", got)
	}
	r := checkIn(s.Stamp(), firstNight, "p1", "")
	r.Kind, r.Body = model.HazardFound, []byte(`{"checkpoint":"p1","kind":"gas","what":"气瓶","severity":"grave"}`)
	stored, err := s.Append(ctx, r)
	must(t, err)
	moved := checkIn(s.Stamp(), firstNight.AddDays(9), "p1", "")
	moved.Kind, moved.Body = model.HazardMoved, []byte(`{"hazard":"`+r.ID+`","after":"`+r.ID+`","step":"fixed"}`)
	more, err := s.Append(ctx, moved)
	must(t, err)
	h, err := s.Hazards()
	must(t, err)
	if got, ok := h.Find(r.ID); !ok || got.State != model.HazardClosed || len(got.Moves) != 1 {
		t.Errorf("got %+v", got)
	}
	if got := storyOf(t, h); got != folded(t, append(stored, more...)) {
		t.Errorf("got %s", got)
	}
	must(t, s.Close())
	if _, err := s.Hazards(); !errors.Is(err, ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}

// Keys that are gone are missed, and come back from the journals.
func TestHazardsOfADamagedIndex(t *testing.T) {
	all := someHazards(12)
	want := folded(t, all)
	for _, lost := range []model.Record{all[0], all[2], all[len(all)-1]} {
		for _, key := range [][]byte{append(kindPrefix(lost.Kind), placeOf(lost.At, lost.Device, lost.Seq)...), entryKey(lost)} {
			s := openStore(t, t.TempDir(), Options{})
			_, err := s.Merge(ctx, all)
			must(t, err)
			must(t, s.index.db.Update(func(txn *badger.Txn) error { return txn.Delete(key) }))
			if got := hazardsOf(t, s); got != want {
				t.Errorf("without %s got\n%s\nwant\n%s", key, got, want)
			}
			if problemCodes(s)[IndexRebuilt] != 1 {
				t.Errorf("without %s: %+v", key, s.Problems())
			}
			must(t, s.Close())
		}
	}
}

// An index of an earlier program has no keys for the hazards that it was carrying along.
func TestHazardsInAnIndexOfAnEarlierForm(t *testing.T) {
	dir := t.TempDir()
	all := someHazards(12)
	s := openStore(t, dir, Options{})
	_, err := s.Merge(ctx, all)
	must(t, err)
	must(t, s.index.db.Update(func(txn *badger.Txn) error { return asBefore(txn, all) }))
	must(t, s.Close())

	s = openStore(t, dir, Options{})
	if got, want := hazardsOf(t, s), folded(t, all); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if problemCodes(s)[IndexRebuilt] != 1 {
		t.Errorf("problems: %+v", s.Problems())
	}
	must(t, s.Close())
	s = openStore(t, dir, Options{})
	wantAll(t, everything(t, s), all)
	wantNoProblems(t, s)
}

// asBefore makes of the index what the first form of it would be.
func asBefore(txn *badger.Txn, records []model.Record) error {
	for _, r := range records {
		if kindsByTime[r.Kind] {
			key, _, _ := derivedKeys(r)
			if err := txn.Delete(key); err != nil {
				return err
			}
		}
	}
	old := map[string][]byte{}
	err := eachSeries(txn, func(device string, s series) error {
		b, err := json.Marshal(map[string]any{
			"last": s.Last, "sum": s.Sum, "seq": s.Seq, "records": s.Records, "checkins": s.CheckIns, "latest": 0,
		})
		old[device] = b
		return err
	})
	for device, b := range old {
		err = errors.Join(err, txn.Set([]byte(prefixSeries+device), b))
	}
	return err
}

// A journal that an unclean index lacks is caught up with, hazards too.
func TestHazardsAfterTheIndexIsGone(t *testing.T) {
	dir := t.TempDir()
	all := someHazards(6)
	s := openStore(t, dir, Options{})
	_, err := s.Merge(ctx, all)
	must(t, err)
	must(t, s.Close())
	must(t, os.RemoveAll(s.indexDir()))
	s = openStore(t, dir, Options{})
	if got, want := hazardsOf(t, s), folded(t, all); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func BenchmarkHazards(b *testing.B) {
	s := openStore(b, b.TempDir(), Options{})
	_, err := s.Merge(ctx, someHazards(1000))
	must(b, err)
	for b.Loop() {
		_, err := s.Hazards()
		must(b, err)
	}
}
