package model

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
)

const startedBody = `{"unit":"car-1","crew":["甲","乙"],"route":"beat","mode":"foot","plan":{"version":1,"site":{"id":"s","name":"站"},` +
	`"timezone":"Asia/Shanghai","night_turns_at":"12:00","checkpoints":[{"id":"plaza","name":"广场","kind":"plaza","mode":"any"}],` +
	`"routes":[{"id":"beat","name":"线","order":"fixed","rounds":["20:00"],"calls":[{"checkpoint":"plaza","after":"10m"}]}],` +
	`"units":[{"id":"car-1","callsign":"车一","kind":"police"}]}}`

// FuzzShiftStartedBody holds a body whose plan may have been read before to what the standard library reads in the same
// bytes.
func FuzzShiftStartedBody(f *testing.F) {
	change := func(was, is string) string { return strings.Replace(startedBody, was, is, 1) }
	plan := startedBody[strings.Index(startedBody, `"plan":`) : len(startedBody)-1]
	for _, s := range []string{
		startedBody, change("car-1", "car-2"), change(`"plan":`, `"plan" : `), change(`,"plan":`, `, "plan":`), startedBody + " ",
		change(`,"plan":{`, `,"plan": {`), change(`"mode":"foot",`, `"mode":"foot" ,`),
		change(`"unit"`, `"plan":{"version":7,"timezone":"UTC","outcomes":[{"id":"o"}]},"unit"`), change(`"unit"`, `"PLAN":{"version":7},"unit"`),
		change(`"unit"`, `"plan":null,"unit"`), startedBody[:len(startedBody)-1] + `,"unit":"car-9"}`,
		startedBody[:len(startedBody)-1] + `,"plan":{"version":2}}`, startedBody[:len(startedBody)-1] + `,"Plan":{"version":2}}`,
		change("car-1", `x,\"plan\":{}`), change(`"crew":[`, `"crew":["x,","plan","`), change(`"unit"`, `"more":{"x":1,`+plan+`},"unit"`),
		`{"more":{"x":1,` + plan + `}`, `{"more":{"x":1,` + plan + `}}`, `{,` + plan + `}`, `{` + plan + `}`, `[1,` + plan + `}`,
		change(`"version":1`, `"version":"one"`), change(`"car-1"`, `1`), `{"unit":"a","plan":null}`, `{"unit":"a","plan":}`,
		`{"unit":"a","plan":[]}`, `{"unit":"a","plan":{}}}`, "", "{}", "null",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r := Record{Kind: ShiftStarted, Body: b}
		want, wantErr := Decode[ShiftStartedBody](r)
		var plans Plans
		if _, err := plans.decodeShiftStarted(Record{Body: json.RawMessage(startedBody)}); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			got, err := plans.decodeShiftStarted(r)
			if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
				t.Fatalf("%q: shared %+v, %v, decoded %+v, %v", b, got, err, want, wantErr)
			}
		}
	})
}

func TestPlansAreReadOnceAndNotWrittenTo(t *testing.T) {
	var plans Plans
	for _, unit := range []string{"car-1", "car-2", "car-1"} {
		n := plans.NewNight("2026-11-20")
		n.Apply(Record{
			ID: "S", Device: "d", Seq: 1, Night: n.Date, At: n.Date.At(20*60, time.UTC, 0), Kind: ShiftStarted,
			Body: json.RawMessage(strings.Replace(startedBody, "car-1", unit, 1)),
		})
		n.Tally(ReportFilter{}, SettledAt(n.Date))
		shifts := n.Shifts()
		if len(shifts) != 1 {
			t.Fatal(shifts)
		}
		shifts[0].Plan.Freeze(unit, "beat")
	}
	want, err := Decode[ShiftStartedBody](Record{Body: json.RawMessage(startedBody)})
	if err != nil || len(plans.read) != 1 {
		t.Fatalf("%d plans, %v", len(plans.read), err)
	}
	for _, plan := range plans.read {
		if !reflect.DeepEqual(plan, want.Plan) {
			t.Errorf("the plan is %+v now", plan)
		}
	}
}
