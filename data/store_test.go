package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

var ctx = context.Background()

func TestRecordsAreThereAfterReopening(t *testing.T) {
	dir := t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	device := s.Device()
	want := someCheckIns(t, s, 100)
	_, err := s.Merge(ctx, foreign("other.desk", 30))
	must(t, err)
	want = append(want, foreignStored(t, s, "other.desk")...)
	wantAll(t, everything(t, s), want)
	must(t, s.Close())
	must(t, s.Close())

	s = openStore(t, dir, Options{Now: testClock()})
	if s.Device() != device {
		t.Errorf("the device is %s, it was %s", s.Device(), device)
	}
	wantAll(t, everything(t, s), want)
	for i, r := range want[:100] {
		if r.Seq != uint64(i+1) {
			t.Fatalf("record %d has number %d", i+1, r.Seq)
		}
	}
	more := someCheckIns(t, s, 1)
	if more[0].Seq != 101 {
		t.Errorf("the next record has number %d", more[0].Seq)
	}
	wantNoProblems(t, s)
}

func foreignStored(t *testing.T, s *Store, device string) (records []model.Record) {
	t.Helper()
	all, cursor, err := s.Range(firstNight, firstNight.AddDays(1000), "", 10_000)
	must(t, err)
	if cursor != "" {
		t.Fatal("a cursor at the end")
	}
	for _, r := range all {
		if r.Device == device {
			records = append(records, r)
		}
	}
	return records
}

func TestTheFolderIsForTheOwnerOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "down")
	s := openStore(t, dir, Options{})
	someCheckIns(t, s, 1)
	must(t, s.SaveSettings(map[string]string{"a": "b"}))
	must(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		must(t, err)
		info, err := d.Info()
		must(t, err)
		if strings.HasPrefix(path, s.indexDir()+"/") {
			return nil // Badger's
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is %v", path, info.Mode())
		}
		return nil
	}))
}

func TestTheSameRecordTwiceIsOne(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{})
	r := checkIn(s.Stamp(), firstNight, "p1", "once")
	a, err := s.Append(ctx, r, r)
	must(t, err)
	b, err := s.Append(ctx, r)
	must(t, err)
	if a[0].Seq != 1 || string(a[1].Bytes()) != string(a[0].Bytes()) || string(b[0].Bytes()) != string(a[0].Bytes()) {
		t.Errorf("got %v, then %v", a, b)
	}
	wantAll(t, everything(t, s), a[:1])
}

func TestAppendRefuses(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{})
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	good := checkIn(s.Stamp(), firstNight, "p1", "")
	if _, err := s.Append(cancelled, good); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	huge := checkIn(s.Stamp(), firstNight, "p1", strings.Repeat("x", model.MaxRecord))
	if _, err := s.Append(ctx, good, huge); !errors.Is(err, ErrTooLarge) {
		t.Errorf("huge: %v", err)
	}
	alien := good
	alien.Device = "somebody"
	if _, err := s.Append(ctx, alien); !errors.Is(err, model.ErrRecord) {
		t.Errorf("alien: %v", err)
	}
	nameless := good
	nameless.Night = "tonight"
	if _, err := s.Append(ctx, nameless); !errors.Is(err, model.ErrRecord) {
		t.Errorf("no night: %v", err)
	}
	if got := everything(t, s); len(got) > 0 {
		t.Errorf("refused and stored: %v", got)
	}
	must(t, s.Close())
	if _, err := s.Append(ctx, good); !errors.Is(err, ErrClosed) {
		t.Errorf("closed: %v", err)
	}
	if _, err := s.Night(firstNight); !errors.Is(err, ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}

func TestTheLongestRecord(t *testing.T) {
	dir := t.TempDir()
	s := openStore(t, dir, Options{})
	want, err := s.Append(ctx, checkIn(s.Stamp(), firstNight, "p1", strings.Repeat("长", (model.MaxRecord-800)/3)))
	must(t, err)
	must(t, s.Close())
	s = openStore(t, dir, Options{})
	wantAll(t, everything(t, s), want)
	wantNoProblems(t, s)
}

