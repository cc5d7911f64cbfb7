package data

import (
	"testing"
	"time"

	"beatbook/model"
)

// clockFolder is a folder whose device wrote a record at each of the times, given as wall clock and time since a boot.
func clockFolder(t *testing.T, readings []clockReading) string {
	t.Helper()
	dir := t.TempDir()
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	for _, r := range readings {
		stamp := s.Stamp()
		stamp.At, stamp.Boot, stamp.Elapsed = r.at, r.boot, r.elapsed
		_, err := s.Append(ctx, checkIn(stamp, model.NightOf(r.at, time.UTC, 12*60), "p1", ""))
		must(t, err)
	}
	must(t, s.Close())
	return dir
}

type clockReading struct {
	at      time.Time
	boot    string
	elapsed time.Duration
}

func TestDoctorOfClocks(t *testing.T) {
	start := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	at := func(minutes int) time.Time { return start.Add(time.Duration(minutes) * time.Minute) }
	boot := func(minutes int, name string, elapsed int) clockReading {
		return clockReading{at(minutes), name, time.Duration(elapsed) * time.Minute}
	}
	for name, c := range map[string]struct {
		readings []clockReading
		now      int // minutes after the start
		codes    map[NoteCode]Note
	}{
		"in order":      {[]clockReading{boot(0, "a", 10), boot(5, "a", 15), boot(300, "b", 1)}, 400, map[NoteCode]Note{ClockFine: {Count: 3}}},
		"nothing known": {[]clockReading{boot(0, "", 0), boot(60, "", 0)}, 70, map[NoteCode]Note{ClockFine: {Count: 2}}},
		"set back": {[]clockReading{boot(0, "", 0), boot(-60, "", 0), boot(-50, "", 0), boot(1, "", 0)}, 10,
			map[NoteCode]Note{DoubtBack: {Count: 2, Seconds: 3600, Night: "2026-11-19"}}},
		"set back over a boot, a week later": {[]clockReading{boot(10080, "a", 1), boot(0, "b", 1)}, 10081,
			map[NoteCode]Note{DoubtBack: {Count: 1, Seconds: 7 * 24 * 3600, Night: "2026-11-20"}}},
		"jumped ahead and stayed": {[]clockReading{boot(0, "a", 10), boot(190, "a", 20), boot(191, "a", 21)}, 200,
			map[NoteCode]Note{DoubtMoved: {Count: 2, Seconds: 3 * 3600, Night: "2026-11-20"}}},
		"jumped back": {[]clockReading{boot(100, "a", 10), boot(90, "a", 20)}, 110,
			map[NoteCode]Note{DoubtBack: {Count: 1, Seconds: 600, Night: "2026-11-20"}}},
		"a little, as all clocks": {[]clockReading{boot(0, "a", 10), boot(14, "a", 20), boot(16, "a", 30)}, 60, map[NoteCode]Note{ClockFine: {Count: 3}}},
		"now before the newest":   {[]clockReading{boot(0, "", 0), boot(60, "", 0)}, 50, map[NoteCode]Note{ClockBack: {Seconds: 600}, ClockAheadRecords: {Count: 1}}},
		"records of the future": {[]clockReading{boot(0, "", 0), boot(60*24*400, "", 0), boot(9, "", 0)}, 10,
			map[NoteCode]Note{ClockAheadRecords: {Count: 1, Night: "2027-12-25"}, DoubtBack: {Count: 1, Seconds: (60*24*400 - 9) * 60, Night: "2026-11-20"}}},
	} {
		t.Run(name, func(t *testing.T) {
			o := examineOptions()
			o.Now = func() time.Time { return at(c.now) }
			x := diagnosed(t, clockFolder(t, c.readings), o)
			seen := map[NoteCode]Note{}
			for _, n := range x.Notes {
				if n.Part == PartClock {
					seen[n.Code] = n
				}
			}
			for code, want := range c.codes {
				got := seen[code]
				if want.Night == "" {
					got.Night = ""
				}
				if got.Count != want.Count || got.Seconds != want.Seconds || got.Night != want.Night {
					t.Errorf("%s: %+v, want %+v", code, got, want)
				}
			}
			if len(seen) != len(c.codes) {
				t.Errorf("%+v, want %+v", seen, c.codes)
			}
		})
	}
}

func TestDoctorSeesThatTheClockIsMovedNow(t *testing.T) {
	boot := bootID()
	if boot == "" {
		t.Skip("this machine does not tell its boots")
	}
	now := time.Now()
	dir := clockFolder(t, []clockReading{{now.Add(-2 * time.Hour), boot, sinceBoot()}}) // written now, by a clock two hours behind
	x, err := Examine(ctx, dir, Options{})
	must(t, err)
	moved := withCode(x, ClockMoved)
	if len(moved) != 1 || moved[0].Seconds < 7100 || moved[0].Seconds > 7300 {
		t.Errorf("%+v", x.Notes)
	}
}

func TestDoctorOfOtherDevicesClocks(t *testing.T) {
	dir := t.TempDir()
	received := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	s, err := Open(dir, Options{Now: func() time.Time { return received }})
	must(t, err)
	for name, ahead := range map[string]time.Duration{"fast": 3 * time.Minute, "faster": time.Hour, "slow": -time.Hour} {
		key := testKey(t, name)
		r := checkIn(model.Stamp{ID: s.stamps.id(received), Device: key.ID(), At: received.Add(ahead)}, "2026-11-20", "p1", "")
		r, err := NewWriter(key).Sign(mustNumber(t, r))
		must(t, err)
		_, err = s.Merge(ctx, []model.Record{r})
		must(t, err)
	}
	must(t, s.Close())
	x := diagnosed(t, dir, examineOptions())
	drifts := map[string]int64{}
	for _, n := range withCode(x, DriftAhead) {
		drifts[n.Device] = n.Seconds
	}
	if len(drifts) != 2 || drifts[testKey(t, "fast").ID()] != 180 || drifts[testKey(t, "faster").ID()] != 3600 {
		t.Errorf("%v", drifts)
	}
	if n := withCode(x, DoubtAhead); len(n) != 1 || n[0].Seconds != 3600 || n[0].Device != testKey(t, "faster").ID() {
		t.Errorf("%+v", n)
	}
}

func mustNumber(t *testing.T, r model.Record) model.Record {
	t.Helper()
	r, err := r.Numbered(1, "")
	must(t, err)
	return r
}

func TestDoctorKnowsTheZoneOfThePlan(t *testing.T) {
	dir := doctorsFolder(t)
	o := examineOptions()
	o.Now = checkedAt.UTC
	wantBad(t, diagnosed(t, dir, o), ZoneDiffers)
}
