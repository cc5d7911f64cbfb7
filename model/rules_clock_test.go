package model_test

import (
	"testing"
	"time"

	"beatbook/model"
)

// reading is what the clocks of a device showed when it wrote a record.
type reading struct {
	wall    string
	boot    string
	elapsed time.Duration
	late    time.Duration // reached this machine so long after, by this machine's clock; 0: its own
	want    bool          // in doubt
}

func TestR11AClockInDoubt(t *testing.T) {
	const m = time.Minute
	for name, readings := range map[string][]reading{
		"a clock that runs": {
			{"21:00", "b1", 60 * m, 0, false}, {"22:00", "b1", 120 * m, 0, false},
		},
		"set back by five minutes": {
			{"21:00", "", 0, 0, false}, {"20:55", "", 0, 0, false},
		},
		"set back by more": {
			{"21:00", "", 0, 0, false}, {"20:54:59", "", 0, 0, true}, {"21:01", "", 0, 0, false},
		},
		"jumped within a boot": {
			{"21:00", "b1", 60 * m, 0, false}, {"21:20", "b1", 65 * m, 0, true}, {"21:10", "b1", 70 * m, 0, false},
		},
		"strayed by five minutes within a boot": {
			{"21:00", "b1", 60 * m, 0, false}, {"21:10", "b1", 65 * m, 0, false},
		},
		"set back across a reboot": {
			{"21:00", "b1", 60 * m, 0, false}, {"20:30", "b2", m, 0, true}, {"20:31", "b2", 2 * m, 0, true},
			{"21:10", "b2", 10 * m, 0, false},
		},
		"a reboot alone": {
			{"21:00", "b1", 60 * m, 0, false}, {"21:02", "b2", m, 0, false},
		},
		"a boot without an identity": {
			{"21:00", "", 60 * m, 0, false}, {"21:30", "", m, 0, false},
		},
		"time elapsed that cannot be known": {
			{"21:00", "b1", 0, 0, false}, {"21:30", "b1", 0, 0, false},
		},
		"received from the future": {
			{"21:00", "", 0, -6 * m, true},
		},
		"received within the tolerance": {
			{"21:00", "", 0, -5 * m, false},
		},
		"a record of the future moves no later one into doubt": {
			{"23:00", "b1", 60 * m, -120 * m, true}, {"21:01", "b1", 61 * m, m, false},
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := setOutOn(t, beat(), "2026-11-20", "20:30")
			p.device = "tablet"
			for i, r := range readings {
				stamp := p.stamp(p.when(r.wall))
				stamp.Boot, stamp.Elapsed = r.boot, r.elapsed
				p.entered = r.late
				record, err := model.Decide(p.night, stamp, model.CheckIn{Shift: p.shift, Checkpoint: "yard"})
				if err != nil {
					t.Fatal(err)
				}
				if r.late != 0 {
					record.Received = record.At.Add(r.late)
				}
				if record, err = record.Numbered(uint64(i+1), ""); err != nil {
					t.Fatal(err)
				}
				p.night.Apply(record)
				if got := p.night.Doubted(record.ID); got != r.want {
					t.Errorf("reading %d at %s: in doubt %v, want %v", i, r.wall, got, r.want)
				}
			}
		})
	}
}

func TestR11ADoubtIsShownOnTheVisit(t *testing.T) {
	p := setOut(t, onePlace("21:00"), "20:30")
	p.booted = p.booted.Add(10 * time.Minute)
	p.visit("21:00", "plaza")
	p.visits("21:01", "21:00 plaza clock-in-doubt")
	p.calls("21:01", "1 plaza on-time clock-in-doubt")
}

func TestR11OneDevicesClockIsNotAnothers(t *testing.T) {
	p := setOut(t, onePlace("21:00"), "20:30")
	p.visit("22:00", "yard")
	p.device, p.boot = "tablet", "boot-t"
	p.visit("21:00", "plaza")
	p.visits("22:00", "21:00 plaza", "22:00 yard extra")
}

func TestR11ARecordOfTheFutureIsMarkedAndStillAnswers(t *testing.T) {
	p := setOut(t, onePlace("21:00", "22:00"), "20:30")
	p.visit("22:00", "plaza")
	p.visits("21:55", "22:00 plaza")
	p.visits("21:54:59", "22:00 plaza clock-in-doubt")
	p.calls("21:54:59", "1 plaza missed", "2 plaza on-time clock-in-doubt")
}

func TestR11ARecordOfTheFutureBlocksNothing(t *testing.T) {
	p := setOut(t, onePlace("21:00"), "20:30")
	p.visit("23:00", "plaza")
	p.calls("21:00", "1 plaza upcoming")
	p.visit("21:00", "plaza")
	p.calls("21:00", "1 plaza on-time clock-in-doubt")
	p.visits("23:00", "21:00 plaza clock-in-doubt", "23:00 plaza extra")
}
