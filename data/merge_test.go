package data

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"beatbook/model"
)

// However the records of several devices arrive, in whatever parts and how often, it is the same log.
func TestMergeInAnyOrder(t *testing.T) {
	t.Parallel()
	var all []model.Record
	for _, device := range []string{"alpha", "Alpha", "con"} {
		all = append(all, foreign(device, 50)...)
	}
	reference := openStore(t, t.TempDir(), Options{})
	_, err := reference.Merge(ctx, all)
	must(t, err)
	want := told(t, reference)
	rapid.Check(t, func(rt *rapid.T) {
		dir := t.TempDir()
		s := openStore(t, dir, Options{})
		list := rapid.Permutation(append(slices.Clone(all), rapid.SliceOfN(rapid.SampledFrom(all), 0, 40).Draw(rt, "again")...)).Draw(rt, "order")
		added := 0
		for len(list) > 0 {
			n := rapid.IntRange(1, len(list)).Draw(rt, "part")
			more, err := s.Merge(ctx, list[:n])
			must(t, err)
			added, list = added+more, list[n:]
		}
		if rapid.Bool().Draw(rt, "reopen") {
			must(t, s.Close())
			s = openStore(t, dir, Options{})
		}
		if got := told(t, s); added != len(all) || got != want {
			rt.Fatalf("%d added; it is\n%s\nin place of\n%s", added, got, want)
		}
		must(t, s.Close())
		wantNoProblems(t, s)
	})
}

// told is what nights and ranges tell of the store.
func told(t *testing.T, s *Store) (text string) {
	t.Helper()
	nights, err := s.Nights("", 100)
	must(t, err)
	for _, night := range nights {
		n, err := s.Night(night.Date)
		must(t, err)
		text += fmt.Sprintf("%s %d\n", night.Date, night.Records)
		for _, r := range n.Story() {
			text += string(r.Bytes()) + "\n"
		}
	}
	page, _, err := s.Range(firstNight, firstNight.AddDays(99), "", 10_000)
	must(t, err)
	for _, r := range page {
		text += string(r.Bytes()) + "\n"
	}
	return text
}

func TestMergeLeavesOutWhatContradicts(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	own := someCheckIns(t, s, 2)
	far := foreign("far", 3)
	_, err := s.Merge(ctx, far[:1])
	must(t, err)

	samePlace := checkIn(s.Stamp(), firstNight, "p1", "another")
	samePlace.Device = "far"
	samePlace, err = samePlace.Numbered(1, "")
	must(t, err)
	sameID := far[1]
	sameID.ID = own[0].ID
	sameID, err = sameID.Numbered(9, "")
	must(t, err)
	ownForged := own[1]
	ownForged.Night = firstNight.AddDays(3)
	ownForged, err = ownForged.Numbered(2, "")
	must(t, err)

	added, err := s.Merge(ctx, []model.Record{samePlace, sameID, far[1], ownForged, own[1], {ID: "x"}, far[2], far[2]})
	var conflict *ConflictError
	if added != 2 || !errors.Is(err, ErrConflict) || !errors.As(err, &conflict) || conflict.ID != samePlace.ID || !errors.Is(err, model.ErrRecord) {
		t.Errorf("%d added: %v", added, err)
	}
	wantAll(t, everything(t, s), append(own, far...))
	got, _, err := s.Record(far[2].ID)
	must(t, err)
	if got.Received.IsZero() {
		t.Error("nothing says when it was received")
	}
	if got, _, err := s.Record(own[0].ID); err != nil || !got.Received.IsZero() {
		t.Errorf("an own record was received at %v, %v", got.Received, err)
	}
}

// A device that lost its folder gets its own records back from others and goes on counting behind them.
func TestOwnRecordsComeBack(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{})
	mine := foreign(s.Device(), 10)
	added, err := s.Merge(ctx, mine)
	if added != 10 || err != nil {
		t.Fatal(added, err)
	}
	if more := someCheckIns(t, s, 1); more[0].Seq != 11 {
		t.Errorf("the next number is %d", more[0].Seq)
	}
}

func TestMergeOfMuch(t *testing.T) {
	dir := t.TempDir()
	s := openStore(t, dir, Options{})
	all := foreign("far", 2*batchCount+7)
	added, err := s.Merge(ctx, all)
	if added != len(all) || err != nil {
		t.Fatal(added, err)
	}
	must(t, s.Close())
	s = openStore(t, dir, Options{})
	wantAll(t, everything(t, s), all)
	wantNoProblems(t, s)
}
