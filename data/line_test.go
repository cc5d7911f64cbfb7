package data

import (
	"bytes"
	"testing"
	"time"
)

func TestLinesReadAsWritten(t *testing.T) {
	at := time.Date(2026, 11, 24, 14, 5, 31, 250e6, time.UTC)
	for _, l := range []line{
		{n: 1, record: []byte(`{"id":"a"}`)},
		{n: 18446744073709551615, received: at, record: []byte(`{}`)},
		{n: 7, lost: at},
	} {
		text := l.appendTo(nil)
		got, err := parseLine(bytes.TrimSuffix(text, []byte("\n")))
		if err != nil || got.n != l.n || !got.received.Equal(l.received) || !got.lost.Equal(l.lost) || !bytes.Equal(got.record, l.record) {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
}

// Any single bit that turns is noticed.
func TestAFlippedBitIsNoLine(t *testing.T) {
	at := time.Date(2026, 11, 24, 14, 5, 31, 250e6, time.UTC)
	for _, l := range []line{{n: 12, received: at, record: []byte(`{"id":"a","n":1}`)}, {n: 7, lost: at}} {
		text := bytes.TrimSuffix(l.appendTo(nil), []byte("\n"))
		for i := range len(text) * 8 {
			damaged := bytes.Clone(text)
			damaged[i/8] ^= 1 << (i % 8)
			if got, err := parseLine(damaged); err == nil {
				t.Errorf("%s passes as %+v", damaged, got)
			}
		}
	}
}

func FuzzJournalLine(f *testing.F) {
	at := time.Date(2026, 11, 24, 14, 5, 31, 250e6, time.UTC)
	for _, l := range []line{{n: 1, record: []byte(`{"id":"a"}`)}, {n: 2, received: at, record: []byte(`{}`)}, {n: 7, lost: at}} {
		f.Add(bytes.TrimSuffix(l.appendTo(nil), []byte("\n")))
	}
	f.Add([]byte(`{"n":0,"sum":"`))
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := parseLine(b)
		if err != nil {
			return
		}
		if again := l.appendTo(nil); !bytes.Equal(again, append(bytes.Clone(b), '\n')) {
			t.Errorf("%q is written as %q", b, again)
		}
		if _, err := l.parse(); err == nil && !l.lost.IsZero() {
			t.Errorf("%q is a lost record that can be read", b)
		}
	})
}
