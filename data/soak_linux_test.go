package data

import (
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"

	"beatbook/model"
)

// Thirty nights in one process: what it holds of memory and open files after the thirtieth is what it held after the tenth.
func TestASoakOfThirtyNights(t *testing.T) {
	plan := samplePlan(t)
	now := firstNight.At(12*60, plan.Zone(), plan.NightTurnsAt)
	s := openStore(t, t.TempDir(), Options{Now: func() time.Time { return now }})
	watched := s.Watch(ctx)
	var held [31]resources
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
		held[n+1] = resourcesNow(t)
	}
	early, late := held[10], held[30]
	t.Logf("after 10 nights %+v, after 30 %+v", early, late)
	if late.files > early.files+4 || late.goroutines > early.goroutines+2 || late.heap > early.heap+early.heap/2+2<<20 {
		t.Errorf("after 10 nights %+v, after 30 %+v", early, late)
	}
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
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return resources{len(files), runtime.NumGoroutine(), m.HeapAlloc}
}
