package model_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"beatbook/model"
)

// FuzzParseRecordAfter: what came before changes nothing in what a record says.
func FuzzParseRecordAfter(f *testing.F) {
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
	f.Fuzz(func(t *testing.T, before, b []byte) {
		last, err := model.ParseRecord(before)
		if err != nil {
			last = model.Record{}
		}
		got, gotErr := model.ParseRecordAfter(&last, b)
		want, wantErr := model.ParseRecord(b)
		if fmt.Sprint(gotErr) != fmt.Sprint(wantErr) || !reflect.DeepEqual(got, want) {
			t.Fatalf("%q after %q: %+v, %v, by itself %+v, %v", b, before, got, gotErr, want, wantErr)
		}
	})
}
