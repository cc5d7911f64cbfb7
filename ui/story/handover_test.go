package story_test

import (
	"slices"
	"testing"

	"beatbook/model"
	"beatbook/ui/story"
	"beatbook/ui/text"
)

func TestAPlaceThatIsNewInThePlanIsLeftByName(t *testing.T) {
	shift := &model.Shift{Plan: model.Plan{Checkpoints: []model.Checkpoint{{ID: "old", Name: model.Name{EN: "Old gate"}}}}}
	inForce := &model.Plan{Checkpoints: []model.Checkpoint{{ID: "new", Name: model.Name{EN: "New gate"}}}}
	hazards := []model.Hazard{{Checkpoint: "old", What: "a"}, {Checkpoint: "new", What: "b"}, {Checkpoint: "gone", What: "c"}}
	strings := text.For(model.EN)
	got := story.Left(strings, shift, inForce, hazards, shift.Started)
	label := strings.Patrol.Hazards + strings.App.Colon
	if want := []string{label + "Old gate a", label + "New gate b", label + "gone c"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
