package model_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

// wide is a plan with something of everything.
func wide() *model.Plan {
	one := func(s string) model.Name { return model.Name{ZH: s, EN: s} }
	p := &model.Plan{
		Version: 1, Site: model.Site{ID: "site", Name: one("Site")}, Timezone: "UTC", NightTurnsAt: 720,
		Outcomes: []model.OutcomeDefinition{{ID: "o1", Name: one("O1")}, {ID: "o2", Name: one("O2")}},
	}
	for _, id := range []string{"a", "b", "c", "d"} {
		p.Checkpoints = append(p.Checkpoints, model.Checkpoint{
			ID: id, Name: one(strings.ToUpper(id)), Kind: "mall", Mode: model.Foot, Radius: 50, Tag: id,
			Position:  &model.Position{Lat: 1, Lon: 2, Datum: "wgs84"},
			Tolerance: &model.Tolerance{OnTime: model.Duration(time.Minute), Outer: model.Duration(time.Hour)},
			Checklist: []model.Item{{ID: "1", Name: one("Door")}},
		})
	}
	offset := func(n int) model.Duration { return model.Duration(time.Duration(n) * time.Minute) }
	p.Routes = []model.Route{
		{ID: "walk", Name: one("Walk"), Order: model.FixedOrder, Rounds: []model.Clock{1200, 1320, 60}, Calls: []model.RouteCall{
			{Checkpoint: "a"}, {Checkpoint: "b", After: offset(10)}, {Checkpoint: "a", From: &model.Moment{}, To: &model.Moment{Offset: offset(9)}},
		}},
		{ID: "watch", Name: one("Watch"), Order: model.AnyOrder, Every: offset(90), Calls: []model.RouteCall{{Checkpoint: "c"}}},
	}
	for _, id := range []string{"u", "v"} {
		p.Units = append(p.Units, model.Unit{ID: id, Callsign: one(id), Kind: "police", UsualRoute: "walk"})
	}
	return p
}

// short is a change in a form that is easy to compare.
func short(c model.PlanChange) string {
	value := func(v any) string {
		b, err := json.Marshal(v)
		if err != nil {
			return err.Error()
		}
		return string(b)
	}
	s := fmt.Sprintf("%s %s %s/%s", c.Kind, c.Part, c.Route, c.ID)
	if c.Kind == model.PartMoved || c.Kind == model.PartChanged {
		s += fmt.Sprintf(" %s: %s > %s", c.Field, value(c.From), value(c.To))
	}
	return s
}

