package model_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// FuzzParser: what came before changes nothing in what a record says.
func FuzzParser(f *testing.F) {
	change := func(was, is string) string { return strings.Replace(sound, was, is, 1) }
	for _, pair := range [][2]string{
		{sound, sound}, {sound, change("laptop", "desk")}, {sound, change("2026-11-20\"", "2026-02-30\"")},
		{sound, change(`"2026-11-20"`, `""`)}, {change("b1", `b\\b`), change("b1", `b\b`)}, {change("b1", `b\u0001`), change("b1", "b\x01")},
		{change("Asia", "\xff"), change("Asia", "\xff")}, {sound, ""}, {sound, change("checked.in", "")},
		{sound, change(`"body":{`, `"body":{"x":1,`)}, {sound, sound[:len(sound)-1] + `,"more":{}}`},
		{sound, change(`{"shift":"S","checkpoint":"plaza","mode":"foot"}`, `}`)}, {sound, change(`"mode":"foot"}`, `"mode":"foot",}`)},
	} {
		f.Add([]byte(pair[0]), []byte(pair[1]))
	}
	start := func(body string) string {
		return strings.NewReplacer("checked.in", "shift.started", `{"shift":"S","checkpoint":"plaza","mode":"foot"}`, body).Replace(sound)
	}
	started := start(`{"unit":"u","plan":{"version":1}}`)
	for _, body := range []string{
		`{"unit":"u","plan":{"version":1}}`, `{"unit":"u","plan":{"version":1},"behalf":{"operator":"o"}}`, `{"unit":"u","crew":["plan":{"version":1}}`,
		`{,"plan":{"version":1}}`, `{"unit":"u,"plan":{"version":1}}`, `{"unit":"u\,"plan":{"version":1}}`, `["unit","plan":{"version":1}}`,
		`{"unit":"u","plan":{"version":1},"behalf":{}`, `{"unit":"u","plan":{"version":1},"behalf":]}`, `{"unit","plan":{"version":1}}`, `,"plan":{"version":1}}`,
		`{"unit":{"u":1,"plan":{"version":1}}`, `{"unit":"u","plan":{"version":1}}}`, `{"unit":"u","plan":{"version":1}`, `{"unit":"u","plan":{"version":}}`,
	} {
		f.Add([]byte(started), []byte(start(body)))
	}
	f.Fuzz(func(t *testing.T, before, b []byte) {
		var parser model.Parser
		last, lastErr := parser.Parse(before)
		got, gotErr := parser.Parse(b)
		want, wantErr := model.ParseRecord(b)
		if fmt.Sprint(gotErr) != fmt.Sprint(wantErr) || !reflect.DeepEqual(got, want) {
			t.Fatalf("%q after %q: %+v, %v, by itself %+v, %v", b, before, got, gotErr, want, wantErr)
		}
		read, applied := model.NewNight(last.Night), model.NewNight(last.Night)
		for _, one := range []struct {
			bytes []byte
			model.Record
			err error
		}{{before, last, lastErr}, {b, want, wantErr}} {
			if err := read.Read(one.bytes, time.Time{}, nil); fmt.Sprint(err) != fmt.Sprint(one.err) {
				t.Fatalf("%q after %q: %v, by itself %v", one.bytes, before, err, one.err)
			}
			if one.err == nil {
				applied.Apply(one.Record)
			}
		}
		if !reflect.DeepEqual(read.Story(), applied.Story()) || !reflect.DeepEqual(read.Shifts(), applied.Shifts()) {
			t.Fatalf("%q after %q: the night has %+v, by itself %+v", b, before, read.Shifts(), applied.Shifts())
		}
	})
}
