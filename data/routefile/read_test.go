package routefile_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"beatbook/data/routefile"
	"beatbook/data/sample"
	"beatbook/model"
)

func TestTheSampleIsReadWholly(t *testing.T) {
	p, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	if p.Version != 1 || p.Site != (model.Site{ID: "lianhe", Name: model.Name{ZH: "蒸湘区联合街道", EN: "Lianhe Subdistrict"}}) ||
		p.Timezone != "Asia/Shanghai" || p.NightTurnsAt != 12*60 {
		t.Errorf("head: %+v", p)
	}
	if len(p.Checkpoints) != 8 || len(p.Routes) != 3 || len(p.Units) != 4 {
		t.Fatalf("%d checkpoints, %d routes, %d units", len(p.Checkpoints), len(p.Routes), len(p.Units))
	}
	same(t, p.Checkpoints[2], model.Checkpoint{
		ID:       "henggang-north",
		Name:     model.Name{ZH: "衡钢夜市一条街北口", EN: "Henggang night market north end"},
		Kind:     "night-market",
		Mode:     model.Foot,
		Position: &model.Position{Lat: 26.8979, Lon: 112.5712, Datum: "wgs84"},
		Radius:   60,
		Tag:      "9010000033",
		Look:     model.Name{ZH: "占道经营、燃气瓶、私拉电线", EN: "stalls on the road, gas bottles, loose wiring"},
	})
	list := []model.Item{
		{ID: "extinguisher", Name: model.Name{ZH: "灭火器", EN: "extinguisher"}}, {ID: "exit", Name: model.Name{ZH: "安全出口", EN: "exit"}},
		{ID: "wiring", Name: model.Name{ZH: "电气线路", EN: "wiring"}},
	}
	for i, want := range [][]model.Item{4: list, 7: list} {
		same(t, p.Checkpoints[i].Checklist, want)
	}
	same(t, p.Outcomes, []model.OutcomeDefinition{{ID: "lost-children-helped", Name: model.Name{ZH: "帮助走失儿童", EN: "lost children helped"}}})
	same(t, p.Routes[0], model.Route{
		ID: "night-market", Name: model.Name{ZH: "万达—夜市步巡线", EN: "Wanda and night market on foot"}, Order: model.FixedOrder,
		Tolerance: &model.Tolerance{OnTime: minutes(10), Outer: minutes(30)},
		Rounds:    []model.Clock{19*60 + 30, 21*60 + 30, 23*60 + 30, 90},
		Calls: []model.RouteCall{
			{Checkpoint: "wanda-east"}, {Checkpoint: "wanda-south", After: minutes(12)},
			{Checkpoint: "henggang-north", After: minutes(35)}, {Checkpoint: "henggang-south", After: minutes(47)},
			{Checkpoint: "lianhe-market", After: minutes(65)},
		},
	})
	same(t, p.Routes[2], model.Route{
		ID: "fire-watch", Name: model.Name{ZH: "公众聚集场所防火巡查", EN: "Fire watch of public places"}, Order: model.AnyOrder,
		Every: minutes(120), Contact: minutes(60), Calls: []model.RouteCall{{Checkpoint: "wanda-east"}, {Checkpoint: "mall-west"}, {Checkpoint: "hospital-er"}},
	})
	same(t, p.Units[0], model.Unit{
		ID: "police-01", Callsign: model.Name{ZH: "联合01", EN: "Lianhe 01"}, Kind: "police", Plate: "湘D·0001警", UsualRoute: "district-car",
	})
}

func minutes(n int) model.Duration { return model.Duration(time.Duration(n) * time.Minute) }

