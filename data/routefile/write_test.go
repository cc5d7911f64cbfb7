package routefile_test

import (
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/data/routefile"
	"beatbook/data/sample"
	"beatbook/model"
)

func TestTheSampleIsWrittenAsItWas(t *testing.T) {
	p, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	got, err := routefile.Write(p)
	if err != nil {
		t.Fatal(err)
	}
	want := regexp.MustCompile(`(?m)^#.*\n|  +#.*`).ReplaceAllString(string(sample.Source()), "")
	if string(got) != want {
		t.Errorf("got\n%s", got)
	}
}

func TestAPlanThatCannotBeReadIsNotWritten(t *testing.T) {
	p, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	p.Site.Name.EN = "two\nlines"
	p.Units[0].UsualRoute = "nowhere"
	_, err = routefile.Write(p)
	var problems routefile.Problems
	if !errors.As(err, &problems) || !has(problems, routefile.ForbiddenRune) || !has(problems, routefile.UnknownRoute) {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsWrittenIsReadAsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlan(t)
		src, err := routefile.Write(p)
		if err != nil {
			t.Fatal(err)
		}
		got, err := routefile.Read(src)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, p) {
			t.Fatalf("%s\ngot  %+v\nwant %+v", src, got, p)
		}
	})
}

// anyPlan makes plans without overlapping bands: rounds two hours apart, bands of half an hour at most, and each
// checkpoint once a route.
func anyPlan(t *rapid.T) model.Plan {
	p := model.Plan{
		Version:      1,
		Site:         model.Site{ID: "site", Name: anyName(t, "site")},
		Timezone:     rapid.SampledFrom([]string{"Asia/Shanghai", "UTC", "America/New_York"}).Draw(t, "zone"),
		NightTurnsAt: model.Clock(rapid.IntRange(0, 1439).Draw(t, "turn")),
	}
	ids := rapid.SliceOfNDistinct(anyID(), 1, 6, rapid.ID).Draw(t, "ids")
	for _, id := range ids {
		p.Checkpoints = append(p.Checkpoints, anyCheckpoint(t, id))
	}
	routes := rapid.SliceOfNDistinct(anyID(), 1, 3, rapid.ID).Draw(t, "routes")
	for _, id := range routes {
		p.Routes = append(p.Routes, anyRoute(t, id, ids, p.NightTurnsAt))
	}
	for _, id := range rapid.SliceOfNDistinct(anyID(), 1, 3, rapid.ID).Draw(t, "units") {
		p.Units = append(p.Units, model.Unit{
			ID: id, Callsign: anyName(t, "callsign"), Kind: rapid.SampledFrom(model.UnitKinds).Draw(t, "kind"),
			Plate: optional(t, anyLine()), UsualRoute: optional(t, rapid.SampledFrom(routes)),
		})
	}
	for _, id := range rapid.SliceOfNDistinct(anyID(), 0, 20, rapid.ID).Filter(ownOutcomes).Draw(t, "outcomes") {
		p.Outcomes = append(p.Outcomes, model.OutcomeDefinition{ID: model.OutcomeKind(id), Name: anyName(t, "outcome")})
	}
	return p
}

func ownOutcomes(ids []string) bool {
	return !slices.ContainsFunc(model.OutcomeKinds, func(k model.OutcomeKind) bool { return slices.Contains(ids, string(k)) })
}

// anyChecklist has ids of its own and ids that say no more than the place.
func anyChecklist(t *rapid.T) []model.Item {
	var items []model.Item
	for i, id := range rapid.SliceOfNDistinct(anyID(), 0, 20, rapid.ID).Draw(t, "items") {
		place := strconv.Itoa(i + 1)
		if taken := func(item model.Item) bool { return item.ID == place }; rapid.Bool().Draw(t, "by place") && !slices.ContainsFunc(items, taken) {
			id = place
		}
		if !slices.ContainsFunc(items, func(item model.Item) bool { return item.ID == id }) {
			items = append(items, model.Item{ID: id, Name: anyName(t, "item")})
		}
	}
	return items
}

func anyID() *rapid.Generator[string] {
	return rapid.StringMatching(`[A-Za-z0-9_-][A-Za-z0-9._-]{0,20}`)
}

func anyLine() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[\pL\pN\pP\pS]([ \pL\pN\pP\pS]{0,20}[\pL\pN\pP\pS])?`),
		rapid.SampledFrom([]string{
			"true", "No", "~", "null", "1", "0x1", "12:30", "1e3", "- a", "a: b", "a #b", `"`, `\`, "'", "{", "a,b", "&a", "*a", "!a", "%a",
			"@", "`", "?", "<<", "---", "...", "é̀", "𠮷野家", "👮", "👨‍👩‍👧", "—", "a\u3000b", "2024-01-01", "\\U00000041",
		}),
	).Filter(func(s string) bool { return strings.TrimSpace(s) == s })
}

