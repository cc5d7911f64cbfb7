package story

import (
	"fmt"
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/text"
)

// Left is what a shift has left for the next one, a line each: the calls that it missed by a moment, by name, and hazards that
// are open. Its note is no part of it. Places that its plan lacks are looked up in the one in force.
func Left(t *text.Strings, shift *model.Shift, inForce *model.Plan, hazards []model.Hazard, now time.Time) []string {
	place := func(id string) string {
		for _, plan := range []*model.Plan{&shift.Plan, inForce} {
			if c, ok := plan.Checkpoint(id); ok {
				return c.Name.In(t.Lang)
			}
		}
		return id
	}
	var lines, missed []string
	for _, c := range model.Judge(shift, now).Calls {
		if c.State == model.Missed {
			missed = append(missed, place(c.Checkpoint)+" "+c.Due().In(shift.Zone).Format("15:04"))
		}
	}
	if len(missed) > 0 {
		lines = append(lines, fmt.Sprintf(t.Dialog.HandoverMissed, len(missed))+t.App.Colon+strings.Join(missed, t.App.ListJoin))
	}
	for _, hazard := range hazards {
		lines = append(lines, t.Patrol.Hazards+t.App.Colon+place(hazard.Checkpoint)+" "+hazard.What)
	}
	return lines
}
