package model

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"
)

// FuzzCheckedInBody holds the scanner of check-ins to what the standard library reads in the same bytes.
func FuzzCheckedInBody(f *testing.F) {
	at := time.Date(2026, 11, 24, 14, 4, 31, 120e6, time.UTC)
	for _, body := range []CheckedInBody{
		{Shift: "S", Checkpoint: "plaza", Mode: Foot},
		{Shift: "S", Checkpoint: "plaza", Mode: Vehicle, Note: "占道经营已劝离"},
		{Shift: "S", Checkpoint: "plaza", Mode: Foot, Note: "two\nlines \"quoted\"", For: &at},
		{Shift: "S", Checkpoint: "plaza", Mode: Foot, For: &at},
	} {
		b, err := marshal(body)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, s := range []string{
		``, `{}`, `{"shift":"S"}`, `{"shift":"S","checkpoint":"p","mode":"foot","note":"x","note":"y"}`,
		`{"shift":"S","checkpoint":"p","mode":"foot","for":"yesterday"}`, `{"shift":"S","checkpoint":"p","mode":"foot"} `,
		`{"shift":"S","checkpoint":"p","mode":"foot","more":{}}`, "{\"shift\":\"S\xff\",\"checkpoint\":\"p\",\"mode\":\"foot\"}",
		`{"shift":"S","checkpoint":"p","mode":"foot","for":"2026-11-24T14:04:31,5Z"}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got, ok := scanned(b)
		if !ok {
			return
		}
		var want CheckedInBody
		if err := json.Unmarshal(b, &want); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: scanned %+v, decoded %+v, %v", b, got, want, err)
		}
	})
}

func TestScannerKnowsWhatDecideWrites(t *testing.T) {
	for _, body := range []CheckedInBody{
		{Shift: "S", Checkpoint: "plaza", Mode: Foot},
		{Shift: "S", Checkpoint: "plaza", Mode: Vehicle, Note: "占道经营已劝离"},
	} {
		b, err := marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := scanned(b); !ok || got != body {
			t.Errorf("%s: %+v, %v", b, got, ok)
		}
	}
}

func scanned(b []byte) (body CheckedInBody, ok bool) {
	said, ok := splitCheckedIn(scanner{rest: b, ok: true})
	return body, ok && texts{}.checkIn(said, &body)
}

// TestPlainMeansThatJSONReadsTheSame puts every byte into every place of a text.
func TestPlainMeansThatJSONReadsTheSame(t *testing.T) {
	for _, text := range []string{"sixteen bytes and then some, in two words", "巡逻到位，一切正常，门窗完好，消防通道畅通"} {
		for i := range len(text) {
			for c := range 256 {
				b := []byte(text)
				b[i] = byte(c)
				var read string
				err := json.Unmarshal([]byte(`"`+string(b)+`"`), &read)
				if want := err == nil && read == string(b); c != '"' && plain(b) != want {
					t.Fatalf("%q: plain %v", b, !want)
				}
			}
		}
	}
}
