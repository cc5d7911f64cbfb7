package data

import (
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"

	"beatbook/model"
)

// Thirty nights in one process: what it holds of memory and open files does not grow.
func TestASoakOfThirtyNights(t *testing.T) {
	plan := samplePlan(t)
	now := firstNight.At(12*60, plan.Zone(), plan.NightTurnsAt)
	s := openStore(t, t.TempDir(), Options{Now: func() time.Time { return now }})
	watched := s.Watch(ctx)
	var held [30]resources
	for n := range 30 {
		night := firstNight.AddDays(n)
		for unit := range 4 {
			device := fmt.Sprintf("unit%d", unit)
			merge(t, s, patrolled(t, plan, device, uint64(n*62+1), night, plan.Units[unit].ID, 60))
		}
		for range 60 {
			now = now.Add(20 * time.Minute)
			_, err := s.Append(ctx, checkIn(s.Stamp(), night, "p1", "一切正常"))
			must(t, err)
			if _, err := s.Night(night); err != nil {
				t.Fatal(err)
			}
		}
		for range 4*62 + 60 {
			<-watched
		}
		_, err := s.Report(ctx, firstNight, night, model.ReportFilter{}, now, quiet)
		must(t, err)
		held[n] = resourcesNow(t)
	}
	early, late := least(held[5:15]), least(held[15:])
	t.Logf("at first %+v, at last %+v", early, late)
	if late.files > early.files+4 || late.goroutines > early.goroutines+2 || late.heap > early.heap+early.heap/10 {
		t.Errorf("at first %+v, at last %+v", early, late)
	}
}

// least of each over some nights: now and then there is a second memtable for a while.
func least(held []resources) resources {
	l := held[0]
	for _, r := range held[1:] {
		l = resources{min(l.files, r.files), min(l.goroutines, r.goroutines), min(l.heap, r.heap)}
	}
	return l
}

type resources struct {
	files, goroutines int
	heap              uint64 // bytes that are reachable
}

func resourcesNow(t *testing.T) resources {
	t.Helper()
	files, err := os.ReadDir("/proc/self/fd")
	must(t, err)
	runtime.GC()
	runtime.GC() // what a pool held is given up by the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return resources{len(files), runtime.NumGoroutine(), m.HeapAlloc}
}