func TestRangeByPages(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	want := someCheckIns(t, s, 100) // 40, 40 and 20 in three nights
	for _, limit := range []int{1, 7, 40, 60, 1000} {
		var got []model.Record
		for cursor := Cursor(""); ; {
			page, next, err := s.Range(firstNight.AddDays(1), firstNight.AddDays(2), cursor, limit)
			must(t, err)
			got = append(got, page...)
			if cursor = next; cursor == "" {
				break
			}
		}
		if len(got) != 60 || got[0].ID != want[40].ID || got[59].ID != want[99].ID {
			t.Errorf("pages of %d: %d records", limit, len(got))
		}
	}
}

func TestHistoryNewestFirst(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	all := someCheckIns(t, s, 50)
	odd := "门 a/b?\x00"
	at, err := s.Append(ctx, checkIn(s.Stamp(), firstNight, odd, ""))
	must(t, err)
	first, err := s.History("p3", time.Time{}, 2)
	must(t, err)
	if len(first) != 2 || first[0].ID != all[45].ID || first[1].ID != all[38].ID {
		t.Fatalf("got %v", first)
	}
	rest, err := s.History("p3", first[1].At, 100)
	must(t, err)
	if len(rest) != 5 || rest[0].ID != all[31].ID || rest[4].ID != all[3].ID {
		t.Errorf("got %v", rest)
	}
	if got, err := s.History(odd, time.Time{}, 9); err != nil || len(got) != 1 || got[0].ID != at[0].ID {
		t.Errorf("got %v, %v", got, err)
	}
	if got, err := s.History("p", time.Time{}, 9); err != nil || len(got) != 0 {
		t.Errorf("a part of a name: %v, %v", got, err)
	}
}

func TestHistoryKeepsOneMillisecondTogether(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{})
	stamp := s.Stamp()
	for i := range 5 {
		r := checkIn(s.Stamp(), firstNight, "p1", fmt.Sprint(i))
		r.At = stamp.At
		_, err := s.Append(ctx, r)
		must(t, err)
	}
	got, err := s.History("p1", time.Time{}, 2)
	must(t, err)
	if len(got) != 5 {
		t.Errorf("%d of 5: the rest cannot be reached", len(got))
	}
}

func TestNightsNewestFirst(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	someCheckIns(t, s, 100)
	got, err := s.Nights("", 2)
	must(t, err)
	want := []NightCount{{firstNight.AddDays(2), 20}, {firstNight.AddDays(1), 40}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v", got)
	}
	got, err = s.Nights(firstNight.AddDays(1), 10)
	must(t, err)
	if fmt.Sprint(got) != fmt.Sprint([]NightCount{{firstNight, 40}}) {
		t.Errorf("got %v", got)
	}
}

func TestLatestIsNeverFromTheFuture(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	var started []model.Record
	for i := range 4 {
		r := checkIn(s.Stamp(), firstNight, "p", "")
		r.Kind, r.Body = model.ShiftStarted, []byte(`{"unit":"u"}`)
		if i == 3 {
			r.At = r.At.AddDate(1, 0, 0)
		}
		got, err := s.Append(ctx, r)
		must(t, err)
		started = append(started, got...)
	}
	got, ok, err := s.Latest(model.ShiftStarted, "", started[2].At)
	if err != nil || !ok || got.ID != started[2].ID {
		t.Errorf("got %v, %v, %v", got, ok, err)
	}
	got, ok, err = s.Latest(model.ShiftStarted, "", started[2].At.Add(-time.Millisecond))
	if err != nil || !ok || got.ID != started[1].ID {
		t.Errorf("a moment earlier: %v, %v, %v", got, ok, err)
	}
	got, ok, err = s.Latest(model.ShiftStarted, s.Device(), started[0].At)
	if err != nil || !ok || got.ID != started[3].ID {
		t.Errorf("of this device the last of its series: %v, %v, %v", got, ok, err)
	}
	if _, ok, err = s.Latest(model.ShiftStarted, "other", started[2].At); ok || err != nil {
		t.Errorf("of another device: %v, %v", ok, err)
	}
	if _, ok, err = s.Latest(model.PlanAdopted, "", started[2].At); ok || err != nil {
		t.Errorf("of another kind: %v, %v", ok, err)
	}
	if got, ok, err := s.Record(started[1].ID); err != nil || !ok || string(got.Bytes()) != string(started[1].Bytes()) {
		t.Errorf("by id: %v, %v, %v", got, ok, err)
	}
	if _, ok, err := s.Record("nobody"); ok || err != nil {
		t.Errorf("by an unknown id: %v, %v", ok, err)
	}
}

