package radio

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/text"
)

// lateEntry is how long after it happened a visit is a late entry (R12), as the judgement has it.
const lateEntry = 5 * time.Minute

// preview says what the intents record, and nothing else: it is made from them.
func (r *reader) preview(intents []model.Intent, channel model.Channel) string {
	s := r.Text.Radio
	var said, places []string
	for i, intent := range intents {
		switch intent := intent.(type) {
		case model.CheckIn:
			places = append(places, r.place(intent.Checkpoint))
			if i == len(r.places)-1 {
				said = append(said, fmt.Sprintf(s.CheckIn, strings.Join(places, r.Text.App.ListJoin)), r.Text.Mode(intent.Mode))
				said = append(said, r.clock(intent.For), text.Filled(s.Note, intent.Note))
			}
		case model.Skip:
			places = append(places, r.place(intent.Checkpoint))
			if i == len(intents)-1 {
				said = append(said, fmt.Sprintf(s.Skip, strings.Join(places, r.Text.App.ListJoin)), fmt.Sprintf(s.Reason, intent.Reason))
			}
		case model.CountOutcome:
			kind := r.Text.OutcomeIn(&r.shift.Plan, intent.Kind)
			said = append(said, fmt.Sprintf(s.Count, kind, intent.Quantity, r.place(intent.Checkpoint)))
		case model.StartShift:
			route, _ := r.plan.Route(intent.Route)
			said = append(said, fmt.Sprintf(s.Start, route.Name.In(r.Text.Lang), r.Text.Mode(intent.Mode)),
				text.Filled(s.Plate, intent.Plate), text.Filled(s.Crew, strings.Join(intent.Crew, r.Text.App.ListJoin)))
		case model.EndShift:
			said = append(said, s.End, text.Filled(s.Reason, intent.Reason))
		case model.HearUnit:
			said = append(said, s.Heard, text.Filled(s.Note, intent.Note))
		}
	}
	if channel != model.Channels[0] {
		said = append(said, fmt.Sprintf(s.By, r.Text.Channel(channel)))
	}
	said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
	return fmt.Sprintf(s.Report, r.report.Unit.Callsign.In(r.Text.Lang), strings.Join(said, s.Join))
}

// place is a checkpoint with its number in the route, if it has one.
func (r *reader) place(checkpoint string) string {
	c, _ := r.shift.Plan.Checkpoint(checkpoint)
	name := c.Name.In(r.Text.Lang)
	for i, call := range r.shift.Route.Calls {
		if call.Checkpoint == checkpoint {
			return fmt.Sprintf(r.Text.Radio.Place, i+1, name)
		}
	}
	return name
}

// clock is the time that was reported, nothing where none was.
func (r *reader) clock(at *time.Time) string {
	if at == nil {
		return ""
	}
	clock := at.In(r.shift.Zone).Format("15:04")
	if r.Now.Sub(*at) > lateEntry {
		return fmt.Sprintf(r.Text.Radio.Late, clock)
	}
	return clock
}
