package routefile_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"beatbook/data/routefile"
	"beatbook/data/sample"
	"beatbook/model"
)

func TestAnUnchangedPlanLeavesEveryByte(t *testing.T) {
	for _, source := range []string{string(sample.Source()), short, "\ufeff" + strings.ReplaceAll(short, "\n", "\r\n")} {
		if got := edited(t, source, func(*model.Plan) {}); got != source {
			t.Errorf("got\n%s", got)
		}
	}
}

// edited is the source with a change of its plan, checked to be read as that plan.
func edited(t *testing.T, source string, change func(*model.Plan)) string {
	t.Helper()
	plan, err := routefile.Read([]byte(source))
	if err != nil {
		t.Fatal(err)
	}
	change(&plan)
	got, err := routefile.Edit([]byte(source), plan)
	if err != nil {
		t.Fatal(err)
	}
	again, err := routefile.Read(got)
	if err != nil {
		t.Fatalf("%v\n%s", err, got)
	}
	same(t, again, plan)
	return string(got)
}

// lines is a change of single lines: those of old that lack in the text, with a minus before them, and those that are new.
func lines(source, got string) string {
	var changed []string
	a, b := strings.Split(source, "\n"), strings.Split(got, "\n")
	for len(a)+len(b) > 0 {
		switch {
		case len(a) > 0 && len(b) > 0 && a[0] == b[0]:
			a, b = a[1:], b[1:]
		case len(b) == 0 || len(a) > 0 && !slices.Contains(b, a[0]):
			changed, a = append(changed, "-"+a[0]), a[1:]
		default:
			changed, b = append(changed, "+"+b[0]), b[1:]
		}
	}
	return strings.Join(changed, "\n")
}

const commented = `# The head.

# What it is.
version: 1   # of the form
site: {id: s, name: S}  # the site

# The places.
checkpoints:
  # All of them.

  # The first.
  - id: a        # id of a
    name: A      # name of a
    # tag: "1"   not yet mounted
  # The second,
  # the school.
  - id: b
    kind: school # kind of b
    name: {zh: 乙, en: B} # name of b
    radius: 0.2km # radius of b
    # end of b
  # The third.
  - {id: c, name: C} # c
  # Nobody comes after c.

routes:
- id: r  # id of r
  name: R
  # The rounds.
  rounds: [
    "20:00", # eight
    "22:00"  # ten
  ]
  calls:
  - checkpoint: a # call of a
    after: 5m     # not at once
  # Call of b.
  - {checkpoint: b, tolerance: {on_time: 5m, outer: 10m}} # call of b
# Who goes.
units: [{id: u, callsign: U, kind: police}, {id: v, callsign: V, kind: mixed, usual_route: r}] # all
# The end.
`