func TestStampsRunWithTheClockOfOnesOwn(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	a, b := s.Stamp(), s.Stamp()
	if a.ID >= b.ID || a.Boot == "" || a.Boot != b.Boot || b.At.Sub(a.At) != b.Elapsed-a.Elapsed || a.Elapsed <= 0 {
		t.Errorf("got %+v and %+v", a, b)
	}
	plain := openStore(t, t.TempDir(), Options{})
	c := plain.Stamp()
	if time.Since(c.At).Abs() > time.Minute || c.Device != plain.Device() || c.At.Nanosecond()%1e6 != 0 {
		t.Errorf("got %+v", c)
	}
}

func TestWatchersMissNothing(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	watching, stop := context.WithCancel(ctx)
	seen, stopped := s.Watch(ctx), s.Watch(watching)
	stop()
	for range stopped {
		t.Error("a record after the end")
	}
	want := someCheckIns(t, s, 50)
	far := foreign("other", 5)
	_, err := s.Merge(ctx, far)
	must(t, err)
	for _, r := range append(want, far...) {
		if got := <-seen; got.ID != r.ID {
			t.Fatalf("got %s, want %s", got.ID, r.ID)
		}
	}
	must(t, s.Close())
	if r, open := <-seen; open {
		t.Errorf("after closing: %v", r)
	}
	if _, open := <-s.Watch(ctx); open {
		t.Error("a watcher of a closed store")
	}
}

func TestSettings(t *testing.T) {
	dir := t.TempDir()
	s := openStore(t, dir, Options{})
	v := map[string]string{"lang": "zh"}
	must(t, s.LoadSettings(&v))
	if v["lang"] != "zh" {
		t.Errorf("without a file: %v", v)
	}
	must(t, s.SaveSettings(map[string]string{"lang": "en"}))
	must(t, s.LoadSettings(&v))
	if v["lang"] != "en" {
		t.Errorf("got %v", v)
	}
	must(t, os.WriteFile(s.path("settings.json"), []byte("{"), 0o600))
	var at *PathError
	if err := s.LoadSettings(&v); !errors.As(err, &at) || at.Path != s.path("settings.json") {
		t.Errorf("damaged: %v", err)
	}
}

func TestJournalsCanBeReadByAPerson(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	r := checkIn(s.Stamp(), firstNight, "p1", "门<开>")
	r.At = time.Date(2026, 11, 30, 23, 59, 59, 0, time.UTC)
	later := checkIn(s.Stamp(), firstNight, "p1", "")
	later.At = r.At.AddDate(0, 0, 1)
	back := checkIn(s.Stamp(), firstNight, "p1", "clock set back")
	for _, r := range []model.Record{r, later, back} {
		_, err := s.Append(ctx, r)
		must(t, err)
	}
	own := filepath.Join(s.path("journal"), s.Device())
	november := string(readFile(t, filepath.Join(own, "2026-11.jsonl")))
	december := string(readFile(t, filepath.Join(own, "2026-12.jsonl")))
	if !strings.HasPrefix(november, `{"n":1,"sum":"`) || !strings.Contains(november, `"note":"门<开>"`) && !strings.Contains(november, "门") {
		t.Errorf("november: %s", november)
	}
	if strings.Count(november, "\n") != 1 || strings.Count(december, "\n") != 2 || !strings.Contains(december, `{"n":3,`) {
		t.Errorf("november: %s december: %s", november, december)
	}
}

// A key of which a bit has turned may be a key all the same: it is not taken for the device's.
func TestADamagedKeyIsNotTakenForAnother(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	want := someCheckIns(t, s, 3)
	was := s.Device()
	must(t, s.Close())
	path := keyPath(dir, was)
	b := readFile(t, path)
	b[len(b)-10] ^= 1
	must(t, os.WriteFile(path, b, 0o600))
	s = openStore(t, dir, Options{Now: testClock()})
	if codes := problemCodes(s); s.Device() == was || codes[DeviceReplaced] != 1 || len(codes) != 1 {
		t.Errorf("device %s in place of %s: %+v", s.Device(), was, s.Problems())
	}
	wantAll(t, everything(t, s), want)
}
