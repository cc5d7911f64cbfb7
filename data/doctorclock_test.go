package data

import (
	"maps"
	"math/rand/v2"
	"strconv"
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
		"set back": {[]clockReading{boot(90, "", 0), boot(30, "", 0), boot(40, "", 0), boot(91, "", 0)}, 100,
			map[NoteCode]Note{DoubtBack: {Count: 2, Seconds: 3600, Night: "2026-11-20"}}},
		"set back over a boot, a week later": {[]clockReading{boot(10080, "a", 1), boot(0, "b", 1)}, 10081,
			map[NoteCode]Note{ClockStep: {Seconds: -7 * 24 * 3600, Night: "2026-11-20"}}},
		"moved between two nights of a boot": {[]clockReading{boot(0, "a", 10), boot(1440+180, "a", 1450), boot(1440+190, "a", 1460)}, 1640,
			map[NoteCode]Note{ClockStep: {Seconds: 3 * 3600, Night: "2026-11-21"}}},
		"jumped ahead and stayed": {[]clockReading{boot(0, "a", 10), boot(190, "a", 20), boot(191, "a", 21)}, 200,
			map[NoteCode]Note{DoubtMoved: {Count: 2, Seconds: 3 * 3600, Night: "2026-11-20"}}},
		"jumped back": {[]clockReading{boot(100, "a", 10), boot(90, "a", 20)}, 110,
			map[NoteCode]Note{DoubtBack: {Count: 1, Seconds: 600, Night: "2026-11-20"}}},
		"a little, as all clocks": {[]clockReading{boot(0, "a", 10), boot(14, "a", 20), boot(16, "a", 30)}, 60, map[NoteCode]Note{ClockFine: {Count: 3}}},
		"now before the newest":   {[]clockReading{boot(0, "", 0), boot(60, "", 0)}, 50, map[NoteCode]Note{ClockBack: {Count: 1, Seconds: 600}}},
		"records of the future": {[]clockReading{boot(0, "", 0), boot(60*24*400, "", 0), boot(9, "", 0)}, 10,
			map[NoteCode]Note{ClockBack: {Count: 1, Seconds: (60*24*400 - 10) * 60, Night: "2027-12-25"}}},
		"one of the future in the same night": {[]clockReading{boot(0, "", 0), boot(60, "", 0), boot(9, "", 0)}, 10,
			map[NoteCode]Note{ClockBack: {Count: 1, Seconds: 3000}, DoubtByFuture: {Count: 1, Night: "2026-11-20"}}},
		"put right within a boot": {[]clockReading{boot(0, "a", 10), boot(80, "a", 30), boot(40, "a", 50)}, 41,
			map[NoteCode]Note{ClockBack: {Count: 1, Seconds: 39 * 60}}},
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

// A clock that was put right is never told to be wrong.
func TestDoctorOfAClockThatWasPutRight(t *testing.T) {
	boot := bootID()
	if boot == "" {
		t.Skip("this machine does not tell its boots")
	}
	now, elapsed := time.Now(), sinceBoot()
	right := clockReading{now.Add(-2 * time.Minute), boot, elapsed - 2*time.Minute}
	for name, wrong := range map[string]clockReading{
		"an hour ahead":  {now.Add(time.Hour), boot, elapsed},
		"an hour behind": {now.Add(-time.Hour), boot, elapsed},
	} {
		t.Run(name, func(t *testing.T) {
			x, err := Examine(ctx, clockFolder(t, []clockReading{right, wrong}), Options{})
			must(t, err)
			for _, n := range x.Notes {
				if n.Part == PartClock && (n.State == Fails || n.Code == ClockMoved) {
					t.Errorf("%+v", n)
				}
			}
		})
	}
}

// What the log marks doctor lists, and nothing else.
func TestDoctorDoubtsWhatTheLogDoubts(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 11))
	start := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	for range 300 {
		j := &surveyed{}
		at := start
		for i := range 12 {
			at = at.Add(time.Duration(random.IntN(40*60)-8*60) * time.Minute / 4)
			r := model.Record{ID: strconv.Itoa(i), Seq: uint64(i + 1), At: at, Night: model.NightOf(at, time.UTC, 12*60)}
			if random.IntN(2) == 0 {
				r.Boot, r.Elapsed = strconv.Itoa(i/4), time.Duration(1+random.IntN(600))*time.Minute
			}
			j.lately = append(j.lately, r)
		}
		x := &examiner{o: Options{Now: func() time.Time { return start.Add(20 * time.Hour) }}}
		s, want, got := x.watched(j), map[model.Date]int{}, map[model.Date]int{}
		for _, r := range j.lately {
			if doubted(j.lately)[r.ID] && !r.At.After(x.o.Now().Add(model.ClockTolerance)) {
				want[r.Night]++
			}
		}
		for _, n := range s.doubts() {
			got[n.Night] += n.Count
		}
		if !maps.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

// A clock a month ahead while one record is written: the log does not doubt the next one, and neither does doctor.
func TestDoctorOfARecordAMonthAhead(t *testing.T) {
	start := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	dir := clockFolder(t, []clockReading{
		{start, "a", time.Hour}, {start.AddDate(0, 0, 30), "b", time.Minute}, {start.Add(30 * time.Minute), "c", time.Minute},
	})
	o := examineOptions()
	o.Now = func() time.Time { return start.Add(40 * time.Minute) }
	x := diagnosed(t, dir, o)
	s := openStore(t, dir, Options{Now: testClock()})
	night, err := s.Night("2026-11-20")
	must(t, err)
	for _, r := range night.Story() {
		if night.Doubted(r.ID) {
			t.Errorf("the log doubts %s", r.At)
		}
	}
	if n := withCode(x, ClockBack); len(n) != 1 || n[0].Count != 1 || n[0].Night != "2026-12-20" || n[0].State != Warns {
		t.Errorf("%+v", n)
	}
	for _, n := range x.Notes {
		if n.Part == PartClock && n.Code != ClockBack {
			t.Errorf("%+v", n)
		}
	}
}

// A clock that gains is told as fast, however long it does and however far it gets.
func TestDoctorOfAClockThatGains(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		perRecord time.Duration
		ahead     int // of the ten records, by more than a minute
		doubted   int // by more than the tolerance
	}{
		"slowly": {20 * time.Second, 7, 0},
		"fast":   {time.Minute, 9, 5},
	} {
		t.Run(name, func(t *testing.T) {
			dir, key := t.TempDir(), testKey(t, "gains")
			received := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
			s, err := Open(dir, Options{Now: func() time.Time { return received }})
			must(t, err)
			writer := NewWriter(key)
			for i := range 10 {
				at, elapsed := received.Add(time.Duration(i+1)*c.perRecord), time.Duration(i+1)*10*time.Minute
				stamp := model.Stamp{ID: s.stamps.id(at), Device: key.ID(), At: at, Boot: "b", Elapsed: elapsed}
				r, err := writer.Sign(checkIn(stamp, "2026-11-20", "p1", ""))
				must(t, err)
				_, err = s.Merge(ctx, []model.Record{r})
				must(t, err)
				received = received.Add(10 * time.Minute)
			}
			must(t, s.Close())
			x := diagnosed(t, dir, examineOptions())
			fast := withCode(x, DriftAhead)
			if len(fast) != 1 || fast[0].Count != c.ahead || fast[0].Seconds != int64(10*c.perRecord/time.Second) || fast[0].Device != key.ID() {
				t.Errorf("%+v", fast)
			}
			if back := len(withCode(x, DoubtBack)) + len(withCode(x, DoubtMoved)) + len(withCode(x, ClockStep)); back > 0 {
				t.Errorf("%+v", x.Notes)
			}
			if n := withCode(x, DoubtAhead); (c.doubted > 0) != (len(n) == 1) || len(n) == 1 && n[0].Count != c.doubted {
				t.Errorf("%+v", n)
			}
		})
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