func anyName(t *rapid.T, label string) model.Name {
	zh, en := anyLine().Draw(t, label+" zh"), anyLine().Draw(t, label+" en")
	return rapid.SampledFrom([]model.Name{{ZH: zh, EN: en}, {ZH: zh}, {EN: en}, {ZH: zh, EN: zh}}).Draw(t, label)
}

func optional[T any](t *rapid.T, g *rapid.Generator[T]) T {
	var none T
	if rapid.Bool().Draw(t, "is there") {
		return g.Draw(t, "value")
	}
	return none
}

func anyTolerance(t *rapid.T) *model.Tolerance {
	if !rapid.Bool().Draw(t, "tolerance") {
		return nil
	}
	on := rapid.IntRange(0, 15*60).Draw(t, "on time")
	outer := rapid.IntRange(on, 12*3600).Draw(t, "outer")
	return &model.Tolerance{OnTime: seconds(on), Outer: seconds(outer)}
}

func seconds(n int) model.Duration { return model.Duration(time.Duration(n) * time.Second) }

func anyCheckpoint(t *rapid.T, id string) model.Checkpoint {
	c := model.Checkpoint{
		ID: id, Name: anyName(t, "name"), Kind: rapid.SampledFrom(model.PlaceKinds).Draw(t, "kind"),
		Mode:   rapid.SampledFrom([]model.Mode{model.Foot, model.Vehicle, model.AnyMode}).Draw(t, "mode"),
		Radius: optional(t, rapid.IntRange(1, 50_000)), Tag: optional(t, anyLine()), Tolerance: anyTolerance(t),
		Checklist: anyChecklist(t),
	}
	if rapid.Bool().Draw(t, "look") {
		c.Look = anyName(t, "look")
	}
	if rapid.Bool().Draw(t, "position") {
		c.Position = &model.Position{
			Lat: rapid.Float64Range(-90, 90).Filter(func(f float64) bool { return f != 0 }).Draw(t, "lat"),
			Lon: rapid.Float64Range(-180, 180).Draw(t, "lon"), Datum: rapid.SampledFrom(model.Datums).Draw(t, "datum"),
		}
	}
	return c
}

func anyRoute(t *rapid.T, id string, checkpoints []string, turn model.Clock) model.Route {
	r := model.Route{
		ID: id, Name: anyName(t, "name"), Order: rapid.SampledFrom([]model.Order{model.FixedOrder, model.AnyOrder}).Draw(t, "order"),
		Tolerance: anyTolerance(t), Contact: optional(t, rapid.Custom(func(t *rapid.T) model.Duration {
			return seconds(rapid.IntRange(1, 24*3600).Draw(t, "contact"))
		})),
	}
	if rapid.Bool().Draw(t, "interval") {
		r.Every = seconds(rapid.IntRange(1, 24*3600).Draw(t, "every"))
	} else {
		for n := range rapid.IntRange(1, 12).Draw(t, "rounds") {
			r.Rounds = append(r.Rounds, (turn+model.Clock(n*120))%1440)
		}
	}
	n := rapid.IntRange(1, len(checkpoints)).Draw(t, "calls")
	for _, checkpoint := range slices.Clone(checkpoints)[:n] {
		c := model.RouteCall{Checkpoint: checkpoint, Tolerance: anyTolerance(t)}
		if !r.Interval() {
			timed(t, &c, r.Rounds)
		}
		r.Calls = append(r.Calls, c)
	}
	return r
}

func timed(t *rapid.T, c *model.RouteCall, rounds []model.Clock) {
	from := rapid.IntRange(0, 3600).Draw(t, "from")
	to := rapid.IntRange(from, 3600).Draw(t, "to")
	switch rapid.IntRange(0, 2).Draw(t, "timing") {
	case 0:
		c.After = seconds(from)
	case 1:
		c.From, c.To = &model.Moment{Offset: seconds(from)}, &model.Moment{Offset: seconds(to)}
	case 2:
		if len(rounds) > 1 {
			return // the same hours in every round overlap
		}
		a := (rounds[0] + model.Clock(from/60)) % 1440
		b := (rounds[0] + model.Clock(to/60)) % 1440
		c.From, c.To = &model.Moment{Clock: &a}, &model.Moment{Clock: &b}
	}
}
