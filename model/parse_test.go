package model_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"beatbook/model"
)

func TestParseClock(t *testing.T) {
	for s, want := range map[string]model.Clock{"00:00": 0, "9:05": 545, "09:05": 545, "23:59": 1439, "12:00": 720} {
		got, err := model.ParseClock(s)
		if err != nil || got != want {
			t.Errorf("%q: %d, %v", s, got, err)
		}
		if again, err := model.ParseClock(got.String()); err != nil || again != got {
			t.Errorf("%q came back as %v, %v", s, again, err)
		}
	}
	for _, s := range []string{
		"", ":", "24:00", "12:60", "1200", "12:0", "12:000", "012:00", "-1:00", "+1:00", "12:+1", "12:00:00", "12:00 ", " 2:00", "12:00pm",
		"-0:30", "9:-0", "9: 5", "\t9:05", "１２:00", "12：00", "a:bc", "0x1:00",
	} {
		if got, err := model.ParseClock(s); err == nil {
			t.Errorf("%q is taken as %v", s, got)
		}
	}
}

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2026-11-20", "2028-02-29", "1999-12-31"} {
		if d, err := model.ParseDate(s); err != nil || string(d) != s {
			t.Errorf("%q: %v, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "2026-02-29", "2026-13-01", "2026-1-2", "26-01-02", "2026-01-02T00:00:00Z", " 2026-01-02", "2026/01/02", "../../x"} {
		if d, err := model.ParseDate(s); err == nil {
			t.Errorf("%q is taken as %v", s, d)
		}
	}
}

func TestDurationText(t *testing.T) {
	for text, d := range map[string]time.Duration{
		"0s": 0, "10m": 10 * time.Minute, "1h": time.Hour, "1h30m": 90 * time.Minute, "20h": 20 * time.Hour, "45s": 45 * time.Second,
		"1h0m5s": time.Hour + 5*time.Second, "1m30s": 90 * time.Second, "-1h": -time.Hour, "1.5s": 1500 * time.Millisecond, "10h10m": 610 * time.Minute,
	} {
		if got := model.Duration(d).String(); got != text {
			t.Errorf("%v is written %q, want %q", d, got, text)
		}
		var back model.Duration
		if err := back.UnmarshalText([]byte(text)); err != nil || time.Duration(back) != d {
			t.Errorf("%q is read as %v, %v", text, back, err)
		}
	}
	for _, s := range []string{"", "10", "ten", "10 m", "1d", "m"} {
		var d model.Duration
		if err := d.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is taken as %v", s, d)
		}
	}
}

func TestNameInAndJSON(t *testing.T) {
	for _, c := range []struct {
		json   string
		name   model.Name
		zh, en string
	}{
		{`"Gate 3"`, model.Name{ZH: "Gate 3", EN: "Gate 3"}, "Gate 3", "Gate 3"},
		{`{"zh":"东门","en":"East gate"}`, model.Name{ZH: "东门", EN: "East gate"}, "东门", "East gate"},
		{`{"zh":"东门"}`, model.Name{ZH: "东门"}, "东门", "东门"},
		{`{"en":"East gate"}`, model.Name{EN: "East gate"}, "East gate", "East gate"},
		{`""`, model.Name{}, "", ""},
		{`"\u2028\"<b>&"`, model.Name{ZH: "\u2028\"<b>&", EN: "\u2028\"<b>&"}, "\u2028\"<b>&", "\u2028\"<b>&"},
	} {
		var got model.Name
		if err := json.Unmarshal([]byte(c.json), &got); err != nil || got != c.name {
			t.Errorf("%s is read as %+v, %v", c.json, got, err)
		}
		if got.In(model.ZH) != c.zh || got.In(model.EN) != c.en {
			t.Errorf("%s: %q and %q", c.json, got.In(model.ZH), got.In(model.EN))
		}
		roundTrip(t, c.name)
	}
	for _, s := range []string{`3`, `["a"]`, `{"zh":3}`, `true`} {
		var n model.Name
		if err := json.Unmarshal([]byte(s), &n); err == nil {
			t.Errorf("%s is taken as %+v", s, n)
		}
	}
}

func roundTrip[T any](t *testing.T, v T) {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(v, back) {
		t.Errorf("%s came back as %+v, %v", b, back, err)
	}
}

func TestThePlanSurvivesJSON(t *testing.T) {
	clock := clockOf("22:15")
	tolerance := &model.Tolerance{OnTime: model.Duration(5 * time.Minute), Outer: model.Duration(time.Hour)}
	p := beat()
	p.Site = model.Site{ID: "site", Name: model.Name{ZH: "街道"}}
	p.Checkpoints[0] = model.Checkpoint{
		ID: "plaza", Name: model.Name{ZH: "广场", EN: "Plaza"}, Kind: "plaza", Mode: model.AnyMode, Radius: 80, Tag: "9010000017",
		Position: &model.Position{Lat: 26.8934, Lon: 112.5641, Datum: "wgs84"}, Look: model.Name{EN: "crowds"}, Tolerance: tolerance,
	}
	p.Routes[0].Tolerance = tolerance
	p.Routes[0].Calls[1] = model.RouteCall{Checkpoint: "market", From: &model.Moment{}, To: &model.Moment{Clock: &clock}, Tolerance: tolerance}
	p.Routes = append(p.Routes, everyHour().Routes[0])
	roundTrip(t, *p)
}

func TestFreezeHoldsOnToTheRouteAndTheUnit(t *testing.T) {
	p := beat()
	other := p.Routes[0]
	other.ID = "other"
	p.Routes = append(p.Routes, other)
	frozen := p.Freeze("car-1", "other")
	if len(frozen.Routes) != 1 || frozen.Routes[0].ID != "other" || len(frozen.Units) != 1 || frozen.Units[0].ID != "car-1" || len(frozen.Checkpoints) != 4 {
		t.Errorf("frozen %+v", frozen)
	}
	if len(p.Routes) != 2 || p.Routes[0].ID != "beat" || p.Units[0].ID != "horn-1" {
		t.Errorf("freezing changed the plan: %+v", p)
	}
}

func TestAnUnknownZoneIsUTC(t *testing.T) {
	p := beat()
	p.Timezone = "Moon/Crater"
	if p.Zone() != time.UTC {
		t.Errorf("zone %v", p.Zone())
	}
}
