package model

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"
)

// inOrder sorts by the latest clock reading that the device had shown by then, so that a clock that was set back does
// not turn a device's series around.
func inOrder(arrived []*entry) []*entry {
	devices := map[string]*[]*entry{}
	for _, e := range arrived {
		series := devices[e.Device]
		if series == nil {
			series = new([]*entry)
			devices[e.Device] = series
		}
		*series = append(*series, e)
	}
	for _, series := range devices {
		slices.SortFunc(*series, byPlace)
		watch, latest := clockWatch{}, time.Time{}
		for _, e := range *series {
			latest = maxTime(latest, e.At)
			e.order, e.doubt = latest, watch.doubts(&e.Record)
		}
	}
	story := slices.Clone(arrived)
	slices.SortFunc(story, func(a, b *entry) int {
		if by := a.order.Compare(b.order); by != 0 {
			return by
		}
		if by := strings.Compare(a.Device, b.Device); by != 0 {
			return by
		}
		return byPlace(a, b)
	})
	return story
}

// byPlace is the order of a device's records.
func byPlace(a, b *entry) int {
	if by := cmp.Compare(a.place(), b.place()); by != 0 {
		return by
	}
	return strings.Compare(a.ID, b.ID)
}

// place in the device's series; what is not yet numbered comes last.
func (e *entry) place() uint64 {
	if e.Seq == 0 {
		return math.MaxUint64
	}
	return e.Seq
}

// withdrawals are the records that count no more: those named by a withdrawal that itself still counts. A record is
// settled when all that name it are, whatever their clocks say; withdrawals that name each other in a ring count for
// nothing.
func withdrawals(story []*entry, entries map[string]*entry) map[string]bool {
	aims, named := aims(story, entries)
	var settled []string
	for id := range aims {
		if named[id] == 0 {
			settled = append(settled, id)
		}
	}
	gone := map[string]bool{}
	for len(settled) > 0 {
		id := settled[len(settled)-1]
		settled = settled[:len(settled)-1]
		aim := aims[id]
		gone[aim] = gone[aim] || !gone[id]
		named[aim]--
		if _, withdraws := aims[aim]; withdraws && named[aim] == 0 {
			settled = append(settled, aim)
		}
	}
	return gone
}

// aims are the records that withdrawals name, by the id of the withdrawal, and how many name each.
func aims(story []*entry, entries map[string]*entry) (aims map[string]string, named map[string]int) {
	aims, named = map[string]string{}, map[string]int{}
	for _, e := range story {
		b, ok := e.body.(WithdrawnBody)
		if !ok {
			continue
		}
		if of, known := entries[b.Of]; known && of.shift() == b.Shift && slices.Contains(withdrawable, of.Kind) {
			aims[e.ID] = b.Of
			named[b.Of]++
		}
	}
	return aims, named
}