func TestWhatIsEditedChangesAndNothingElse(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*model.Plan)
		want   string
	}{
		"a value": {
			func(p *model.Plan) { p.Checkpoints[0].Name = model.Name{ZH: "甲", EN: "A"} },
			"-    name: A      # name of a\n+    name: {zh: 甲, en: A}      # name of a",
		},
		"half a name": {
			func(p *model.Plan) { p.Checkpoints[1].Name.EN = "B: school" },
			"-    name: {zh: 乙, en: B} # name of b\n+    name: {zh: 乙, en: \"B: school\"} # name of b",
		},
		"a key more": {
			func(p *model.Plan) { p.Checkpoints[0].Kind, p.Checkpoints[0].Radius = "mall", 50 },
			"+    kind: mall\n+    radius: 50m",
		},
		"a key less": {func(p *model.Plan) { p.Checkpoints[1].Radius = 0 }, "-    radius: 0.2km # radius of b"},
		"a default": {
			func(p *model.Plan) { p.Checkpoints[1].Kind, p.Timezone = "other", "UTC" },
			"+timezone: UTC\n-    kind: school # kind of b\n+    kind: other # kind of b",
		},
		"an entry less": {
			func(p *model.Plan) { p.Checkpoints = slices.Delete(p.Checkpoints, 2, 3) },
			"-  # The third.\n-  - {id: c, name: C} # c",
		},
		"the first entry less": {
			func(p *model.Plan) {
				p.Checkpoints, p.Routes[0].Calls = p.Checkpoints[1:], p.Routes[0].Calls[1:]
			},
			"-  # The first.\n-  - id: a        # id of a\n-    name: A      # name of a\n-    # tag: \"1\"   not yet mounted\n" +
				"-  - checkpoint: a # call of a\n-    after: 5m     # not at once",
		},
		"an entry more": {
			func(p *model.Plan) {
				p.Checkpoints = slices.Insert(p.Checkpoints, 1, model.Checkpoint{ID: "d", Name: model.Name{EN: "D"}, Kind: "mall", Mode: model.Foot})
			},
			"+  - id: d\n+    name: {en: D}\n+    kind: mall\n+    mode: foot",
		},
		"an entry in brackets less": {
			func(p *model.Plan) { p.Units = p.Units[:1] },
			"-units: [{id: u, callsign: U, kind: police}, {id: v, callsign: V, kind: mixed, usual_route: r}] # all\n" +
				"+units: [{id: u, callsign: U, kind: police}] # all",
		},
		"entries in brackets change places": {
			func(p *model.Plan) { slices.Reverse(p.Units) },
			"-units: [{id: u, callsign: U, kind: police}, {id: v, callsign: V, kind: mixed, usual_route: r}] # all\n" +
				"+units: [{id: v, callsign: V, kind: mixed, usual_route: r}, {id: u, callsign: U, kind: police}] # all",
		},
		"a value in brackets": {
			func(p *model.Plan) { p.Routes[0].Calls[1].Tolerance.OnTime = minutes(6) },
			"-  - {checkpoint: b, tolerance: {on_time: 5m, outer: 10m}} # call of b\n" +
				"+  - {checkpoint: b, tolerance: {on_time: 6m, outer: 10m}} # call of b",
		},
		"a round more": {
			func(p *model.Plan) { p.Routes[0].Rounds = append(p.Routes[0].Rounds, 60) },
			"-    \"22:00\"  # ten\n+    \"22:00\",  # ten\n+    \"01:00\"",
		},
		"a round less": {
			func(p *model.Plan) { p.Routes[0].Rounds = p.Routes[0].Rounds[:1] },
			"-    \"20:00\", # eight\n-    \"22:00\"  # ten\n+    \"20:00\" # eight",
		},
		"calls change places": {
			func(p *model.Plan) { slices.Reverse(p.Routes[0].Calls) },
			"+  # Call of b.\n+  - {checkpoint: b, tolerance: {on_time: 5m, outer: 10m}} # call of b\n" +
				"-  # Call of b.\n-  - {checkpoint: b, tolerance: {on_time: 5m, outer: 10m}} # call of b",
		},
		"a call more": {
			func(p *model.Plan) {
				p.Routes[0].Calls = append(p.Routes[0].Calls, model.RouteCall{Checkpoint: "c", After: minutes(9)})
			},
			"+  - {checkpoint: c, after: 9m}",
		},
		"a checklist": {
			func(p *model.Plan) {
				p.Checkpoints[0].Checklist = []model.Item{{ID: "1", Name: model.Name{ZH: "门"}}, {ID: "x", Name: model.Name{ZH: "窗"}}}
			},
			"+    checklist:\n+      - {zh: 门}\n+      - {id: x, name: {zh: 窗}}",
		},
		"outcomes": {
			func(p *model.Plan) {
				p.Outcomes = []model.OutcomeDefinition{{ID: "found", Name: model.Name{EN: "found"}}}
			},
			"+\n+outcomes:\n+  - {id: found, name: {en: found}}",
		},
		"another kind of plan": {
			func(p *model.Plan) {
				p.Routes[0].Rounds, p.Routes[0].Every, p.Routes[0].Contact = nil, minutes(90), minutes(20)
				p.Routes[0].Calls[0].After = 0
			},
			"-  # The rounds.\n-  rounds: [\n-    \"20:00\", # eight\n-    \"22:00\"  # ten\n-  ]\n+  every: 90m\n+  contact: 20m\n-    after: 5m     # not at once",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := lines(commented, edited(t, commented, test.change)); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestNewEntriesTakeTheStyleOfTheOthers(t *testing.T) {
	source := strings.Replace(commented, "  - id: b\n", "  - {id: b, name: {zh: 乙, en: B}, kind: school, radius: 0.2km}\n", 1)
	source = strings.Replace(source, "  - id: a        # id of a\n    name: A      # name of a\n", "  - {id: a, name: A}\n", 1)
	source = strings.Replace(source, "    kind: school # kind of b\n    name: {zh: 乙, en: B} # name of b\n    radius: 0.2km # radius of b\n", "", 1)
	got := edited(t, source, func(p *model.Plan) {
		p.Checkpoints = append(p.Checkpoints, model.Checkpoint{
			ID: "d", Name: model.Name{EN: "D"}, Kind: "mall", Mode: model.Foot, Checklist: []model.Item{{ID: "1", Name: model.Name{EN: "Door"}}},
		})
	})
	if got, want := lines(source, got), "+  - {id: d, name: {en: D}, kind: mall, mode: foot, checklist: [{en: Door}]}"; got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestWithoutASourceThePlanIsWrittenAnew(t *testing.T) {
	plan, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	want, err := routefile.Write(plan)
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{"", "# nothing\n", "version: 2\n", "a: [\n"} {
		if got, err := routefile.Edit([]byte(source), plan); err != nil || string(got) != string(want) {
			t.Errorf("%q: %v\n%s", source, err, got)
		}
	}
	plan.Routes[0].Contact = minutes(-1)
	var problems routefile.Problems
	if _, err := routefile.Edit(sample.Source(), plan); !errors.As(err, &problems) || !has(problems, routefile.DurationRange) {
		t.Errorf("got %v", err)
	}
}

// odd is as people write it who know YAML well.
const odd = `%YAML 1.1
---
units:
-
  # The unit.
  usual_route: q
  kind: 'police' # kind of u
  "id" : u
  callsign: U's
    own
outcomes: [
  {id: lost, name: Lost},
  # The second.
  {id: found, name: "Fo\
    und"}]
checkpoints:
  - tag: >-
      one
      tag
    # end of a
    name:
      # The name.
      zh: '甲''s'
      en: "A\"s" # English
    id: a
    checklist:
    - 门
    - en: window
      zh: 窗 # window
    - {id: x, name: 灯}
  - name: |
      B

    id: b
routes: [
  # One.
  {id: q, name: Q, every: 1h, calls: [{checkpoint: a}, checkpoint: b]},
]
site: {id: s, name: S}
version: 1
...
# Behind the end.
`

func TestOddStylesAreKept(t *testing.T) {
	got := edited(t, odd, func(p *model.Plan) {
		p.Units[0].UsualRoute = ""
		p.Outcomes = p.Outcomes[1:]
		p.Checkpoints[0].Tag = ""
		p.Checkpoints[0].Name.EN = "Gate"
		p.Checkpoints[0].Checklist[1].ID, p.Checkpoints[0].Checklist = "1", p.Checkpoints[0].Checklist[1:]
		p.Routes[0].Calls[1].Checkpoint, p.Routes[0].Contact = "a", minutes(5)
		p.Routes[0].Calls = p.Routes[0].Calls[1:]
	})
	const want = `-  usual_route: q
-  {id: lost, name: Lost},
-  - tag: >-
-      one
-      tag
+  -
-      en: "A\"s" # English
+      en: Gate # English
-    - 门
-    - en: window
-      zh: 窗 # window
+    - {zh: 窗, en: window}
-  {id: q, name: Q, every: 1h, calls: [{checkpoint: a}, checkpoint: b]},
+  {id: q, name: Q, every: 1h, contact: 5m, calls: [{checkpoint: a}]},`
	if got := lines(odd, got); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