func TestWhatDiffersBetweenPlans(t *testing.T) {
	for name, test := range map[string]struct {
		edit func(*model.Plan)
		want []string
	}{
		"nothing": {func(*model.Plan) {}, nil},
		"the head": {func(p *model.Plan) { p.Site.Name.EN, p.Timezone, p.NightTurnsAt = "S", "", 0 }, []string{
			`changed plan / name: "Site" > {"zh":"Site","en":"S"}`, `changed plan / timezone: "UTC" > null`,
			`changed plan / night_turns_at: "12:00" > "00:00"`,
		}},
		"a checkpoint": {func(p *model.Plan) {
			p.Checkpoints[1] = model.Checkpoint{ID: "b", Name: p.Checkpoints[1].Name, Kind: "school", Mode: model.Foot, Radius: 50}
		}, []string{
			`changed checkpoint /b kind: "mall" > "school"`, `changed checkpoint /b position: {"lat":1,"lon":2,"datum":"wgs84"} > null`,
			`changed checkpoint /b tag: "b" > null`, `changed checkpoint /b tolerance: {"on_time":"1m","outer":"1h"} > null`,
			`changed checkpoint /b checklist: [{"id":"1","name":"Door"}] > null`,
		}},
		"one to the front": {
			func(p *model.Plan) {
				p.Checkpoints = []model.Checkpoint{p.Checkpoints[3], p.Checkpoints[0], p.Checkpoints[1], p.Checkpoints[2]}
			},
			[]string{`moved checkpoint /d : {"id":"c","name":"C"} > null`},
		},
		"one out, one in, one to the end": {func(p *model.Plan) {
			p.Checkpoints = append(p.Checkpoints[2:], model.Checkpoint{ID: "e"}, p.Checkpoints[0])
		}, []string{"removed checkpoint /b", "added checkpoint /e", `moved checkpoint /a : null > {"id":"e"}`}},
		"rounds": {func(p *model.Plan) { p.Routes[0].Rounds = []model.Clock{1260, 1320, 60, 120} }, []string{
			"removed round walk/20:00", "added round walk/21:00", "added round walk/02:00",
		}},
		"calls": {func(p *model.Plan) {
			calls := p.Routes[0].Calls
			p.Routes[0].Calls = []model.RouteCall{calls[0], calls[2], {Checkpoint: "d"}}
			p.Routes[0].Calls[1].To = &model.Moment{Offset: calls[1].After}
			p.Routes[1].Contact = model.Duration(time.Hour)
		}, []string{
			"removed call walk/b", `changed call walk/a due: {"after":"0s","from":{},"to":{"offset":"9m"}} > {"after":"0s","from":{},"to":{"offset":"10m"}}`,
			"added call walk/d", `changed route /watch contact: null > "1h"`,
		}},
		"another kind of plan": {func(p *model.Plan) {
			p.Routes[0].Rounds, p.Routes[0].Every = nil, model.Duration(time.Hour)
			p.Routes[0].Calls = p.Routes[0].Calls[1:2]
		}, []string{
			`changed route /walk every: null > "1h"`, "removed round walk/20:00", "removed round walk/22:00", "removed round walk/01:00",
			"removed call walk/a", "removed call walk/a", `changed call walk/b due: {"after":"10m"} > null`,
		}},
		"units and outcomes": {func(p *model.Plan) {
			p.Units = []model.Unit{p.Units[1], {ID: "w"}}
			p.Units[0].Plate, p.Units[0].UsualRoute = "D1", "watch"
			p.Outcomes[1].Name.ZH, p.Routes = "一", p.Routes[:1]
		}, []string{
			"removed route /watch", "removed unit /u", `changed unit /v plate: null > "D1"`, `changed unit /v usual_route: "walk" > "watch"`,
			"added unit /w", `changed outcome /o2 name: "O2" > {"zh":"一","en":"O2"}`,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			edited := wide()
			test.edit(edited)
			var got []string
			for _, c := range model.DiffPlans(wide(), edited) {
				got = append(got, short(c))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestChangesTellWhatTheyAreAbout(t *testing.T) {
	edited := wide()
	edited.Routes[0].Name.EN = "Stroll"
	edited.Checkpoints[1].Name.EN = "Bee"
	edited.Routes[0].Calls = edited.Routes[0].Calls[:1]
	changes := model.DiffPlans(wide(), edited)
	got := changes[len(changes)-2]
	want := model.PlanChange{
		Kind: model.PartRemoved, Part: model.CallPart, ID: "b", Name: edited.Checkpoints[1].Name, Route: "walk",
		Along: edited.Routes[0].Name, Place: 2,
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// TestADifferenceIsFoundAndNothingElse: plans differ exactly where something is told of, and the changes of lists, applied
// to the ids, turn the old list into the new one.
func TestADifferenceIsFoundAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom([]string{"UTC", "Asia/Shanghai"})
		a, b := anyWide(t, zone.Draw(t, "zone")), anyWide(t, zone.Draw(t, "other zone"))
		if got := model.DiffPlans(a, a); len(got) > 0 {
			t.Fatalf("the same plan differs: %+v", got)
		}
		changes := model.DiffPlans(a, b)
		if (len(changes) == 0) != reflect.DeepEqual(a, b) {
			t.Fatalf("%+v\n%+v\n%+v", changes, a, b)
		}
		if !reflect.DeepEqual(changes, model.DiffPlans(a, b)) {
			t.Fatal("not the same twice")
		}
		var from, want []string
		for _, c := range a.Checkpoints {
			from = append(from, c.ID)
		}
		for _, c := range b.Checkpoints {
			want = append(want, c.ID)
		}
		if got := listAfter(from, changes); !slices.Equal(got, want) {
			t.Fatalf("%v with %+v is %v in place of %v", from, changes, got, want)
		}
	})
}

// listAfter takes out what was removed or moved and puts in what was added or moved.
func listAfter(ids []string, changes []model.PlanChange) []string {
	ids = slices.Clone(ids)
	for _, c := range changes {
		if c.Part == model.CheckpointPart && (c.Kind == model.PartRemoved || c.Kind == model.PartMoved) {
			ids = slices.DeleteFunc(ids, func(id string) bool { return id == c.ID })
		}
	}
	for _, c := range changes {
		if c.Part == model.CheckpointPart && (c.Kind == model.PartAdded || c.Kind == model.PartMoved) {
			ids = slices.Insert(ids, c.Place-1, c.ID)
		}
	}
	return ids
}

// anyWide draws plans that are often equal in part.
func anyWide(t *rapid.T, zone string) *model.Plan {
	p := wide()
	if rapid.Bool().Draw(t, "the same") {
		return p
	}
	drawn := genPlan(t, zone)
	if rapid.Bool().Draw(t, "drawn") {
		if drawn.Routes[0].Interval() {
			for i := range drawn.Routes[0].Calls {
				drawn.Routes[0].Calls[i].After = 0
			}
		}
		return &drawn
	}
	p.Timezone = zone
	p.Checkpoints = rapid.Permutation(p.Checkpoints).Draw(t, "checkpoints")[:rapid.IntRange(1, 4).Draw(t, "number")]
	c := &p.Checkpoints[0]
	c.Tolerance = maybeTolerance(t, "checkpoint")
	c.Tag = rapid.SampledFrom([]string{c.Tag, "", "x"}).Draw(t, "tag")
	p.Routes = rapid.Permutation(p.Routes).Draw(t, "routes")
	p.Routes[0].Calls = rapid.Permutation(p.Routes[0].Calls).Draw(t, "calls")
	return p
}