func same(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

const short = `
units: [{id: 007, callsign: 七, kind: mixed}]
routes:
  - id: r
    name: yes
    rounds: [9:30, 20:00]
    calls:
      - checkpoint: a
        from: 90s
        to: 0h20m
  - id: q
    name: Q
    rounds: ["20:00"]
    calls:
      - {checkpoint: b, from: "20:30", to: 21:00, tolerance: {on_time: 0m, outer: 12h}}
checkpoints:
  - id: a
    name: A
    radius: 0.2km
    tag: 0017
    checklist:
      - 灭火器
      - {zh: 出口, en: exit}
      - {id: wires, name: 电线}
      - 110
  - {id: b, name: {en: B}, radius: 50, position: {lat: -1, lon: 180}}
site: {id: s, name: S}
night_turns_at: 09:00
outcomes: [{id: lost, name: {zh: 走失}}, {id: 1, name: 其他}]
version: 1
`

func TestDefaultsAndShortForms(t *testing.T) {
	p, err := routefile.Read([]byte(short))
	if err != nil {
		t.Fatal(err)
	}
	clock := func(h, m int) *model.Moment {
		c := model.Clock(h*60 + m)
		return &model.Moment{Clock: &c}
	}
	one := func(s string) model.Name { return model.Name{ZH: s, EN: s} }
	same(t, p, model.Plan{
		Version: 1, Site: model.Site{ID: "s", Name: one("S")}, Timezone: "Asia/Shanghai", NightTurnsAt: 9 * 60,
		Checkpoints: []model.Checkpoint{
			{ID: "a", Name: one("A"), Kind: "other", Mode: model.AnyMode, Radius: 200, Tag: "0017", Checklist: []model.Item{
				{ID: "1", Name: one("灭火器")}, {ID: "2", Name: model.Name{ZH: "出口", EN: "exit"}},
				{ID: "wires", Name: one("电线")}, {ID: "4", Name: one("110")},
			}},
			{ID: "b", Name: model.Name{EN: "B"}, Kind: "other", Mode: model.AnyMode, Radius: 50,
				Position: &model.Position{Lat: -1, Lon: 180, Datum: "wgs84"}},
		},
		Routes: []model.Route{{
			ID: "r", Name: one("yes"), Order: model.FixedOrder, Rounds: []model.Clock{9*60 + 30, 20 * 60},
			Calls: []model.RouteCall{
				{Checkpoint: "a", From: &model.Moment{Offset: model.Duration(90 * time.Second)}, To: &model.Moment{Offset: minutes(20)}},
			},
		}, {
			ID: "q", Name: one("Q"), Order: model.FixedOrder, Rounds: []model.Clock{20 * 60},
			Calls: []model.RouteCall{
				{Checkpoint: "b", From: clock(20, 30), To: clock(21, 0), Tolerance: &model.Tolerance{Outer: minutes(720)}},
			},
		}},
		Units:    []model.Unit{{ID: "007", Callsign: one("七"), Kind: "mixed"}},
		Outcomes: []model.OutcomeDefinition{{ID: "lost", Name: model.Name{ZH: "走失"}}, {ID: "1", Name: one("其他")}},
	})
}

func TestAByteOrderMarkAndWindowsLineEndsChangeNothing(t *testing.T) {
	want, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	src := append([]byte("\uFEFF"), bytes.ReplaceAll(sample.Source(), []byte("\n"), []byte("\r\n"))...)
	got, err := routefile.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, want)
}

func TestAPlanThatIsRefusedIsEmpty(t *testing.T) {
	src := strings.Replace(short, "kind: mixed", "kind: x", 1)
	p, err := routefile.Read([]byte(src))
	var problems routefile.Problems
	if !errors.As(err, &problems) || len(problems) != 1 {
		t.Fatalf("got %v", err)
	}
	same(t, p, model.Plan{})
}

func TestHugeAndHostileFilesAreRefusedSoon(t *testing.T) {
	bomb := "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
	for i := 1; i < 10; i++ {
		bomb += strings.NewReplacer("N", string(rune('0'+i)), "M", string(rune('0'+i-1))).
			Replace("aN: &aN [*aM,*aM,*aM,*aM,*aM,*aM,*aM,*aM,*aM]\n")
	}
	calls := strings.Repeat("{checkpoint: a},", 16000)
	ids := ""
	for i := range 4000 {
		ids += "- {id: " + strings.Repeat(string(rune('a'+i%26)), 30) + ", name: A}\n"
	}
	rounds := ""
	for i := range 48 {
		rounds += `"` + model.Clock((720+i*30)%1440).String() + `",`
	}
	busy := "checkpoints: [{id: a, name: A}]\nroutes:\n"
	for i := range 30 {
		busy += fmt.Sprintf("- {id: r%d, name: A, rounds: [%s], calls: [%s]}\n", i, rounds, strings.Repeat("{checkpoint: a},", 200))
	}
	for name, c := range map[string]struct {
		src  string
		code routefile.Code
	}{
		"10 MB":           {strings.Repeat("nonsense: [}\n", 800_000), routefile.TooLarge},
		"bomb":            {bomb, routefile.Alias},
		"brackets":        {strings.Repeat("[", routefile.MaxSize), routefile.TooDeep},
		"dashes":          {strings.Repeat("- ", routefile.MaxSize/2), routefile.TooDeep},
		"nested mappings": {strings.Repeat("{a: ", routefile.MaxSize/4), routefile.TooDeep},
		"open quote":      {`"` + strings.Repeat("x\n", routefile.MaxSize/2-1), routefile.Syntax},
		"repeated keys":   {strings.Repeat("a: 1\n", routefile.MaxSize/5), routefile.DuplicateKey},
		"unknown calls":   {"routes: [{calls: [" + calls + "]}]", routefile.LongList},
		"busy night":      {busy, routefile.OverlappingBands},
		"many ids":        {"checkpoints:\n" + ids, routefile.DuplicateID},
	} {
		start := time.Now()
		_, err := routefile.Read([]byte(c.src)) // one that took for ever would run into the limit of the whole test
		var problems routefile.Problems
		if !errors.As(err, &problems) || !has(problems, c.code) {
			t.Errorf("%s: got %.200v", name, err)
		}
		t.Log(name, time.Since(start))
	}
}

func has(problems routefile.Problems, code routefile.Code) bool {
	for _, p := range problems {
		if p.Code == code {
			return true
		}
	}
	return false
}
