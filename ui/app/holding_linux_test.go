package app

import (
	"maps"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"beatbook/model"
)

// holding is what the process holds at a moment.
type holding struct {
	files, goroutines int
	heap              uint64         // bytes that are reachable
	counts            map[string]int // elements of the slices and maps of the screen, by the field that they are in
}

func holdingNow(t testing.TB, a *App) holding {
	t.Helper()
	files, err := os.ReadDir("/proc/self/fd")
	must(t, err)
	runtime.GC()
	runtime.GC() // what a pool held is given up by the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	s := scales{map[reach]bool{}, map[string]int{}}
	s.weigh(reflect.ValueOf(a), "")
	return holding{len(files), runtime.NumGoroutine(), m.HeapAlloc, s.counts}
}

// least of each over some nights: now and then there is a second memtable for a while.
func least(held []holding) holding {
	l := held[0]
	l.counts = maps.Clone(l.counts)
	for _, h := range held[1:] {
		l.files, l.goroutines, l.heap = min(l.files, h.files), min(l.goroutines, h.goroutines), min(l.heap, h.heap)
		for place := range l.counts {
			l.counts[place] = min(l.counts[place], h.counts[place])
		}
	}
	return l
}

// bounds are those of what is filled in more than the first nights.
var bounds = map[string]int{
	"desk.feed.told": 2001, "desk.history.lines": 100, "screen.Env.Drafts": 200, "session.Settings.Drafts": 200,
}

// flat wants the late nights to hold no more than the early ones.
func flat(t *testing.T, before, after []holding) {
	t.Helper()
	early, late := least(before), least(after)
	t.Logf("files %d %d, goroutines %d %d, heap %d %d KiB", early.files, late.files, early.goroutines, late.goroutines, early.heap>>10, late.heap>>10)
	if late.files > early.files+2 || late.goroutines > early.goroutines+2 || late.heap > early.heap+early.heap/10 {
		t.Error("files, goroutines or heap have grown")
	}
	for _, place := range slices.Sorted(maps.Keys(late.counts)) {
		most := 0
		for _, h := range before {
			most = max(most, h.counts[place])
		}
		if most += most / 50; late.counts[place] > max(most, bounds[place]) { // no night is quite like another
			t.Errorf("%s: %d elements, and %d to %d before", place, late.counts[place], early.counts[place], most)
		}
	}
}

// scales count what can be reached from a value of this program, without the store behind it.
type scales struct {
	seen   map[reach]bool
	counts map[string]int
}

type reach struct {
	at uintptr
	as reflect.Type
}

// asRecorded are the types whose values hold as much as the log does: hazards, the closed ones too, and what nights come to.
var asRecorded = []reflect.Type{
	reflect.TypeFor[model.Hazards](), reflect.TypeFor[[]model.Hazard](), reflect.TypeFor[model.Tally](), reflect.TypeFor[model.Report](),
}

func (s *scales) weigh(v reflect.Value, place string) {
	t := v.Type()
	if slices.Contains(asRecorded, t) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Slice:
		if r := (reach{v.Pointer(), t}); v.IsNil() || s.seen[r] {
			return
		} else {
			s.seen[r] = true
		}
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			s.weigh(v.Elem(), place)
		}
	case reflect.Struct:
		if !strings.HasPrefix(t.PkgPath(), "beatbook/") || strings.HasPrefix(t.PkgPath(), "beatbook/data") {
			return
		}
		for i := range v.NumField() {
			s.weigh(v.Field(i), t.String()+"."+t.Field(i).Name)
		}
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return // of what was recorded
		}
		s.counts[place] += v.Len()
		for i := range v.Len() {
			s.weigh(v.Index(i), place)
		}
	case reflect.Map:
		s.counts[place] += v.Len()
		for _, e := range v.Seq2() {
			s.weigh(e, place)
		}
	}
}
