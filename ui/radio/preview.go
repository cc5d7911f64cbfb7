package radio

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/text"
)

// preview says what the intents record, and nothing else: it is made from them.
func (r *reader) preview(intents []model.Intent, channel model.Channel) string {
	s := r.Text.Radio
	var said, places []string
	for i, intent := range intents {
		switch intent := intent.(type) {
		case model.CheckIn:
			places = append(places, r.place(intent.Checkpoint)+r.verdict(r.foreseen[i]))
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

// verdict is what will be out of the ordinary about a check-in, nothing where nothing will. That it is a late entry stands
// with its time, and that the crew is small is not about the report.
func (r *reader) verdict(f model.Foreseen) string {
	marks := slices.DeleteFunc(slices.Clone(f.Marks), func(m model.Mark) bool { return m == model.LateEntry || m == model.CrewOfOne })
	var said []string
	if f.State != "" && f.State != model.OnTime {
		said = append(said, r.Text.State(f.State))
	}
	for _, m := range marks {
		said = append(said, r.Text.Mark(m))
	}
	if len(said) == 0 {
		return ""
	}
	return fmt.Sprintf(r.Text.Radio.Judged, strings.Join(said, r.Text.App.ListJoin))
}

// clock is the time that was reported, nothing where none was.
func (r *reader) clock(at *time.Time) string {
	if at == nil {
		return ""
	}
	clock := at.In(r.shift.Zone).Format("15:04")
	if slices.ContainsFunc(r.foreseen, func(f model.Foreseen) bool { return f.Has(model.LateEntry) }) {
		return fmt.Sprintf(r.Text.Radio.Late, clock)
	}
	return clock
}
