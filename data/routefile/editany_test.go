package routefile_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"beatbook/data/routefile"
	"beatbook/data/sample"
	"beatbook/model"
)

// TestEditsOfAnyPlanKeepTheComments: a file with a comment above each checkpoint, route and unit and one behind each of
// their ids is read as the plan after any edit, and of these comments it has those of the entries that are still there.
func TestEditsOfAnyPlanKeepTheComments(t *testing.T) {
	sampled, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		plan := sampled
		if rapid.Bool().Draw(t, "generated") {
			plan = anyPlan(t)
		}
		source := remarked(t, plan)
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			plan = anyEdit(t, plan)
			if source, err = routefile.Edit(source, plan); err != nil {
				t.Fatal(err)
			}
			got, err := routefile.Read(source)
			if err != nil || !reflect.DeepEqual(got, plan) {
				t.Fatalf("%v\n%s\ngot  %+v\nwant %+v", err, source, got, plan)
			}
			checkRemarks(t, string(source), plan)
		}
	})
}

// remarked is the file of a plan with comments.
func remarked(t *rapid.T, plan model.Plan) []byte {
	src, err := routefile.Write(plan)
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{"# head", ""}
	list := ""
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSuffix(line, "\n")
		if line != "" && line[0] != ' ' {
			list = line
		}
		if id, ok := strings.CutPrefix(line, "  - id: "); ok {
			id = strings.Trim(id, `"`)
			lines = append(lines, fmt.Sprintf("  # above %s %s", list, id), fmt.Sprintf("%s # at %s %s", line, list, id))
			continue
		}
		lines = append(lines, line)
	}
	return []byte(strings.Join(append(lines, "# tail", ""), "\n"))
}

// checkRemarks finds each comment once, above and beside its id; new entries have the id "new" and none.
func checkRemarks(t *rapid.T, source string, plan model.Plan) {
	lines := strings.Split(source, "\n")
	if !slices.Contains(lines, "# head") || !slices.Contains(lines, "# tail") {
		t.Fatalf("head or tail is gone\n%s", source)
	}
	want := 2
	check := func(list, id string) {
		if id == "new" {
			return
		}
		want += 2
		i := slices.IndexFunc(lines, func(l string) bool { return strings.HasSuffix(l, fmt.Sprintf(" # at %s: %s", list, id)) })
		if i < 1 || lines[i-1] != fmt.Sprintf("  # above %s: %s", list, id) || strings.Trim(strings.Fields(lines[i])[2], `"`) != id {
			t.Fatalf("the comments of %s %s are gone\n%s", list, id, source)
		}
	}
	for _, c := range plan.Checkpoints {
		check("checkpoints", c.ID)
	}
	for _, r := range plan.Routes {
		check("routes", r.ID)
	}
	for _, u := range plan.Units {
		check("units", u.ID)
	}
	if got := strings.Count(source, " # at ") + strings.Count(source, "  # above ") + 2; got != want {
		t.Fatalf("%d comments in place of %d\n%s", got, want, source)
	}
}

// anyEdit is what a person may do to a plan in one go.
func anyEdit(t *rapid.T, p model.Plan) model.Plan {
	p.Checkpoints, p.Routes, p.Units = slices.Clone(p.Checkpoints), slices.Clone(p.Routes), slices.Clone(p.Units)
	c := rapid.IntRange(0, len(p.Checkpoints)-1).Draw(t, "checkpoint")
	r := rapid.IntRange(0, len(p.Routes)-1).Draw(t, "route")
	u := rapid.IntRange(0, len(p.Units)-1).Draw(t, "unit")
	switch rapid.IntRange(0, 9).Draw(t, "edit") {
	case 0:
		tolerance := p.Checkpoints[c].Tolerance // another one might make bands overlap
		p.Checkpoints[c] = anyCheckpoint(t, p.Checkpoints[c].ID)
		p.Checkpoints[c].Tolerance = tolerance
	case 1:
		p.Checkpoints = rapid.Permutation(p.Checkpoints).Draw(t, "checkpoints")
	case 2:
		if _, there := p.Checkpoint("new"); !there {
			p.Checkpoints = slices.Insert(p.Checkpoints, c, anyCheckpoint(t, "new"))
		}
	case 3:
		p.Checkpoints = slices.DeleteFunc(p.Checkpoints, func(c model.Checkpoint) bool { return !called(p, c.ID) })
	case 4:
		p.Routes[r].Calls = rapid.Permutation(p.Routes[r].Calls).Draw(t, "calls")
		p.Routes[r].Name, p.Routes[r].Contact = anyName(t, "route"), seconds(rapid.IntRange(0, 86400).Draw(t, "contact"))
	case 5:
		p.Routes[r].Calls = slices.Delete(slices.Clone(p.Routes[r].Calls), 0, min(1, len(p.Routes[r].Calls)-1))
	case 6:
		p.Routes = rapid.Permutation(p.Routes).Draw(t, "routes")
		p.Units = rapid.Permutation(p.Units).Draw(t, "units")
	case 7:
		p.Units[u].Plate, p.Units[u].Callsign = optional(t, anyLine()), anyName(t, "unit")
		if len(p.Units) > 1 {
			p.Units = slices.Delete(p.Units, 0, 1)
		}
	case 8:
		p.Site.Name, p.Timezone, p.Outcomes = anyName(t, "site"), "UTC", nil
	case 9:
		if len(p.Checkpoints[c].Checklist) > 0 {
			p.Checkpoints[c].Checklist = rapid.Permutation(p.Checkpoints[c].Checklist).Draw(t, "checklist")
			p.Checkpoints[c].Checklist = append(p.Checkpoints[c].Checklist[:0:0], p.Checkpoints[c].Checklist[1:]...)
		}
		if len(p.Checkpoints[c].Checklist) == 0 {
			p.Checkpoints[c].Checklist = nil
		}
	}
	return p
}

func called(p model.Plan, checkpoint string) bool {
	return slices.ContainsFunc(p.Routes, func(r model.Route) bool {
		return slices.ContainsFunc(r.Calls, func(c model.RouteCall) bool { return c.Checkpoint == checkpoint })
	})
}

func TestOnePlanIsEditedIntoAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := anyPlan(t), anyPlan(t)
		got, err := routefile.Edit(remarked(t, from), to)
		if err != nil {
			t.Fatal(err)
		}
		if plan, err := routefile.Read(got); err != nil || !reflect.DeepEqual(plan, to) {
			t.Fatalf("%v\n%s", err, got)
		}
		if !strings.HasPrefix(string(got), "# head\n") || !strings.HasSuffix(string(got), "# tail\n") {
			t.Fatalf("written anew\n%s", got)
		}
	})
}
